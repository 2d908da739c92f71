using System.Diagnostics;
using System.Text;
using Admetry.App.Pipeline;
using Admetry.Tests.Fixtures;
using Dapper;
using Xunit;

namespace Admetry.Tests.Faults;

/// <summary>A line that would fill the memory, through the whole way in.</summary>
[Collection(nameof(Alone))]
public sealed class LongLineTests(PostgresServer postgres)
{
    static readonly byte[] Good = Encoding.UTF8.GetBytes(Workshop.Export(3, 3));

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_of_200_megabytes_is_refused_with_its_line_in_bounded_memory()
    {
        await using var shop = await Workshop.CreateAsync("duckdb", postgres);
        await using var lease = await shop.OpenAsync();
        var path = Path.Combine(shop.Folder.Inbox, "long.csv");
        await using (var file = File.Create(path))
        {
            await file.WriteAsync(Good, Cancel);
            var block = new byte[1 << 20];
            Array.Fill(block, (byte)'x');
            for (var i = 0; i < 200; i++)
                await file.WriteAsync(block, Cancel);
        }

        using var process = Process.GetCurrentProcess();
        var (before, peak) = (process.WorkingSet64, 0L);
        var import = Workshop.ImportAsync(lease.Workspace, path);
        while (!import.IsCompleted)
        {
            process.Refresh();
            peak = Math.Max(peak, process.WorkingSet64);
            await Task.Delay(5, Cancel);
        }

        var outcome = Assert.Single(await import);
        Assert.InRange(peak - before, long.MinValue, 300L << 20);
        Assert.Equal(Good.Count(b => b == '\n') + 1, Assert.IsType<PartRefused>(outcome).Line);
        await using var connection = await lease.Workspace.Warehouse.Source.OpenConnectionAsync(Cancel);
        Assert.Equal((0L, 0L), await connection.QuerySingleAsync<(long, long)>("select (select count(*) from fact_core_metrics), (select count(*) from load_log)"));
    }
}
