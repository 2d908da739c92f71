using System.IO.Enumeration;

namespace Admetry.Connectors.Exports;

/// <summary>How to read a file that no family knows: which column means what, in which unit and notation.</summary>
/// <remarks>
/// A canonical name is the lower snake case of a row's member: <c>day</c>, <c>campaign_name</c>, <c>spend</c>, <c>client</c> …; the list is
/// <see cref="Families.Field"/>. A mapping is checked by <see cref="MappingCheck"/> before a file is touched.
/// </remarks>
public sealed record FileMapping
{
    public required string Name { get; init; }

    /// <summary>Which files it is for: <c>*</c> and <c>?</c> match within the file's name.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Whether a file of that name is read by this mapping; upper and lower case are the same.</summary>
    public bool IsFor(string fileName) =>
        Files.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, fileName, ignoreCase: true));

    /// <summary>A platform's code, such as <c>criteo</c>; null is <c>other</c>.</summary>
    public string? Platform { get; init; }
    public string? Account { get; init; }
    public string? AccountName { get; init; }
    public string? Client { get; init; }
    public string? Currency { get; init; }

    /// <summary>Null: found by evidence.</summary>
    public char? Delimiter { get; init; }

    /// <summary>False: the first line is data, and <see cref="HeaderNames"/> names the columns.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Names of the columns of a file without header; empty names them <c>1</c>, <c>2</c>, <c>3</c> …</summary>
    public IReadOnlyList<string> HeaderNames { get; init; } = [];

    /// <summary>Null: the finest entity that has a column.</summary>
    public Level? Level { get; init; }

    /// <summary>Canonical name → column of the file; for JSON a path with dots. <c>=text</c> is a fixed value.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Canonical name → <c>micros</c>, <c>cents</c>, <c>percent</c> or <c>thousand</c>; without it a number is taken as written.</summary>
    public IReadOnlyDictionary<string, string> Units { get; init; } = new Dictionary<string, string>();

    /// <summary>An example of the notation, <c>1,234.56</c>, <c>1.234,56</c>, <c>1 234,56</c> or <c>1'234.56</c>; null: found by evidence.</summary>
    public string? Numbers { get; init; }

    /// <summary><c>ymd</c>, <c>mdy</c> or <c>dmy</c>; null: found by evidence.</summary>
    public string? DateOrder { get; init; }

    /// <summary>delivery, engagement, revenue or clients.</summary>
    public string Target { get; init; } = "delivery";
    public Duplicates Duplicates { get; init; } = Duplicates.Quarantine;
}
