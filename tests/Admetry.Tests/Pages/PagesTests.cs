using System.Globalization;
using Admetry.App.Panels;
using Admetry.Tests.Fixtures;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>Every page of the app over ACME Corp, as the server first answers: without script.</summary>
public sealed class PagesTests(AcmeServer acme)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Pages of numbers, which share one address language.</summary>
    public static TheoryData<string> Numbers => [.. PageCatalogue.All.Select(page => page.Path), "/explore"];

    /// <summary>All pages but the one to hand in files.</summary>
    public static TheoryData<string> All => [.. Numbers.Select(row => row.Data), "/portfolio", "/finance", "/pacing", "/data", "/definitions"];

    [Theory, MemberData(nameof(Numbers))]
    public async Task A_page_shows_its_tiles_and_every_panel_for_thirty_days_and_for_a_year(string path)
    {
        foreach (var address in new[] { path, $"{path}?r=2024" })
        {
            var page = await acme.PageAsync(address);

            Assert.Empty(page.QuerySelectorAll(".missing, .error, .empty, .notices p"));
            Assert.Equal(path is "/explore" ? 4 : 6, page.QuerySelectorAll(".kpis .kpi").Length);
            Assert.All(page.QuerySelectorAll(".kpis .kpi .value"), value => Assert.Contains(value.TextContent, char.IsAsciiDigit));
            Assert.Contains(page.QuerySelector(".headline")!.TextContent, char.IsAsciiDigit);
            Assert.All(PageLayout.Rows(page), row => Assert.Equal(3, row));
            Assert.Equal(Expected(path), page.QuerySelectorAll(".charts > figure adm-chart, .charts turbo-frame").Select(panel => panel.Id));
        }
    }

    [Theory, MemberData(nameof(Numbers))]
    public async Task Each_row_and_each_mark_has_the_one_menu_and_its_links_lead_somewhere(string path)
    {
        var page = await acme.PageAsync($"{path}?r=2024-Q4");
        var menus = page.QuerySelectorAll(".rowmenu").ToList();
        var links = menus.SelectMany(menu => menu.QuerySelectorAll("a")).Select(link => link.GetAttribute("href")!).Distinct().ToList();
        // One of each kind is followed: the rest differ in the member they name alone.
        var kinds = links.GroupBy(link => link.Split('?', '#')[0] + (link.Contains('!', StringComparison.Ordinal) ? "!" : "")).Select(kind => kind.First()).ToList();

        Assert.NotEmpty(menus);
        Assert.Equal(menus.Count, menus.Select(menu => menu.Id).Distinct().Count());
        Assert.All(page.QuerySelectorAll("tbody tr:not(.total) th .more"), button => Assert.NotNull(page.GetElementById(button.GetAttribute("popovertarget")!)));
        Assert.Contains(kinds, link => link.StartsWith(QueryLink.Csv, StringComparison.Ordinal));
        Assert.Contains(kinds, link => link.StartsWith(QueryLink.Sql, StringComparison.Ordinal));
        Assert.Contains(kinds, link => link.StartsWith(QueryLink.Curl, StringComparison.Ordinal));
        Assert.Contains(kinds, link => link.StartsWith("/rows?", StringComparison.Ordinal));
        Assert.All(menus.Where(menu => !menu.Id!.EndsWith("-card", StringComparison.Ordinal)), menu => Assert.Equal(["Link", "CSV", "SQL", "cURL"], menu.QuerySelectorAll("[data-copy]").Select(copy => copy.TextContent)));
        foreach (var link in kinds)
        {
            var text = await acme.TextAsync(link);
            Assert.DoesNotContain("class=\"card error\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain("means nothing here", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/finance", 6, 5), InlineData("/finance?asof=2023-06-30&basis=invoice", 6, 5), InlineData("/pacing", 6, 0), InlineData("/pacing?asof=2024-06-30&plan=even", 6, 0)]
    public async Task Books_and_pacing_show_their_figures_and_tables(string path, int tiles, int charts)
    {
        var page = await acme.PageAsync(path);

        Assert.Empty(page.QuerySelectorAll(".error, .empty, .notices p"));
        Assert.Equal(tiles, page.QuerySelectorAll(".kpi").Length);
        Assert.All(page.QuerySelectorAll(".kpi .value"), value => Assert.Contains(value.TextContent, char.IsAsciiDigit));
        Assert.True(page.QuerySelectorAll("adm-chart").Length >= charts);
        Assert.NotEmpty(page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task A_flight_leads_from_the_list_to_its_own_course_and_targets()
    {
        var list = await acme.PageAsync("/pacing?asof=2024-06-30");
        var link = list.QuerySelector("tbody th a")!;
        var page = await acme.PageAsync(link.GetAttribute("href")!);

        Assert.Equal(link.TextContent, page.QuerySelector(".lead bdi")!.TextContent);
        Assert.NotNull(page.QuerySelector("adm-chart#course"));
        Assert.Equal(["Day", "Week", "Month", "Flight"], page.QuerySelectorAll("section[aria-labelledby=targets-title] tbody th > bdi").Select(cell => cell.TextContent));
        Assert.Equal("2024-06-30", ((IHtmlInputElement)page.QuerySelector("input[name=asof]")!).Value);
    }

    [Theory, MemberData(nameof(Numbers))]
    public async Task An_address_that_means_nothing_is_told_so_and_the_page_still_answers(string path)
    {
        var page = await acme.PageAsync($"{path}?r=soon&f=nonsense&m=luck&by=date&cmp=never&sort=fate&n=few&zzz=1");
        var notices = page.QuerySelectorAll(".notices p").Select(notice => notice.TextContent).ToList();

        foreach (var word in new[] { "soon", "nonsense", "luck", "date", "never", "fate", "few", "zzz" })
            Assert.Contains(notices, notice => notice.Contains($"“{word}”", StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll(".kpi"));
    }

    [Theory]
    [InlineData("/finance?asof=x&basis=y&zzz=1", "“x”", "“y”", "“zzz”"), InlineData("/pacing?flight=abc&plan=none&asof=2024-02-30", "“abc”", "“none”", "“2024-02-30”")]
    public async Task Bad_words_for_a_page_of_one_day_are_named(string path, params string[] words)
    {
        var notices = (await acme.PageAsync(path)).QuerySelectorAll(".notices p").Select(notice => notice.TextContent).ToList();

        Assert.Equal(words.Length, notices.Count);
        Assert.All(words, word => Assert.Contains(notices, notice => notice.Contains(word, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("r=0001-01-01..0001-01-07"), InlineData("r=9999-12-25..9999-12-31"), InlineData("r=0001-01-01..9999-12-31"), InlineData("r=3660d&cmp=year")]
    [InlineData("cmp=0001-01-01..0001-01-02"), InlineData("r=2020-01-01..2024-12-31&cmp=2024-01-01..2024-01-02"), InlineData("f=campaign~:%25_%27%22"), InlineData("f=client:;campaign!:,")]
    [InlineData("f=device!:mobile;device:mobile"), InlineData("m=reach&by=keyword"), InlineData("m=spend,spend,ctr&by=search_term&n=all"), InlineData("r=2024-12-31&cmp=none")]
    public async Task Addresses_at_the_edges_are_answered_everywhere(string query)
    {
        foreach (var path in new[] { "/", "/explore", "/channels" })
        {
            using var response = await acme.GetAsync($"{path}?{query}");
            Assert.True((int)response.StatusCode == 200, $"{path}?{query}: {response.StatusCode}");
        }
    }

    [Theory, InlineData("0001-01-01"), InlineData("9999-12-31"), InlineData("1900-01-01"), InlineData("2199-12-31"), InlineData("2019-12-31"), InlineData("2020-01-01"), InlineData("2031-01-01")]
    public async Task Days_far_off_are_answered_on_the_books_and_pacing(string day)
    {
        foreach (var path in new[] { "/finance", "/pacing" })
        {
            var page = await acme.PageAsync($"{path}?asof={day}");
            Assert.Empty(page.QuerySelectorAll(".error"));
        }
    }

    [Fact]
    public async Task Links_within_the_finance_page_keep_its_day_and_clients()
    {
        var page = await acme.PageAsync("/finance?asof=2023-06-30&basis=invoice");

        Assert.All(page.QuerySelectorAll(".tabs a"), link => Assert.StartsWith("/finance?asof=2023-06-30&basis=invoice#", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll(".tabs a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")!.Split('#')[1])));
    }

    [Theory]
    [InlineData("/finance?client=nobody", "none of these clients", "/finance"), InlineData("/pacing?asof=2019-06-30", "No flights on this day", "/pacing"), InlineData("/pacing?flight=999999", "no flight 999999", "/pacing"), Scored(Row.States)]
    public async Task A_page_without_an_answer_says_why_and_shows_the_way_out(string path, string word, string way)
    {
        var page = await acme.PageAsync(path);

        Assert.Contains(word, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"main a[href='{way}']"));
    }

    [Fact]
    public async Task The_filter_form_of_a_question_keeps_its_metrics()
    {
        var page = await acme.PageAsync("/explore?m=clicks,cpc&by=device&r=2024");
        var fields = page.QuerySelectorAll("details.filterbox form input[type=hidden]").Cast<IHtmlInputElement>().Select(field => $"{field.Name}={field.Value}").ToList();

        Assert.Contains("m=clicks,cpc", fields);
        Assert.Contains("by=device", fields);
    }

    [Fact, Scored(Row.States)]
    public async Task An_empty_workspace_says_how_to_fill_it()
    {
        await using var world = await WebWorld.CreateAsync(isEmpty: true);
        await using var server = world.Server();
        await server.StartAsync(Cancel);
        using var http = new HttpClient { BaseAddress = new(server.Urls.First()) };
        foreach (var path in All.Select(row => row.Data))
        {
            var page = new HtmlParser().ParseDocument(await http.GetStringAsync(new Uri(path, UriKind.Relative), Cancel));

            Assert.Empty(page.QuerySelectorAll(".error, .kpi"));
            if (path is "/definitions")
                Assert.NotEmpty(page.QuerySelectorAll(".entry"));
            else
                Assert.Contains(path is "/finance" or "/pacing" ? "admetry generate acme" : "admetry import FILE", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(All)), Scored(Row.States)]
    public async Task Someone_without_clients_is_shown_no_number(string path)
    {
        var page = await acme.PageAsync(path, AcmeServer.Nobody);

        Assert.Empty(page.QuerySelectorAll(".error, .kpi, adm-chart, tbody"));
        if (path is not "/definitions")
            Assert.NotEmpty(page.QuerySelectorAll(".empty"));
    }

    [Theory, MemberData(nameof(Numbers))]
    public async Task Someone_of_one_client_sees_what_the_owner_sees_with_a_filter_to_it(string path)
    {
        var code = await ClientAsync();
        // Days to compare with depend on where one's own data begins and ends, so nothing is compared.
        var own = await acme.PageAsync($"{path}?r=2024-Q1&cmp=none", code);
        var filtered = await acme.PageAsync($"{path}?r=2024-Q1&cmp=none&f=client:{code}");

        Assert.Equal(Values(filtered), Values(own));
        Assert.NotEmpty(Values(own));
        Assert.NotEqual(Values(await acme.PageAsync($"{path}?r=2024-Q1&cmp=none")), Values(own));
        Assert.Equal(filtered.QuerySelectorAll("tbody tr").Select(row => string.Join('|', Cells(row))), own.QuerySelectorAll("tbody tr").Select(row => string.Join('|', Cells(row))));
    }

    [Fact]
    public async Task No_page_names_another_client_to_someone_of_one()
    {
        var code = await ClientAsync();
        var others = await OthersAsync(code);
        foreach (var path in All.Select(row => row.Data))
        {
            var text = System.Net.WebUtility.HtmlDecode(await acme.TextAsync(path is "/definitions" ? path : $"{path}{(path is "/finance" or "/pacing" or "/data" ? "" : "?r=2024&n=all")}", code));
            Assert.All(others, name => Assert.DoesNotContain(name, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_books_of_one_client_hold_its_receivable_and_nothing_of_what_is_owed_to_publishers()
    {
        var code = await ClientAsync();
        var page = await acme.PageAsync("/finance?asof=2024-06-30", code);
        var chosen = await acme.PageAsync($"/finance?asof=2024-06-30&client={code}");

        Assert.Equal(Values(chosen), Values(page));
        Assert.All(Values(page), value => Assert.Contains(value, char.IsAsciiDigit));
        Assert.Equal(3, page.QuerySelectorAll(".kpi").Length);
        foreach (var seen in new[] { page, chosen })
        {
            Assert.Null(seen.QuerySelector("#payable"));
            Assert.Null(seen.QuerySelector("#cash"));
            Assert.DoesNotContain("#payable", seen.Body!.InnerHtml, StringComparison.Ordinal);
            Assert.Equal(2, seen.QuerySelectorAll("section[aria-labelledby=debtors-title] tbody tr").Length);
        }
    }

    [Fact]
    public async Task A_flight_of_another_client_is_not_shown()
    {
        var code = await ClientAsync();
        var mine = (await acme.PageAsync("/pacing?asof=2024-06-30", code)).QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")!).ToHashSet();
        var all = (await acme.PageAsync("/pacing?asof=2024-06-30")).QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")!).ToList();
        var foreign = all.First(link => !mine.Contains(link));

        Assert.True(mine.Count < all.Count);
        Assert.Null((await acme.PageAsync(foreign, code)).QuerySelector("#course"));
    }

    /// <summary>The panels of a page's spec, in order; those that only compare members are left out where there is one member.</summary>
    static IEnumerable<string> Expected(string path) => path is "/explore"
        ? ["trend", "share", "table"]
        : PageCatalogue.All.Single(page => page.Path == path).Panels.Select(panel => panel.Id).Where(id => id is not "channel-course");

    /// <summary>The client with most spend in the first quarter of 2024.</summary>
    async Task<string> ClientAsync()
    {
        var csv = await acme.TextAsync("/api/v1/query.csv?m=spend&by=client&from=2024-01-01&to=2024-03-31&limit=1");
        return csv.Split('\n')[1].Split(',')[0].Trim();
    }

    async Task<IReadOnlyList<string>> OthersAsync(string code)
    {
        var warehouse = await acme.WarehouseAsync();
        await using var connection = await warehouse.Source.OpenConnectionAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"select client_name from dim_client where client_id <> 0 and client_code <> '{code}' and client_name <> (select client_name from dim_client where client_code = '{code}')");
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        List<string> names = [];
        while (await reader.ReadAsync(Cancel))
            names.Add(reader.GetString(0));
        return names;
    }

    static List<string> Values(IHtmlDocument page) => [.. page.QuerySelectorAll(".kpi .value").Select(value => value.GetAttribute("title") ?? value.TextContent)];

    internal static string[] Cells(IElement row) => [.. row.Children.Select(cell => cell.QuerySelector("bdi")?.TextContent ?? cell.TextContent.Trim())];
}
