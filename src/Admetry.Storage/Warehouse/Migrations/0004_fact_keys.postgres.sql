-- PostgreSQL keeps the facts' keys itself, and an index by day for reading.
alter table fact_core_metrics add primary key (date_id, account_id, campaign_id, adset_id, ad_id, creative_id);
alter table fact_period_metrics add primary key
  (first_day, last_day, account_id, campaign_id, adset_id, ad_id, creative_id, breakdown, value_1, value_2);
alter table fact_placement_metrics add primary key (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, placement_id);
alter table fact_age_gender_metrics add primary key
  (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, age_id, gender_id);
alter table fact_country_metrics add primary key (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, country_id);
alter table fact_breakdown_metrics add primary key
  (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, breakdown, value_1, value_2);
alter table fact_action_metrics add primary key
  (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, action_type_id, attribution_window);
alter table fact_engagement_metrics add primary key (date_id, account_id, campaign_id);
create index fact_revenue_day on fact_revenue (date_id, client_id);
create index load_slice_account on load_slice (account_id, first_id);
create index dim_campaign_account on dim_campaign (account_id);
create index dim_adset_campaign on dim_adset (campaign_id);
create index dim_ad_adset on dim_ad (adset_id);
create index dim_creative_campaign on dim_creative (campaign_id);
