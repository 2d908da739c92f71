using System.Globalization;
using System.Text;
using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>Exports of ACME's clients from other platforms, with thirty dirty rows of ten kinds: three of each.</summary>
/// <remarks>
/// Every dirty row has a fate that an import must give it, and every file the sums that must stand afterwards. Which rows are dirty is
/// drawn; two dirts never meet in one row, so that each is found by itself.
/// </remarks>
public static class DirtyExports
{
    const int CampaignCount = 4, DayCount = 10;
    const decimal RupiahOfADollar = 15_000;

    static readonly DateOnly First = new(2024, 10, 17);

    /// <summary>The rows of a file before they are dirty, in the order of campaigns and days.</summary>
    sealed record Clean(string Campaign, string Id, DateOnly Day, decimal Spend, long Impressions, long Clicks, long Conversions)
    {
        public string Date => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public string Name => $"\"{Campaign.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Six files; the same parameters give the same bytes.</summary>
    public static IReadOnlyList<DirtyFile> Create(AcmeParameters parameters)
    {
        var campaigns = AcmeEntities.Create(parameters).Campaigns;
        var random = new CounterRandom(unchecked(parameters.Seed * 31 + 12));
        return
        [
            Google(Rows(campaigns, random, 1), Dirty(random, 1)), Meta(Rows(campaigns, random, 2), Dirty(random, 2)),
            TikTok(Rows(campaigns, random, 3), Dirty(random, 3)), Jakarta(Rows(campaigns, random, 4), Dirty(random, 4)),
            Dates(Rows(campaigns, random, 5)), Microsoft(Rows(campaigns, random, 6)),
        ];
    }

    /// <summary>Title and range above, totals below; a second download copied behind the first brings its mark and header along.</summary>
    static DirtyFile Google(IReadOnlyList<Clean> rows, int[] dirty)
    {
        const string Header = "Day,Campaign,Campaign ID,Currency code,Cost,Impr.,Clicks,Conversions";
        var table = new DirtyTable("google-ads.csv", "USD");
        table.Line("Campaign performance");
        table.Line("\"October 17, 2024 - October 26, 2024\"");
        table.Line(Header);
        var (clicks, conversions) = (0L, 0L);
        foreach (var (i, row) in rows.Index())
        {
            if (i == dirty[0])
                table.Line($"\uFEFF{Header}", (DirtyKind.MarkInTheMiddle, DirtyFate.LeftOut));
            var cells = Cells(row, dirty, i);
            table.Row($"{row.Date},{row.Name},{row.Id},USD,{Text(cells.Spend)},{row.Impressions},{cells.Clicks},{cells.Conversions}", cells.Spend, row.Impressions, cells.Dirt, cells.End);
            clicks += cells.Clicks.StartsWith('<') ? 0 : row.Clicks;
            conversions += cells.Conversions is "NULL" ? 0 : row.Conversions;
        }

        foreach (var label in new[] { "Total: Campaigns", "Total: Account" })
            table.Line($"{label}, --, --,USD,{Text(table.Spend)},{table.Impressions},{clicks},{conversions}", (DirtyKind.Total, DirtyFate.LeftOut));
        return table.Close(new UTF8Encoding(false));
    }

    static DirtyFile Meta(IReadOnlyList<Clean> rows, int[] dirty)
    {
        var table = new DirtyTable("meta.csv", "USD");
        table.Line("Day,Account ID,Campaign name,Campaign ID,Amount spent (USD),Impressions,Clicks (all),Results,Result indicator");
        foreach (var (i, row) in rows.Index())
        {
            var cells = Cells(row, dirty, i);
            var line = $"{row.Date},6200001,{row.Name},{row.Id},{Text(cells.Spend)},{row.Impressions},{cells.Clicks},{cells.Conversions},actions:purchase";
            table.Row(i == dirty[0] ? $"\uFEFF{line}" : line, cells.Spend, row.Impressions, i == dirty[0] ? (DirtyKind.MarkInTheMiddle, DirtyFate.Read) : cells.Dirt, cells.End);
            if (i == dirty[5] || i == dirty[6] || i == dirty[7])
                table.Line(line, (DirtyKind.DuplicateDay, DirtyFate.Once));
        }

        return table.Close(new UTF8Encoding(false));
    }

    static DirtyFile TikTok(IReadOnlyList<Clean> rows, int[] dirty)
    {
        var table = new DirtyTable("tiktok.csv", "USD");
        table.Line("Campaign name,Campaign ID,By Day,Cost,Impressions,Clicks (destination),Conversions,Currency");
        foreach (var (i, row) in rows.Index())
        {
            var cells = Cells(row, dirty, i);
            var isMarked = i == dirty[0];
            table.Row($"{(isMarked ? "\uFEFF" : "")}{row.Name},{row.Id},{row.Date},{Text(cells.Spend)},{row.Impressions},{cells.Clicks},{cells.Conversions},USD",
                cells.Spend, row.Impressions, isMarked ? (DirtyKind.MarkInTheMiddle, DirtyFate.Read) : cells.Dirt, cells.End);
        }

        table.Line($"Total of {table.Rows} results,-,-,{Text(table.Spend)},{table.Impressions},-,-,-", (DirtyKind.Total, DirtyFate.LeftOut));
        return table.Close(new UTF8Encoding(false));
    }

