using Npgsql;
using NpgsqlTypes;

namespace Admetry.Storage.Warehouse;

/// <summary>Binary COPY in batches. Cells wait in a reused buffer, because a connection can run only one COPY at a time.</summary>
sealed class PostgresBulkWriter(NpgsqlConnection connection, string table) : BulkWriter
{
    const int BatchCells = 1 << 17;

    enum Kind : byte { Null, Boolean, Short, Integer, Long, Decimal, Text, EndOfRow }

    struct Cell
    {
        public Kind Kind;
        public long Number;
        public decimal Amount;
        public string? Text;
    }

    readonly Cell[] cells = new Cell[BatchCells];
    int count;
    int rowStart;

    public override void Boolean(bool? value) => Add(value is null ? default : new() { Kind = Kind.Boolean, Number = value.Value ? 1 : 0 });

    public override void Short(short value) => Add(new() { Kind = Kind.Short, Number = value });

    public override void Integer(int value) => Add(new() { Kind = Kind.Integer, Number = value });

    public override void Long(long? value) => Add(value is null ? default : new() { Kind = Kind.Long, Number = value.Value });

    public override void Decimal(decimal? value) => Add(value is null ? default : new() { Kind = Kind.Decimal, Amount = value.Value });

    public override void Text(string? value) => Add(value is null ? default : new() { Kind = Kind.Text, Text = value.Replace("\0", "", StringComparison.Ordinal) });

    public override void EndRow()
    {
        Add(new() { Kind = Kind.EndOfRow });
        rowStart = count;
        if (count > BatchCells - 256)
            Flush();
    }

    public override void Complete() => Flush();

    public override void Abandon() => count = rowStart = 0;

    void Add(Cell cell) => cells[count++] = cell;

    void Flush()
    {
        if (rowStart == 0)
            return;

        using var copy = connection.BeginBinaryImport($"copy {table} from stdin (format binary)");
        var atStart = true;
        for (var i = 0; i < rowStart; i++)
        {
            if (atStart)
                copy.StartRow();
            atStart = cells[i].Kind is Kind.EndOfRow;
            if (!atStart)
                Write(copy, in cells[i]);
            cells[i].Text = null;
        }

        copy.Complete();
        count = rowStart = 0;
    }

    static void Write(NpgsqlBinaryImporter copy, in Cell cell)
    {
        switch (cell.Kind)
        {
            case Kind.Boolean: copy.Write(cell.Number != 0, NpgsqlDbType.Boolean); break;
            case Kind.Short: copy.Write((short)cell.Number, NpgsqlDbType.Smallint); break;
            case Kind.Integer: copy.Write((int)cell.Number, NpgsqlDbType.Integer); break;
            case Kind.Long: copy.Write(cell.Number, NpgsqlDbType.Bigint); break;
            case Kind.Decimal: copy.Write(cell.Amount, NpgsqlDbType.Numeric); break;
            case Kind.Text: copy.Write(cell.Text!, NpgsqlDbType.Varchar); break;
            default: copy.WriteNull(); break;
        }
    }
}
