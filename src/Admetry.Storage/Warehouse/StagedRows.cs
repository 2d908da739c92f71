using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>One part's rows on their way in: checked and numbered, held in temporary tables of one connection, nothing loaded yet.</summary>
/// <remarks>
/// Rows stream through; only the distinct names are held in memory. Equal input rows have equal content hashes; rows that speak of
/// the same thing have equal identity hashes. <see cref="SliceLoad"/> takes it from here.
/// </remarks>
public sealed class StagedRows : IAsyncDisposable
{
    readonly BulkWriters writers;
    readonly StagedTally deliveryTally = new(), engagementTally = new(), revenueTally = new();
    Breakdown? lastBreakdown;
    bool hasSegments, hasFurther;

    StagedRows(DbConnection connection, SqlDialect dialect)
    {
        Connection = connection;
        Dialect = dialect;
        writers = new(connection);
        Delivery = new(connection, writers);
    }

    internal DbConnection Connection { get; }

    internal SqlDialect Dialect { get; }

    internal DeliveryStage Delivery { get; }

    internal EntityNumbers Numbers { get; } = new();

    internal List<ClientRow> Clients { get; } = [];

    internal HashSet<Breakdown> Breakdowns { get; } = [];

    /// <summary>Its delivery is keywords or search terms alone: less than the whole, since platforms leave out what few people saw.</summary>
    internal bool IsPart => Breakdowns.Count > 0 && Breakdowns.All(breakdown => breakdown is Breakdown.Keyword or Breakdown.SearchTerm);

    internal bool HasDays { get; private set; }

    internal bool HasPeriods { get; private set; }

    internal bool HasActions { get; private set; }

    internal bool HasEngagementPeriods { get; private set; }

    internal long DeliveryRows => deliveryTally.Heads;

    internal long EngagementRows => engagementTally.Heads;

    internal long RevenueRows => revenueTally.Heads;

    /// <summary>Rows quarantined while they were read; staging may find more.</summary>
    public long QuarantinedRows { get; private set; }

    /// <summary>No two delivery rows have the same identity; known once duplicates were looked for.</summary>
    internal bool HasNoRepeats { get; set; }

    /// <summary>No two entities became the same keys; known once names were resolved.</summary>
    internal bool HasDistinctKeys { get; set; }

    /// <summary>Each delivery row has keys of its own, so that nothing is left to be summed.</summary>
    internal bool IsOneRowAKey =>
        HasNoRepeats && HasDistinctKeys && !hasSegments && !hasFurther && Breakdowns.Count == 1 && Breakdowns.Contains(Breakdown.None);

    /// <summary>The campaign key of each entity number; known once names were resolved.</summary>
    internal long[] Campaigns { get; set; } = [];

    internal DateOnly? First { get; private set; }

    internal DateOnly? Last { get; private set; }

    internal Level Level { get; private set; }

    /// <summary>Rows taken so far, whatever their kind.</summary>
    public long Rows => DeliveryRows + EngagementRows + RevenueRows + Clients.Count;

    /// <param name="connection">Open; the caller keeps it open until the load is done.</param>
    public static async Task<StagedRows> CreateAsync(DbConnection connection, SqlDialect dialect, CancellationToken cancel)
    {
        await connection.ExecuteAsync(new CommandDefinition("drop view if exists stg_delivery", cancellationToken: cancel));
        foreach (var (table, columns) in StageSchema.Tables)
            await connection.ExecuteAsync(new CommandDefinition($"drop table if exists {table}; create temporary table {table} ({columns})", cancellationToken: cancel));
        if (dialect.IsPostgres)
            await connection.ExecuteAsync(new CommandDefinition(string.Join("; ", StageSchema.PostgresIndexes), cancellationToken: cancel));
        return new(connection, dialect);
    }

    /// <summary>Takes one input row: the row itself and what else it says by breakdown.</summary>
    public void Add(DeliveryRow row, IReadOnlyList<DeliveryRow> further)
    {
        StableHash identity = new(), content = new();
        MeasureCells cells = default, others = default;
        var place = Place(row, ref cells, ref identity, ref content);
        for (var i = 0; i < further.Count; i++)
            Place(further[i], ref others, ref identity, ref content);

        if (further.Count == 0 && place.First == place.Last && row.Segment is "")
            deliveryTally.Head(place.Entity, Numbers.EntityHash(place.Entity), Numbers.SplitHash(place.Split), row.First.DayNumber);
        else
            deliveryTally.Head(identity.Value);
        Write(row, place, cells, head: true, identity.Value, content.Value);
        for (var i = 0; i < further.Count; i++)
            Write(further[i], Placed(further[i], ref others), others, head: false, identity.Value, content.Value);
        hasFurther |= further.Count > 0;
    }

    public void Add(EngagementRow row)
    {
        See(row.Day, row.Last);
        var (first, last) = Calendar.Keys(row.Day, row.Last);
        HasEngagementPeriods |= first != last;
        var entity = Numbers.Entity(row);
        StableHash identity = new();
        identity.Add((long)first << 32 | (uint)last);
        identity.Add(Numbers.EntityHash(entity));
        identity.Add(row.Segment);
        var content = identity;
        long?[] counts =
        [
            row.EmailsSent, row.Delivered, row.Opens, row.Clicks, row.HardBounces, row.SoftBounces, row.Unsubscribes, row.Complaints,
            row.Pageviews, row.WebSessions, row.Engaged, row.Bounces,
        ];
        foreach (var count in counts)
            content.Add(count);
        content.Add(row.DurationSeconds);
        engagementTally.Head(identity.Value);
        engagementTally.Row(content.Value);

        var to = writers["stg_engagement"];
        to.Integer(row.Line);
        to.Integer(first);
        to.Integer(last);
        to.Integer(entity);
        to.Long(identity.Value);
        to.Long(content.Value);
        foreach (var count in counts)
            to.Long(count);
        to.Decimal(row.DurationSeconds);
        to.EndRow();
    }

