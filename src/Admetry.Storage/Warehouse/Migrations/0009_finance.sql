-- The books: what was booked, billed, stated, paid, and what settles what. Money is in major units with whole cents, micros are millionths.
-- Nothing is changed in place: documents, payments and allocations carry their dates, so that any past day can be told again.
-- Ids that do not apply are 0.
create table insertion_order (
  io_id bigint not null, io_no varchar not null, client_id bigint not null, account_id bigint not null, campaign_id bigint not null,
  terms_days integer not null, currency varchar not null, cap numeric(18,2), load_id bigint not null);
create table io_line (
  io_line_id bigint not null, io_id bigint not null, adset_id bigint not null, billing_model varchar not null, rate numeric(18,6) not null,
  units bigint not null, first_day date not null, last_day date not null, load_id bigint not null);
-- kind: ar_invoice, ar_credit_note, ap_statement, ap_clawback. period is the first day of the month of delivery; sequential is paid when paid.
create table fin_document (
  document_id bigint not null, document_no varchar not null, kind varchar not null, client_id bigint not null, publisher_id bigint not null,
  period date not null, issue_date date not null, due_date date not null, currency varchar not null, total numeric(18,2) not null,
  sequential boolean not null, load_id bigint not null);
-- residual_micros is the exact amount less amount: what rounding to the cent left over.
create table fin_line (
  line_id bigint not null, document_id bigint not null, io_line_id bigint not null, campaign_id bigint not null, publisher_id bigint not null,
  quantity bigint not null, rate numeric(18,6) not null, amount numeric(18,2) not null, residual_micros bigint not null, load_id bigint not null);
-- direction: in from clients, out to publishers.
create table fin_payment (
  payment_id bigint not null, direction varchar not null, client_id bigint not null, publisher_id bigint not null, paid_date date not null,
  amount numeric(18,2) not null, reference varchar not null, load_id bigint not null);
-- A part of a payment, or of the credit note or clawback credit_id, held against an invoice or a statement.
create table fin_allocation (
  allocation_id bigint not null, payment_id bigint not null, credit_id bigint not null, document_id bigint not null,
  amount numeric(18,2) not null, allocated_date date not null, load_id bigint not null);
-- What is open on the last day of the books, by days past due.
create view v_ar_ageing as
select k.as_of, c.client_code, c.client_name,
    sum(case when k.as_of <= o.due_date then o.open_amount else 0 end) as not_due,
    sum(case when k.as_of - o.due_date between 1 and 30 then o.open_amount else 0 end) as days_1_30,
    sum(case when k.as_of - o.due_date between 31 and 60 then o.open_amount else 0 end) as days_31_60,
    sum(case when k.as_of - o.due_date between 61 and 90 then o.open_amount else 0 end) as days_61_90,
    sum(case when k.as_of - o.due_date > 90 then o.open_amount else 0 end) as days_91_and_more,
    sum(o.open_amount) as open_amount
from (select d.client_id, d.due_date, d.total - coalesce(sum(a.amount), 0) as open_amount
      from fin_document d left join fin_allocation a on a.document_id = d.document_id
      where d.kind = 'ar_invoice' group by d.document_id, d.client_id, d.due_date, d.total) o
cross join (select max(day) as as_of from (
  select issue_date as day from fin_document union all select paid_date from fin_payment union all select allocated_date from fin_allocation) days) k
join dim_client c on c.client_id = o.client_id
where o.open_amount <> 0
group by k.as_of, c.client_code, c.client_name;
create view v_ap_ageing as
select k.as_of, p.publisher_code, p.publisher_name,
    sum(case when k.as_of <= o.due_date then o.open_amount else 0 end) as not_due,
    sum(case when k.as_of - o.due_date between 1 and 30 then o.open_amount else 0 end) as days_1_30,
    sum(case when k.as_of - o.due_date between 31 and 60 then o.open_amount else 0 end) as days_31_60,
    sum(case when k.as_of - o.due_date between 61 and 90 then o.open_amount else 0 end) as days_61_90,
    sum(case when k.as_of - o.due_date > 90 then o.open_amount else 0 end) as days_91_and_more,
    sum(o.open_amount) as open_amount
from (select d.publisher_id, d.due_date, d.total - coalesce(sum(a.amount), 0) as open_amount
      from fin_document d left join fin_allocation a on a.document_id = d.document_id
      where d.kind = 'ap_statement' group by d.document_id, d.publisher_id, d.due_date, d.total) o
cross join (select max(day) as as_of from (
  select issue_date as day from fin_document union all select paid_date from fin_payment union all select allocated_date from fin_allocation) days) k
join dim_publisher p on p.publisher_id = o.publisher_id
where o.open_amount <> 0
group by k.as_of, p.publisher_code, p.publisher_name;
-- Money that moved by calendar month; cash is what has come in and gone out since the beginning.
create view v_cash_position as
select m.month_start, m.received, m.paid, m.received - m.paid as net, sum(m.received - m.paid) over (order by m.month_start) as cash
from (select d.month_start, sum(case when p.direction = 'in' then p.amount else 0 end) as received,
        sum(case when p.direction = 'out' then p.amount else 0 end) as paid
      from fin_payment p join dim_date d on d.date = p.paid_date group by d.month_start) m;
