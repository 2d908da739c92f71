using System.Globalization;
using System.Text;

namespace Admetry.Tests.Faults;

/// <summary>One row of a made export. An empty column is left out of the whole file.</summary>
readonly record struct AdRow(int Day, string Account, string Campaign, string CampaignId, string Ad, decimal Spend);

/// <summary>Writes rows as Google Ads would, at whatever level they have.</summary>
static class AdFiles
{
    /// <param name="total">Prints the account's own total, which proves the file to be complete.</param>
    /// <param name="lastDay">Range totals up to this day of January instead of days; null has a Day column.</param>
    public static string Write(IReadOnlyList<AdRow> rows, bool total = false, int? lastDay = null)
    {
        var first = rows[0];
        var columns = new (string Name, bool IsThere, Func<AdRow, string> Cell)[]
        {
            ("Day", lastDay is null, row => Text($"2024-01-{row.Day:D2}")),
            ("Customer ID", first.Account is not "", row => row.Account),
            ("Campaign", first.Campaign is not "", row => row.Campaign),
            ("Campaign ID", first.CampaignId is not "", row => row.CampaignId),
            ("Ad group", first.Ad is not "", _ => "Group"),
            ("Ad name", first.Ad is not "", row => row.Ad),
            ("Currency code", true, _ => "USD"),
            ("Cost", true, row => Text($"{row.Spend}")),
            ("Impr.", true, row => Text($"{(int)(row.Spend * 100)}")),
            ("Clicks", true, row => Text($"{(int)row.Spend}")),
        }.Where(column => column.IsThere).ToList();
        var text = new StringBuilder(Text($"Report\n\"January {rows.Min(row => row.Day)}, 2024 - January {lastDay ?? rows.Max(row => row.Day)}, 2024\"\n"));
        text.AppendJoin(',', columns.Select(column => column.Name)).Append('\n');
        foreach (var row in rows)
            text.AppendJoin(',', columns.Select(column => column.Cell(row))).Append('\n');
        if (total)
            text.AppendJoin(',', columns.Select((column, index) => index == 0 ? "Total: Account" : column.Name switch
            {
                "Cost" => Text($"{rows.Sum(row => row.Spend)}"),
                "Impr." => Text($"{rows.Sum(row => (int)(row.Spend * 100))}"),
                "Clicks" => Text($"{rows.Sum(row => (int)row.Spend)}"),
                "Currency code" => "USD",
                _ => "",
            })).Append('\n');
        return text.ToString();
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