    public void Add(RevenueRow row)
    {
        See(row.Day, row.Day);
        StableHash identity = new();
        identity.Add(Calendar.Key(row.Day));
        foreach (var text in new[] { row.ClientCode, row.ChannelReported, row.OrderId, row.Currency, row.Segment })
            identity.Add(text);
        var content = identity;
        content.Add(row.Amount);
        revenueTally.Head(identity.Value);
        revenueTally.Row(content.Value);

        var to = writers["stg_revenue"];
        to.Integer(row.Line);
        to.Integer(Calendar.Key(row.Day));
        to.Text(row.ClientCode);
        to.Text(row.ChannelReported);
        to.Text(row.OrderId);
        to.Decimal(row.Amount);
        to.Text(row.Currency);
        to.Boolean(row.IsNewCustomer);
        to.Long(identity.Value);
        to.Long(content.Value);
        to.EndRow();
    }

    public void Add(ClientRow row) => Clients.Add(row);

    /// <summary>Notes a row that cannot be believed, with its text as received.</summary>
    public void Quarantine(int line, string ruleId, string reason, string raw)
    {
        QuarantinedRows++;
        var to = writers["stg_quarantine"];
        to.Integer(line);
        to.Text(ruleId);
        to.Text(reason);
        to.Text(raw);
        to.EndRow();
    }

    /// <summary>What is known of one table of input rows.</summary>
    internal StagedTally Tally(string table) => table switch
    {
        "stg_delivery" => deliveryTally,
        "stg_engagement" => engagementTally,
        "stg_revenue" => revenueTally,
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "Not a table of input rows."),
    };

    /// <summary>Ends the writing: every staged row is now visible to SQL.</summary>
    public async Task FinishAsync(CancellationToken cancel)
    {
        await writers.CompleteAsync(cancel);
        await Delivery.FinishAsync(cancel);
    }

    /// <summary>Tells the planner what was staged.</summary>
    /// <remarks>
    /// PostgreSQL knows nothing of a new temporary table, takes a join with it for one of a few rows, and then compares every row with
    /// every entity. DuckDB counts as it appends.
    /// </remarks>
    internal Task AnalyzeAsync(string tables, DbTransaction transaction) =>
        Dialect.IsPostgres ? Connection.ExecuteAsync($"analyze {tables}", transaction: transaction) : Task.CompletedTask;

    internal BulkWriter Bulk(string table) => writers[table];

    /// <summary>Drops the temporary tables; the connection stays the caller's.</summary>
    public async ValueTask DisposeAsync()
    {
        await writers.DisposeAsync();
        if (Connection.State is not System.Data.ConnectionState.Open)
            return;

        await Connection.ExecuteAsync("drop view if exists stg_delivery");
        foreach (var (table, _) in StageSchema.Tables)
            await Connection.ExecuteAsync($"drop table if exists {table}");
    }

    RowPlace Placed(DeliveryRow row, ref MeasureCells cells)
    {
        var (first, last) = Calendar.Keys(row.First, row.Last);
        MeasureCells.Read(row.Measures, ref cells, out var reported);
        return new(Numbers.Entity(row), Numbers.Split(row), first, last, reported);
    }

    RowPlace Place(DeliveryRow row, ref MeasureCells cells, ref StableHash identity, ref StableHash content)
    {
        var place = Placed(row, ref cells);
        identity.Add((long)place.First << 32 | (uint)place.Last);
        identity.Add(Numbers.EntityHash(place.Entity));
        identity.Add(Numbers.SplitHash(place.Split));
        identity.Add(row.Segment);
        content.Add(identity.Value);
        cells.AddTo(ref content, place.Reported);
        hasSegments |= row.Segment is not "";
        for (var i = 0; i < row.Actions.Count; i++)
        {
            var action = row.Actions[i];
            content.Add(action.ActionType);
            content.Add(action.Window);
            content.Add(action.Count);
            content.Add(action.Value);
        }

        return place;
    }

    void Write(DeliveryRow row, in RowPlace place, in MeasureCells cells, bool head, long identity, long content)
    {
        deliveryTally.Row(content);
        See(row.First, row.Last);
        if (place.First == place.Last)
            HasDays = true;
        else
            HasPeriods = true;
        if (row.Level > Level)
            Level = row.Level;
        if (row.Breakdown != lastBreakdown)
            Breakdowns.Add((lastBreakdown = row.Breakdown).Value);
        Numbers.Report(Numbers.Account(row.Account), place.Reported);
        Delivery.Write(row.Line, head, place, row.Breakdown, identity, content, cells);
        for (var i = 0; i < row.Actions.Count; i++)
            Write(row.Line, place.First, place.Last, place.Entity, row.Actions[i]);
    }

    void Write(int line, int first, int last, int entity, ActionCount action)
    {
        HasActions = true;
        var to = writers["stg_action"];
        to.Integer(line);
        to.Integer(first);
        to.Integer(last);
        to.Integer(entity);
        to.Integer(Numbers.Action(action.ActionType));
        to.Text(action.Window);
        to.Decimal(action.Count);
        to.Decimal(action.Value);
        to.EndRow();
    }

    void See(DateOnly first, DateOnly last)
    {
        First = First is { } earliest && earliest <= first ? earliest : first;
        Last = Last is { } latest && latest >= last ? latest : last;
    }
}
