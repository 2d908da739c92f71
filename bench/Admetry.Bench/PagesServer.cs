using System.Diagnostics;
using Admetry.App;
using Admetry.App.Components;
using Admetry.App.Panels;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Admetry.Bench;

/// <summary>Pages as a server gives them over the loopback: after a change of filters, and to five readers at once while files are loaded.</summary>
static class PagesServer
{
    const int Readers = 5;
    const int PagesOfReader = 30;

    public static async IAsyncEnumerable<Outcome> RunAsync(WarehouseDatabase warehouse)
    {
        await using var server = WebHost.Build(new()
        {
            Url = "http://127.0.0.1:0", Warehouse = warehouse, Metrics = new(warehouse), Catalogue = Catalogue.BuiltIn, Site = new("ACME Corp", "USD", TimeZoneInfo.Utc),
            Clock = new Morning(), Configure = builder => builder.Logging.ClearProviders(),
        });
        await server.StartAsync();
        using var http = new HttpClient { BaseAddress = new(server.Urls.First()) };
        var addresses = await AddressesAsync(warehouse);
        foreach (var spec in PageCatalogue.All)
            await TimeAsync(http, spec.Path);

        var changes = new List<TimeSpan>();
        foreach (var address in addresses.Take(120))
            changes.Add(await TimeAsync(http, address));
        yield return new(new($"{PagesWorld.Size} auctions: a change of filters until the page has come, p95 of {changes.Count}", Nothing, null, Good.AtMost, 0.2, 0.6), P95(changes), null);

        var alone = await ReadAsync(http, addresses, 0);
        using var done = new CancellationTokenSource();
        var loads = LoadAsync(warehouse, done.Token);
        var during = await ReadAsync(http, addresses, 1);
        await done.CancelAsync();
        if (await loads == 0)
            throw new InvalidOperationException("Nothing was loaded while pages were read.");
        yield return new(new($"{PagesWorld.Size} auctions: p95 of {Readers} readers while files are loaded, against without", Nothing, Nothing, Good.AtMost, 2, 4), during, alone);
    }

    static Contestant Nothing { get; } = new(() => Task.CompletedTask);

    /// <summary>Pages with a filter that nobody has asked for yet, in turn of all pages, filters and days.</summary>
    static async Task<List<string>> AddressesAsync(WarehouseDatabase warehouse)
    {
        var campaigns = await new MetricReader(warehouse).ReadAsync(new()
        {
            Principal = PagesWorld.Reader, Days = PagesWorld.Ranges[1], Metrics = [CostMetrics.Spend], By = [Dimensions.Campaign],
        }, CancellationToken.None);
        var facts = await WarehouseFacts.ReadAsync(warehouse, PagesWorld.Reader, CancellationToken.None);
        var filters = facts.Clients.Select(client => new Filter(Dimensions.Client, client.Code))
            .Concat(campaigns.Rows.Select(row => new Filter(Dimensions.Campaign, row.Key(0)))).ToList();
        return [.. filters.Index().SelectMany(filter => PageCatalogue.All.Index().Select(page => (ViewState.Default with
        {
            Filters = [filter.Item], Period = new ChosenPeriod(PagesWorld.Ranges[(filter.Index + page.Index) % PagesWorld.Ranges.Count]),
        }).At(page.Item.Path)))];
    }

    /// <summary>Each reader asks for pages of its own, one after the other.</summary>
    static async Task<Sample> ReadAsync(HttpClient http, List<string> addresses, int turn)
    {
        var unasked = addresses.Skip(120 + turn * Readers * PagesOfReader).Take(Readers * PagesOfReader).Chunk(PagesOfReader);
        return P95([.. (await Task.WhenAll(unasked.Select(async mine =>
        {
            var times = new List<TimeSpan>();
            foreach (var address in mine)
                times.Add(await TimeAsync(http, address));
            return times;
        }))).SelectMany(times => times)]);
    }

    /// <summary>Loads a file of a hundred thousand rows again and again.</summary>
    /// <returns>How often.</returns>
    static async Task<int> LoadAsync(WarehouseDatabase warehouse, CancellationToken done)
    {
        var loads = 0;
        for (; !done.IsCancellationRequested; loads++)
        {
            var rows = SampleRows.Make("readers", 1_000, 100, loads);
            await Task.Run(() => Warehouses.LoadAsync(warehouse, rows), CancellationToken.None);
        }

        return loads;
    }

    static async Task<TimeSpan> TimeAsync(HttpClient http, string address)
    {
        var watch = Stopwatch.StartNew();
        var page = await http.GetStringAsync(new Uri(address, UriKind.Relative));
        watch.Stop();
        return page.Contains("card error", StringComparison.Ordinal) || !page.Contains("</html>", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"{address} was not answered.")
            : watch.Elapsed;
    }

    static Sample P95(List<TimeSpan> times) => new(times.Order().ElementAt((int)(0.95 * times.Count)).TotalSeconds, 0);

    sealed class Morning : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 1, 1, 9, 30, 0, TimeSpan.Zero);
    }
}
