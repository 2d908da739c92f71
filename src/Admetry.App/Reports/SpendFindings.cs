using Admetry.App.Workspace;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Reports;

/// <summary>Days on which one account spent more than the workspace's <c>thresholds.daily_spend</c>: worth a question, not wrong.</summary>
public static class SpendFindings
{
    const int Most = 20;

    /// <returns>A sentence for each account and day, the largest first, at most twenty; the threshold counts in the account's own currency.</returns>
    public static async Task<IReadOnlyList<string>> ReadAsync(OpenWorkspace workspace, Principal principal, CancellationToken cancel)
    {
        var facts = await WarehouseFacts.ReadAsync(workspace.Warehouse, principal, cancel);
        if (facts.Days is not { } days)
            return [];

        var table = await new MetricReader(workspace.Warehouse).ReadAsync(new()
        {
            Principal = principal, Days = days, Metrics = [CostMetrics.Spend], Limit = Most,
            By = [Dimensions.Date, Dimensions.Account, Dimensions.Platform, Dimensions.Currency],
            OrderBy = [new(CostMetrics.Spend.Name, Descending: true)],
        }, cancel);
        return [.. from row in table.Rows
                   where row[0].AsDecimal > workspace.Settings.DailySpendThreshold
                   select FormattableString.Invariant(
                       $"{row.Key(Dimensions.Date)}: account {row.Key(Dimensions.Account)} on {row.Key(Dimensions.Platform)} spent {row[0].AsDecimal:N2} {row.Key(Dimensions.Currency)}, more than {workspace.Settings.DailySpendThreshold:N2}").Replace("  ", " ", StringComparison.Ordinal)];
    }
}
