using Admetry.Metrics;
using Admetry.Storage.Control;
using Admetry.Storage.Landing;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Workspace;

/// <summary>A workspace with its stores open: what every command, page and job works on.</summary>
public sealed class OpenWorkspace : IAsyncDisposable
{
    const string DefaultSchema = "admetry";

    OpenWorkspace(WorkspaceFolder folder, Settings settings, WarehouseDatabase warehouse, TimeProvider clock)
    {
        (Folder, Settings, Warehouse, Clock) = (folder, settings, warehouse, clock);
        Landing = new(folder.Landing, clock);
        Control = new(folder.ControlFile);
        Notes = new(folder.NotesFile);
        Catalogue = Catalogue.BuiltIn.With(settings.Metrics);
    }

    public WorkspaceFolder Folder { get; }

    public Settings Settings { get; }

    public WarehouseDatabase Warehouse { get; }

    public LandingFolder Landing { get; }

    public ControlStore Control { get; }

    /// <summary>What people pinned to days and rows.</summary>
    public NoteStore Notes { get; }

    public Catalogue Catalogue { get; }

    public TimeProvider Clock { get; }

    /// <summary>What opening had to repair, for the user to read; empty on a healthy workspace.</summary>
    public IList<string> Notices { get; } = [];

    /// <summary>Opens the stores. A damaged DuckDB file is set aside, never deleted, and an empty one takes its place.</summary>
    /// <exception cref="SettingsException">The settings are wrong.</exception>
    /// <exception cref="WarehouseException">The warehouse is held by another process, unreachable or too new.</exception>
    public static async Task<OpenWorkspace> OpenAsync(WorkspaceFolder folder, TimeProvider clock, CancellationToken cancel)
    {
        var settings = folder.ReadSettings();
        PrivateFolder.Create(folder.Data);
        Directory.CreateDirectory(folder.Temp);
        var notices = new List<string>();
        var warehouse = settings.Warehouse.Engine is WarehouseEngine.Postgres
            ? await WarehouseDatabase.OpenPostgresAsync(Connection(settings.Warehouse), SchemaOf(settings.Warehouse), cancel)
            : await DuckDbRepair.OpenAsync(folder.WarehouseFile, Limits(folder, settings), notices, clock, cancel);
        try
        {
            await ExchangeRateTable.WriteAsync(warehouse, [.. settings.Rates.Select(rate => new DatedRate(rate.Day, rate.From, rate.To, rate.Rate, "settings")), .. RateFile.ReadAll(folder, settings)], cancel);
            var workspace = new OpenWorkspace(folder, settings, warehouse, clock);
            foreach (var notice in notices)
                workspace.Notices.Add(notice);
            workspace.Landing.Sweep();
            return workspace;
        }
        catch
        {
            await warehouse.DisposeAsync();
            throw;
        }
    }

    /// <summary>Renames a warehouse that this program cannot open, so that <see cref="OpenAsync"/> makes an empty one in its place.</summary>
    /// <returns>What the user is told.</returns>
    public static async Task<string> SetAsideAsync(WorkspaceFolder folder, TimeProvider clock, CancellationToken cancel)
    {
        var settings = folder.ReadSettings().Warehouse;
        return settings.Engine is WarehouseEngine.Postgres
            ? await WarehouseDatabase.SetSchemaAsideAsync(Connection(settings), SchemaOf(settings), clock, cancel)
            : DuckDbRepair.SetAside(folder.WarehouseFile, "outdated", clock);
    }

    /// <summary>Makes a new, empty warehouse beside the present one, for a rebuild.</summary>
    public async Task<WarehouseDatabase> CreateSpareAsync(CancellationToken cancel)
    {
        if (Settings.Warehouse.Engine is WarehouseEngine.Postgres)
            await Warehouse.DropSchemaAsync(SpareSchema, cancel); // what a rebuild left that was cut off
        if (Settings.Warehouse.Engine is WarehouseEngine.Postgres)
            return await WarehouseDatabase.OpenPostgresAsync(Connection(Settings.Warehouse), SpareSchema, cancel);

        DuckDbRepair.Delete(SpareFile);
        return await WarehouseDatabase.OpenDuckDbAsync(SpareFile, Limits(Folder, Settings), cancel);
    }

    /// <summary>Puts the spare warehouse in the place of the present one, in one step.</summary>
    public async Task AdoptSpareAsync(WarehouseDatabase spare, CancellationToken cancel)
    {
        if (Settings.Warehouse.Engine is WarehouseEngine.Postgres)
        {
            await spare.SwapSchemaAsync(SpareSchema, SchemaOf(Settings.Warehouse), cancel);
            await spare.DisposeAsync();
            return;
        }

        await spare.DisposeAsync();
        await Warehouse.ReplaceFileAsync(SpareFile, Folder.WarehouseFile, Limits(Folder, Settings), cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await Warehouse.DisposeAsync();
        Control.Dispose();
        Notes.Dispose();
    }

    string SpareFile => Path.Combine(Folder.Data, "rebuild.duckdb");

    string SpareSchema => $"{SchemaOf(Settings.Warehouse)}_rebuild";

    static string SchemaOf(WarehouseSettings settings) => settings.Schema ?? DefaultSchema;

    static string Connection(WarehouseSettings settings) =>
        Environment.GetEnvironmentVariable(settings.ConnectionVariable!) is { Length: > 0 } connection
            ? connection
            : throw new WarehouseException(
                $"The environment variable {settings.ConnectionVariable}, which admetry.yaml names for the warehouse, is not set.",
                "Set it to the connection string, such as 'Host=127.0.0.1;Database=ads;Username=ads;Password=…'.");

    static WarehouseLimits Limits(WorkspaceFolder folder, Settings settings) => new(
        settings.Warehouse.MemoryLimit ?? "750MB", settings.Warehouse.Threads,
        settings.Warehouse.TempDirectory is { } temp ? Path.GetFullPath(temp, folder.Root) : folder.Temp);
}
