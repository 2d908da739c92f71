using System.Net.Http.Json;
using System.Text.Json;
using Admetry.App.Commands;

namespace Admetry.App;

/// <summary>A command line as it travels to the server that holds the workspace.</summary>
/// <param name="CurrentDirectory">Where the user stands: relative paths start there.</param>
sealed record RemoteRequest(string[] Arguments, string CurrentDirectory, bool ShowsProgress);

/// <summary>A piece of what the command says, or its exit code.</summary>
sealed record RemoteAnswer(string? Output = null, string? Error = null, int? Exit = null);

/// <summary>Runs a command in the server that holds the workspace, and shows what it says as it says it.</summary>
public static class RemoteCommand
{
    public const string Path = "/cli";
    public const string TokenHeader = "X-Admetry-Token";

    /// <returns>The exit code; null when nobody listens there any more.</returns>
    public static async Task<int?> RunAsync(
        RunningServer server, string[] arguments, CommandHost host, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{server.Url}{Path}")
        {
            Content = JsonContent.Create(new RemoteRequest(arguments, host.CurrentDirectory, host.ShowsProgress)),
            Headers = { { TokenHeader, server.Token } },
        };

        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        }
        catch (HttpRequestException refused) when (refused.HttpRequestError is HttpRequestError.ConnectionError)
        {
            return null;
        }

        using (response)
        {
            if (!response.IsSuccessStatusCode)
            {
                await error.WriteLineAsync($"The server at {server.Url} refused the command: {(int)response.StatusCode}. Stop it, or run the command as the user who started it.");
                return ExitCode.Failed;
            }

            return await ShowAsync(response, output, error, cancel);
        }
    }

    static async Task<int> ShowAsync(HttpResponseMessage response, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancel));
        while (await lines.ReadLineAsync(cancel) is { } line)
        {
            var answer = JsonSerializer.Deserialize<RemoteAnswer>(line)!;
            if (answer.Output is not null)
                await output.WriteAsync(answer.Output);
            if (answer.Error is not null)
                await error.WriteAsync(answer.Error);
            if (answer.Exit is { } code)
                return code;
        }

        await error.WriteLineAsync("The server went away before the command ended. Run 'admetry verify'.");
        return ExitCode.Failed;
    }
}
