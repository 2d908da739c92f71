namespace Admetry.Connectors.Exports;

/// <summary>What the user or the workspace says about a file. Everything is optional; what the file itself says wins, except the mapping.</summary>
public sealed record ReadingHints
{
    public static ReadingHints None { get; } = new();

    /// <summary>How to read the columns; the file is then not recognised but read as told.</summary>
    public FileMapping? Mapping { get; init; }

    /// <summary>What a person set right in the reading; null or empty: nothing.</summary>
    public Corrections? Corrections { get; init; }

    /// <summary>An example of how numbers are written, as the mapping or a person says; null: found by evidence.</summary>
    public string? Numbers => Mapping?.Numbers ?? Corrections?.Numbers;

    /// <summary>The order of dates, as the mapping or a person says; null: found by evidence.</summary>
    public string? DateOrder => Mapping?.DateOrder ?? Corrections?.DateOrder;
    public string? AccountId { get; init; }
    public string? AccountName { get; init; }
    public string? ClientCode { get; init; }

    /// <summary>ISO 4217, for a file that does not say.</summary>
    public string? Currency { get; init; }

    /// <summary>The days that a file without any date covers.</summary>
    public DateRange? Period { get; init; }

    /// <summary>IANA name of the account's zone.</summary>
    public string? TimeZone { get; init; }
}
