using System.Buffers.Binary;
using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

public sealed unsafe partial class DuckDbColumnWriter
{
    static readonly int FirstDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public void Write(DateOnly value)
    {
        if (type.Id != NativeType.Date)
            throw Mismatch(nameof(DateOnly));
        *Cell<int>() = value.DayNumber - FirstDay;
    }

    public void Write(TimeOnly value)
    {
        if (type.Id != NativeType.Time)
            throw Mismatch(nameof(TimeOnly));
        *Cell<long>() = value.Ticks / TimeSpan.TicksPerMicrosecond;
    }

    /// <summary>Writes a moment in the column's unit, cut off below it. With a zone, a local time is turned into UTC.</summary>
    public void Write(DateTime value)
    {
        var moment = type.Id == NativeType.TimestampTz && value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value;
        var ticks = moment.Ticks - DateTime.UnixEpoch.Ticks;
        *Cell<long>(nameof(DateTime)) = type.Id switch
        {
            NativeType.Timestamp or NativeType.TimestampTz => Floor(ticks, TimeSpan.TicksPerMicrosecond),
            NativeType.TimestampSeconds => Floor(ticks, TimeSpan.TicksPerSecond),
            NativeType.TimestampMilliseconds => Floor(ticks, TimeSpan.TicksPerMillisecond),
            _ => (long)Within((Int128)ticks * TimeSpan.NanosecondsPerTick, -long.MaxValue + 1, long.MaxValue - 1),
        };
    }

    public void Write(DateTimeOffset value)
    {
        if (type.Id != NativeType.TimestampTz)
            throw Mismatch(nameof(DateTimeOffset));
        Write(value.UtcDateTime);
    }

    /// <summary>Writes a UUID as the engine sorts it: a number with its first bit turned.</summary>
    public void Write(Guid value)
    {
        if (type.Id != NativeType.Uuid)
            throw Mismatch(nameof(Guid));
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        *Cell<NativeHugeInt>() = new(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes) ^ 1UL << 63);
    }

    T* Cell<T>(string given) where T : unmanaged =>
        type.ClrType == typeof(DateTime) ? Cell<T>() : throw Mismatch(given);

    static long Floor(long ticks, long unit) => Math.DivRem(ticks, unit, out var rest) - (rest < 0 ? 1 : 0);
}
