namespace Admetry.Connectors.Exports;

/// <summary>One thing that was decided about a file: what, how, and what in the file speaks for it.</summary>
/// <param name="What">Such as <c>encoding</c>, <c>family</c>, <c>numbers in Cost</c> or <c>ignored columns</c>.</param>
public sealed record Decision(string What, string Value, string Evidence)
{
    /// <summary>What a decision is about that no spend is read, although some column could be it.</summary>
    public const string Spend = "spend";

    public override string ToString() => $"{What}: {Value} ({Evidence})";
}

/// <summary>What the reader made of a file: <see cref="Understood"/> or <see cref="Refused"/>, and nothing else.</summary>
public abstract record Reading
{
    private protected Reading() { }

    public required IReadOnlyList<Decision> Decisions { get; init; }

    /// <summary>The table that was looked at; null where none was found.</summary>
    internal Sheet? Sheet { get; init; }

    /// <summary>What the family says the table's columns are; null where none was found.</summary>
    internal IReadOnlyList<Column>? Bound { get; init; }
}

/// <summary>A file whose every column has a meaning. The rows are read when asked for, one at a time.</summary>
public sealed record Understood : Reading
{
    /// <summary>The family it belongs to: <c>google_ads_ui</c>, <c>seed_revenue</c>, or <c>mapping:NAME</c>.</summary>
    public required string Family { get; init; }

    /// <summary>Null for files of no platform: clients and revenue.</summary>
    public Platform? Platform { get; init; }

    /// <summary>
    /// One item for each row of the file, in the file's order, then the control totals. Streams: opens the file at each enumeration
    /// and never holds more than one row. A <see cref="RejectedItem"/>, always the last, takes back all before it.
    /// </summary>
    public required IEnumerable<ReadItem> Items { get; init; }

    /// <summary>What becomes of differing rows of equal key. Equal rows of equal key are one thing said twice in any case.</summary>
    public required Duplicates Duplicates { get; init; }

    internal Layout? Layout { get; init; }

    /// <summary>Differing rows of equal key are increments to be summed.</summary>
    public bool RowsAddUp => Duplicates is Duplicates.Sum;
}

/// <summary>A file that cannot be read without guessing.</summary>
/// <param name="Reason">What is wrong, with the evidence.</param>
/// <param name="Remedy">What the user can do about it.</param>
/// <param name="Line">Where, counted from 1; null when it concerns the whole file.</param>
public sealed record Refused(string Reason, string Remedy, int? Line = null) : Reading
{
    /// <summary>The file is whole and carries no numbers, such as a list of names: beside reports that are read, nothing is amiss.</summary>
    public bool IsNoReport { get; init; }
}
