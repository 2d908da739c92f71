using Admetry.Connectors.Exports;

namespace Admetry.App.Workspace;

/// <summary>The list <c>sources</c>: how to read files that no family recognises.</summary>
static class SourceSettings
{
    public static IReadOnlyList<FileMapping> Read(SettingsSection all)
    {
        var mappings = new List<FileMapping>();
        foreach (var item in all.Items("sources", "name", "files", "platform", "account", "account_name", "client", "currency",
            "delimiter", "header", "level", "columns", "units", "numbers", "date_order", "target", "duplicates"))
        {
            var before = item.Problems;
            var mapping = Mapping(item);
            if (mapping.Files is [])
                item.Problem("files", "is missing", "Say which files it is for, such as 'criteo_*.csv'.");
            if (mapping.Columns.Count == 0)
                item.Problem("columns", "is missing",
                    "Say which column of the file means what, such as 'day: Date' and 'spend: Cost'.");
            if (mappings.Exists(other => other.Name == mapping.Name) && mapping.Name is not "")
                item.Problem("name", "is given twice", "Give one of the two sources another name.");
            if (item.IsSound(before))
                Check(mapping, item);
            mappings.Add(mapping);
        }

        return mappings;
    }

    // What only the reader of files knows, such as that a unit belongs to a column; its sentences begin with the key.
    static void Check(FileMapping mapping, SettingsSection item)
    {
        foreach (var problem in MappingCheck.Problems(mapping))
        {
            var colon = problem.IndexOf(": ", StringComparison.Ordinal);
            var key = problem[..colon].Split('.')[0];
            var stop = problem.IndexOf(". ", colon, StringComparison.Ordinal);
            item.Problem(key, problem[(colon + 2)..stop], problem[(stop + 2)..]);
        }
    }

    static FileMapping Mapping(SettingsSection item) => new()
    {
        Name = item.Required("name", "Give the source a name, such as criteo_weekly."),
        Files = item.Texts("files"),
        Platform = item.Platform("platform")?.Code,
        Account = item.Text("account"),
        AccountName = item.Text("account_name"),
        Client = item.Text("client"),
        Currency = item.Currency("currency"),
        Delimiter = item.Value<char?>("delimiter", null, Delimiter, "is not a delimiter",
            "Write one sign in quotes, such as ';', or the word tab."),
        HasHeader = !item.IsList("header") && item.Choice("header", true, ("true", true), ("false", false)),
        HeaderNames = item.IsList("header") ? item.Texts("header") : [],
        Level = item.Choice<Level?>("level", null,
            ("account", Level.Account), ("campaign", Level.Campaign), ("ad_set", Level.AdSet), ("ad", Level.Ad)),
        Columns = item.Map("columns", [.. MappingCheck.ColumnNames]),
        Units = item.Map("units", ("micros", "micros"), ("cents", "cents"), ("percent", "percent"), ("thousand", "thousand")),
        Numbers = item.Choice<string?>("numbers", null,
            ("1,234.56", "1,234.56"), ("1.234,56", "1.234,56"), ("1 234,56", "1 234,56"), ("1'234.56", "1'234.56")),
        DateOrder = item.Choice<string?>("date_order", null, ("ymd", "ymd"), ("mdy", "mdy"), ("dmy", "dmy")),
        Target = item.Choice("target", "delivery",
            ("delivery", "delivery"), ("engagement", "engagement"), ("revenue", "revenue"), ("clients", "clients")),
        Duplicates = item.Choice("duplicates", Duplicates.Quarantine,
            ("sum", Duplicates.Sum), ("quarantine", Duplicates.Quarantine), ("last", Duplicates.Last)),
    };

    static bool Delimiter(string text, out char? delimiter)
    {
        delimiter = text switch { "tab" or "\\t" => '\t', [var sign] => sign, _ => null };
        return delimiter is { } found && !char.IsLetterOrDigit(found) && found is not '"' and not '\n' and not '\r';
    }
}
