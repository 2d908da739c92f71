using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>One column that is read: where it stands, what it means and how its cells are written.</summary>
sealed record Column(int Index, string Header, Field Field)
{
    public DecimalMark Mark { get; init; } = DecimalMark.Point;
    public DateOrder Order { get; init; }

    /// <summary>The number as written times this is the canonical number: 0.000001 for micros.</summary>
    public decimal Factor { get; init; } = 1;

    /// <summary>The number counts the smallest coins of the row's currency.</summary>
    public bool IsMinor { get; init; }

    /// <summary>Some number of the column must show a fraction, or it may count coins.</summary>
    public bool NeedsFraction { get; init; }

    /// <summary>Its times are instants of UTC.</summary>
    public bool IsUtc { get; init; }

    /// <summary>Its times of day tell rows of one day apart: they are hours.</summary>
    public bool IsHourly { get; init; }

    /// <summary>Where instants are days: the account's zone; null takes the day as written.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>From the header's brackets.</summary>
    public string? Currency { get; init; }

    /// <summary>A value that stands in no cell but in the mapping.</summary>
    public string? Fixed { get; init; }
}

/// <summary>All that is known of a file before its first row is read.</summary>
sealed record Layout
{
    public required Family Family { get; init; }
    public required Sheet Sheet { get; init; }
    public required ReadingHints Hints { get; init; }
    public required IReadOnlyList<Column> Columns { get; init; }
    public Level Level { get; init; }
    public Breakdown Breakdown { get; init; }

    /// <summary>The days of rows that carry none.</summary>
    public DateRange? Period { get; init; }

    /// <summary>The currency of rows that carry none; <c>""</c> is unknown.</summary>
    public string Currency { get; init; } = "";

    public bool Has(Field field) => Columns.Any(column => column.Field == field);
}
