using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>Writes the facts of one load, family by family, and the ledger that says who owns each slice.</summary>
/// <param name="loadId">Of the load, written to each of its rows.</param>
/// <param name="isReplay">Only the slices in <c>stg_slice</c> are touched.</param>
sealed class SliceWriter(
    StagedRows staged, DbTransaction transaction, LoadRequest request, long loadId, IReadOnlyList<long> accounts, bool isReplay)
{
    readonly int precedence = LoadLog.Precedence(staged.Level, request.SourceKind, staged.IsPart);

    string Accounts => string.Join(", ", accounts);

    (int First, int Last) Days => (Calendar.Key(staged.First!.Value), Calendar.Key(staged.Last!.Value));

    /// <summary>The spend that stands in the accounts and days of this load, core and range totals together; null without any.</summary>
    public Task<decimal?> SpendAsync() => staged.DeliveryRows == 0 ? Task.FromResult<decimal?>(null) :
        staged.Connection.ExecuteScalarAsync<decimal?>(
            $"select cast(sum(spend) as numeric(18,6)) from load_slice where fact in ('core', 'period') and account_id in ({Accounts}) and first_id >= @First and last_id <= @Last",
            new { Days.First, Days.Last }, transaction);

    /// <returns>How many input rows stand back because another source owns their slice.</returns>
    public async Task<long> WriteAsync(CancellationToken cancel)
    {
        var shadowed = 0L;
        if (staged.DeliveryRows > 0)
            foreach (var shape in SliceShape.Of(staged))
                shadowed += await DeliveryAsync(shape, cancel);
        if (staged.EngagementRows > 0)
            await EngagementAsync(cancel);
        if (staged.RevenueRows > 0)
            await RevenueAsync(cancel);
        if (!isReplay)
            await RollUpsAsync(cancel);
        await QuarantineAsync();
        return shadowed;
    }

    /// <summary>Whoever replays several loads over some slices sums them once at the end.</summary>
    async Task RollUpsAsync(CancellationToken cancel)
    {
        if (staged.First is not { } first)
            return;

        var days = new DateRange(first, staged.Last!.Value);
        if (staged.DeliveryRows > 0)
        {
            var changed = SliceShape.Of(staged).Select(shape => shape.Table).ToHashSet(StringComparer.Ordinal);
            if (changed.Contains("fact_core_metrics"))
                changed.Add("fact_action_metrics");
            await RollUpTables.RefreshAsync(staged.Connection, transaction, staged.Dialect, changed, accounts, days, cancel, Written());
        }

        if (staged.RevenueRows > 0)
            await RollUpTables.RefreshAsync(staged.Connection, transaction, staged.Dialect, new HashSet<string>(StringComparer.Ordinal) { "fact_revenue" }, [.. await ClientsAsync()], days, cancel);
    }

    /// <summary>The measures that the load's rows may have values of, those of actions among them.</summary>
    HashSet<string> Written()
    {
        var (some, _) = staged.Numbers.ReportedByAccounts;
        return [.. StageSchema.Measures.Where((_, i) => (some >> i & 1) != 0), "action_count", "action_value"];
    }

    Task<IEnumerable<long>> ClientsAsync() => staged.Connection.QueryAsync<long>(
        "select distinct c.client_id from stg_revenue s join dim_client c on c.client_code = s.client_code", transaction: transaction);

    async Task<long> DeliveryAsync(SliceShape shape, CancellationToken cancel)
    {
        var ownership = new SliceOwnership(staged, transaction, shape, Accounts, Days, precedence, request.KeepsFirst);
        var standing = await ownership.StandingRowsAsync();
        var hasRivals = isReplay || standing > 0;
        var (shadowed, isScoped) = hasRivals
            ? await ownership.DecideAsync(request.IsComplete && !request.KeepsFirst, isReplay)
            : (0, false);
        // PostgreSQL would walk past every row just deleted; DuckDB reads the fact as fast as the staged rows.
        var isAlone = staged.Dialect.IsPostgres && !isReplay && !isScoped && !shape.IsPeriod && staged.IsOneRowAKey && ownership.Removed == standing;

        await RunAsync(DeliverySql.Insert(shape, isScoped, staged), cancel);
        if (shape.Name is "core" && staged.HasActions)
            await RunAsync(DeliverySql.InsertActions(isScoped), cancel);
        await LedgerAsync(shape.Name, shape.Table, shape.SliceOf, shape.AndOwn, DeliverySql.Sums(shape), cancel,
            alone: isAlone ? DeliverySql.StagedAlone(shape, staged) : null);
        if (shape.Name is "core" && (staged.HasActions || hasRivals))
            await LedgerAsync("action", "fact_action_metrics", ("f.date_id", "f.date_id"), "", SliceSums.Actions, cancel);
        return shape.Name is "core" or "period" ? shadowed : 0;
    }

    async Task EngagementAsync(CancellationToken cancel)
    {
        foreach (var shape in EngagementShape.All.Where(shape => !shape.IsPeriod || staged.HasEngagementPeriods))
        {
            await RunAsync(shape.Delete(isReplay), cancel);
            await RunAsync(shape.Insert(isReplay), cancel);
            await LedgerAsync(shape.Name, shape.Table, shape.SliceOf, "", SliceSums.Engagement, cancel);
        }
    }

    async Task RevenueAsync(CancellationToken cancel)
    {
        var resolver = new AccountResolver(staged, transaction);
        foreach (var code in await staged.Connection.QueryAsync<string>("select distinct client_code from stg_revenue order by client_code", transaction: transaction))
            await resolver.ClientAsync(code);

        // Revenue has no account: its slice is the client's day within the family of the file, so that an order list and a
        // table of channels do not erase each other.
        const string Days = "select distinct c.client_id, s.date_id from stg_revenue s join dim_client c on c.client_code = s.client_code";
        var only = isReplay ? " where exists (select 1 from stg_slice o where o.account_id = -c.client_id and o.first_id = s.date_id)" : "";
        await RunAsync(
            $"""
            delete from fact_revenue using ({Days}{only}) t
            where fact_revenue.client_id = t.client_id and fact_revenue.date_id = t.date_id
              and fact_revenue.load_id in (select load_id from load_log where family = @family)
            """, cancel);
        await RunAsync(
            $"""
            insert into fact_revenue (client_id, date_id, channel_reported, order_id, user_no, amount, currency, is_new_customer, load_id)
            select c.client_id, s.date_id, s.channel_reported, s.order_id, null, s.amount, s.currency, s.is_new_customer, @loadId
            from stg_revenue s join dim_client c on c.client_code = s.client_code{only}
            """, cancel);

        var clients = (await ClientsAsync()).Select(client => -client);
        await LedgerAsync("revenue", "fact_revenue", ("f.date_id", "f.date_id"), "", SliceSums.Revenue,
            cancel, "-f.client_id", string.Join(", ", clients));
    }

    /// <summary>Says anew what stands in the slices of this load's accounts and days: counts, sums and a checksum of each load's rows.</summary>
    Task LedgerAsync(
        string fact, string table, (string First, string Last) slice, string own, SliceSums sums, CancellationToken cancel,
        string account = "f.account_id", string? accountKeys = null, string? alone = null) =>
        RunAsync(LedgerSql.Rewrite(staged.Dialect, fact, table, slice, own, sums, account, accountKeys ?? Accounts, alone), cancel, fact);

    Task QuarantineAsync() => isReplay ? Task.CompletedTask : staged.Connection.ExecuteAsync(
        "insert into quarantine select @loadId, @ManifestSha256, @FileName, line, rule_id, reason, raw from stg_quarantine",
        new { loadId, request.ManifestSha256, request.FileName }, transaction);

    Task RunAsync(string sql, CancellationToken cancel, string fact = "") => staged.Connection.ExecuteAsync(new CommandDefinition(
        sql,
        new { loadId, family = request.Family, at = request.LoadedAt.UtcDateTime, first = Days.First, last = Days.Last, fact },
        transaction, cancellationToken: cancel));
}
