using System.Buffers.Binary;
using System.Text;

namespace Admetry.Storage.Warehouse;

/// <summary>Writes rows in the bytes of a binary COPY: a 16-bit count of cells, then each cell's length and big-endian value.</summary>
/// <remarks>Made here and not by the driver's importer, which spends several times as long on each cell.</remarks>
sealed class PostgresBulkWriter(PostgresCopy copy, string table) : BulkWriter
{
    const int BatchBytes = 1 << 16;

    // PostgreSQL counts from 2000.
    const long EpochMicros = 946_684_800_000_000;
    static readonly int EpochDay = new DateOnly(2000, 1, 1).DayNumber;

    byte[] buffer = new byte[BatchBytes * 2];
    int length = sizeof(short);
    int rowStart;
    short cells;

    public override void Boolean(bool value) => Cell(1)[0] = value ? (byte)1 : (byte)0;

    public override void Short(short value) => BinaryPrimitives.WriteInt16BigEndian(Cell(sizeof(short)), value);

    public override void Integer(int value) => BinaryPrimitives.WriteInt32BigEndian(Cell(sizeof(int)), value);

    public override void Long(long value) => BinaryPrimitives.WriteInt64BigEndian(Cell(sizeof(long)), value);

    public override void Date(DateOnly value) => Integer(value.DayNumber - EpochDay);

    public override void Timestamp(long micros) => Long(micros - EpochMicros);

    public override void Decimal(decimal value)
    {
        var start = length;
        var size = PostgresNumeric.Write(value, Cell(PostgresNumeric.MaxSize));
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(start), size);
        length = start + sizeof(int) + size;
    }

    public override void Millionths(long value) => Decimal(new decimal(
        unchecked((int)Math.Abs(value)), (int)(Math.Abs(value) >> 32), 0, value < 0, 6));

    // PostgreSQL's texts hold no zero character.
    public override void Text(string value)
    {
        var text = value.Contains('\0', StringComparison.Ordinal) ? value.Replace("\0", "", StringComparison.Ordinal) : value;
        var start = length;
        var size = Encoding.UTF8.GetBytes(text, Cell(Encoding.UTF8.GetMaxByteCount(text.Length)));
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(start), size);
        length = start + sizeof(int) + size;
    }

    public override void Nulls(int count)
    {
        Reserve(count * sizeof(int)).Fill(0xFF);
        cells += (short)count;
    }

    public override void EndRow()
    {
        BinaryPrimitives.WriteInt16BigEndian(buffer.AsSpan(rowStart), cells);
        if (length > BatchBytes)
        {
            copy.Send(table, buffer.AsSpan(0, length));
            length = 0;
        }

        BeginRow();
    }

    public override void Complete()
    {
        if (rowStart > 0)
            copy.Send(table, buffer.AsSpan(0, rowStart));
        length = 0;
        BeginRow();
    }

    public override void Abandon()
    {
        length = 0;
        BeginRow();
    }

    void BeginRow()
    {
        rowStart = length;
        cells = 0;
        Reserve(sizeof(short));
    }

    /// <summary>Room for a cell, whose length stands before it.</summary>
    Span<byte> Cell(int size)
    {
        cells++;
        var room = Reserve(sizeof(int) + size);
        BinaryPrimitives.WriteInt32BigEndian(room, size);
        return room[sizeof(int)..];
    }

    Span<byte> Reserve(int size)
    {
        if (length + size > buffer.Length)
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + size));
        var room = buffer.AsSpan(length, size);
        length += size;
        return room;
    }
}
