using System.Globalization;
using Admetry.Connectors.Exports;
using Admetry.Connectors.Exports.Explanations;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Pipeline;

/// <summary>Counts what a part's rows became, and compares its own totals with them.</summary>
public sealed class PartTally(Understood understood, DateOnly today)
{
    const int MostReasons = 6;
    readonly Plausibility plausibility = new(today);
    readonly List<ControlTotalItem> totals = [];
    readonly HashSet<string> accounts = [];
    AdAccount? lastAccount;
    readonly Dictionary<string, int> leftOut = [];
    decimal spend;
    RejectedItem? rejected;

    public long InputRows { get; private set; }

    public long FilteredRows { get; private set; }

    /// <summary>Not one row was read.</summary>
    public bool IsEmpty => InputRows == 0 && rejected is null;

    /// <summary>A total of the whole account, for one account that is known by its id, equals the rows read.</summary>
    /// <remarks>Without an id two accounts' exports could not be told apart, and one would erase the other's campaigns.</remarks>
    public bool IsComplete => accounts is { Count: 1 } && !accounts.Contains("") && totals.Any(total => total.ProvesWholeAccount && total.Holds);

    /// <summary>The spend the file's own binding totals row gives; null without one.</summary>
    public decimal? ControlTotal => totals.FirstOrDefault(total => total is { Measure: "spend", IsBinding: true })?.Expected;

    public IReadOnlyList<string> Notes =>
    [
        .. from decision in understood.Decisions select decision.ToString(),
        .. from total in totals select string.Create(CultureInfo.InvariantCulture,
            $"checksum {total.Label}: {total.Measure} {total.Expected} in the file, {total.Actual} read{(total.Holds ? "" : ", not equal")}"),
        .. from finding in plausibility.Findings select $"worth a look: {finding}",
    ];

    public void Take(ReadItem item, StagedRows staged)
    {
        plausibility.Take(item);
        switch (item)
        {
            case DeliveryItem delivery:
                if (!ReferenceEquals(lastAccount, delivery.Row.Account))
                    accounts.Add((lastAccount = delivery.Row.Account).ExternalId);
                spend += delivery.Row.Measures.Spend ?? 0;
                staged.Add(delivery.Row, delivery.Further);
                break;
            case EngagementItem engagement: staged.Add(engagement.Row); break;
            case RevenueItem revenue: staged.Add(revenue.Row); break;
            case ClientItem client: staged.Add(client.Row); break;
            case QuarantinedItem quarantined: staged.Quarantine(quarantined.Line, quarantined.RuleId, quarantined.Reason, quarantined.Text); break;
            case FilteredItem filtered:
                FilteredRows++;
                if (filtered.IsOfNote && leftOut.Count < MostReasons)
                    leftOut[filtered.Reason] = leftOut.GetValueOrDefault(filtered.Reason) + 1;
                break;
            case ControlTotalItem total: totals.Add(total); return;
            case RejectedItem rejection: rejected = rejection; return;
            default: throw new InvalidOperationException($"No place for a {item.GetType().Name}.");
        }

        InputRows++;
    }

    /// <summary>Why the whole part must be refused after its last row; null when it may be loaded.</summary>
    public RejectedItem? Rejection(StagedRows staged)
    {
        if (rejected is not null)
            return rejected;

        var broken = totals.FirstOrDefault(total => total is { IsBinding: true, Holds: false, IsWithinRounding: false });
        if (broken is not null && staged.QuarantinedRows == 0)
            return new(broken.Line,
                string.Create(CultureInfo.InvariantCulture, $"The file's own total '{broken.Label}' says {broken.Measure} {broken.Expected}, but its rows add up to {broken.Actual}: rows are missing or doubled."),
                "Download the export again; if it was edited by hand, remove the totals row.");

        return InputRows - FilteredRows == 0 && staged.QuarantinedRows == 0 && staged.Rows == 0 && InputRows == 0
            ? new(1, "The file has no rows.", "Choose a date range with data and export again.")
            : null;
    }

    /// <summary>What the user should look at.</summary>
    public IReadOnlyList<string> Warnings(LoadResult result)
    {
        var warnings = new List<string>();
        if (result.QuarantinedRows > 0)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{result.QuarantinedRows:N0} rows are in quarantine: 'admetry quarantine' lists them."));
        if (result.ShadowedRows > 0)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{result.ShadowedRows:N0} rows stand back, because a finer or better source owns their days."));
        if (result.DuplicateLines is { Count: > 0 } repeated)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{result.DuplicateRows:N0} rows say again what other rows of the file say, and count once: line {string.Join(", ", repeated)}{(result.DuplicateRows > repeated.Count ? ", …" : "")}."));
        if (!result.IsUnchanged && understood.Decisions.FirstOrDefault(decision => decision.What is Decision.Spend) is { } spendless)
            warnings.Add($"No spend was read: {spendless.Evidence}. If one of them is the spend, say so on the Import page or in a mapping.");
        if (leftOut.Count > 0 && !result.IsUnchanged)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"Left out: {string.Join("; ", leftOut.Select(reason => $"{reason.Value:N0} × {reason.Key}"))}."));
        if (accounts.Contains("") && result is { IsUnchanged: false, SpendBefore: > 0 } && result.SpendAfter < result.SpendBefore + spend - 0.01m)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"The file names no account, so it was taken for the account of earlier files, and replaced what it says anew. If it is another account's: 'admetry forget {result.LoadId}', then import it with --account ID."));
        foreach (var total in totals.Where(total => total is { IsBinding: true, Holds: false }))
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"The file's total '{total.Label}' says {total.Measure} {total.Expected}, the accepted rows add up to {total.Actual}."));
        if (!result.IsUnchanged)
            warnings.AddRange(plausibility.Findings);
        return warnings;
    }
}
