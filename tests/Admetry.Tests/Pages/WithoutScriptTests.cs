using System.Text.RegularExpressions;
using Admetry.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>Each page in a browser that runs no script.</summary>
[Trait("needs", "server")]
public sealed class WithoutScriptTests(Browser browser, AcmeServer acme)
{
    [Theory, MemberData(nameof(PageAddresses.All), MemberType = typeof(PageAddresses)), Scored(Row.NoScript)]
    public async Task Values_tables_and_filters_work_and_no_dead_control_shows(string path)
    {
        var page = await browser.OpenAsync(path, script: false, at: await acme.UrlAsync());

        if (path is not "/nowhere" and not "/import") // nothing can be handed in to this server; its own tests do
            Assert.NotEqual(0, await page.Locator("main .value:visible, main tbody tr:visible, main .entry:visible, main form:visible").CountAsync());
        Assert.Equal(0, await page.Locator("[data-save]:visible, [data-copy]:visible").CountAsync());
        foreach (var figure in await page.Locator("figure.chart").AllAsync())
        {
            await figure.Locator("summary").First.ClickAsync();
            await Assertions.Expect(figure.Locator("tbody tr").First).ToBeVisibleAsync();
        }

        if (await page.Locator("form.filters select[name=r]").CountAsync() > 0)
        {
            await page.Locator("form.filters select[name=r]").SelectOptionAsync("2024-Q3");
            await page.Locator("form.filters:has(select[name=r]) > button[type=submit]").ClickAsync();
            await page.WaitForURLAsync(new Regex("r=2024-Q3"));
            await Assertions.Expect(page.Locator(".covered").First).ToContainTextAsync("1 Jul – 30 Sep 2024");
        }

        if (await page.Locator("main form input[name=asof]").CountAsync() > 0)
        {
            await page.Locator("main form input[name=asof]").FillAsync("2023-06-30");
            await page.Locator("main form:has(input[name=asof]) button").First.ClickAsync();
            await page.WaitForURLAsync(new Regex("asof=2023-06-30"));
        }

        await page.Context.CloseAsync();
    }
}
