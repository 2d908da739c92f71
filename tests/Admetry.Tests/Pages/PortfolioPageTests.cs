using System.Globalization;
using Admetry.App.Components;
using Admetry.Finance;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>All clients on one page, beside what the catalogue, the books and the pacing page say of each.</summary>
public sealed class PortfolioPageTests(AcmeServer acme)
{
    static readonly DateOnly AsOf = new(2024, 6, 30);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_client_has_the_catalogues_spend_and_margin_and_the_books_receivable()
    {
        var page = await acme.PageAsync("/portfolio?r=2024-06&n=all");
        var (money, books) = (await MoneyAsync(), await new FinanceReader(await acme.WarehouseAsync()).ReadAsync(Principal.Everything("test"), Cancel));
        var open = Ageing.ByParty(books.Books, BookSide.Receivable, AsOf, AgeingBasis.DueDate).ToDictionary(party => books.Clients[party.PartyId].Code, party => party.Buckets);
        var headings = page.QuerySelectorAll(".portfolio thead th").Select(cell => cell.TextContent).ToList();

        Assert.Empty(page.QuerySelectorAll(".error, .empty, .notices p"));
        Assert.True(Rows(page).Count > 3);
        Assert.All(money.Rows, row => Assert.Contains(Rows(page), shown => Code(shown) == row.Key(0)));
        foreach (var row in Rows(page))
        {
            var own = money.Rows.Where(one => one.Key(0) == Code(row)).Select(one => (MetricRow?)one).SingleOrDefault();
            var buckets = open.GetValueOrDefault(Code(row));
            Assert.Equal(NumberFormat.Full(own?[0] ?? MetricValue.Null, Unit.Money, "USD"), Cell("Spend"));
            Assert.StartsWith(NumberFormat.Full(own?[1] ?? MetricValue.Null, Unit.Share), Cell("Margin"), StringComparison.Ordinal);
            Assert.Equal(Amount(buckets?.Open), Cell("Open"));
            Assert.Equal(Amount(buckets?.Overdue), Cell("Overdue"));

            string Cell(string heading) => row.Children[headings.IndexOf(heading)].TextContent.Trim();
        }
    }

    [Fact]
    public async Task Whoever_has_most_at_stake_comes_first_and_leads_to_its_overview_with_the_filters_kept()
    {
        var page = await acme.PageAsync("/portfolio?r=2024-06&cmp2=year&f=device:mobile&n=all");
        var reasons = Rows(page).Select(row => row.QuerySelectorAll(".why small").Length > 0).ToList();
        var first = Rows(page)[0];
        var link = first.QuerySelector("th a")!.GetAttribute("href")!;
        var overview = await acme.PageAsync(link);

        Assert.True(reasons[0]);
        Assert.Equal(reasons.OrderByDescending(has => has), reasons);
        Assert.Contains(first.QuerySelector("th a")!.TextContent, page.QuerySelector(".headline")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/?r=2024-06&cmp2=year&f=device:mobile;client:{Code(first)}", link);
        Assert.Equal("Overview", overview.QuerySelector("h1")!.TextContent);
        Assert.Contains("whole clients", page.QuerySelector(".covered")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_flights_of_a_client_are_those_of_the_pacing_page()
    {
        var page = await acme.PageAsync("/portfolio?r=2024-06&n=all");
        var flights = await acme.PageAsync("/pacing?asof=2024-06-30");
        var running = flights.QuerySelectorAll("section[aria-labelledby=flights-title] tbody tr")
            .Where(row => !row.QuerySelector(".why span")!.TextContent.StartsWith("Ended", StringComparison.Ordinal))
            .CountBy(row => row.QuerySelector("th small bdi")!.TextContent).ToDictionary();

        var shown = Rows(page).Where(row => row.QuerySelector(".pace") is not null)
            .ToDictionary(Code, row => int.Parse(row.QuerySelector(".pace")!.TextContent.Split(" of ")[^1], CultureInfo.InvariantCulture));

        Assert.NotEmpty(running);
        Assert.Equal(running.OrderBy(one => one.Key, StringComparer.Ordinal), shown.OrderBy(one => one.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Someone_of_one_client_sees_one_row_and_a_way_on()
    {
        var code = Code(Rows(await acme.PageAsync("/portfolio?r=2024-06")).First(one => one.QuerySelector(".pace") is not null)); // who owes from earlier years may have no June
        var own = await acme.PageAsync("/portfolio?r=2024-06&cmp=none", code);
        var row = Assert.Single(Rows(own));

        Assert.Equal(code, Code(row));
        Assert.Contains("one client to see", own.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(own.QuerySelectorAll(".attention, .scatter"));
    }

    [Fact]
    public async Task Clients_whose_money_is_in_several_currencies_each_stand_in_their_own()
    {
        await using var world = await WebWorld.CreateAsync();
        await world.RunAsync("update dim_account set currency = 'EUR' where account_id = 4; update fact_core_metrics set currency = 'EUR' where account_id = 4;");
        var page = await CurrencyTests.PageAsync(world, "/portfolio?cmp=none");

        Assert.Contains("in its own currency", page.QuerySelector(".covered")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["C101 $", "C102 €"], Rows(page).Select(row => $"{Code(row)} {row.QuerySelectorAll("td.number")[0].TextContent.Trim()[0]}").Order(StringComparer.Ordinal));
    }

    async Task<MetricTable> MoneyAsync() => await new MetricReader(await acme.WarehouseAsync()).ReadAsync(new()
    {
        Principal = Principal.Everything("test"), Days = new(new(2024, 6, 1), AsOf), Metrics = [CostMetrics.Spend, FinanceMetrics.Margin], By = [Dimensions.Client],
    }, Cancel);

    static List<IElement> Rows(IHtmlDocument page) => [.. page.QuerySelectorAll(".portfolio tbody tr")];

    static string Code(IElement row) => row.QuerySelector("th small bdi")!.TextContent;

    static string Amount(decimal? amount) => amount is { } value and not 0 ? NumberFormat.Full(MetricValue.Exact(value), Unit.Money, "USD") : NumberFormat.Nothing;
}
