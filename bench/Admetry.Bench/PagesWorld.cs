using System.Globalization;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Storage.Warehouse.Synthetic;
using Admetry.Synthetic.Acme;

namespace Admetry.Bench;

/// <summary>ACME Corp at the size that pages are measured at.</summary>
/// <remarks><c>ADMETRY_PAGES_ROWS</c> says how many auctions, ten million where it is silent; <c>ADMETRY_PAGES_FILE</c> names a warehouse made before, which is copied.</remarks>
static class PagesWorld
{
    public static long Rows { get; } = long.Parse(Environment.GetEnvironmentVariable("ADMETRY_PAGES_ROWS") ?? "10000000", CultureInfo.InvariantCulture);

    public static string Size { get; } = string.Create(CultureInfo.InvariantCulture, $"{Rows / 1e6:0.##} M");

    public static Principal Reader { get; } = Principal.Everything("bench");

    /// <summary>As of a request that its reader may give up: such questions run side by side.</summary>
    public static CancellationToken Cancel { get; } = new CancellationTokenSource().Token;

    /// <summary>The last month, the last year, and everything.</summary>
    public static IReadOnlyList<DateRange> Ranges { get; } = [new(new(2024, 12, 1), new(2024, 12, 31)), new(new(2024, 1, 1), new(2024, 12, 31)), AcmeParameters.Days];

    /// <summary>Makes or copies the warehouse into <paramref name="folder"/>.</summary>
    public static async Task<string> CreateAsync(string folder)
    {
        var file = Path.Combine(folder, "pages.duckdb");
        if (Environment.GetEnvironmentVariable("ADMETRY_PAGES_FILE") is { } known)
            File.Copy(known, file);
        else
            await GenerateBench.MakeAsync(file, Rows);
        return file;
    }
}
