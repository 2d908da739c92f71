using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Admetry.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>How soon a page is there, what it weighs, whether it moves, and how soon it answers; nothing else runs meanwhile.</summary>
[Collection(nameof(Alone)), Trait("needs", "server")]
public sealed class SpeedTests(Browser browser, AcmeServer acme)
{
    const double MostJs = 250, MostCss = 15, MostHtml = 40;

    /// <summary>What Lighthouse calls good, and a little more.</summary>
    const double Good = 0.95;

    const int MostRequests = 12, Changes = 20, Tries = 3;

    /// <summary>An office line, and a processor a quarter as fast as this one.</summary>
    /// <remarks>One page after the other: Chromium slows a page by counting on its processor in between, so that a slowed page takes a whole one.</remarks>
    static readonly Profile Office = new(1440, Latency: 40, Megabits: 10, Slower: 4);

    /// <summary>A phone on a slow network, as Lighthouse sets its browser to it: three and three quarters of 150 ms for each request.</summary>
    static readonly Profile Phone = new(412, Latency: 562.5, Megabits: 1.44, Slower: 4, IsWhole: true);

    static readonly Profile Desk = new(1440, Latency: 0, Megabits: 0, Slower: 1, IsWhole: true);

    /// <summary>Pages that are there; the rest is small.</summary>
    static IEnumerable<string> Paths => PageAddresses.All.Select(row => row.Data).Where(path => path is not "/nowhere");

    [Fact, Scored(Row.Paint)]
    public async Task On_a_slow_phone_each_page_shows_itself_within_a_second_and_a_half()
    {
        var seen = await AllAsync(Phone, one => one.Paint <= 1500 && one.Score.Value >= Good);

        await HoldsAsync(seen.Max(one => one.Paint), 1500, Told(seen));
        await HoldsAsync(1 - seen.Min(one => one.Score.Value), 1 - Good, string.Join('\n', seen.OrderBy(one => one.Score.Value)));
    }

    [Fact, Scored(Row.Paint)]
    public async Task At_ten_megabits_three_pages_of_four_show_themselves_within_a_second()
    {
        var seen = await AllAsync(Office, one => one.Paint <= 1000);

        await HoldsAsync(Share(seen.Select(one => one.Paint), 0.75), 1000, Told(seen));
    }

    [Fact, Scored(Row.Response), Scored(Row.Weight)]
    public async Task Each_page_is_light_asks_nobody_else_stays_where_it_is_and_does_not_block()
    {
        var seen = await AllAsync(Desk, one => one.Blocked <= 300);

        Assert.All(seen, one => Assert.True(one is { Js: > 1 and <= MostJs, Css: > 1 and <= MostCss, Requests: >= 3 and <= MostRequests, Others: "", Shift: <= 0.02 }, one.ToString()));
        Assert.InRange(Share(seen.Select(one => one.Html), 0.95), 1, MostHtml);
        await HoldsAsync(seen.Max(one => one.Blocked), 300, Told(seen));
    }

    [Fact, Scored(Row.Response)]
    public async Task A_filter_over_five_years_is_answered_and_painted_within_three_tenths_of_a_second()
    {
        var page = await browser.OpenAsync("/?r=2020-01-01..2024-12-31", at: await acme.UrlAsync());
        await page.Locator("adm-chart#trend[data-drawn]").WaitForAsync();
        List<double> took = [];
        for (var round = 0; round < Tries && (round == 0 || Share(took, 0.95) > 300); round++)
        {
            took = [];
            for (var i = 0; i < Changes; i++)
                took.Add(await page.EvaluateAsync<double>(Change, i % 2 == 0 ? "year" : "prev"));
        }

        await HoldsAsync(Share(took, 0.95), 300, string.Join(", ", took.Select(one => one.ToString("0", CultureInfo.InvariantCulture))));
        await page.Context.CloseAsync();
    }

    /// <summary>
    /// Other work on the machine makes a page late and never early: what held, holds; what did not, was not measured while there is other work. On a
    /// machine of its own the row is not met, and five times the goal is a fault.
    /// </summary>
    internal static async Task HoldsAsync(double measured, double goal, string told)
    {
        if (measured <= goal)
            return;
        if (await BusyAsync())
            Assert.Skip($"The machine is busy with other work: {string.Join(" | ", told.Split('\n').Take(2))}");
        Scorecard.Miss();
        TestContext.Current.TestOutputHelper!.WriteLine(told);
        Assert.True(measured <= 5 * goal, told);
    }

