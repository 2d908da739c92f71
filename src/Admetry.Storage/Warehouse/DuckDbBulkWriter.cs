using Admetry.DuckDb;

namespace Admetry.Storage.Warehouse;

/// <summary>Fills DuckDB's own column vectors.</summary>
sealed class DuckDbBulkWriter(DuckDbConnection connection, string table) : BulkWriter
{
    readonly DuckDbAppender appender = connection.CreateAppender(table);
    int column;

    DuckDbColumnWriter Next => appender.Column(column++);

    public override void Boolean(bool value) => Next.Write(value);

    public override void Short(short value) => Next.Write(value);

    public override void Integer(int value) => Next.Write(value);

    public override void Long(long value) => Next.Write(value);

    public override void Decimal(decimal value) => Next.Write(value);

    public override void Millionths(long value) => Next.WriteUnscaled(value);

    public override void Date(DateOnly value) => Next.Write(value);

    public override void Timestamp(long micros) => Next.Write(DateTime.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond));

    public override void Text(string value) => Next.Write(value);

    public override void Nulls(int count) => column += count;

    public override void EndRow()
    {
        appender.EndSparseRow();
        column = 0;
    }

    public override void Complete()
    {
        appender.Complete();
        appender.Dispose();
    }

    public override void Abandon() => appender.Dispose();
}
