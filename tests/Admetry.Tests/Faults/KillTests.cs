using System.Globalization;
using Admetry.App.Pipeline;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Dapper;
using Xunit;

namespace Admetry.Tests.Faults;

/// <summary>The program is killed while it loads, again and again. Whatever the moment: nothing is lost, halved or doubled.</summary>
[Trait("needs", "server")]
public sealed class KillTests(PostgresServer postgres)
{
    const int Seed = 20240101;

    static bool IsLong => Environment.GetEnvironmentVariable("ADMETRY_LONG") is "1";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_process_killed_at_any_moment_on_DuckDB_leaves_a_warehouse_that_mends_itself() => KillAsync("duckdb", IsLong ? 500 : 50);

    [Fact]
    public Task A_process_killed_at_any_moment_on_PostgreSQL_leaves_a_warehouse_that_mends_itself() => KillAsync("postgres", IsLong ? 200 : 20);

    [Fact]
    public async Task A_PostgreSQL_session_that_is_ended_in_the_middle_of_a_load_leaves_nothing_of_it()
    {
        await using var shop = await Workshop.CreateAsync("postgres", postgres);
        await using var lease = await shop.OpenAsync();
        var admin = await postgres.Warehouse;
        var random = new Random(Seed);
        var (cut, whole) = (0, 0);
        for (var number = 0; number < (IsLong ? 200 : 40); number++)
        {
            var file = shop.Put($"{number:D4}.csv", Workshop.Export(Seed, number));
            var load = Task.Run(() => Workshop.ImportAsync(lease.Workspace, file), Cancel);
            await Task.Delay(random.Next(0, 60), Cancel);
            await using (var connection = await admin.OpenConnectionAsync(Cancel))
                await connection.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where application_name = @name", new { name = shop.ApplicationName });
            try
            {
                await load;
                whole++;
            }
            catch (System.Data.Common.DbException)
            {
                cut++;
                ((Npgsql.NpgsqlDataSource)lease.Workspace.Warehouse.Source).Clear();
                await Workshop.ImportAsync(lease.Workspace, file);
            }

            ((Npgsql.NpgsqlDataSource)lease.Workspace.Warehouse.Source).Clear();
            await Workshop.ProveAsync(lease.Workspace, $"after session {number}");
        }

        Assert.True(cut > 5, $"Only {cut} loads were cut off, {whole} were not.");
        Assert.Equal(await UndisturbedAsync("postgres", whole + cut), await WarehouseChecksum.ReadAsync(lease.Workspace.Warehouse, Cancel));
    }

    async Task KillAsync(string engine, int kills)
    {
        await using var shop = await Workshop.CreateAsync(engine, postgres);
        var random = new Random(Seed);
        var (inside, mended, logs, next) = (0, 0, 0, 0);
        for (var kill = 1; kill <= kills; kill++)
        {
            var (done, isInside) = await StartAndKillAsync(shop, next, random);
            inside += isInside ? 1 : 0;
            logs += File.Exists($"{shop.Folder.WarehouseFile}.wal") ? 1 : 0;
            await using var lease = await shop.OpenAsync();
            mended += lease.Workspace.Notices.Count;
            Assert.DoesNotContain(lease.Workspace.Notices, notice => notice.Contains("damaged", StringComparison.Ordinal));
            await Workshop.ProveAsync(lease.Workspace, string.Create(CultureInfo.InvariantCulture, $"after kill {kill} of seed {Seed}"));
            next += done;
        }

        // The file that was cut off last comes again, as its user would bring it.
        await using (var lease = await shop.OpenAsync())
        {
            await Workshop.ImportAsync(lease.Workspace, shop.Put(Name(next), Workshop.Export(Seed, next)));
            Assert.Equal(await UndisturbedAsync(engine, next + 1), await WarehouseChecksum.ReadAsync(lease.Workspace.Warehouse, Cancel));
            Assert.Equal(next + 1, lease.Workspace.Landing.List().Count);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{engine}: {kills} kills, {inside} inside work, {next + 1} files; a write-ahead log was left {logs} times, {mended} loads came back from landing.");
        Assert.True(inside >= kills * 8 / 10, $"Only {inside} of {kills} kills landed inside work.");
    }

    // Imports from file 'from' on; is killed somewhere after a random number of acknowledged files.
    static async Task<(int Done, bool IsInside)> StartAndKillAsync(Workshop shop, int from, Random random)
    {
        const int Most = 6;
        var files = Enumerable.Range(from, Most).Select(number => shop.Put(Name(number), Workshop.Export(Seed, number))).ToArray();
        using var process = shop.Start(null, ["import", .. files]);
        var (goal, done) = (random.Next(1, 4), 0);
        var errors = process.StandardError.ReadToEndAsync(Cancel);
        while (done < goal && await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
            done += line.StartsWith('✓') || line.StartsWith('=') ? 1 : throw new InvalidOperationException(line);
        await Task.Delay(random.Next(0, 45), Cancel);
        var isInside = !process.HasExited;
        process.Kill();
        done += (await process.StandardOutput.ReadToEndAsync(Cancel)).Split('\n').Count(line => line.StartsWith('✓') || line.StartsWith('='));
        Assert.Equal("", await errors);
        await process.WaitForExitAsync(Cancel);
        Assert.True(done > 0);
        return (done, isInside);
    }

    async Task<IReadOnlyList<string>> UndisturbedAsync(string engine, int files)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, Cancel);
        for (var number = 0; number < files; number++)
            Assert.IsType<PartLoaded>(await store.ImportAsync(Name(number), Workshop.Export(Seed, number)));
        return await WarehouseChecksum.ReadAsync(store.Warehouse, Cancel);
    }

    static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"{number:D4}.csv");
}
