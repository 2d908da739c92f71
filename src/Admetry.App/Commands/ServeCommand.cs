using System.CommandLine;

namespace Admetry.App.Commands;

/// <summary>How to serve.</summary>
/// <param name="Url">Where to listen.</param>
/// <param name="Watches">Whether files put into the inbox are imported.</param>
/// <param name="Name">What to call it when it starts; null: the workspace's folder.</param>
public sealed record ServeOptions(string Url, bool Watches, string? Name = null);

/// <summary><c>admetry serve</c>: pages and HTTP API on loopback, and the inbox watched.</summary>
static class ServeCommand
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <param name="serve">Runs the server until it is told to stop; given from above, since commands do not know pages.</param>
    public static Command Create(CommandHost host, Func<CommandRun, ServeOptions, Task<int>> serve)
    {
        var url = new Option<string>("--url") { Description = "Where to listen; any address but loopback shows the numbers to the network.", DefaultValueFactory = _ => DefaultUrl, HelpName = "URL" };
        var noInbox = new Option<bool>("--no-inbox") { Description = "Leaves the inbox alone." };
        return new Command("serve", "Shows the dashboard and answers the API; imports what is put into the inbox.\n\nExample: admetry serve --url http://127.0.0.1:8080") { url, noInbox }
            .Does(host, run => serve(run, new(run.Arguments.GetValue(url)!, !run.Arguments.GetValue(noInbox))));
    }
}
