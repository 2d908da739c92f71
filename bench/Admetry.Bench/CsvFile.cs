using System.Globalization;
using Admetry.Connectors.Exports;

namespace Admetry.Bench;

/// <summary>A CSV of ads by day that no family knows, the mapping that explains it, and the engine's own way to read it.</summary>
static class CsvFile
{
    public const string Columns =
        "{'when': 'DATE', 'camp': 'VARCHAR', 'camp_name': 'VARCHAR', 'grp': 'VARCHAR', 'grp_name': 'VARCHAR', 'item': 'VARCHAR', "
        + "'item_name': 'VARCHAR', 'shown': 'BIGINT', 'tapped': 'BIGINT', 'cost': 'DECIMAL(18,6)', 'orders': 'DECIMAL(18,6)', 'worth': 'DECIMAL(18,6)'}";

    public static FileMapping Mapping { get; } = new()
    {
        Name = "bench",
        Platform = "criteo",
        Account = "77",
        Currency = "EUR",
        Columns = new Dictionary<string, string>
        {
            ["day"] = "when", ["campaign_id"] = "camp", ["campaign_name"] = "camp_name", ["ad_set_id"] = "grp", ["ad_set_name"] = "grp_name",
            ["ad_id"] = "item", ["ad_name"] = "item_name", ["impressions"] = "shown", ["clicks"] = "tapped", ["spend"] = "cost",
            ["conversions"] = "orders", ["conversion_value"] = "worth",
        },
    };

    /// <summary>Writes ads in blocks, days within each, until <paramref name="rows"/> are written.</summary>
    public static void Write(string path, long rows, int days)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine("when,camp,camp_name,grp,grp_name,item,item_name,shown,tapped,cost,orders,worth");
        for (var row = 0L; row < rows; row++)
        {
            var ad = row / days;
            var noise = (uint)(row * 2_654_435_761L);
            long shown = noise % 10_000, tapped = shown / 40;
            file.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{SampleRows.First.AddDays((int)(row % days)):yyyy-MM-dd},10{ad / 20:D6},Campaign {ad / 20} brand search,20{ad / 4:D6},Ad group {ad / 4},30{ad:D6},Ad {ad} text,{shown},{tapped},{(noise >> 8) % 500_000 / 100m:0.00},{tapped / 10},{tapped * 3.5m:0.00}"));
        }
    }
}
