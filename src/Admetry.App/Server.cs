using Admetry.App.Commands;

namespace Admetry.App;

/// <summary>Runs the web server over a workspace until it is told to stop.</summary>
static class Server
{
    static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(CommandRun run, ServeOptions options)
    {
        await Task.CompletedTask;
        throw new NotImplementedException();
    }
}
