using System.Globalization;

namespace Admetry.Bench;

/// <summary>A Google Ads report of ads by day as it is downloaded: a title, a range of dates, the header, rows, and a totals row.</summary>
static class GoogleAdsFile
{
    public const string Columns =
        "{'Day': 'DATE', 'Campaign': 'VARCHAR', 'Campaign ID': 'BIGINT', 'Ad group': 'VARCHAR', 'Ad group ID': 'BIGINT', 'Ad ID': 'BIGINT', "
        + "'Currency code': 'VARCHAR', 'Impr.': 'BIGINT', 'Clicks': 'BIGINT', 'Cost': 'DECIMAL(18,6)', 'Conversions': 'DECIMAL(18,6)', 'Conv. value': 'DECIMAL(18,6)'}";

    /// <summary>Lines above the rows: title, range, header.</summary>
    public const int LinesBefore = 3;

    /// <summary>Writes ads in blocks, days within each, until the file has so many bytes; returns how many rows it has.</summary>
    public static long Write(string path, long bytes, int days)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine("Ad report");
        file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\"{SampleRows.First:MMMM d, yyyy} - {SampleRows.First.AddDays(days - 1):MMMM d, yyyy}\""));
        file.WriteLine("Day,Campaign,Campaign ID,Ad group,Ad group ID,Ad ID,Currency code,Impr.,Clicks,Cost,Conversions,Conv. value");
        var (rows, shownAll, tappedAll, costAll) = (0L, 0L, 0L, 0m);
        for (; file.BaseStream.Position < bytes; rows++)
        {
            var ad = rows / days;
            var noise = (uint)(rows * 2_654_435_761L);
            long shown = noise % 10_000, tapped = shown / 40;
            var cost = noise % 50_000 / 100m;
            file.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{SampleRows.First.AddDays((int)(rows % days)):yyyy-MM-dd},Campaign {ad / 20} brand search,10{ad / 20:D6},Ad group {ad / 4},20{ad / 4:D6},30{ad:D6},EUR,{shown},{tapped},{cost:0.00},{tapped / 10}.50,{tapped * 3}.25"));
            (shownAll, tappedAll, costAll) = (shownAll + shown, tappedAll + tapped, costAll + cost);
        }
        file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Total: Ads, , , , , ,EUR,{shownAll},{tappedAll},{costAll:0.00}, , "));
        return rows;
    }
}
