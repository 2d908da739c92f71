-- What was loaded, from what, and what was turned away. Committed together with the rows it speaks of.
create table load_log (
  load_id bigint primary key, load_key varchar not null, manifest_sha256 varchar not null, part varchar not null,
  landing_order bigint not null, file_name varchar not null, family varchar not null, source_kind varchar not null,
  platform_code varchar not null, state varchar not null, transform_version integer not null, fence bigint not null,
  loaded_at timestamptz not null, level integer not null, precedence integer not null, complete boolean not null,
  first_day date, last_day date, input_rows bigint not null, accepted_rows bigint not null, quarantined_rows bigint not null,
  duplicate_rows bigint not null, filtered_rows bigint not null, shadowed_rows bigint not null, row_set varchar not null,
  slices bigint not null, spend_before numeric(18,6), spend_after numeric(18,6), control_total numeric(18,6), notes varchar not null);
-- The ledger of slices: what each load shows on each account's day, by fact. Rewritten with every change of the slice.
create table load_slice (
  fact varchar not null, account_id bigint not null, first_id integer not null, last_id integer not null,
  load_id bigint not null, row_count bigint not null, spend numeric(38,6), impressions numeric(38,0), clicks numeric(38,0),
  checksum numeric(38,0) not null);
create table quarantine (
  load_id bigint not null, manifest_sha256 varchar not null, file_name varchar not null, line integer not null,
  rule_id varchar not null, reason varchar not null, raw varchar not null);
-- The text of the rates that fx_rate was filled from.
create table fx_source (text varchar not null);
create table slice_fence (account_id bigint primary key, fence bigint not null);
-- Account 0 stands for the warehouse: every load writes it, so two loads of one DuckDB file cannot both commit.
insert into slice_fence values (0, 0);
