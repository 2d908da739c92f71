-- The log of an ad exchange: one row an auction, a click, a conversion. Ordered by day and campaign.
-- impressions says how many a row stands for: counts are sums of it, never of rows. Prices are CPM with three decimals, so that
-- price times impressions is exact in micros, which are millionths of the account's currency. Times are UTC.
-- device_type 2 desktop, 3 connected TV, 4 mobile, 5 tablet (OpenRTB); auction_type 1 open, 2 private marketplace, 3 direct.
-- flags: 1 measurable, 2 viewable, 4 general and 8 sophisticated invalid traffic, 16 blocked; from bit 5 on how far a video was watched:
-- 0 not at all, 1 started, 2 to 5 a quartile.
create table log_impression (
  impression_id bigint not null, ts timestamptz not null, date_id integer not null, campaign_id bigint not null, adset_id bigint not null,
  creative_id bigint not null, publisher_id bigint not null, placement_id bigint not null, device_type smallint not null, geo_id bigint not null,
  auction_type smallint not null, floor_price numeric(10,4) not null, bid_price numeric(10,4) not null, win_price numeric(10,4),
  min_to_win numeric(10,4) not null, won boolean not null, impressions integer not null, gross_micros bigint not null,
  payout_micros bigint not null, flags smallint not null, age_id bigint not null, gender_id bigint not null, interest_id smallint not null,
  user_no bigint not null, load_id bigint not null);
-- The visit a click led to: stage 0 landing page, 1 product, 2 cart, 3 checkout, 4 purchase. click_cost only where clicks are paid for.
create table log_click (
  click_id bigint not null, impression_id bigint not null, ts timestamptz not null, date_id integer not null, campaign_id bigint not null,
  adset_id bigint not null, creative_id bigint not null, publisher_id bigint not null, placement_id bigint not null,
  device_type smallint not null, country_id bigint not null, age_id bigint not null, gender_id bigint not null, click_cost numeric(18,6),
  pages smallint not null, dwell_seconds integer not null, stage smallint not null, bounced boolean not null, load_id bigint not null);
-- touch_ts is when the click or the impression was that the conversion is credited to; null, like both ids, where nobody knows.
create table log_conversion (
  conversion_id bigint not null, click_id bigint, impression_id bigint, touch_ts timestamptz, ts timestamptz not null, date_id integer not null,
  campaign_id bigint not null, adset_id bigint not null, creative_id bigint not null, publisher_id bigint not null, placement_id bigint not null,
  device_type smallint not null, country_id bigint not null, age_id bigint not null, gender_id bigint not null,
  conversion_type varchar not null, conversion_value numeric(18,2) not null, attribution_model varchar not null, gross_micros bigint not null,
  load_id bigint not null);
-- The channel by its own name: several may share a platform. A touch that was held out was due and did not happen.
alter table fact_touchpoint add column channel varchar;
create table dim_interest (interest_id smallint primary key, interest varchar not null unique);
insert into dim_interest values
  (0, 'unknown'), (1, 'Sports'), (2, 'Music'), (3, 'Travel'), (4, 'Cooking'), (5, 'Technology'), (6, 'Fashion'), (7, 'Finance'), (8, 'Gaming'),
  (9, 'Home'), (10, 'Autos'), (11, 'Health'), (12, 'Parenting');
-- The tables of an ad-tech company as people know them, with texts for keys. An impression is known by its bid request.
create view advertiser as
select c.client_code as advertiser_id, c.client_name as advertiser_name, c.industry, c.account_manager
from dim_client c
where exists (select 1 from dim_account a join dim_platform p on p.platform_id = a.platform_id where a.client_id = c.client_id and p.platform_code = 'acme');
create view campaign as
select c.external_campaign_id as campaign_id, c.campaign_name, cl.client_code as advertiser_id, c.start_date, c.end_date, c.budget_total,
  c.budget_daily, c.objective, lower(c.campaign_status) as status
from dim_campaign c
join dim_account a on a.account_id = c.account_id
join dim_platform p on p.platform_id = a.platform_id and p.platform_code = 'acme'
join dim_client cl on cl.client_id = a.client_id;
create view creative as
select r.external_creative_id as creative_id, c.external_campaign_id as campaign_id, r.creative_type, r.dimensions, r.file_size_kb, r.click_url
from dim_creative r
join dim_campaign c on c.campaign_id = r.campaign_id
join dim_account a on a.account_id = c.account_id
join dim_platform p on p.platform_id = a.platform_id and p.platform_code = 'acme';
create view impression as
select i.ts as "timestamp", c.external_campaign_id as campaign_id, r.external_creative_id as creative_id, p.publisher_code as publisher_id,
  'PLC-' || lpad(cast(i.placement_id as varchar), 6, '0') as placement_id,
  case i.device_type when 2 then 'desktop' when 3 then 'CTV' when 4 then 'mobile' else 'tablet' end as device_type,
  n.country_code as geo_country, g.geo_region, g.geo_city,
  case i.auction_type when 1 then 'open' when 2 then 'PMP' else 'direct' end as auction_type,
  'IMP-' || lpad(cast(i.impression_id as varchar), 10, '0') as bid_request_id, i.bid_price, i.win_price,
  case when i.won then 'won' else 'lost' end as impression_outcome, i.impressions
from log_impression i
join dim_campaign c on c.campaign_id = i.campaign_id
join dim_creative r on r.creative_id = i.creative_id
join dim_publisher p on p.publisher_id = i.publisher_id
join dim_geo g on g.geo_id = i.geo_id
join dim_country n on n.country_id = g.country_id;
create view click as
select 'CLK-' || lpad(cast(k.click_id as varchar), 14, '0') as click_id,
  'IMP-' || lpad(cast(k.impression_id as varchar), 10, '0') as impression_id, k.ts as "timestamp", c.external_campaign_id as campaign_id,
  r.external_creative_id as creative_id, p.publisher_code as publisher_id,
  case k.device_type when 2 then 'desktop' when 3 then 'CTV' when 4 then 'mobile' else 'tablet' end as device_type,
  n.country_code as geo_country, k.click_cost
from log_click k
join dim_campaign c on c.campaign_id = k.campaign_id
join dim_creative r on r.creative_id = k.creative_id
join dim_publisher p on p.publisher_id = k.publisher_id
join dim_country n on n.country_id = k.country_id;
create view conversion as
select 'CNV-' || lpad(cast(v.conversion_id as varchar), 14, '0') as conversion_id,
  'CLK-' || lpad(cast(v.click_id as varchar), 14, '0') as click_id, 'IMP-' || lpad(cast(v.impression_id as varchar), 10, '0') as impression_id,
  v.ts as "timestamp", c.external_campaign_id as campaign_id, v.conversion_type, v.conversion_value, v.attribution_model
from log_conversion v
join dim_campaign c on c.campaign_id = v.campaign_id;
