-- The five mandated facts and their kin. Additive measures only, but for reach, which holds at its own row's grain alone.
-- Null is "not reported". Money is in the account's currency, major units; a day is the account's day.
-- DuckDB keeps no keys on facts, since they make loads many times slower; 'verify' proves uniqueness instead.
create table fact_core_metrics (
  date_id integer not null, account_id bigint not null, campaign_id bigint not null, adset_id bigint not null,
  ad_id bigint not null, creative_id bigint not null,
  spend numeric(18,6), impressions bigint, clicks bigint, reach bigint, link_clicks bigint, landing_page_views bigint,
  conversions numeric(18,6), conversion_value numeric(18,6), purchases numeric(18,6), purchase_value numeric(18,6),
  leads numeric(18,6), add_to_cart numeric(18,6), video_plays bigint, video_p25_watched bigint, video_p50_watched bigint,
  video_p75_watched bigint, video_p100_watched bigint, measurable_impressions bigint, viewable_impressions bigint,
  invalid_impressions bigint, blocked_impressions bigint, bids bigint, gross_billed numeric(18,6),
  publisher_payout numeric(18,6), third_party_cost numeric(18,6),
  currency varchar not null, load_id bigint not null, loaded_at timestamptz not null);
-- Range totals: they answer only for exactly their days and are never spread over them. breakdown '' is the core.
create table fact_period_metrics (
  first_day date not null, last_day date not null, account_id bigint not null, campaign_id bigint not null, adset_id bigint not null,
  ad_id bigint not null, creative_id bigint not null,
  breakdown varchar not null, value_1 varchar not null, value_2 varchar not null,
  spend numeric(18,6), impressions bigint, clicks bigint, reach bigint, link_clicks bigint, landing_page_views bigint,
  conversions numeric(18,6), conversion_value numeric(18,6), purchases numeric(18,6), purchase_value numeric(18,6),
  leads numeric(18,6), add_to_cart numeric(18,6), video_plays bigint, video_p25_watched bigint, video_p50_watched bigint,
  video_p75_watched bigint, video_p100_watched bigint, measurable_impressions bigint, viewable_impressions bigint,
  invalid_impressions bigint, blocked_impressions bigint, bids bigint, gross_billed numeric(18,6),
  publisher_payout numeric(18,6), third_party_cost numeric(18,6),
  currency varchar not null, load_id bigint not null, loaded_at timestamptz not null);
create table fact_placement_metrics (
  date_id integer not null, account_id bigint not null, campaign_id bigint not null, adset_id bigint not null,
  ad_id bigint not null, creative_id bigint not null,
  placement_id bigint not null,
  spend numeric(18,6), impressions bigint, clicks bigint, reach bigint, conversions numeric(18,6),
  conversion_value numeric(18,6), purchases numeric(18,6), purchase_value numeric(18,6), leads numeric(18,6),
  currency varchar not null, load_id bigint not null);
create table fact_age_gender_metrics (
  date_id integer not null, account_id bigint not null, campaign_id bigint not null, adset_id bigint not null,
  ad_id bigint not null, creative_id bigint not null,
  age_id bigint not null, gender_id bigint not null,
  spend numeric(18,6), impressions bigint, clicks bigint, reach bigint, conversions numeric(18,6),
  conversion_value numeric(18,6), purchases numeric(18,6), purchase_value numeric(18,6), leads numeric(18,6),
  currency varchar not null, load_id bigint not null);
create table fact_country_metrics (
  date_id integer not null, account_id bigint not null, campaign_id bigint not null, adset_id bigint not null,
  ad_id bigint not null, creative_id bigint not null,
  country_id bigint not null,
  spend numeric(18,6), impressions bigint, clicks bigint, reach bigint, conversions numeric(18,6),
  conversion_value numeric(18,6), purchases numeric(18,6), purchase_value numeric(18,6), leads numeric(18,6),
  currency varchar not null, load_id bigint not null);
-- Breakdowns without a fact of their own: device, keyword, search_term and whatever else. A query reads exactly one of them.
create table fact_breakdown_metrics (
  date_id integer not null, account_id bigint not null, campaign_id bigint not null, adset_id bigint not null,
  ad_id bigint not null, creative_id bigint not null,
  breakdown varchar not null, value_1 varchar not null, value_2 varchar not null,
  spend numeric(18,6), impressions bigint, clicks bigint, reach bigint, conversions numeric(18,6),
  conversion_value numeric(18,6), purchases numeric(18,6), purchase_value numeric(18,6), leads numeric(18,6),
  currency varchar not null, load_id bigint not null);
create table fact_action_metrics (
  date_id integer not null, account_id bigint not null, campaign_id bigint not null, adset_id bigint not null,
  ad_id bigint not null, creative_id bigint not null,
  action_type_id bigint not null, attribution_window varchar not null,
  action_count numeric(18,6) not null, action_value numeric(18,6) not null,
  currency varchar not null, load_id bigint not null);
create table fact_engagement_metrics (
  date_id integer not null, account_id bigint not null, campaign_id bigint not null,
  emails_sent bigint, delivered bigint, opens bigint, clicks bigint, hard_bounces bigint, soft_bounces bigint,
  unsubscribes bigint, complaints bigint, pageviews bigint, web_sessions bigint, engaged bigint, bounces bigint,
  duration_seconds numeric(18,6), load_id bigint not null);
create table fact_revenue (
  client_id bigint not null, date_id integer not null, channel_reported varchar not null, order_id varchar not null,
  user_no bigint, amount numeric(18,6) not null, currency varchar not null, is_new_customer boolean, load_id bigint not null);
create table fact_touchpoint (
  touch_id bigint not null, user_no bigint not null, client_id bigint not null, ts timestamptz not null,
  platform_id integer not null, campaign_id bigint not null, touch_type varchar not null, cost numeric(18,6), stage varchar,
  holdout boolean, load_id bigint not null);
create table fact_budget (
  account_id bigint not null, campaign_id bigint not null, first_day date not null, last_day date not null,
  total numeric(18,2), daily numeric(18,2), currency varchar not null, load_id bigint not null);
-- One row a day and pair, carried forward from the last rate given: 1 from_currency = rate to_currency.
create table fx_rate (
  date_id integer not null, from_currency varchar not null, to_currency varchar not null, rate numeric(18,9) not null,
  source varchar not null, primary key (date_id, from_currency, to_currency));
