using System.Globalization;
using System.Text;
using Admetry.App.Pipeline;
using Admetry.Connectors.Exports;
using Admetry.Storage.Control;
using Admetry.Storage.Landing;
using Admetry.Storage.Warehouse;
using Dapper;
using Npgsql;
using Xunit;

namespace Admetry.Tests.Fixtures;

/// <summary>Landing, control store and a warehouse on either engine, in a folder of its own that vanishes afterwards.</summary>
public sealed class TestStore : IAsyncDisposable
{
    readonly string folder;
    readonly string? schema;
    readonly NpgsqlDataSource? server;

    TestStore(string folder, WarehouseDatabase warehouse, string? schema, NpgsqlDataSource? server)
    {
        (this.folder, Warehouse, this.schema, this.server) = (folder, warehouse, schema, server);
        Landing = new(Path.Combine(folder, "landing"), TimeProvider.System);
        Control = new(Path.Combine(folder, "control.sqlite"));
        Loader = new(warehouse, Control, TimeProvider.System);
    }

    public WarehouseDatabase Warehouse { get; }

    public LandingFolder Landing { get; }

    public ControlStore Control { get; }

    public PartLoader Loader { get; }

    public string Folder => folder;

    /// <param name="engine"><c>duckdb</c> or <c>postgres</c>.</param>
    public static async Task<TestStore> CreateAsync(string engine, PostgresServer postgres, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("admetry-test-").FullName;
        if (engine is "duckdb")
            return new(folder, await WarehouseDatabase.OpenDuckDbAsync(Path.Combine(folder, "warehouse.duckdb"), new(), cancel), null, null);

        var server = await postgres.Warehouse;
        var schema = $"t{Guid.NewGuid():N}";
        return new(folder, await WarehouseDatabase.OpenPostgresAsync(server.ConnectionString, schema, cancel), schema, server);
    }

    /// <summary>Receives a text as a file and loads each of its parts.</summary>
    public async Task<PartOutcome> ImportAsync(string name, string text, ReadingHints? hints = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var options = new Dictionary<string, string>();
        if (hints?.AccountId is { } account)
            options["account"] = account;
        var (manifest, _) = await Landing.ReceiveAsync(content, name, "export", options, null, cancel);
        return await Loader.LoadAsync(manifest, Landing.Open(manifest).Single(), hints ?? ReadingHints.None, null, cancel);
    }

    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var connection = await Warehouse.Source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    /// <summary>Each row as its cells joined by <c>|</c>, invariant.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string sql)
    {
        await using var connection = await Warehouse.Source.OpenConnectionAsync();
        var rows = await connection.QueryAsync(sql);
        return [.. rows.Cast<IDictionary<string, object?>>().Select(row =>
            string.Join('|', row.Values.Select(cell => cell is decimal amount
                ? (amount / 1.0000000000000000m).ToString("0.######", CultureInfo.InvariantCulture)
                : Convert.ToString(cell, CultureInfo.InvariantCulture))))];
    }

    public async Task<IReadOnlyList<Check>> VerifyAsync() => await Verification.RunAsync(
        Warehouse,
        [.. Control.Records().Where(record => record.Outcome is "loaded").Select(record => (record.LandingOrder, record.Part))],
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Warehouse.DisposeAsync();
        Control.Dispose();
        if (schema is not null)
        {
            await using var connection = await server!.OpenConnectionAsync();
            await connection.ExecuteAsync($"drop schema \"{schema}\" cascade");
        }

        Directory.Delete(folder, recursive: true);
    }
}
