using System.Diagnostics;
using System.Globalization;
using System.Text;
using Admetry.App;
using Admetry.App.Commands;
using Admetry.App.Pipeline;
using Admetry.App.Workspace;
using Admetry.Connectors.Exports;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Dapper;
using Npgsql;
using Xunit;

namespace Admetry.Tests.Faults;

/// <summary>A whole workspace on either engine for tests that hurt it, and the program as a process of its own that can be killed.</summary>
sealed class Workshop : IAsyncDisposable
{
    readonly NpgsqlDataSource? server;
    readonly string schema = $"k{Guid.NewGuid():N}";

    Workshop(string root, NpgsqlDataSource? server)
    {
        this.server = server;
        Folder = WorkspaceFolder.Init(root);
        if (server is null)
            return;

        Variable = $"ADMETRY_{schema.ToUpperInvariant()}";
        Environment.SetEnvironmentVariable(Variable, $"{server.ConnectionString};Application Name={schema}");
        File.WriteAllText(Folder.SettingsFile, $"warehouse:\n  engine: postgres\n  connection: env:{Variable}\n  schema: {schema}\n");
    }

    public WorkspaceFolder Folder { get; }

    /// <summary>What PostgreSQL's list of sessions calls this workspace's.</summary>
    public string ApplicationName => schema;

    string? Variable { get; }

    public static async Task<Workshop> CreateAsync(string engine, PostgresServer postgres) => new(
        Directory.CreateTempSubdirectory("admetry-fault-").FullName, engine is "postgres" ? await postgres.Warehouse : null);

    /// <summary>Opens the workspace as every command does: repairing what must be repaired.</summary>
    public Task<WorkspaceLease> OpenAsync() => Workspaces.OpenAsync(Folder, TestContext.Current.CancellationToken);

    /// <summary>Writes a file into the inbox and gives its path.</summary>
    public string Put(string name, string text) => Put(name, Encoding.UTF8.GetBytes(text));

    public string Put(string name, byte[] content)
    {
        var path = Path.Combine(Folder.Inbox, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Starts the program itself on this workspace.</summary>
    /// <param name="shell">Put before the program, such as <c>ulimit -f 100;</c>; null starts it without a shell.</param>
    public Process Start(string? shell, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Admetry.App.dll");
        string[] command = [program, .. arguments, "--workspace", Folder.Root];
        var start = shell is null
            ? new ProcessStartInfo("dotnet", command)
            : new ProcessStartInfo("sh", ["-c", $"{shell} exec dotnet \"$@\"", "sh", .. command]);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.WorkingDirectory = Folder.Root;
        if (Variable is not null)
            start.Environment[Variable] = Environment.GetEnvironmentVariable(Variable);
        return Process.Start(start)!;
    }

    /// <summary>Runs the program to its end.</summary>
    public async Task<(int Code, string Output, string Error)> RunAsync(string? shell, params string[] arguments)
    {
        using var process = Start(shell, arguments);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, said[0], said[1]);
    }

    /// <summary>Every check of <c>admetry verify</c>; fails the test on the first that does not hold.</summary>
    public static async Task ProveAsync(OpenWorkspace workspace, string when)
    {
        var acknowledged = workspace.Control.Records().Where(record => record.Outcome is "loaded").Select(record => (record.LandingOrder, record.Part)).ToList();
        foreach (var check in await Verification.RunAsync(workspace.Warehouse, acknowledged, TestContext.Current.CancellationToken))
            Assert.True(check.Holds, $"{when}: {check.Id} {check.Claim}: {string.Join("; ", check.Violations)}");
    }

    public static Task<IReadOnlyList<PartOutcome>> ImportAsync(OpenWorkspace workspace, string file) =>
        new ImportJob(workspace).RunAsync(file, ReadingHints.None, "export", null, TestContext.Current.CancellationToken);

    /// <summary>An export of a few accounts over six days; each following number restates five of them and adds one.</summary>
    public static string Export(int seed, int number, int rowsEach = 6)
    {
        var random = new Random(seed * 7919 + number);
        var text = new StringBuilder("campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo\n");
        for (var day = 0; day < 6; day++)
            for (var campaign = 0; campaign < rowsEach; campaign++)
                foreach (var device in new[] { "mobile", "desktop" })
                    text.Append(CultureInfo.InvariantCulture,
                        $"G{campaign},C10{campaign % 3},{new DateOnly(2024, 1, 1).AddDays(number + day):yyyy-MM-dd},{random.Next(50)},{random.Next(50, 5000)},{random.Next(100, 99_999) / 100m},{device},US\n");
        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await using var connection = await server.OpenConnectionAsync();
            foreach (var name in await connection.QueryAsync<string>("select nspname from pg_namespace where nspname like @Like", new { Like = $"{schema}%" }))
                await connection.ExecuteAsync($"drop schema {name} cascade");
            Environment.SetEnvironmentVariable(Variable!, null);
        }

        Directory.Delete(Folder.Root, recursive: true);
    }
}
