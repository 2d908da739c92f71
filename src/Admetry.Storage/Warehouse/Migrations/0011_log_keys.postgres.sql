-- PostgreSQL keeps the keys of the log and of its roll-up itself; days lie together in the file, so that a coarse index finds them.
alter table log_impression add primary key (impression_id);
alter table log_click add primary key (click_id);
alter table log_conversion add primary key (conversion_id);
create index log_impression_day on log_impression using brin (date_id);
create index log_click_day on log_click using brin (date_id);
create index log_conversion_day on log_conversion using brin (date_id);
alter table fact_inventory_metrics add primary key
  (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, publisher_id, deal_type, device);
