using System.Net;
using Admetry.App;
using Admetry.App.Commands;
using Admetry.App.Workspace;
using Xunit;

namespace Admetry.Tests.Commands;

/// <summary>One process owns the warehouse: while a server runs, the command line goes through it.</summary>
public sealed class ServerTests : IDisposable
{
    const string Rows = "campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo\nG1,C1,2024-01-01,1,10,2.50,mobile,US\n";

    readonly string folder = Directory.CreateTempSubdirectory("admetry-server-").FullName;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_runs_in_the_server_and_its_words_and_code_come_back()
    {
        await using var server = await StartAsync("--no-inbox");
        await File.WriteAllTextAsync(Path.Combine(folder, "data.csv"), Rows, Cancel);

        var import = await RemoteAsync(server.Note, "import", "data.csv");
        var query = await RemoteAsync(server.Note, "query", "spend", "--format", "csv");
        var wrong = await RemoteAsync(server.Note, "query", "spnd");

        Assert.Equal((0, "✓ data.csv: seed_google_ads, 1 rows, 2024-01-01, spend 2.50 (load 1)\n"), (import.Code, import.Output));
        Assert.Equal("spend\n2.5\n", query.Output);
        Assert.Equal(2, wrong.Code);
        Assert.Contains("did you mean spend", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_know_the_token_or_comes_from_a_page_is_turned_away()
    {
        await using var server = await StartAsync("--no-inbox");
        using var http = new HttpClient();

        foreach (var (token, origin) in new[] { ("", null), ("guess", null), (server.Note.Token, "https://evil.example") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{server.Note.Url}/cli") { Content = new StringContent("""{"arguments":["loads"],"currentDirectory":"/","showsProgress":false}""", System.Text.Encoding.UTF8, "application/json") };
            request.Headers.Add(RemoteCommand.TokenHeader, token);
            if (origin is not null)
                request.Headers.Add("Origin", origin);
            Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(request, Cancel)).StatusCode);
        }
    }

    [Fact]
    public async Task The_note_with_the_token_is_for_its_owner_alone_and_goes_with_the_server()
    {
        var note = Path.Combine(folder, ".admetry", "server.json");
        await using (await StartAsync("--no-inbox"))
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(note) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));

        Assert.False(File.Exists(note));
    }

    [Fact]
    public async Task A_file_put_into_the_inbox_is_imported_once_it_has_stopped_growing()
    {
        await using var server = await StartAsync();
        var file = Path.Combine(folder, "inbox", "data.csv");
        await File.WriteAllTextAsync(file, Rows[..^10], Cancel);
        await Task.Delay(2_000, Cancel);
        await File.WriteAllTextAsync(file, Rows, Cancel);

        var deadline = TimeProvider.System.GetTimestamp();
        var answer = "";
        while (answer != "spend\n2.5\n" && TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(30))
        {
            await Task.Delay(500, Cancel);
            answer = (await RemoteAsync(server.Note, "query", "spend", "--format", "csv")).Output;
        }

        Assert.Equal("spend\n2.5\n", answer);
        Assert.Equal(2, (await RemoteAsync(server.Note, "loads", "--format", "csv")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    async Task<Running> StartAsync(params string[] options)
    {
        WorkspaceFolder.Init(folder);
        var stop = new CancellationTokenSource();
        var output = TextWriter.Synchronized(new StringWriter());
        var host = new CommandHost(folder, TimeProvider.System, false, Workspaces.OpenAsync);
        var work = Root.RunAsync(["serve", "--url", "http://127.0.0.1:0", .. options], host, output, output, stop.Token, Server.RunAsync);
        var started = TimeProvider.System.GetTimestamp();
        while (RunningServer.Find(new(folder)) is null)
        {
            Assert.False(work.IsCompleted || TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(30), output.ToString());
            await Task.Delay(50, Cancel);
        }

        return new(stop, work, RunningServer.Find(new(folder))!);
    }

    async Task<(int? Code, string Output, string Error)> RemoteAsync(RunningServer server, params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var host = new CommandHost(folder, TimeProvider.System, false, (_, _) => throw new InvalidOperationException("It must run in the server."));
        var code = await RemoteCommand.RunAsync(server, arguments, host, output, error, Cancel);
        return (code, output.ToString(), error.ToString());
    }

    sealed record Running(CancellationTokenSource Stop, Task<int> Work, RunningServer Note) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Stop.CancelAsync();
            Assert.Equal(0, await Work);
            Stop.Dispose();
        }
    }
}