    /// <summary>Amounts in rupiah, three of which someone has written as people do.</summary>
    static DirtyFile Jakarta(IReadOnlyList<Clean> rows, int[] dirty)
    {
        var table = new DirtyTable("meta-jakarta.csv", "IDR");
        table.Line("Day,Account ID,Campaign name,Campaign ID,Amount spent (IDR),Impressions,Clicks (all)");
        foreach (var (i, row) in rows.Index())
        {
            var rupiah = decimal.Round(row.Spend * RupiahOfADollar / 1_000) * 1_000 + 1_000;
            var isSigned = dirty.Take(3).Contains(i);
            table.Row($"{row.Date},6200002,{row.Name},{row.Id},{(isSigned ? $"Rp {Grouped(rupiah)}" : Text(rupiah))},{row.Impressions},{row.Clicks}",
                rupiah, row.Impressions, isSigned ? (DirtyKind.SignedAmount, DirtyFate.Read) : null);
        }

        return table.Close(new UTF8Encoding(false));
    }

    /// <summary>Three months of one day each: copied in from other tables, with days as these write them.</summary>
    static DirtyFile Dates(IReadOnlyList<Clean> rows)
    {
        string[] formats = ["dd.MM.yyyy", "MMM d, yyyy", "d MMMM yyyy"];
        var table = new DirtyTable("meta-dates.csv", "USD");
        table.Line("Day,Account ID,Campaign name,Campaign ID,Amount spent (USD),Impressions,Clicks (all)");
        foreach (var (i, row) in rows.Index())
        {
            var format = i % DayCount == DayCount - 1 && i / DayCount < formats.Length ? formats[i / DayCount] : null;
            var day = format is null ? row.Date : $"\"{row.Day.ToString(format, CultureInfo.InvariantCulture)}\"";
            table.Row($"{day},6200003,{row.Name},{row.Id},{Text(row.Spend)},{row.Impressions},{row.Clicks}", row.Spend, row.Impressions,
                format is null ? null : (DirtyKind.OtherDateFormat, DirtyFate.Read));
        }

        return table.Close(new UTF8Encoding(false));
    }

    /// <summary>Three rows in two bytes a letter, without a mark.</summary>
    static DirtyFile Microsoft(IReadOnlyList<Clean> rows)
    {
        var table = new DirtyTable("microsoft.csv", "USD");
        table.Line("TimePeriod,AccountName,AccountNumber,CampaignName,CampaignId,Impressions,Clicks,Spend,CurrencyCode", end: "\r\n");
        foreach (var row in rows.Take(3))
            table.Row($"{row.Date},ACME,F1200001,{row.Name},{row.Id},{row.Impressions},{row.Clicks},{Text(row.Spend)},USD", row.Spend, row.Impressions,
                (DirtyKind.Utf16, DirtyFate.Read), "\r\n");
        return table.Close(new UnicodeEncoding(bigEndian: false, byteOrderMark: false));
    }

    /// <summary>What the row's cells say once dirt 1 to 4 of the file has come over them.</summary>
    static (decimal Spend, string Clicks, string Conversions, (DirtyKind, DirtyFate)? Dirt, string End) Cells(Clean row, int[] dirty, int i) =>
        i == dirty[1] ? (row.Spend, Text(row.Clicks), Text(row.Conversions), (DirtyKind.CarriageReturn, DirtyFate.Read), "\r")
        : i == dirty[2] ? (row.Spend, "< 10", Text(row.Conversions), (DirtyKind.Bound, DirtyFate.Named), "\n")
        : i == dirty[3] ? (row.Spend, Text(row.Clicks), "NULL", (DirtyKind.NullWord, DirtyFate.Named), "\n")
        : i == dirty[4] ? (-row.Spend, Text(row.Clicks), Text(row.Conversions), (DirtyKind.NegativeSpend, DirtyFate.Named), "\n")
        : (row.Spend, Text(row.Clicks), Text(row.Conversions), null, "\n");

    static IReadOnlyList<Clean> Rows(IReadOnlyList<AcmeCampaign> campaigns, CounterRandom random, int file) =>
    [
        .. from campaign in Enumerable.Range(0, CampaignCount)
           from day in Enumerable.Range(0, DayCount)
           let place = ((file * CampaignCount) + campaign) * DayCount + day
           let impressions = (long)random.Between(500, 20_000, place, 1)
           let clicks = 10 + (long)(impressions * random.Between(.005, .03, place, 2))
           select new Clean(campaigns[((file - 1) * CampaignCount + campaign) % campaigns.Count].Name, Text(900_000_000L + file * 1_000 + campaign), First.AddDays(day),
               decimal.Round((decimal)(impressions * random.Between(.002, .02, place, 3)), 2) + .01m, impressions, clicks, 1 + clicks / 20),
    ];

    /// <summary>Eight different rows of a file, none of them its first.</summary>
    static int[] Dirty(CounterRandom random, int file) =>
        [.. Enumerable.Range(1, (CampaignCount * DayCount) - 1).OrderBy(row => random.Uniform(file * 1_000 + row, 4)).Take(8)];

    static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    static string Grouped(decimal value) => value.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '.');
}
