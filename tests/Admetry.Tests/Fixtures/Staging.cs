using System.Globalization;
using Admetry.Storage.Warehouse;

namespace Admetry.Tests.Fixtures;

/// <summary>Loads rows made by a test as a source would bring them, through staging and the load's transaction.</summary>
static class Staging
{
    /// <param name="content">What makes the load's key: the same text is the same payload.</param>
    /// <param name="order">The place in landing; it has no payload there.</param>
    public static LoadRequest Request(string content, long fence, long rows, string sourceKind = "api", bool isComplete = false, long order = 1) => new(
        content, new string('0', 64), "part", order, $"{content}.json", "test", sourceKind, "meta_ads", fence,
        new(2024, 12, 31, 0, 0, 0, TimeSpan.Zero), isComplete, Duplicates.Sum, rows, 0, null, []);

    public static async Task<LoadResult> LoadAsync(
        this WarehouseDatabase warehouse, IReadOnlyCollection<DeliveryRow> rows, LoadRequest request, CancellationToken cancel, Func<Task>? beforeCommit = null)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        await using var staged = await StagedRows.CreateAsync(connection, warehouse.Dialect, cancel);
        foreach (var row in rows)
            staged.Add(row, []);
        await staged.FinishAsync(cancel);
        if (beforeCommit is not null)
            await beforeCommit();
        return await SliceLoad.CommitAsync(warehouse, staged, request, cancel);
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
