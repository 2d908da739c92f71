using System.Collections.Concurrent;
using Admetry.App.Components;
using Admetry.App.Panels;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.Bench;

/// <summary>
/// What pages cost over a large company, nothing remembered: the seed's four kinds of question by the clock; each roll-up ÷ the fact it sums; a
/// page ÷ the slowest question it asks; pages under a memory limit ÷ without; requests to the server, and readers while files are loaded.
/// </summary>
static class PagesBench
{
    public static async IAsyncEnumerable<Outcome> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("admetry-bench-").FullName;
        try
        {
            var file = await PagesWorld.CreateAsync(folder);
            await foreach (var outcome in LimitAsync(file))
                yield return outcome;
            await using var warehouse = await WarehouseDatabase.OpenDuckDbAsync(file, new(), CancellationToken.None);
            foreach (var contest in Questions(warehouse).Concat(RollUps(warehouse)))
                yield return await contest.RunAsync();
            foreach (var spec in PageCatalogue.All)
                yield return await PageAsync(warehouse, spec);
            await foreach (var outcome in PagesServer.RunAsync(warehouse))
                yield return outcome;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static MetricQuery Query(DateRange days, string metrics, string by, Grain grain = Grain.None, params Filter[] where) => new()
    {
        Principal = PagesWorld.Reader, Days = days, Metrics = new QueryText(Catalogue.BuiltIn).Metrics(metrics), By = by is "" ? [] : QueryText.By(by), Grain = grain, Where = where,
    };

    /// <summary>The questions of the specification, of the days it asks them for and longer.</summary>
    static IEnumerable<Contest> Questions(WarehouseDatabase warehouse)
    {
        var (month, year, all) = (PagesWorld.Ranges[0], PagesWorld.Ranges[1], PagesWorld.Ranges[2]);
        const string Performance = "spend,impressions,clicks,purchases,purchase_value,ctr,cpc,roas";
        yield return Clock("day and campaign, a month", 0.05, Query(month, Performance, "date,campaign", Grain.None, new Filter(Dimensions.CampaignStatus, "ACTIVE")));
        yield return Clock("day, five years", 0.05, Query(all, Performance, "date"));
        yield return Clock("week and campaign, a year", 0.1, Query(year, Performance, "campaign", Grain.Week));
        yield return Clock("week, five years", 0.1, Query(all, Performance, "", Grain.Week));
        yield return Clock("purchases by campaign and window, five years", 0.2, Query(all, "action_count,action_value", "campaign,attribution_window", Grain.None, new Filter(Dimensions.ActionType, "purchase")));
        yield return Clock("films by ad, five years", 0.15, Query(all, "video_plays,video_p25_watched,video_p50_watched,video_p100_watched,video_completion_rate,hook_retention", "ad"));

        Contest Clock(string name, double goal, MetricQuery query) => new(
            $"{PagesWorld.Size} auctions: {name}", new(async () => Require((await Fresh(warehouse).ReadAsync(query, PagesWorld.Cancel)).Rows.Count > 0)), null, Good.AtMost, goal, 3 * goal);
    }

    static IEnumerable<Contest> RollUps(WarehouseDatabase warehouse)
    {
        var all = PagesWorld.Ranges[2];
        yield return Faster("campaigns", Query(all, "spend,impressions,clicks", "campaign"));
        yield return Faster("months", Query(all, "spend,impressions,clicks", "", Grain.Month));
        yield return Faster("countries", Query(all, "spend,impressions,clicks", "country"));
        yield return Faster("ages and genders", Query(all, "spend,impressions,clicks", "age,gender"));
        yield return Faster("interests", Query(all, "impressions", "interest"));
        yield return Faster("windows of actions", Query(all, "action_count,action_value", "action_type,attribution_window"));
        yield return Faster("deal types", Query(all, "gross_billed,spend", "deal_type"));
        yield return Faster("revenue by channel", Query(all, "client_revenue", "channel"));

        // The gate only says that no roll-up costs more than the rows it stands for.
        Contest Faster(string name, MetricQuery query) => new($"{PagesWorld.Size} auctions: {name}, roll-up against fact",
            new(() => SameAsync(warehouse, Fresh(warehouse), query)), new(() => SameAsync(warehouse, Raw(warehouse), query)), Good.AtLeast, 10, 1);
    }

    static readonly Dictionary<MetricQuery, List<string>> Known = [];

    /// <summary>Asks, and holds the answer against the first that was given to the question.</summary>
    static async Task SameAsync(WarehouseDatabase warehouse, MetricReader reader, MetricQuery query)
    {
        var table = await reader.ReadAsync(query, PagesWorld.Cancel);
        if (!Known.TryGetValue(query, out var lines))
            Known[query] = lines = Lines(await Raw(warehouse).ReadAsync(query, PagesWorld.Cancel));
        Require(table.Rows.Count == lines.Count);
        if (table.Rows.Count < 1_000)
            Require(lines.SequenceEqual(Lines(table)));
    }

    static List<string> Lines(MetricTable table) => [.. table.Rows.Select(row => string.Join('|',
        Enumerable.Range(0, table.Keys.Count).Select(row.Key).Concat(Enumerable.Range(0, table.Metrics.Count).Select(i => $"{row[i].AsDecimal}"))))];

    /// <summary>A page of the last month, compared with the one before ÷ the slowest question it asks, asked alone.</summary>
    static async Task<Outcome> PageAsync(WarehouseDatabase warehouse, PageSpec spec)
    {
        var question = await QuestionAsync(warehouse, spec.Path, ViewState.Default with { Period = new ChosenPeriod(PagesWorld.Ranges[0]) });
        var (asked, sent) = (new ConcurrentQueue<MetricQuery>(), 0);
        await new PageReader(Fresh(warehouse)) { Watch = new(asked.Enqueue, _ => Interlocked.Increment(ref sent)) }.ReadAsync(spec, question, PagesWorld.Cancel);
        var slowest = asked.First();
        var longest = TimeSpan.Zero;
        foreach (var query in asked)
        {
            var took = await MedianAsync(() => Fresh(warehouse).ReadAsync(query, PagesWorld.Cancel));
            if (took > longest)
                (slowest, longest) = (query, took);
        }

        return await new Contest($"{PagesWorld.Size} auctions: page {spec.Path} ({asked.Count} questions, asked as {sent}), against the slowest",
            new(async () => Require((await new PageReader(Fresh(warehouse)).ReadAsync(spec, question, PagesWorld.Cancel)).Tiles is not [])),
            new(() => Fresh(warehouse).ReadAsync(slowest, PagesWorld.Cancel)), Good.AtMost, 1.5, 20).RunAsync();
    }

    /// <summary>All pages in 1.5 GB ÷ in what the engine takes.</summary>
    static async IAsyncEnumerable<Outcome> LimitAsync(string file)
    {
        await PagesAsync(file, new()); // whoever comes first finds nothing compiled and nothing read
        var limited = await PagesAsync(file, new("1500MB"));
        var free = await PagesAsync(file, new());
        yield return new(new($"{PagesWorld.Size} auctions: all pages of a year in 1.5 GB, against unlimited", new(() => Task.CompletedTask), new(() => Task.CompletedTask), Good.AtMost, 1.3, 1.6), limited, free);
    }

    static async Task<Sample> PagesAsync(string file, WarehouseLimits limits)
    {
        await using var warehouse = await WarehouseDatabase.OpenDuckDbAsync(file, limits, PagesWorld.Cancel);
        var questions = new List<(PageSpec Spec, PageQuestion Question)>();
        foreach (var spec in PageCatalogue.All)
            questions.Add((spec, await QuestionAsync(warehouse, spec.Path, ViewState.Default with { Period = new ChosenPeriod(PagesWorld.Ranges[1]) })));
        var took = await MedianAsync(async () =>
        {
            foreach (var (spec, question) in questions)
                await new PageReader(Fresh(warehouse)).ReadAsync(spec, question, PagesWorld.Cancel);
        });
        return new(took.TotalSeconds, 0);
    }

    static async Task<TimeSpan> MedianAsync(Func<Task> run)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < 7; i++)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            await run();
            times.Add(watch.Elapsed);
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    static async Task<PageQuestion> QuestionAsync(WarehouseDatabase warehouse, string path, ViewState state)
    {
        var facts = await WarehouseFacts.ReadAsync(warehouse, PagesWorld.Reader, PagesWorld.Cancel);
        return PageQuestion.Of(PagesWorld.Reader, path, state, PageDays.Of(state, facts, new(2025, 1, 15)), null, new Dictionary<string, string>());
    }

    internal static MetricReader Fresh(WarehouseDatabase warehouse) => new(warehouse) { Remembers = false };

    static MetricReader Raw(WarehouseDatabase warehouse) => new(warehouse) { UsesRollUps = false };

    static void Require(bool holds)
    {
        if (!holds)
            throw new InvalidOperationException("A page or a question was answered otherwise than it should be.");
    }
}
