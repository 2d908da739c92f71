using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Admetry.App.Workspace;

/// <summary>
/// Reads <c>admetry.yaml</c>. Every wrong setting is found in one reading and told with its line and its remedy.
/// </summary>
/// <remarks>
/// The file is data: no tags, anchors or programs in it, and a key that is not known is a mistake, not a wish.
/// </remarks>
public static class SettingsReader
{
    static readonly string[] Keys =
    [
        "name", "currency", "timezone", "warehouse", "clients", "accounts", "sources", "metrics", "rates", "thresholds",
            "fact_conflict",
    ];

    /// <param name="fileName">What messages call the file.</param>
    /// <exception cref="SettingsException">The text is no plain YAML, or settings in it are wrong.</exception>
    public static Settings Read(string yaml, string fileName)
    {
        var problems = new SettingsProblems(fileName);
        var settings = Read(SettingsDocument.Parse(yaml, fileName), problems);
        problems.ThrowIfAny();
        return settings;
    }

    static Settings Read(YamlNode? root, SettingsProblems problems)
    {
        var all = new SettingsSection(root, "", problems, Keys);
        var thresholds = all.Section("thresholds", "daily_spend");
        var (rates, rateFiles) = RateSettings.Read(all);
        return new()
        {
            Name = all.Text("name"),
            Currency = all.Currency("currency"),
            TimeZone = all.TimeZone("timezone") ?? "UTC",
            Warehouse = WarehouseSettingsReader.Read(all),
            Clients = AccountSettings.Clients(all),
            Accounts = AccountSettings.Rules(all),
            Sources = SourceSettings.Read(all),
            Metrics = MetricSettings.Read(all),
            Rates = rates,
            RateFiles = rateFiles,
            DailySpendThreshold = thresholds.Value<decimal>("daily_spend", 10_000, PositiveNumber,
                "is not an amount above zero",
                "Write a number such as 10000 or 2500.50, without a currency."),
            FactConflict = all.Choice("fact_conflict", FactConflict.Update, ("update", FactConflict.Update),
                ("nothing", FactConflict.Nothing)),
        };
    }

    internal static bool PositiveNumber(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value > 0;
}
