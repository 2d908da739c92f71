-- Delivery by where it was bought: a roll-up of the log by day, line, publisher, kind of deal and device. Additive measures only.
create table fact_inventory_metrics (
  date_id integer not null, account_id bigint not null, campaign_id bigint not null, adset_id bigint not null, ad_id bigint not null,
  creative_id bigint not null, publisher_id bigint not null, deal_type varchar not null, device varchar not null,
  spend numeric(18,6), impressions bigint, clicks bigint, conversions numeric(18,6), conversion_value numeric(18,6), video_plays bigint,
  video_p25_watched bigint, video_p50_watched bigint, video_p75_watched bigint, video_p100_watched bigint, measurable_impressions bigint,
  viewable_impressions bigint, invalid_impressions bigint, blocked_impressions bigint, bids bigint, gross_billed numeric(18,6),
  publisher_payout numeric(18,6), third_party_cost numeric(18,6), currency varchar not null, load_id bigint not null,
  primary key (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, publisher_id, deal_type, device));
