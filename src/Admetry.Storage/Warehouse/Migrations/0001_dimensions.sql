-- The eleven mandated dimensions and four more. Key 0 is Unknown in each: a fact never has a null key.
-- External ids stay text beside the keys, unique per account; '' is an entity known by its name alone.
create table dim_platform (
  platform_id integer primary key, platform_code varchar not null unique, platform_name varchar not null,
  channel varchar not null, connector varchar, money_unit varchar);
create table dim_client (
  client_id bigint primary key, client_code varchar not null unique, client_name varchar not null, industry varchar,
  account_manager varchar, signup_date date, payment_terms_days integer, currency varchar, conversion_value_rules varchar);
create table dim_account (
  account_id bigint primary key, platform_id integer not null, client_id bigint not null, external_account_id varchar not null,
  account_name varchar not null, currency varchar not null, timezone varchar, account_status varchar,
  unique (platform_id, external_account_id));
create table dim_date (
  date_id integer primary key, date date, year integer, quarter integer, month integer, day integer, day_of_week integer,
  iso_year integer, iso_week integer, quarter_label varchar, month_start date, quarter_start date, is_weekend boolean,
  season_weight double precision);
create table dim_campaign (
  campaign_id bigint primary key, account_id bigint not null, external_campaign_id varchar not null,
  campaign_name varchar not null, objective varchar, campaign_status varchar, start_date date, end_date date,
  budget_total numeric(18,2), budget_daily numeric(18,2), billing_model varchar, buying_type varchar, updated_at timestamptz);
create table dim_adset (
  adset_id bigint primary key, campaign_id bigint not null, external_adset_id varchar not null, adset_name varchar not null,
  adset_status varchar, optimization_goal varchar, bid_strategy varchar, targeting varchar, budget_daily numeric(18,2));
create table dim_creative (
  creative_id bigint primary key, campaign_id bigint not null, external_creative_id varchar not null,
  creative_name varchar not null, creative_type varchar, is_video boolean, video_length_seconds integer, width integer,
  height integer, dimensions varchar, file_size_kb integer, title varchar, body varchar, call_to_action varchar,
  click_url varchar, media_kind varchar, asset_sha256 varchar, asset_state varchar, rights_note varchar, tags varchar,
  version integer, parent_creative_id bigint);
create table dim_ad (
  ad_id bigint primary key, adset_id bigint not null, creative_id bigint not null, external_ad_id varchar not null,
  ad_name varchar not null, ad_status varchar);
create table dim_placement (
  placement_id bigint primary key, publisher_id bigint not null, publisher_platform varchar not null,
  platform_position varchar not null, placement_name varchar, device_platform varchar, ad_size varchar, fold varchar);
create table dim_country (
  country_id bigint primary key, country_code varchar not null unique, country_name varchar not null, region varchar,
  currency varchar, cpm_index double precision);
create table dim_age (age_id bigint primary key, age_group varchar not null unique);
create table dim_gender (gender_id bigint primary key, gender varchar not null unique);
create table dim_action_type (
  action_type_id bigint primary key, action_type varchar not null unique, category varchar, is_conversion boolean,
  counts_as varchar not null);
create table dim_publisher (
  publisher_id bigint primary key, publisher_code varchar not null unique, publisher_name varchar not null, domain varchar,
  domain_category varchar, tier varchar, rev_share numeric(9,6), payment_terms_days integer, paid_when_paid boolean);
create table dim_geo (
  geo_id bigint primary key, country_id bigint not null, geo_region varchar not null, geo_city varchar not null);

insert into dim_client (client_id, client_code, client_name) values (0, '', 'Unknown');
insert into dim_account (account_id, platform_id, client_id, external_account_id, account_name, currency) values (0, 0, 0, '', 'Unknown', '');
insert into dim_date (date_id) values (0);
insert into dim_campaign (campaign_id, account_id, external_campaign_id, campaign_name) values (0, 0, '', 'Unknown');
insert into dim_adset (adset_id, campaign_id, external_adset_id, adset_name) values (0, 0, '', 'Unknown');
insert into dim_creative (creative_id, campaign_id, external_creative_id, creative_name) values (0, 0, '', 'Unknown');
insert into dim_ad (ad_id, adset_id, creative_id, external_ad_id, ad_name) values (0, 0, 0, '', 'Unknown');
insert into dim_placement (placement_id, publisher_id, publisher_platform, platform_position) values (0, 0, 'unknown', 'unknown');
insert into dim_country (country_id, country_code, country_name) values (0, '', 'Unknown');
insert into dim_age (age_id, age_group) values
  (0, 'unknown'), (1, '13-17'), (2, '18-24'), (3, '25-34'), (4, '35-44'), (5, '45-54'), (6, '55-64'), (7, '65+');
insert into dim_gender (gender_id, gender) values (0, 'unknown'), (1, 'male'), (2, 'female');
insert into dim_action_type (action_type_id, action_type, is_conversion, counts_as) values (0, 'unknown', false, 'none');
insert into dim_publisher (publisher_id, publisher_code, publisher_name) values (0, '', 'Unknown');
insert into dim_geo (geo_id, country_id, geo_region, geo_city) values (0, 0, 'Unknown', 'Unknown');
