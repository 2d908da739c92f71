-- Views people and other programs read. Percentages here are times 100, as their names' first users wrote them.
create view v_daily_performance as
select
    d.date, d.year, d.month, c.campaign_id, c.campaign_name, c.objective,
    sum(f.spend) as spend, sum(f.impressions) as impressions, sum(f.clicks) as clicks, sum(f.purchases) as purchases,
    sum(f.purchase_value) as revenue,
    cast(sum(f.clicks) as double precision) / nullif(sum(f.impressions), 0) * 100 as ctr,
    sum(f.spend) / nullif(sum(f.clicks), 0) as cpc,
    sum(f.spend) / nullif(sum(f.impressions), 0) * 1000 as cpm,
    sum(f.purchase_value) / nullif(sum(f.spend), 0) as roas
from fact_core_metrics f
join dim_date d on f.date_id = d.date_id
join dim_campaign c on f.campaign_id = c.campaign_id
group by d.date, d.year, d.month, c.campaign_id, c.campaign_name, c.objective;
create view v_campaign_totals as
select f.campaign_id, c.campaign_name, c.campaign_status, a.currency, sum(f.spend) as spend, sum(f.impressions) as impressions,
    sum(f.clicks) as clicks, sum(f.conversions) as conversions, sum(f.conversion_value) as conversion_value
from fact_core_metrics f
join dim_campaign c on f.campaign_id = c.campaign_id
join dim_account a on f.account_id = a.account_id
group by f.campaign_id, c.campaign_name, c.campaign_status, a.currency;
create view v_video_engagement as
select f.ad_id, a.ad_name, cr.video_length_seconds, sum(f.video_plays) as plays, sum(f.video_p25_watched) as views_25pct,
    sum(f.video_p50_watched) as views_50pct, sum(f.video_p75_watched) as views_75pct, sum(f.video_p100_watched) as completions,
    sum(case when cr.video_length_seconds <= 12 then f.video_p25_watched
             when cr.video_length_seconds <= 24 then f.video_p50_watched
             else f.video_plays end) as video_3_sec_views
from fact_core_metrics f
join dim_ad a on f.ad_id = a.ad_id
join dim_creative cr on f.creative_id = cr.creative_id
group by f.ad_id, a.ad_name, cr.video_length_seconds;
create view v_attribution_window as
select f.campaign_id, c.campaign_name, t.action_type, f.attribution_window, sum(f.action_count) as action_count,
    sum(f.action_value) as action_value
from fact_action_metrics f
join dim_campaign c on f.campaign_id = c.campaign_id
join dim_action_type t on f.action_type_id = t.action_type_id
group by f.campaign_id, c.campaign_name, t.action_type, f.attribution_window;
create view v_age_gender as
select d.date, age.age_group, g.gender, sum(f.spend) as spend, sum(f.impressions) as impressions, sum(f.clicks) as clicks
from fact_age_gender_metrics f
join dim_age age on f.age_id = age.age_id
join dim_gender g on f.gender_id = g.gender_id
join dim_date d on f.date_id = d.date_id
group by d.date, age.age_group, g.gender;
create view performance_metrics as
select f.campaign_id, d.date, sum(f.impressions) as impressions, sum(f.clicks) as clicks,
    sum(f.conversions) as conversions, sum(f.spend) as spend
from fact_core_metrics f
join dim_date d on f.date_id = d.date_id
group by f.campaign_id, d.date;
