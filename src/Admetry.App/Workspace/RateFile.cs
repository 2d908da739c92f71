using System.Globalization;

namespace Admetry.App.Workspace;

/// <summary>Reads files of exchange rates: CSV with the columns day, from, to, rate.</summary>
static class RateFile
{
    const string Header = "day,from,to,rate";

    /// <exception cref="SettingsException">A file is missing or a line of it is no rate.</exception>
    public static IEnumerable<Storage.Warehouse.DatedRate> ReadAll(WorkspaceFolder folder, Settings settings) =>
        settings.RateFiles.SelectMany(file => Read(folder, file));

    static IEnumerable<Storage.Warehouse.DatedRate> Read(WorkspaceFolder folder, string file)
    {
        var path = folder.Resolve(file);
        if (!File.Exists(path))
            throw Wrong(file, 0, null, "does not exist", $"Write it with the first line '{Header}', or remove it from admetry.yaml.");

        foreach (var (index, line) in File.ReadLines(path).Index())
        {
            var cells = line.Split(',', StringSplitOptions.TrimEntries);
            if (line.Trim() is "" || (index == 0 && line.Trim().Trim('\uFEFF').Equals(Header, StringComparison.OrdinalIgnoreCase)))
                continue;

            yield return cells.Length == 4
                && DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && cells[1].Length == 3 && cells[2].Length == 3
                && decimal.TryParse(cells[3], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate > 0
                    ? new(day, cells[1].ToUpperInvariant(), cells[2].ToUpperInvariant(), rate, file)
                    : throw Wrong(file, index + 1, line, "is not a rate", "Write lines such as '2024-03-31,EUR,USD,1.0811' below the first line 'day,from,to,rate'.");
        }
    }

    static SettingsException Wrong(string file, int line, string? value, string reason, string remedy) =>
        new([new(file, line, "rates", value, reason, remedy)]);
}
