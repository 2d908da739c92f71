-- Visits and sends of a range of days as a whole: they answer for exactly those days.
create table fact_period_engagement (
  first_day date not null, last_day date not null, account_id bigint not null, campaign_id bigint not null,
  emails_sent bigint, delivered bigint, opens bigint, clicks bigint, hard_bounces bigint, soft_bounces bigint,
  unsubscribes bigint, complaints bigint, pageviews bigint, web_sessions bigint, engaged bigint, bounces bigint,
  duration_seconds numeric(18,6), load_id bigint not null);
alter table fact_period_engagement add primary key (first_day, last_day, account_id, campaign_id);
