using System.Globalization;
using Admetry.Connectors.Exports.Families;

namespace Admetry.Tests.Exports.Rendering;

/// <summary>What stands above and below the rows in the files of a family.</summary>
static class Layouts
{
    /// <summary>Lines above the header; each has the cells that stand in it, and none is a blank line.</summary>
    public static List<string[]> Above(Family family, KnownTable table, bool hasDays, Random random)
    {
        var (first, last) = (table.Rows.Min(row => row.Days.First), table.Rows.Max(row => row.Days.Last));
        return family.Name switch
        {
            "google_ads_ui" when hasDays || random.Next(2) is 0 => [["Campaign report"], [$"{Long(first)} - {Long(last)}"]],
            "microsoft_ads" =>
            [
                ["Report Name: Campaigns"], [$"Report Time: {Short(first)},{Short(last)}"], ["Time Zone: (GMT-08:00) Pacific Time (US & Canada); Tijuana"],
                ["Last Completed Available Day: 4/1/2024 5:00:00 AM (GMT)"], ["Potential Incomplete Data: false"], [$"Rows: {table.Rows.Count}"], [],
            ],
            "linkedin_campaign_manager" =>
            [
                ["Campaign Performance Report (in UTC)"], [$"Report Start: {Long(first)}, 12:00 AM"], [$"Report End: {Long(last)}, 11:59 PM"],
                ["Date Generated: May 2, 2024, 9:00 AM"], [],
            ],
            "google_analytics_4" when random.Next(2) is 0 =>
            [
                ["# ----------------------------------------"], ["# Traffic acquisition"], ["# Account: ACME"], ["#"], ["# All Users"],
                [$"# Start date: {first:yyyyMMdd}"], [$"# End date: {last:yyyyMMdd}"],
            ],
            "universal_analytics" when random.Next(2) is 0 =>
            [
                ["# ----------------------------------------"], ["# All Web Site Data"], ["# Channels"], [$"# {first:yyyyMMdd}-{last:yyyyMMdd}"],
                ["# ----------------------------------------"], [],
            ],
            _ => [],
        };
    }

    public static List<string[]> Below(Family family) => family.Name is "microsoft_ads" ? [[], ["©2024 Microsoft Corporation. All rights reserved. "]] : [];

    /// <summary>How a totals row that covers the rows of the file is called; null where the family's files have none.</summary>
    public static string? TotalsLabel(Family family, int rows, Random random) => family switch
    {
        { Name: "tiktok_ads_manager" } => $"Total of {rows} results",
        { TotalLabels: [_, ..], RowTotals: [_, ..] } when random.Next(3) > 0 => $"Total: {Capital(family.RowTotals[random.Next(family.RowTotals.Count)])}",
        { TotalWords: [_, ..] } => Capital(family.TotalWords[random.Next(family.TotalWords.Count)]),
        _ => null,
    };

    static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    static string Long(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    static string Short(DateOnly day) => day.ToString("M/d/yyyy", CultureInfo.InvariantCulture);
}
