using Admetry.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Admetry.Tests.Fixtures;

/// <summary>A real server on a free loopback port and a headless Chromium, started by the first test that opens a page.</summary>
public sealed class Browser : IAsyncDisposable
{
    readonly Lazy<Task<(WebWorld World, WebApplication Server, IPlaywright Playwright, IBrowser Chromium)>> started = new(StartAsync);

    /// <summary>A page of its own context: no cookies, no cache, the size of a screen or a phone.</summary>
    /// <param name="at">The address of another server than the common one.</param>
    public async Task<IPage> OpenAsync(
        string path, int width = 1440, ColorScheme scheme = ColorScheme.Light, bool script = true, List<string>? errors = null, string? at = null)
    {
        var (_, server, _, chromium) = await started.Value;
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = at ?? server.Urls.First(),
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                errors?.Add(message.Text);
        };
        page.PageError += (_, error) => errors?.Add(error);
        await page.GotoAsync(path);
        return page;
    }

    static async Task<(WebWorld, WebApplication, IPlaywright, IBrowser)> StartAsync()
    {
        var world = await WebWorld.CreateAsync();
        var server = world.Server();
        await server.StartAsync();
        var playwright = await Playwright.CreateAsync();
        var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        return (world, server, playwright, chromium);
    }

    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated)
            return;

        var (world, server, playwright, chromium) = await started.Value;
        await chromium.DisposeAsync();
        playwright.Dispose();
        await server.StopAsync();
        await server.DisposeAsync();
        await world.DisposeAsync();
    }
}
