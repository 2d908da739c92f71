namespace Admetry.Storage.Warehouse;

/// <summary>What must hold in the books and between them and the facts: each claim a query that finds nothing.</summary>
/// <param name="Sql">One text a violation, in a column <c>found</c>.</param>
sealed record FinanceCheck(string Id, string Claim, string Sql)
{
    /// <summary>They hold in books without rows too.</summary>
    public static IReadOnlyList<FinanceCheck> All { get; } =
    [
        new("A15", "Every document is the sum of its lines, and invoices with what rounding left over are the month’s gross to the millionth",
            $"{LinesAreDocuments} union all {InvoicesAreGross}"),
        new("A16", "Nothing is settled beyond what is owed or by more than was paid or credited, and the ages of what is open sum to it",
            $"{NothingBelowZero} union all {AgesAreOpen}"),
        new("A24", "Every id of the books is there once, and every key stands in its table", string.Join(" union all ", Ids.Concat(Keys))),
    ];

    const string LinesAreDocuments =
        """
        select d.document_no || ': ' || cast(d.total as varchar) || ', its lines ' || coalesce(cast(sum(l.amount) as varchar), 'none') as found
        from fin_document d left join fin_line l on l.document_id = d.document_id
        group by d.document_id, d.document_no, d.total having d.total is distinct from sum(l.amount)
        """;

    // Of a campaign that delivered more than its cap, less is billed; what is under half a cent makes no invoice.
    const string InvoicesAreGross =
        """
        select 'campaign ' || cast(g.campaign_id as varchar) || ', ' || cast(g.period as varchar) || ': ' || coalesce(cast(b.micros as varchar), 'nothing') || ' of ' || cast(g.micros as varchar) || ' micros' as found
        from (select f.campaign_id, t.month_start as period, cast(sum(f.gross_billed) * 1000000 as bigint) as micros,
                sum(sum(f.gross_billed)) over (partition by f.campaign_id) <= coalesce(o.cap, 9999999999999) as is_whole
              from fact_core_metrics f join insertion_order o on o.campaign_id = f.campaign_id join dim_date t on t.date_id = f.date_id
              group by f.campaign_id, t.month_start, o.cap) g
        left join (select l.campaign_id, d.period, cast(sum(l.amount * 1000000 + l.residual_micros) as bigint) as micros
                   from fin_line l join fin_document d on d.document_id = l.document_id where d.kind = 'ar_invoice'
                   group by l.campaign_id, d.period) b on b.campaign_id = g.campaign_id and b.period = g.period
        where b.micros > g.micros or (g.is_whole and coalesce(b.micros, 0) <> g.micros and not (b.micros is null and g.micros < 20000))
        """;

    const string NothingBelowZero =
        """
        select d.document_no || ': ' || cast(sum(a.amount) as varchar) || ' of ' || cast(d.total as varchar) as found
        from fin_document d join fin_allocation a on a.document_id = d.document_id group by d.document_id, d.document_no, d.total having sum(a.amount) > d.total
        union all
        select 'payment ' || cast(p.payment_id as varchar) || ': ' || cast(sum(a.amount) as varchar) || ' of ' || cast(p.amount as varchar) as found
        from fin_payment p join fin_allocation a on a.payment_id = p.payment_id group by p.payment_id, p.amount having sum(a.amount) > p.amount
        union all
        select d.document_no || ': ' || cast(sum(a.amount) as varchar) || ' credited of ' || cast(d.total as varchar) as found
        from fin_document d join fin_allocation a on a.credit_id = d.document_id group by d.document_id, d.document_no, d.total having sum(a.amount) > d.total
        """;

    const string AgesAreOpen =
        """
        select client_code || ': ' || cast(open_amount as varchar) || ' open' as found from v_ar_ageing
        where not_due + days_1_30 + days_31_60 + days_61_90 + days_91_and_more <> open_amount
        union all
        select publisher_code || ': ' || cast(open_amount as varchar) || ' open' as found from v_ap_ageing
        where not_due + days_1_30 + days_31_60 + days_61_90 + days_91_and_more <> open_amount
        union all
        select 'open: ' || cast(s.owed as varchar) || ', in ages ' || cast(s.aged as varchar) as found from (
          select coalesce((select sum(case kind when 'ar_invoice' then total when 'ap_statement' then total else 0 end) from fin_document), 0)
              - coalesce((select sum(amount) from fin_allocation), 0) as owed,
            coalesce((select sum(open_amount) from v_ar_ageing), 0) + coalesce((select sum(open_amount) from v_ap_ageing), 0) as aged) s
        where s.owed <> s.aged
        """;

    static IEnumerable<string> Ids =>
        from pair in new[] { ("insertion_order", "io_id"), ("io_line", "io_line_id"), ("fin_document", "document_id"), ("fin_document", "document_no"), ("fin_line", "line_id"), ("fin_payment", "payment_id"), ("fin_allocation", "allocation_id") }
        select $"select '{pair.Item1}: ' || cast(count(*) - count(distinct {pair.Item2}) as varchar) || ' times a {pair.Item2} again' as found from {pair.Item1} having count(*) <> count(distinct {pair.Item2})";

    static IEnumerable<string> Keys =>
        from key in new[]
        {
            ("insertion_order", "client_id", "dim_client", "client_id"), ("insertion_order", "campaign_id", "dim_campaign", "campaign_id"),
            ("io_line", "io_id", "insertion_order", "io_id"), ("io_line", "adset_id", "dim_adset", "adset_id"),
            ("fin_document", "client_id", "dim_client", "client_id"), ("fin_document", "publisher_id", "dim_publisher", "publisher_id"),
            ("fin_line", "document_id", "fin_document", "document_id"), ("fin_line", "campaign_id", "dim_campaign", "campaign_id"),
            ("fin_payment", "client_id", "dim_client", "client_id"), ("fin_payment", "publisher_id", "dim_publisher", "publisher_id"),
            ("fin_allocation", "document_id", "fin_document", "document_id"), ("fin_allocation", "payment_id", "fin_payment", "payment_id"),
            ("fin_allocation", "credit_id", "fin_document", "document_id"),
        }
        select $"select '{key.Item1}: {key.Item2} ' || cast(f.{key.Item2} as varchar) as found from (select distinct {key.Item2} from {key.Item1} where {key.Item2} <> 0) f left join {key.Item3} d on d.{key.Item4} = f.{key.Item2} where d.{key.Item4} is null";
}
