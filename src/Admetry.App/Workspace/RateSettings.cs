using System.Globalization;

namespace Admetry.App.Workspace;

/// <summary>The list <c>rates</c>: exchange rates one by one, and files of more.</summary>
static class RateSettings
{
    public static (IReadOnlyList<ExchangeRate> Rates, IReadOnlyList<string> Files) Read(SettingsSection all)
    {
        var (rates, files) = (new List<ExchangeRate>(), new List<string>());
        foreach (var item in all.Items("rates", "day", "from", "to", "rate", "file"))
        {
            if (item.Has("file"))
                File(item, files);
            else
                rates.Add(Rate(item));
        }

        return (rates, files);
    }

    static void File(SettingsSection item, List<string> files)
    {
        foreach (var key in new[] { "day", "from", "to", "rate" }.Where(item.Has))
            item.Problem(key,
                "stands beside 'file'", "Write either a file or one rate; put the other into an item of its own.");

        files.Add(item.Value("file", "", InsideWorkspace, "leads out of the workspace",
            "Write a path inside the workspace, such as rates.csv."));
    }

    static ExchangeRate Rate(SettingsSection item)
    {
        foreach (var key in new[] { "day", "from", "to", "rate" }.Where(key => !item.Has(key)))
            item.Problem(key, "is missing", "Write day, from, to and rate, or file alone.");

        var day = item.Value("day", default(DateOnly), Day, "is not a day", "Write it as 2024-03-31.");
        var rate = item.Value<decimal>("rate", 1, SettingsReader.PositiveNumber, "is not a rate above zero",
            "Write how much of 'to' one of 'from' is, such as 1.0845.");
        var (from, to) = (item.Currency("from") ?? "", item.Currency("to") ?? "");
        if (from is not "" && from == to)
            item.Problem("to", "is the same currency as 'from'", "Write the other currency of the pair.");
        return new(day, from, to, rate);
    }

    static bool Day(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    static bool InsideWorkspace(string text, out string path)
    {
        path = text;
        return !Path.IsPathRooted(text) && text is not [_, ':', ..] && !text.Contains('\0')
            && !text.Replace('\\', '/').Split('/').Contains("..");
    }
}