    /// <summary>Whether threads that only count are kept from their processors.</summary>
    static async Task<bool> BusyAsync()
    {
        using var self = Process.GetCurrentProcess();
        var (before, clock) = (self.TotalProcessorTime, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(
            () => Count(clock), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        var wall = clock.Elapsed;
        self.Refresh();
        return (self.TotalProcessorTime - before) / (wall * Environment.ProcessorCount) < 0.85;
    }

    // A wait that yields would leave its processor, and every machine would seem busy.
    static void Count(Stopwatch clock)
    {
        while (clock.ElapsedMilliseconds < 1000)
            Thread.SpinWait(1000);
    }

    /// <summary>From the choice to the frame after the one that shows the new numbers and their chart.</summary>
    const string Change = """
        (value) => new Promise((done) => {
          const start = performance.now(), select = document.querySelector("select[name=cmp]");
          const look = () => {
            const chart = document.querySelector("adm-chart#trend");
            if (!select.isConnected && document.querySelector("select[name=cmp]").value === value && "drawn" in chart.dataset)
              requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
            else requestAnimationFrame(look);
          };
          select.value = value;
          select.dispatchEvent(new Event("change", { bubbles: true }));
          look();
        })
        """;

    /// <summary>Each page, and again while it is late: the best of three counts.</summary>
    async Task<List<Seen>> AllAsync(Profile profile, Func<Seen, bool> isGood)
    {
        var (home, tries) = (await acme.UrlAsync(), await BusyAsync() ? Tries - 1 : Tries); // on a busy machine to try again is mostly in vain
        await LoadAsync(home, Paths.First(), profile); // whoever comes first starts the browser, and the server compiles its first page
        List<Seen> all = [];
        foreach (var path in Paths)
        {
            var seen = await LoadAsync(home, path, profile);
            for (var again = 1; again < tries && !isGood(seen); again++)
                seen = await LoadAsync(home, path, profile) is var next && next.Paint + next.Blocked < seen.Paint + seen.Blocked ? next : seen;
            all.Add(seen);
        }

        return all;
    }

    async Task<Seen> LoadAsync(string home, string path, Profile profile)
    {
        var page = await browser.OpenAsync("about:blank", profile.Width);
        List<IRequest> requests = [];
        page.RequestFinished += (_, request) => requests.Add(request);
        var tools = await page.Context.NewCDPSessionAsync(page);
        if (profile.Megabits > 0)
        {
            await tools.SendAsync("Network.enable");
            await tools.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = profile.Latency, ["downloadThroughput"] = profile.Megabits * 125_000, ["uploadThroughput"] = profile.Megabits * 125_000 });
        }

        await tools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = profile.Slower });
        await page.GotoAsync(home + path, new() { WaitUntil = profile.IsWhole ? WaitUntilState.NetworkIdle : WaitUntilState.Load });
        if (profile.IsWhole)
            await page.WaitForFunctionAsync("() => [...document.querySelectorAll('adm-chart')].every((one) => 'drawn' in one.dataset || one.getBoundingClientRect().top > innerHeight)");
        var told = await page.EvaluateAsync<JsonElement>(Noted);
        Dictionary<string, double> sizes = [];
        foreach (var request in profile.IsWhole ? requests : [])
        {
            // Script that is fetched ahead of its use is script as well.
            var kind = request.Url.EndsWith(".js", StringComparison.Ordinal) ? "script" : request.ResourceType;
            sizes[kind] = sizes.GetValueOrDefault(kind) + ((await request.SizesAsync()).ResponseBodySize / 1024d);
        }

        await page.Context.CloseAsync();
        double Told(string name) => told.GetProperty(name).GetDouble();
        return new(path, Told("paint"), Told("shift"), Told("blocked"), new(Told("first"), Told("paint"), Told("whole"), Told("late"), Told("shift")),
            sizes.GetValueOrDefault("script"), sizes.GetValueOrDefault("stylesheet") + Packed(told.GetProperty("style").GetString()!), sizes.GetValueOrDefault("document"), requests.Count,
            string.Join(' ', requests.Select(request => request.Url).Where(url => !url.StartsWith(home, StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal))));
    }

    /// <summary>What the browser has written down since the page began.</summary>
    const string Noted = """
        async () => {
          const entries = (type) => new Promise((done) => {
            const watch = new PerformanceObserver((list) => done(list.getEntries()));
            watch.observe({ type, buffered: true });
            setTimeout(() => done([]), 150);
          });
          const [paints, shifts, tasks] = await Promise.all(["largest-contentful-paint", "layout-shift", "longtask"].map(entries));
          const first = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity;
          const sum = (list) => list.reduce((all, one) => all + one, 0);
          return {
            style: [...document.querySelectorAll("style")].map((one) => one.textContent).join("\n"),
            paint: paints.at(-1)?.startTime ?? Infinity,
            first,
            whole: [...document.querySelectorAll("adm-chart")].some((one) => one.getBoundingClientRect().top < innerHeight) ? performance.now() : performance.getEntriesByType("navigation")[0].loadEventEnd,
            late: sum(tasks.filter((one) => one.startTime + one.duration > first).map((one) => Math.max(0, one.duration - 50))),
            shift: sum(shifts.filter((one) => !one.hadRecentInput).map((one) => one.value)),
            blocked: sum(tasks.map((one) => Math.max(0, one.duration - 50))),
          };
        }
        """;

    static string Told(IEnumerable<Seen> seen) => string.Join('\n', seen.OrderByDescending(one => one.Paint));

    /// <summary>The kilobytes of a style that a page carries, which count as the page's as well.</summary>
    static double Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            brotli.Write(Encoding.UTF8.GetBytes(text));
        return packed.Length / 1024d;
    }

    static double Share(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }

    /// <param name="IsWhole">Whether a page is waited for until its charts stand and the line is quiet.</param>
    sealed record Profile(int Width, double Latency, double Megabits, double Slower, bool IsWhole = false);

    /// <summary>Milliseconds until the largest part was painted and for which the page was blocked; kilobytes as they were sent.</summary>
    sealed record Seen(string Path, double Paint, double Shift, double Blocked, LighthouseScore Score, double Js, double Css, double Html, int Requests, string Others)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"{Path}: painted {Paint:0} ms, moved {Shift:0.000}, blocked {Blocked:0} ms, score {Score.Value:0.000}; JS {Js:0} KB, CSS {Css:0} KB, HTML {Html:0} KB; {Requests} requests {Others}");
    }
}
