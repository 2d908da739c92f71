using Admetry.Storage.Warehouse;

namespace Admetry.Bench;

/// <summary>Loads parsed rows into a warehouse as the program does.</summary>
static class Warehouses
{
    static long fence;

    public static async Task<LoadResult> LoadAsync(WarehouseDatabase warehouse, DeliveryRow[] rows)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync();
        await using var staged = await StagedRows.CreateAsync(connection, warehouse.Dialect, CancellationToken.None);
        foreach (var row in rows)
            staged.Add(row, []);
        var number = Interlocked.Increment(ref fence);
        var request = new LoadRequest(
            $"bench-{number}", $"bench-{number}", "bench.csv", number, "bench.csv", "bench", "export", "google_ads", number,
            DateTimeOffset.UnixEpoch, IsComplete: false, Duplicates.Sum, rows.Length, 0, null, []);
        var result = await SliceLoad.CommitAsync(warehouse, staged, request, CancellationToken.None);
        return result.AcceptedRows == rows.Length && !result.IsUnchanged
            ? result
            : throw new InvalidOperationException($"{result.AcceptedRows} of {rows.Length} rows were loaded.");
    }
}
