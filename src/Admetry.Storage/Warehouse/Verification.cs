using System.Data.Common;
using System.Globalization;
using Admetry.DuckDb;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>One thing a warehouse must keep true, and what was found.</summary>
/// <param name="Id">The invariant: I1 … I11, and A1 … A24 where there is an exchange’s log or its books.</param>
/// <param name="Violations">What breaks it, at most twenty examples; empty when it holds.</param>
/// <param name="Count">How many break it.</param>
public sealed record Check(string Id, string Claim, long Count, IReadOnlyList<string> Violations)
{
    public bool Holds => Count == 0;
}

/// <summary>Proves that a warehouse holds exactly what its log says, from the facts alone. Reads only.</summary>
public static class Verification
{
    const int Examples = 20;

    /// <param name="acknowledged">Loads the control store told a user about: landing order, part and load id.</param>
    public static async Task<IReadOnlyList<Check>> RunAsync(
        WarehouseDatabase warehouse, IReadOnlyCollection<(long Order, string Part)> acknowledged, CancellationToken cancel)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        if (!warehouse.Dialect.IsPostgres && await BlocksAsync(connection) is { Holds: false } unreadable)
            return [unreadable];

        var checks = new List<Check>
        {
            await LedgerAsync(connection, warehouse.Dialect),
            await FindAsync(connection, "I2", "No row of a fact without an active load, and no fact row without its ledger",
                string.Join(" union all ", SliceFamily.Tables.Select(table =>
                    $"select '{table}: ' || cast(count(*) as varchar) || ' rows of load ' || cast(f.load_id as varchar) || ', which load_log does not hold' as found from {table} f left join load_log l on l.load_id = f.load_id and l.state = 'active' where l.load_id is null group by f.load_id"))),
            await AcknowledgedAsync(connection, acknowledged),
            await FindAsync(connection, "I4", "No key twice in a fact",
                string.Join(" union all ", SliceFamily.All.Where(family => family.Key.Count > 0).Select(family => (family.Table, family.Key)).DistinctBy(pair => pair.Table).Select(pair =>
                    $"select '{pair.Table}: ' || cast(count(*) as varchar) || ' rows of one key' as found from {pair.Table} group by {string.Join(", ", pair.Key)} having count(*) > 1"))),
            await FindAsync(connection, "I6", "Rows read = accepted + quarantined + duplicates + filtered, for each load",
                """
                select 'load ' || cast(load_id as varchar) || ' of ' || file_name || ': ' || cast(input_rows as varchar) || ' read' as found
                from load_log l where input_rows <> accepted_rows + quarantined_rows + duplicate_rows + filtered_rows
                  or (state = 'active' and quarantined_rows <> (select count(*) from quarantine q where q.load_id = l.load_id))
                """),
            await FindAsync(connection, "I7", "Every load with a totals row still equals it, where nothing has replaced its days",
                """
                select 'load ' || cast(l.load_id as varchar) || ' of ' || l.file_name || ': ' || cast(sum(s.spend) as varchar) || ' stands, the file said ' || cast(l.control_total as varchar) as found
                from load_log l join load_slice s on s.load_id = l.load_id and s.fact in ('core', 'period')
                where l.state = 'active' and l.control_total is not null and l.quarantined_rows = 0 and l.shadowed_rows = 0
                  and l.slices = (select count(*) from load_slice a where a.load_id = l.load_id)
                group by l.load_id, l.file_name, l.control_total, l.accepted_rows
                having abs(sum(s.spend) - l.control_total) > 0.01 + 0.005 * l.accepted_rows
                """),
            await FindAsync(connection, "Keys", "Every key of a fact stands in its dimension",
                string.Join(" union all ", SliceFamily.Tables.Where(table => table is not "fact_revenue").SelectMany(Orphans))),
        };
        checks.Add(await FindAsync(connection, "I11", "Every roll-up is the sum of its source, to the last digit",
            string.Join(" union all ", RollUps.On(warehouse.Dialect).Select(one => $"select found from ({RollUpTables.Differences(one)}) {one.Table}_found"))));
        if (await connection.ExecuteScalarAsync<bool>("select exists (select 1 from log_impression)"))
            foreach (var check in AdTechCheck.All)
                checks.Add(await FindAsync(connection, check.Id, check.Claim, check.Sql));
        if (await connection.ExecuteScalarAsync<bool>("select exists (select 1 from fin_document)"))
            foreach (var check in FinanceCheck.All)
                checks.Add(await FindAsync(connection, check.Id, check.Claim, check.Sql));
        return checks;
    }

    /// <summary>Loads of which rows stand back, because another source describes the same money.</summary>
    public static async Task<IReadOnlyList<string>> ShadowedAsync(WarehouseDatabase warehouse, CancellationToken cancel)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        return [.. await connection.QueryAsync<string>(
            "select 'load ' || cast(load_id as varchar) || ' of ' || file_name || ': ' || cast(shadowed_rows as varchar) || ' of ' || cast(accepted_rows as varchar) || ' rows' from load_log where shadowed_rows > 0 and state = 'active' order by load_id")];
    }

    // DuckDB proves a block's checksum when it reads it: every column of every table is read, also those no other check looks at.
    static async Task<Check> BlocksAsync(DbConnection connection)
    {
        var violations = new List<string>();
        var reads = await connection.QueryAsync<(string Table, string Sql)>(
            """
            select table_name, 'select bit_xor(hash(columns(*))) from ' || schema_name || '.' || table_name from duckdb_tables() where database_name = current_database() and not temporary
            union all
            select table_name, 'select * from ' || table_name || ' where ' || constraint_column_names[1] || ' = '
              || case when data_type = 'VARCHAR' then '''''' else '0' end
            from duckdb_constraints() join duckdb_columns() using (database_name, table_name)
            where database_name = current_database() and constraint_type in ('PRIMARY KEY', 'UNIQUE') and column_name = constraint_column_names[1]
            order by all
            """);
        foreach (var (table, sql) in reads)
        {
            try
            {
                await connection.QueryAsync(sql);
            }
            catch (DuckDbException error)
            {
                violations.Add($"{table}: {error.Message.Split('\n')[0]}");
            }
        }

        return new("File", "Every block of the warehouse's file can be read", violations.Count, [.. violations.Take(Examples)]);
    }

    static async Task<Check> LedgerAsync(DbConnection connection, SqlDialect dialect)
    {
        var violations = new List<string>();
        foreach (var family in SliceFamily.All)
            violations.AddRange(await connection.QueryAsync<string>(
                $"""
                select '{family.Fact}: account ' || cast(coalesce(a.account_id, b.account_id) as varchar) || ', day ' || cast(coalesce(a.first_id, b.first_id) as varchar)
                  || ', load ' || cast(coalesce(a.load_id, b.load_id) as varchar) || ': the ledger has ' || coalesce(cast(a.row_count as varchar), 'no')
                  || ' rows, the fact ' || coalesce(cast(b.row_count as varchar), 'none')
                from (select * from load_slice where fact = '{family.Fact}') a
                full outer join ({LedgerSql.Select(dialect, family.Fact, family.Table, family.Slice, family.Sums, family.Account, family.Own is "" ? "true" : family.Own)}) b
                  (fact, account_id, first_id, last_id, load_id, row_count, spend, impressions, clicks, checksum)
                  on a.account_id = b.account_id and a.first_id = b.first_id and a.last_id = b.last_id and a.load_id = b.load_id
                where a.row_count is distinct from b.row_count or a.spend is distinct from b.spend
                  or a.impressions is distinct from b.impressions or a.clicks is distinct from b.clicks or a.checksum is distinct from b.checksum
                """));
        return new("I1", "Every slice holds exactly the rows its loads left there: count, sums and checksum", violations.Count, [.. violations.Take(Examples)]);
    }

    static async Task<Check> AcknowledgedAsync(DbConnection connection, IReadOnlyCollection<(long Order, string Part)> acknowledged)
    {
        var logged = (await connection.QueryAsync<(long, string)>("select landing_order, part from load_log")).ToHashSet();
        var equal = (await connection.QueryAsync<(long, string)>("select landing_order, part from load_log where state = 'active'")).ToHashSet();
        var lost = acknowledged.Where(load => !logged.Contains(load) && !equal.Contains(load)).Select(load =>
            string.Create(CultureInfo.InvariantCulture, $"landing {load.Order}, {load.Part}: acknowledged, but not in the warehouse")).ToList();
        return new("I3", "Every acknowledged load is in the warehouse", lost.Count, [.. lost.Take(Examples)]);
    }

    static async Task<Check> FindAsync(DbConnection connection, string id, string claim, string sql)
    {
        var found = (await connection.QueryAsync<string>(sql)).ToList();
        return new(id, claim, found.Count, [.. found.Take(Examples)]);
    }

    static IEnumerable<string> Orphans(string table)
    {
        (string Column, string Dimension)[] keys = table is "fact_engagement_metrics" or "fact_period_engagement"
            ? [("account_id", "dim_account"), ("campaign_id", "dim_campaign")]
            : [("account_id", "dim_account"), ("campaign_id", "dim_campaign"), ("adset_id", "dim_adset"), ("ad_id", "dim_ad"), ("creative_id", "dim_creative")];
        return keys.Select(key =>
            $"select '{table}: {key.Column} ' || cast(f.{key.Column} as varchar) as found from (select distinct {key.Column} from {table}) f left join {key.Dimension} d on d.{key.Column} = f.{key.Column} where d.{key.Column} is null");
    }
}
