using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

sealed unsafe partial class ResultColumn
{
    const long MicrosecondsPerDay = 86_400_000_000;

    static readonly int FirstDay = System.DateOnly.FromDateTime(System.DateTime.UnixEpoch).DayNumber;

    /// <summary>A day; the engine's infinities are the first and the last day of the calendar.</summary>
    public DateOnly DateOnly(long row)
    {
        if (type.Id != NativeType.Date)
            throw Mismatch(nameof(DateOnly));

        var days = Cell<int>(row);
        if (days is int.MaxValue or -int.MaxValue)
            return days > 0 ? System.DateOnly.MaxValue : System.DateOnly.MinValue;
        return days >= -FirstDay && days <= System.DateOnly.MaxValue.DayNumber - FirstDay
            ? System.DateOnly.FromDayNumber(FirstDay + days)
            : throw Overflow($"Day {days} of 1970", nameof(DateOnly));
    }

    public TimeOnly TimeOnly(long row)
    {
        var microseconds = Microseconds(row, nameof(TimeOnly));
        return microseconds < MicrosecondsPerDay
            ? new(microseconds * System.TimeSpan.TicksPerMicrosecond)
            : throw Overflow("24:00:00", nameof(TimeOnly));
    }

    public TimeSpan TimeSpan(long row) => new(Microseconds(row, nameof(TimeSpan)) * System.TimeSpan.TicksPerMicrosecond);

    long Microseconds(long row, string wanted) =>
        type.Id == NativeType.Time ? Cell<long>(row) : throw Mismatch(wanted);

    /// <summary>
    /// A moment, of kind UTC where the column has a zone; a DATE is its midnight. Infinities are the calendar's ends,
    /// and nanoseconds below 100 are cut off.
    /// </summary>
    public DateTime DateTime(long row) => type.Id switch
    {
        NativeType.Timestamp => Moment(Cell<long>(row), System.TimeSpan.TicksPerMicrosecond, DateTimeKind.Unspecified),
        NativeType.TimestampTz => Moment(Cell<long>(row), System.TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc),
        NativeType.TimestampSeconds => Moment(Cell<long>(row), System.TimeSpan.TicksPerSecond, DateTimeKind.Unspecified),
        NativeType.TimestampMilliseconds =>
            Moment(Cell<long>(row), System.TimeSpan.TicksPerMillisecond, DateTimeKind.Unspecified),
        NativeType.TimestampNanoseconds => Nanoseconds(Cell<long>(row)),
        NativeType.Date => DateOnly(row).ToDateTime(System.TimeOnly.MinValue),
        _ => throw Mismatch(nameof(DateTime)),
    };

    public DateTimeOffset DateTimeOffset(long row) =>
        type.Id == NativeType.TimestampTz ? new(DateTime(row)) : throw Mismatch(nameof(DateTimeOffset));

    static DateTime? Infinity(long units, DateTimeKind kind) => units switch
    {
        long.MaxValue => System.DateTime.SpecifyKind(System.DateTime.MaxValue, kind),
        -long.MaxValue => System.DateTime.SpecifyKind(System.DateTime.MinValue, kind),
        _ => null,
    };

    static DateTime Nanoseconds(long units) =>
        Infinity(units, DateTimeKind.Unspecified)
        ?? new(System.DateTime.UnixEpoch.Ticks + (long)Math.Floor(units / 100m), DateTimeKind.Unspecified);

    DateTime Moment(long units, long ticksPerUnit, DateTimeKind kind)
    {
        if (Infinity(units, kind) is { } end)
            return end;

        var epoch = System.DateTime.UnixEpoch.Ticks;
        return units >= -epoch / ticksPerUnit && units <= (System.DateTime.MaxValue.Ticks - epoch) / ticksPerUnit
            ? new(epoch + units * ticksPerUnit, kind)
            : throw Overflow($"The moment {units}", nameof(DateTime));
    }
}
