-- Which load made a member of the ad tree or last gave it its id, name or state: when that load is forgotten, what it gave goes with it.
create table member_origin (level smallint not null, member_key bigint not null, load_id bigint not null);
