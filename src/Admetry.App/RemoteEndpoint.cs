using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Admetry.App.Commands;
using Admetry.App.Workspace;

namespace Admetry.App;

/// <summary><c>POST /cli</c>: runs a command line inside the server, which holds the workspace, and streams what it says.</summary>
static class RemoteEndpoint
{
    /// <param name="server">The note with the secret; null until the server has started.</param>
    public static void Map(WebApplication app, OpenWorkspace workspace, Func<RunningServer?> server) =>
        app.MapPost(RemoteCommand.Path, async (HttpContext http) =>
        {
            // A page in a browser cannot send this header to us, and cannot read the file the token stands in.
            var given = Encoding.UTF8.GetBytes(http.Request.Headers[RemoteCommand.TokenHeader].ToString());
            if (http.Request.Headers.Origin.Count > 0 || server() is not { } note || !CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(note.Token)))
            {
                await Results.Problem("Only the command line of the workspace's owner may run commands here.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(http);
                return;
            }

            http.Response.ContentType = "application/x-ndjson";
            var request = await JsonSerializer.DeserializeAsync<RemoteRequest>(http.Request.Body, JsonSerializerOptions.Web, http.RequestAborted);
            await RunAsync(http, request!, workspace);
        }).ExcludeFromDescription().DisableAntiforgery();

    static async Task RunAsync(HttpContext http, RemoteRequest request, OpenWorkspace workspace)
    {
        var said = Channel.CreateBounded<RemoteAnswer>(1_000);
        var host = new CommandHost(request.CurrentDirectory, workspace.Clock, request.ShowsProgress, (folder, _) =>
            folder.Root == workspace.Folder.Root
                ? Task.FromResult(new WorkspaceLease(workspace, isOwned: false))
                : Workspaces.OpenAsync(folder, http.RequestAborted));
        var work = Task.Run(async () =>
        {
            try
            {
                await using var output = new ChannelWriter(text => new(Output: text), said.Writer);
                await using var error = new ChannelWriter(text => new(Error: text), said.Writer);
                var code = await Root.RunAsync(request.Arguments, host, output, error, http.RequestAborted);
                await said.Writer.WriteAsync(new(Exit: code), CancellationToken.None);
            }
            finally
            {
                said.Writer.Complete();
            }
        });

        await foreach (var answer in said.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (http.RequestAborted.IsCancellationRequested)
                continue; // nobody listens; the command is being cancelled and its last words go nowhere
            await JsonSerializer.SerializeAsync(http.Response.Body, answer, cancellationToken: CancellationToken.None);
            await http.Response.Body.WriteAsync("\n"u8.ToArray(), CancellationToken.None);
            await http.Response.Body.FlushAsync(CancellationToken.None);
        }

        await work;
    }

    sealed class ChannelWriter(Func<string, RemoteAnswer> wrap, ChannelWriter<RemoteAnswer> to) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(string? value)
        {
            if (!string.IsNullOrEmpty(value))
                to.WriteAsync(wrap(value), CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }

        public override void WriteLine(string? value) => Write($"{value}\n");

        public override async Task WriteAsync(string? value)
        {
            if (!string.IsNullOrEmpty(value))
                await to.WriteAsync(wrap(value), CancellationToken.None);
        }

        public override Task WriteLineAsync(string? value) => WriteAsync($"{value}\n");
    }
}
