using Admetry.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>Any days to compare with, typed into the filter bar.</summary>
[Trait("needs", "server")]
public sealed class ComparedDaysTests(Browser browser, AcmeServer acme)
{
    const string Compared = "1–30 Sep 2024, compared with 1–14 Sep 2023";

    [Theory, InlineData("/channels", 1440, true), InlineData("/portfolio", 1440, true), InlineData("/channels", 390, true), InlineData("/channels", 1440, false)]
    public async Task Typed_days_become_the_comparison_and_another_choice_takes_it_back(string path, int width, bool script)
    {
        var page = await browser.OpenAsync($"{path}?r=2024-09&f=device:mobile", width, script: script, at: await acme.UrlAsync());
        if (width < 600)
            await page.Locator(".filterbox > summary").ClickAsync();
        await page.Locator(".menu.days > summary").ClickAsync();
        await page.Locator("input[name=cfrom]").FillAsync("2023-09-01");
        await page.Locator("input[name=cto]").FillAsync("2023-09-14");
        if (script)
            await page.Keyboard.PressAsync("Escape"); // a menu is applied when it closes
        else
            await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();

        await page.WaitForURLAsync($"**{path}?r=2024-09&cmp=2023-09-01..2023-09-14&f=device:mobile");
        await Assertions.Expect(page.Locator(".covered").First).ToContainTextAsync(Compared);
        await Assertions.Expect(page.Locator(".menu.days > summary")).ToHaveTextAsync("1–14 Sep 2023");
        await Assertions.Expect(page.Locator("select[name=cmp]")).ToHaveValueAsync("2023-09-01..2023-09-14");

        if (width < 600)
            await page.Locator(".filterbox > summary").ClickAsync();
        await page.Locator("select[name=cmp]").SelectOptionAsync("year");
        if (!script)
            await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await page.WaitForURLAsync($"**{path}?r=2024-09&cmp=year&f=device:mobile");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task One_day_of_two_waits_for_the_other_and_is_told_where_it_is_sent_alone()
    {
        var page = await browser.OpenAsync("/channels?r=2024-09", at: await acme.UrlAsync());
        await page.Locator(".menu.days > summary").ClickAsync();
        await page.Locator("input[name=cfrom]").FillAsync("2023-09-01");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator(".menu.days > summary").ClickAsync();
        Assert.EndsWith("/channels?r=2024-09", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Assertions.Expect(page.Locator(".notices")).ToContainTextAsync("“2023-09-01” to “” is no range of days to compare with");
        Assert.Empty(await OverviewPageTests.AxeAsync(page));
        await page.Context.CloseAsync();
    }
}
