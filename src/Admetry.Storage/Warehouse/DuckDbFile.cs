using System.Globalization;
using System.Text.RegularExpressions;
using Admetry.DuckDb;

namespace Admetry.Storage.Warehouse;

/// <summary>Says in plain words why a warehouse file does not open.</summary>
static partial class DuckDbFile
{
    public static WarehouseException Explain(string file, DuckDbException error)
    {
        if (HeldBy().Match(error.Message) is { Success: true } holder)
        {
            var process = holder.Groups["id"].Value;
            var name = holder.Groups["name"].Value;
            return new(
                $"The warehouse {Path.GetFileName(file)} is held by another process: {(name is "" ? "" : name + " ")}(process {process.ToString(CultureInfo.InvariantCulture)}).",
                "Wait for it, stop it, or run the command where 'admetry serve' runs.", error);
        }

        if (error.Message.Contains("Could not set lock", StringComparison.Ordinal))
            return new($"The warehouse {Path.GetFileName(file)} is held by another process.", "Wait for it or stop it.", error);

        return new(
            $"The warehouse {Path.GetFileName(file)} cannot be opened: {error.Message.Split('\n')[0]}",
            "Run 'admetry rebuild': it sets the damaged file aside and builds a new one from landing.", error);
    }

    [GeneratedRegex(@"lock is held in (?<name>[^\s(]*) ?\(PID (?<id>\d+)\)")]
    private static partial Regex HeldBy();
}
