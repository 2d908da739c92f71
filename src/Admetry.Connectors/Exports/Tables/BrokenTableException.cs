namespace Admetry.Connectors.Exports.Tables;

/// <summary>A file that breaks off or cannot be read any further. Never leaves the exports room: it becomes a refusal or a rejection.</summary>
public class BrokenTableException(int line, string reason, string remedy) : Exception(reason)
{
    public int Line { get; } = line;
    public string Remedy { get; } = remedy;

    /// <summary>The file is whole, and is none of the kind that carries numbers.</summary>
    public bool IsNoReport { get; init; }
}

/// <summary>A table that is a report, and whose rows cannot be put on days.</summary>
public sealed class MissingDaysException(int line, string reason, string remedy) : BrokenTableException(line, reason, remedy);
