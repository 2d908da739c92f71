using Admetry.App.Commands;
using Admetry.App.Components;
using Admetry.App.Pipeline;
using Admetry.App.Workspace;
using Admetry.Storage.Warehouse;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Admetry.App;

/// <summary>Runs the web server over a workspace, watches its inbox, and lends the workspace to the command line, until told to stop.</summary>
public static class Server
{
    static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);

    /// <exception cref="IOException">The address is taken.</exception>
    public static async Task<int> RunAsync(CommandRun run, ServeOptions options)
    {
        await using var lease = await run.OpenAsync();
        var workspace = lease.Workspace;
        await using var app = WebHost.Build(Options(workspace, options.Url));
        RunningServer? announced = null;
        RemoteEndpoint.Map(app, workspace, () => announced);
        await app.StartAsync(run.Cancel);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        announced = RunningServer.Announce(workspace.Folder, address);
        await run.Output.WriteLineAsync($"Admetry serves {options.Name ?? workspace.Folder.Root} at {address}  (Ctrl-C stops)");
        if (options.Watches)
            await run.Output.WriteLineAsync($"Files put into {workspace.Folder.Inbox} are imported.");

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(run.Cancel, app.Lifetime.ApplicationStopping);
        try
        {
            if (options.Watches)
                await new InboxWatch(workspace, Settled, line => run.Output.WriteLine(line)).RunAsync(stopping.Token);
            else
                await Task.Delay(Timeout.Infinite, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            announced.Withdraw(workspace.Folder);
            await app.StopAsync(CancellationToken.None);
        }

        return ExitCode.Done;
    }

    static WebHostOptions Options(OpenWorkspace workspace, string url) => new()
    {
        Url = url,
        Warehouse = workspace.Warehouse,
        Metrics = new MetricReader(workspace.Warehouse),
        Catalogue = workspace.Catalogue,
        Clock = workspace.Clock,
        Uploads = new(workspace),
        Notes = workspace.Notes,
        Site = Site.Of(workspace),
        KeyFolder = Path.Combine(workspace.Folder.Data, "keys"),
        Configure = builder => builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error),
    };
}
