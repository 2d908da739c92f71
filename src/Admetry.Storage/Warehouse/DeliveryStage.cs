using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>Where a row belongs: its entity and split, its days, and which measures it reports.</summary>
readonly record struct RowPlace(int Entity, int Split, int First, int Last, long Reported);

/// <summary>The table of staged delivery rows, as wide as its rows need, and the view <c>stg_delivery</c> that reads it as if it had every column.</summary>
/// <remarks>
/// Most files report five of twenty measures, on single days, without a breakdown. A column that no row needs would still be filled,
/// counted and hashed by the engine, so each is added when the first row comes that needs it, and the view stands in for the others.
/// </remarks>
sealed class DeliveryStage(DbConnection connection, BulkWriters writers)
{
    /// <summary>The table behind the view: what deletes and statistics name.</summary>
    public const string Table = "stg_delivery_row";

    const int Head = MeasureCells.Count, Last = Head + 1, Kind = Head + 2, Split = Head + 3, Optional = Head + 4;

    /// <summary>Columns beyond the measures: what a row has that lacks them, and their type.</summary>
    static readonly (string Name, string Type, string Default)[] Further =
        [("head", "boolean", "true"), ("last_id", "integer", "first_id"), ("breakdown", "smallint", "cast(0 as smallint)"), ("split", "integer", "0")];

    readonly List<int> columns = new(Optional);
    long present;
    bool isViewed;
    BulkWriter? to;

    /// <summary>Adds a row of the stage.</summary>
    /// <param name="head">The first of its input row.</param>
    public void Write(int line, bool head, in RowPlace place, Breakdown breakdown, long identity, long content, in MeasureCells cells)
    {
        var needed = place.Reported
            | (head ? 0 : 1L << Head) | (place.First == place.Last ? 0 : 1L << Last)
            | (breakdown is Breakdown.None ? 0 : 1L << Kind) | (place.Split == 0 ? 0 : 1L << Split);
        if ((needed & ~present) != 0)
            Widen(needed & ~present);

        var row = to ??= writers[Table];
        row.Integer(line);
        row.Integer(place.First);
        row.Integer(place.Entity);
        row.Long(identity);
        row.Long(content);
        foreach (var column in columns)
            switch (column)
            {
                case Head: row.Boolean(head); break;
                case Last: row.Integer(place.Last); break;
                case Kind: row.Short((short)breakdown); break;
                case Split: row.Integer(place.Split); break;
                default:
                    if ((place.Reported >> column & 1) == 0)
                        row.Nulls(1);
                    else if (StageSchema.IsAmount(column))
                        row.Millionths(cells[column]);
                    else
                        row.Long(cells[column]);
                    break;
            }

        row.EndRow();
    }

    /// <summary>Ends the writing and makes the view. More rows may follow, and then another end.</summary>
    public async Task FinishAsync(CancellationToken cancel)
    {
        to = null;
        if (isViewed)
            return;

        var missing = Enumerable.Range(0, Optional).Select(column => (present >> column & 1) != 0 ? Name(column) : $"{Absent(column)} as {Name(column)}");
        await connection.ExecuteAsync(new CommandDefinition(
            $"create or replace temporary view stg_delivery as select line, first_id, entity, identity, content, {string.Join(", ", missing)} from {Table}",
            cancellationToken: cancel));
        isViewed = true;
    }

    /// <summary>The columns that joins and groups go by, as far as the table has them.</summary>
    public string Keys => string.Join(", ", Enumerable.Range(Last, Optional - Last).Where(column => (present >> column & 1) != 0).Select(Name).Prepend("first_id, entity"));

    // The rows so far lack the column, which says what the view would have said for them.
    void Widen(long needed)
    {
        to = null;
        isViewed = false;
        writers.Complete(Table);
        for (var column = 0; column < Optional; column++)
        {
            if ((needed >> column & 1) == 0)
                continue;

            connection.Execute($"alter table {Table} add column {Name(column)} {TypeOf(column)}");
            if (column >= Head)
                connection.Execute($"update {Table} set {Name(column)} = {Further[column - Head].Default}");
            columns.Add(column);
            present |= 1L << column;
        }
    }

    static string Name(int column) => column < Head ? StageSchema.Measures[column] : Further[column - Head].Name;

    static string TypeOf(int column) => column < Head ? StageSchema.TypeOf(Name(column)) : Further[column - Head].Type;

    static string Absent(int column) => column < Head ? $"cast(null as {TypeOf(column)})" : Further[column - Head].Default;
}
