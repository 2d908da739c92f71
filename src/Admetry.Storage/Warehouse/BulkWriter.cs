namespace Admetry.Storage.Warehouse;

/// <summary>Writes many rows into one table, cell after cell in the table's order: the fastest way either engine has.</summary>
abstract class BulkWriter
{
    public abstract void Boolean(bool value);

    public abstract void Short(short value);

    public abstract void Integer(int value);

    public abstract void Long(long value);

    public abstract void Decimal(decimal value);

    /// <summary>Writes an amount into a numeric(18,6).</summary>
    public abstract void Millionths(long value);

    public abstract void Date(DateOnly value);

    /// <param name="micros">Microseconds since 1970, UTC.</param>
    public abstract void Timestamp(long micros);

    public abstract void Text(string value);

    /// <summary>Leaves the next cells empty. Most rows report a few of the many measures, so this is what happens most.</summary>
    public abstract void Nulls(int count);

    public abstract void EndRow();

    /// <summary>Brings the last rows to the table and ends the writer.</summary>
    public abstract void Complete();

    /// <summary>Ends the writer; rows that have not reached the table are lost.</summary>
    public abstract void Abandon();

    public void Boolean(bool? value)
    {
        if (value is { } boolean)
            Boolean(boolean);
        else
            Nulls(1);
    }

    public void Long(long? value)
    {
        if (value is { } number)
            Long(number);
        else
            Nulls(1);
    }

    public void Decimal(decimal? value)
    {
        if (value is { } amount)
            Decimal(amount);
        else
            Nulls(1);
    }

    public void TextOrNull(string? value)
    {
        if (value is not null)
            Text(value);
        else
            Nulls(1);
    }
}
