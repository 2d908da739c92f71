using System.Globalization;

namespace Admetry.Connectors.Exports.Explanations;

/// <summary>Looks for rows that are possible and yet unlikely. They are named, never corrected.</summary>
/// <param name="today">Days behind the day after it lie in the future, wherever the account is.</param>
public sealed class Plausibility(DateOnly today)
{
    const int MostExamples = 3;
    const long EnoughImpressions = 100;
    const int MostNames = 100_000;

    readonly Dictionary<string, (int Count, List<string> Examples)> found = [];
    readonly Dictionary<(string Account, string Name), string> campaigns = [];
    readonly HashSet<(string Account, string Name)> doubled = [];
    (string Id, string Name) last = ("", "");

    /// <summary>One sentence for each kind of finding, with the number of rows and the first of them by line.</summary>
    public IReadOnlyList<string> Findings =>
    [
        .. from kind in found
           select string.Create(CultureInfo.InvariantCulture, $"{kind.Value.Count:N0} {(kind.Value.Count == 1 ? "row" : "rows")} {kind.Key}: {string.Join("; ", kind.Value.Examples)}."),
    ];

    public void Take(ReadItem item)
    {
        if (item is DeliveryItem { Row: var row })
            Take(row);
        if (RowColumns.Days(item) is { } days && days.Last > today.AddDays(1))
            Note("with a day in the future", item.Line, $"{days.Last:yyyy-MM-dd}");
        for (var i = 0; i < item.Remarks.Count; i++)
            Take(item.Line, item.Remarks[i]);
    }

    void Take(int line, CellRemark remark) => Note(remark.Kind, line, $"{remark.Header} is {remark.Text}");

    void Take(DeliveryRow row)
    {
        if (row.Measures is { Clicks: { } clicks, Impressions: { } impressions })
        {
            if (clicks > impressions)
                Note("with more clicks than impressions", row.Line, $"{clicks:N0} clicks on {impressions:N0} impressions");
            else if (impressions >= EnoughImpressions && clicks > impressions / 2)
                Note("with a click-through rate above 50 %", row.Line, $"{clicks:N0} clicks on {impressions:N0} impressions");
        }

        if (row.Measures.Spend is { } spend and < 0)
            Note("with negative spend, counted as a correction", row.Line, $"{spend}");
        if (row.CampaignId is not "" && row.CampaignName is not "" && !(last == (row.CampaignId, row.CampaignName)) && campaigns.Count < MostNames)
            TakeName(row);
    }

    // A name that two campaigns share is common after copying one; their numbers stay apart by their ids.
    void TakeName(DeliveryRow row)
    {
        last = (row.CampaignId, row.CampaignName);
        var key = (row.Account.ExternalId, row.CampaignName);
        if (campaigns.TryAdd(key, row.CampaignId) || campaigns[key] == row.CampaignId || !doubled.Add(key))
            return;
        Note("with a campaign name that another campaign has as well", row.Line, $"{Short(row.CampaignName)} is {campaigns[key]} and {row.CampaignId}");
    }

    void Note(string kind, int line, FormattableString example)
    {
        var (count, examples) = found.GetValueOrDefault(kind, (0, []));
        if (examples.Count < MostExamples)
            examples.Add(string.Create(CultureInfo.InvariantCulture, $"line {line}, {example.ToString(CultureInfo.InvariantCulture)}"));
        found[kind] = (count + 1, examples);
    }

    static string Short(string name) => name.Length <= 60 ? name : $"{name[..59]}…";
}
