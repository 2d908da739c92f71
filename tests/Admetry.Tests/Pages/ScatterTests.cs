using Admetry.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>Points with names, as many as have room.</summary>
[Trait("needs", "server")]
public sealed class ScatterTests(Browser browser, AcmeServer acme)
{
    [Theory]
    [InlineData("/campaigns?r=2024", "balance", 1440), InlineData("/campaigns?r=2024", "balance", 390), InlineData("/portfolio?r=2024", "spend-margin", 1440), InlineData("/portfolio?r=2024", "spend-margin", 390)]
    [InlineData("/explore?m=spend,clicks&by=campaign&r=2024", "scatter", 1440)]
    public async Task No_name_lies_over_another_or_over_the_edge_and_the_table_has_them_all(string path, string chart, int width)
    {
        var page = await browser.OpenAsync(path, width, at: await acme.UrlAsync());
        await page.Locator($"#{chart}").ScrollIntoViewIfNeededAsync();
        await page.Locator($"#{chart}[data-drawn]").WaitForAsync();
        var names = await NamesAsync(page, chart);

        Assert.InRange(names.Length, 1, 40);
        for (var i = 0; i < names.Length; i++)
        {
            Assert.All(names[(i + 1)..], other => Assert.False(names[i].Meets(other), $"{names[i].Text} lies over {other.Text}"));
            Assert.InRange(names[i].X, 0, names[i].Room - names[i].Width);
        }

        await page.Locator($"figure:has(#{chart}) summary").ClickAsync();
        Assert.Equal(await page.EvaluateAsync<int>("id => JSON.parse(document.querySelector(`#${id} script`).textContent).labels.length", chart), await page.Locator($"figure:has(#{chart}) tbody tr").CountAsync());

        await page.SetViewportSizeAsync(width == 390 ? 1440 : 390, 900);
        var anew = await NamesAsync(page, chart);
        Assert.DoesNotContain(anew.Index(), one => anew[(one.Index + 1)..].Any(other => one.Item.Meets(other)));
        await page.Context.CloseAsync();
    }

    /// <summary>Names of points: whatever is drawn in ink.</summary>
    static Task<Name[]> NamesAsync(IPage page, string chart) => page.EvaluateAsync<Name[]>(
        """
        async (id) => {
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          const svg = document.querySelector(`#${id} svg`), edge = svg.getBoundingClientRect(), names = JSON.parse(document.querySelector(`#${id} script`).textContent).labels;
          return [...svg.querySelectorAll("text")].filter((text) => names.some((name) => name.startsWith(text.textContent.replace(/…$/, "").trim()) && text.textContent.length > 1)).map((text) => {
            const box = text.getBoundingClientRect();
            return { text: text.textContent, x: box.x - edge.x, y: box.y - edge.y, width: box.width, height: box.height, room: edge.width };
          });
        }
        """, chart);

    sealed record Name
    {
        public string Text { get; init; } = "";

        public double X { get; init; }

        public double Y { get; init; }

        public double Width { get; init; }

        public double Height { get; init; }

        /// <summary>How wide the drawing is.</summary>
        public double Room { get; init; }

        public bool Meets(Name other) => X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
    }
}
