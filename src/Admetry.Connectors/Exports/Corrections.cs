namespace Admetry.Connectors.Exports;

/// <summary>What a person set right in the reading of one file: the family stays, and what it says of these columns does not.</summary>
public sealed record Corrections
{
    /// <summary>What a column is corrected to when it is not to be read.</summary>
    public const string Ignore = "ignore";

    /// <summary>The file's column → its canonical name, as in a mapping, or <see cref="Ignore"/>.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>An example of the notation, <c>1,234.56</c> or <c>1.234,56</c>; null: found by evidence.</summary>
    public string? Numbers { get; init; }

    /// <summary><c>ymd</c>, <c>mdy</c> or <c>dmy</c>; null: found by evidence.</summary>
    public string? DateOrder { get; init; }

    /// <summary>Nothing is set right.</summary>
    public bool IsEmpty => Columns.Count is 0 && Numbers is null && DateOrder is null;
}
