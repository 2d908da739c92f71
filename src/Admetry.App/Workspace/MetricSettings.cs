using System.Globalization;
using System.Text.RegularExpressions;
using Admetry.Metrics;

namespace Admetry.App.Workspace;

/// <summary>The list <c>metrics</c>: a ratio, a difference or a weighted sum of metrics that are there already.</summary>
static partial class MetricSettings
{
    static readonly string[] Forms = ["numerator", "minuend", "sum"];

    public static IReadOnlyList<UserMetric> Read(SettingsSection all)
    {
        var (metrics, items, before) = (new List<UserMetric>(), new Dictionary<string, SettingsSection>(), all.Problems);
        foreach (var item in all.Items("metrics", "name", "title", "definition", "unit", "better", "numerator",
            "denominator", "scale", "minuend", "less", "sum", "clients"))
        {
            var metric = Metric(item);
            CheckForm(item);
            if (metrics.Exists(other => other.Name == metric.Name) && metric.Name is not "")
                item.Problem("name", "is given twice", "Give one of the two metrics another name.");
            metrics.Add(metric);
            items[metric.Name] = item;
        }

        if (all.IsSound(before))
            Check(metrics, items);
        return metrics;
    }

    // Whether the named metrics exist and fit each other is for the catalogue to say.
    static void Check(List<UserMetric> metrics, Dictionary<string, SettingsSection> items)
    {
        try
        {
            _ = Catalogue.BuiltIn.With(metrics);
        }
        catch (UserMetricException error)
        {
            foreach (var fault in error.Faults)
                items[fault.Metric].Problem("name", $"cannot be a metric: {fault.Reason.TrimEnd('.')}",
                    "Correct the formula; 'admetry metrics' lists the names there are.");
        }
    }

    static UserMetric Metric(SettingsSection item)
    {
        const string remedy = "Write small letters, digits and _, such as lead_value.";
        item.Required("name", remedy);
        return new()
        {
            Name = item.Value("name", "", Name, "is not a metric's name", remedy),
            Title = item.Text("title"),
            Definition = item.Text("definition"),
            Unit = item.Choice("unit", Unit.Number, ("count", Unit.Count), ("quantity", Unit.Quantity), ("money", Unit.Money),
                ("share", Unit.Share), ("multiple", Unit.Multiple), ("number", Unit.Number), ("duration", Unit.Duration)),
            Better = item.Choice("better", Better.Neither, ("higher", Better.Higher), ("lower", Better.Lower),
                ("neither", Better.Neither)),
            Numerator = item.Text("numerator"),
            Denominator = item.Text("denominator"),
            Scale = item.Value("scale", 1, Scale, "is not a scale", "Write a whole number above zero, such as 1000."),
            Minuend = item.Text("minuend"),
            Less = item.Texts("less"),
            Clients = item.Texts("clients"),
            Sum = [.. item.Items("sum", "metric", "weight", "clients").Select(Term)],
        };
    }

    static UserTerm Term(SettingsSection term) => new(
        term.Required("metric", "Name the metric to add, such as purchases."),
        term.Value<decimal>("weight", 1, Weight, "is not a number", "Write a number such as 50 or 0.5."),
        term.Texts("clients"));

    static void CheckForm(SettingsSection item)
    {
        const string remedy = "Write 'numerator' and 'denominator', or 'minuend' and 'less', or 'sum', and only one of the three.";
        var forms = Forms.Where(item.Has).ToArray();
        if (forms is not [var form])
            item.Problem(forms is [_, var second, ..] ? second : "name", forms is [] ? "has no formula"
                : "is a second formula", remedy);
        else if (item.Has("denominator") != form is "numerator")
            item.Problem("denominator", form is "numerator" ? "is missing" : "belongs to a ratio", remedy);
        else if (item.Has("less") != form is "minuend")
            item.Problem("less", form is "minuend" ? "is missing" : "belongs to a difference", remedy);
        else if (item.Has("scale") && form is not "numerator")
            item.Problem("scale", "belongs to a ratio", remedy);
    }

    static bool Name(string text, out string name) => NameForm().IsMatch(name = text);

    static bool Scale(string text, out int scale) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out scale) && scale > 0;

    static bool Weight(string text, out decimal weight) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out weight);

    [GeneratedRegex("^[a-z][a-z0-9_]{0,62}$")]
    private static partial Regex NameForm();
}
