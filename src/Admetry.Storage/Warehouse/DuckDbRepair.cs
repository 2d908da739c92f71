using System.Data.Common;
using Admetry.DuckDb;

namespace Admetry.Storage.Warehouse;

/// <summary>Opens a DuckDB warehouse that a crash or a bad disk may have damaged. What is damaged is set aside, never deleted.</summary>
public static class DuckDbRepair
{
    /// <param name="notices">Told what was set aside; the caller then replays what is missing from landing.</param>
    /// <exception cref="WarehouseException">Another process holds the file, or a newer program wrote it.</exception>
    public static async Task<WarehouseDatabase> OpenAsync(
        string file, WarehouseLimits limits, ICollection<string> notices, TimeProvider clock, CancellationToken cancel)
    {
        var log = $"{file}.wal";
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await WarehouseDatabase.OpenDuckDbAsync(file, limits, cancel);
            }
            catch (WarehouseException error) when (attempt < 2 && error.InnerException is DuckDbException damage && IsDamage(damage))
            {
                notices.Add(SetAside(attempt == 0 && File.Exists(log) ? log : file, "damaged", clock));
            }
        }
    }

    /// <summary>Whether the engine met a block that is not what it wrote: opening reads only a few of them.</summary>
    public static bool IsCorrupt(DbException error) => error is DuckDbException && error.Message.Contains("Corrupt", StringComparison.OrdinalIgnoreCase);

    /// <summary>Renames a warehouse file, or its log alone. Nothing may have it open.</summary>
    /// <param name="what">Why it is of no use any more: <c>damaged</c> or <c>outdated</c>.</param>
    /// <returns>What the user is told.</returns>
    public static string SetAside(string broken, string what, TimeProvider clock)
    {
        var suffix = $"{what}-{clock.GetUtcNow():yyyyMMddHHmmss}";
        File.Move(broken, $"{broken}.{suffix}");
        if (File.Exists($"{broken}.wal"))
            File.Move($"{broken}.wal", $"{broken}.wal.{suffix}");
        return $"{Path.GetFileName(broken)} was {what} and is set aside as {Path.GetFileName(broken)}.{suffix}; what it held comes back from landing.";
    }

    /// <summary>Removes a warehouse file and its log, if they are there.</summary>
    public static void Delete(string file)
    {
        File.Delete(file);
        File.Delete($"{file}.wal");
    }

    /// <summary>Puts <paramref name="spare"/> in the place of <paramref name="file"/>; both are closed.</summary>
    public static void Replace(string spare, string file)
    {
        File.Delete($"{file}.wal");
        File.Move(spare, file, overwrite: true);
        if (File.Exists($"{spare}.wal"))
            File.Move($"{spare}.wal", $"{file}.wal");
    }

    static bool IsDamage(DuckDbException error) =>
        !error.Message.Contains(" lock ", StringComparison.OrdinalIgnoreCase) && !error.Message.Contains("Permission", StringComparison.OrdinalIgnoreCase)
        && !error.Message.Contains("Out of Memory", StringComparison.OrdinalIgnoreCase) && !error.Message.Contains("newer version", StringComparison.OrdinalIgnoreCase) && !error.Message.Contains("No space", StringComparison.OrdinalIgnoreCase);
}
