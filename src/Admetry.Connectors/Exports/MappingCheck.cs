using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Checks a mapping before a file is touched.</summary>
public static class MappingCheck
{
    internal static readonly string[] Targets = ["delivery", "engagement", "revenue", "clients"];

    static readonly string[] UnitNames = ["micros", "cents", "percent", "thousand"];

    static readonly string[] DateOrders = ["ymd", "mdy", "dmy"];

    static readonly Dictionary<string, Field> Canonical = Build();

    /// <summary>Every canonical column name, in the order of the rows' members.</summary>
    public static IReadOnlyList<string> ColumnNames { get; } = [.. Canonical.Keys];

    /// <summary>What is wrong with the mapping: each sentence names the key, the value and the remedy. Empty when nothing is.</summary>
    public static IReadOnlyList<string> Problems(FileMapping mapping) => [.. Find(mapping)];

    internal static Field FieldOf(string canonical) => Canonical.GetValueOrDefault(canonical);

    internal static DecimalMark MarkOf(string numbers) =>
        numbers.LastIndexOf(',') > numbers.LastIndexOf('.') ? DecimalMark.Comma : DecimalMark.Point;

    internal static DateOrder OrderOf(string order) => order switch
    {
        "dmy" => DateOrder.DayFirst,
        "mdy" => DateOrder.MonthFirst,
        _ => DateOrder.YearFirst,
    };

    static IEnumerable<string> Find(FileMapping mapping)
    {
        if (string.IsNullOrWhiteSpace(mapping.Name))
            yield return "name: is empty. Give the mapping a name.";
        if (mapping.Platform is { } platform && Platform.Find(platform) is null)
            yield return Wrong("platform", platform, $"Use one of {string.Join(", ", Platform.All.Select(known => known.Code))}.");
        if (!Targets.Contains(mapping.Target))
            yield return Wrong("target", mapping.Target, $"Use one of {string.Join(", ", Targets)}.");
        if (mapping.Currency is { } currency && !(currency.Length is 3 && currency.All(char.IsAsciiLetterUpper)))
            yield return Wrong("currency", currency, "Use an ISO 4217 code such as EUR.");
        if (mapping.DateOrder is { } order && !DateOrders.Contains(order))
            yield return Wrong("date_order", order, "Use ymd, mdy or dmy.");
        if (mapping.Numbers is { } numbers && !IsExample(numbers))
            yield return Wrong("numbers", numbers, "Write an example such as 1,234.56 or 1.234,56.");
        if (mapping.Columns.Count is 0)
            yield return "columns: is empty. Say which column means what, such as spend: Cost.";
        foreach (var problem in ColumnProblems(mapping))
            yield return problem;
    }

    static IEnumerable<string> ColumnProblems(FileMapping mapping)
    {
        foreach (var (name, column) in mapping.Columns)
        {
            if (!Canonical.ContainsKey(name))
                yield return $"columns.{name}: is no column that Admetry knows. Use one of {string.Join(", ", ColumnNames)}.";
            else if (string.IsNullOrWhiteSpace(column))
                yield return $"columns.{name}: is empty. Name a column of the file, or write =value.";
        }
        foreach (var (name, unit) in mapping.Units)
        {
            if (!UnitNames.Contains(unit))
                yield return Wrong($"units.{name}", unit, $"Use one of {string.Join(", ", UnitNames)}.");
            else if (!mapping.Columns.ContainsKey(name))
                yield return Wrong($"units.{name}", unit, $"Add columns.{name}, or take the unit away.");
        }
        if (!mapping.Columns.Keys.Any(name => IsMeasure(FieldOf(name), mapping.Target)) && Targets.Contains(mapping.Target))
            yield return mapping.Target switch
            {
                "revenue" => "columns.amount: is missing. Say which column is the revenue.",
                "clients" => "columns.client: is missing. Say which column is the client's code.",
                _ => $"columns: has no measure of {mapping.Target}. Add one, such as {(mapping.Target is "delivery" ? "spend" : "emails_sent")}.",
            };
    }

    static bool IsMeasure(Field field, string target) => target switch
    {
        "delivery" => field.IsDelivery(),
        "engagement" => field.IsEngagement() || field is Field.Clicks,
        "revenue" => field is Field.Amount,
        _ => field is Field.Client,
    };

    static bool IsExample(string numbers) =>
        NumberText.Parse(numbers, MarkOf(numbers), out var value) is NumberKind.Number && value is 1234.56m;

    static string Wrong(string key, string value, string remedy) => $"{key}: \"{value}\" is not valid. {remedy}";

    static Dictionary<string, Field> Build()
    {
        var names = Enum.GetValues<Field>().Where(field => field.Kind() is not FieldKind.Ignored && field is not Field.Unknown)
            .ToDictionary(field => field.Name());
        (names["client_code"], names["channel_reported"], names["name"]) = (Field.Client, Field.Channel, Field.ClientName);
        return names;
    }
}
