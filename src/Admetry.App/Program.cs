using Admetry.App;
using Admetry.App.Commands;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = !stop.IsCancellationRequested; // a second Ctrl-C ends the program at once
    stop.Cancel();
};
Console.OutputEncoding = System.Text.Encoding.UTF8;

var host = new CommandHost(Environment.CurrentDirectory, TimeProvider.System, !Console.IsErrorRedirected, Workspaces.OpenAsync);
if (await Forwarding.TryAsync(args, host, stop.Token) is { } forwarded)
    return forwarded;

return await Root.RunAsync(args, host, Console.Out, Console.Error, stop.Token, Server.RunAsync);
