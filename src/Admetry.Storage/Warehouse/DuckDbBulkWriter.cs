using Admetry.DuckDb;

namespace Admetry.Storage.Warehouse;

/// <summary>Fills DuckDB's own column vectors.</summary>
sealed class DuckDbBulkWriter(DuckDbConnection connection, string table) : BulkWriter
{
    readonly DuckDbAppender appender = connection.CreateAppender(table);
    int column;

    DuckDbColumnWriter Next => appender.Column(column++);

    public override void Boolean(bool? value)
    {
        if (value is { } boolean)
            Next.Write(boolean);
        else
            Next.WriteNull();
    }

    public override void Short(short value) => Next.Write(value);

    public override void Integer(int value) => Next.Write(value);

    public override void Long(long? value)
    {
        if (value is { } number)
            Next.Write(number);
        else
            Next.WriteNull();
    }

    public override void Decimal(decimal? value)
    {
        if (value is { } amount)
            Next.Write(amount);
        else
            Next.WriteNull();
    }

    public override void Text(string? value)
    {
        if (value is null)
            Next.WriteNull();
        else
            Next.Write(value);
    }

    public override void EndRow()
    {
        appender.EndRow();
        column = 0;
    }

    public override void Complete()
    {
        appender.Complete();
        appender.Dispose();
    }

    public override void Abandon() => appender.Dispose();
}
