namespace Admetry.Connectors.Exports.Explanations;

/// <summary>Everything that reading a file would decide and give, for a person to judge before it is loaded. Nothing was kept or loaded.</summary>
public sealed record Explanation
{
    public required string File { get; init; }

    /// <summary>Why nothing can be read; null when the file is understood.</summary>
    public Refused? Refusal { get; init; }

    /// <summary>The family or <c>mapping:NAME</c>; null when none was found.</summary>
    public string? Family { get; init; }

    /// <summary>What people call the family; null when none was found.</summary>
    public string? Title { get; init; }

    /// <summary>Whether a real file or the platform's documentation stands behind the family; null for a mapping, and without a family.</summary>
    public bool? IsSeen { get; init; }
    public required IReadOnlyList<Decision> Decisions { get; init; }

    /// <summary>Every column of the table, in the file's order; empty when no table was found.</summary>
    public IReadOnlyList<ExplainedColumn> Columns { get; init; } = [];

    /// <summary>Rows read; accepted + quarantined + filtered.</summary>
    public long InputRows { get; init; }
    public long AcceptedRows { get; init; }
    public long QuarantinedRows { get; init; }

    /// <summary>Totals rows, repeated headers, notes and the like.</summary>
    public long FilteredRows { get; init; }

    /// <summary>From the first to the last day of the rows; null without any.</summary>
    public DateRange? Days { get; init; }

    /// <summary>The accounts of the rows, each once, up to a thousand.</summary>
    public IReadOnlyList<AdAccount> Accounts { get; init; } = [];

    /// <summary>What the accepted rows add up to.</summary>
    public IReadOnlyList<ExplainedSum> Sums { get; init; } = [];

    /// <summary>The file's own totals beside those sums.</summary>
    public IReadOnlyList<ControlTotalItem> Checks { get; init; } = [];

    /// <summary>The first rows as they were understood.</summary>
    public Preview Preview { get; init; } = new([], []);

    /// <summary>The first rows that could not be believed.</summary>
    public IReadOnlyList<QuarantinedItem> Quarantined { get; init; } = [];

    /// <summary>What is possible, and yet worth a look.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>The columns that say who a person is: kept as tokens.</summary>
    public IReadOnlyList<string> Persons { get; init; } = [];

    /// <summary>A mapping to correct and paste into <c>admetry.yaml</c>, where no family knows the layout; else null.</summary>
    public string? Draft { get; init; }
}

/// <summary>A column of the file.</summary>
/// <param name="Header">As the file names it.</param>
/// <param name="Meaning">Its canonical name; <c>""</c>: it is not read.</param>
/// <param name="Guess">What it could mean where it is not read: the draft's guess, or <c>""</c>.</param>
/// <param name="Examples">Its first cells that are not blank.</param>
public sealed record ExplainedColumn(string Header, string Meaning, string Guess, IReadOnlyList<string> Examples);

/// <param name="Measure">Its canonical name.</param>
/// <param name="Currency">Of money; <c>""</c> for counts, and where the file does not say.</param>
public sealed record ExplainedSum(string Measure, string Currency, decimal Sum);

/// <summary>A small table of rows as understood, columns without a value left out.</summary>
public sealed record Preview(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
