using System.Data.Common;
using System.Globalization;
using Admetry.App.Pipeline;
using Admetry.Connectors.Exports;
using Admetry.Synthetic.Acme;
using Admetry.Tests.Faults;
using Admetry.Tests.Fixtures;
using Dapper;
using Xunit;

namespace Admetry.Tests.Synthetic;

/// <summary>Planted truth T12: thirty dirty rows of ten kinds are all found, and nothing else is.</summary>
[Trait("needs", "server")]
public sealed class DirtyExportsTests(PostgresServer postgres)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("duckdb", 42), InlineData("duckdb", 7), InlineData("duckdb", 1), InlineData("duckdb", 2026), InlineData("postgres", 42)]
    public async Task Every_dirty_row_meets_its_fate_and_every_sum_stands(string engine, int seed)
    {
        await using var shop = await Workshop.CreateAsync(engine, postgres);
        await using var lease = await shop.OpenAsync();
        var (found, planted) = (0, 0);
        foreach (var file in DirtyExports.Create(new(seed, 10_000, 1_000)))
        {
            var path = shop.Put(file.Name, file.Content);
            var read = ExportReader.Read(new(file.Name, () => File.OpenRead(path)), ReadingHints.None, Cancel);
            var items = Assert.IsType<Understood>(read).Items.ToList();
            var loaded = Assert.IsType<PartLoaded>((await Workshop.ImportAsync(lease.Workspace, path)).Single());
            foreach (var dirt in file.Planted)
            {
                planted++;
                found += IsMet(dirt, items.SingleOrDefault(item => item.Line == dirt.Line && item is not ControlTotalItem), loaded) ? 1
                    : throw new InvalidOperationException($"{dirt} became {items.FirstOrDefault(item => item.Line == dirt.Line)}; told: {string.Join(" | ", loaded.Warnings)}");
            }

            var result = loaded.Result;
            var once = file.Planted.Count(dirt => dirt.Fate is DirtyFate.Once);
            Assert.Equal((file.Rows, 0, once), (result.AcceptedRows, result.QuarantinedRows, result.DuplicateRows));
            Assert.Equal(result.InputRows, result.AcceptedRows + result.DuplicateRows + result.FilteredRows);
            await using var connection = await lease.Workspace.Warehouse.Source.OpenConnectionAsync(Cancel);
            Assert.Equal((file.Spend, file.Impressions), await SumsAsync(connection, result.LoadId));
        }

        Assert.Equal((30, 30), (found, planted));
    }

    [Fact]
    public void Three_rows_of_each_kind_are_dirty_and_a_clean_row_is_never_named()
    {
        var files = DirtyExports.Create(new(42, 10_000, 1_000));
        Assert.All(Enum.GetValues<DirtyKind>(), kind => Assert.Equal(3, files.SelectMany(file => file.Planted).Count(dirt => dirt.Kind == kind)));
        foreach (var file in files)
        {
            var read = Assert.IsType<Understood>(ExportReader.Read(new(file.Name, () => new MemoryStream(file.Content)), ReadingHints.None, Cancel));
            var remarked = read.Items.Where(item => item.Remarks is not []).Select(item => item.Line);
            Assert.Equal(file.Planted.Where(dirt => dirt.Kind is DirtyKind.Bound or DirtyKind.NullWord).Select(dirt => dirt.Line).Order(), remarked);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_other_rows()
    {
        var (one, same, other) = (DirtyExports.Create(new(42, 10_000, 1_000)), DirtyExports.Create(new(42, 10_000, 1_000)), DirtyExports.Create(new(43, 10_000, 1_000)));
        Assert.All(one.Zip(same), pair => Assert.Equal(pair.First.Content, pair.Second.Content));
        Assert.All(one.Zip(other), pair => Assert.NotEqual(pair.First.Content, pair.Second.Content));
    }

    static bool IsMet(DirtyRow dirt, ReadItem? item, PartLoaded loaded) => dirt.Fate switch
    {
        DirtyFate.Read => item is DeliveryItem { Remarks: [] },
        DirtyFate.Named => item is DeliveryItem && loaded.Warnings.Any(warning => warning.Contains($"line {Text(dirt.Line)},", StringComparison.Ordinal)),
        DirtyFate.LeftOut => item is FilteredItem { Reason: not "" },
        _ => item is DeliveryItem && loaded.Warnings.Any(warning => warning.Contains("count once", StringComparison.Ordinal) && Lines(warning).Contains(dirt.Line)),
    };

    static IEnumerable<int> Lines(string warning) =>
        warning[(warning.LastIndexOf("line ", StringComparison.Ordinal) + 5)..].TrimEnd('.').Split(", ").Select(line => int.Parse(line, CultureInfo.InvariantCulture));

    static async Task<(decimal, long)> SumsAsync(DbConnection connection, long loadId) => await connection.QuerySingleAsync<(decimal, long)>(
        "select cast(sum(spend) as numeric(18,2)), cast(sum(impressions) as bigint) from fact_core_metrics where load_id = @loadId", new { loadId });

    static string Text(int line) => line.ToString(CultureInfo.InvariantCulture);
}
