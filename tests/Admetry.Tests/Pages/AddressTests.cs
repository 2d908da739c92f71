using System.Text.RegularExpressions;
using Admetry.App.Components;
using Admetry.App.Panels;
using Admetry.Metrics;
using Admetry.Tests.Fixtures;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Playwright;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>A state that someone came to, sent as an address: whoever opens it sees the same.</summary>
[Trait("needs", "server")]
public sealed class AddressTests(Browser browser, AcmeServer acme)
{
    static readonly string[] Paths = [.. PageCatalogue.All.Select(page => page.Path), "/explore", "/portfolio"];

    static readonly Dimension[] Breakdowns = [Dimensions.Platform, Dimensions.Device, Dimensions.Publisher, Dimensions.Country];

    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(4), Scored(Row.Address)]
    public async Task The_address_shows_a_fresh_browser_the_same_pixels_and_numbers(int tenth)
    {
        var home = await acme.UrlAsync();
        var walker = await browser.OpenAsync("/definitions", at: home);
        var glass = await browser.OpenAsync("about:blank");
        var random = Seeded(tenth);
        for (var i = 0; i < 10; i++)
        {
            var state = Any(random);
            var path = Paths[((tenth * 10) + i) % Paths.Length];
            await walker.EvaluateAsync("address => Turbo.visit(address)", state.At(path));
            await walker.WaitForFunctionAsync("address => location.pathname + location.search === address && !document.documentElement.hasAttribute('aria-busy')", state.At(path));
            var stranger = await browser.OpenAsync(new Uri(walker.Url).PathAndQuery, at: home);

            Assert.Equal(state, Read(stranger.Url));
            Assert.Equal(await TextAsync(walker), await TextAsync(stranger));
            Assert.Equal(0, await ApartAsync(glass, await SeenAsync(walker), await SeenAsync(stranger)));
            await stranger.Context.CloseAsync();
        }

        await walker.Context.CloseAsync();
        await glass.Context.CloseAsync();
    }

    /// <summary>The numbers, names and notices of a page, hidden ones as well.</summary>
    static async Task<string> TextAsync(IPage page)
    {
        // What is drawn of a chart depends on how far one has scrolled; its table does not.
        var text = await page.EvaluateAsync<string>("() => { const main = document.querySelector('main').cloneNode(true); for (const plot of main.querySelectorAll('.plot, noscript')) plot.remove(); return main.textContent.replace(/\\s+/g, ' '); }");
        Assert.Matches(new Regex(@"\d"), text);
        Assert.DoesNotContain("means nothing here", text, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The first screen once its charts are drawn, without a pointer over it.</summary>
    static async Task<byte[]> SeenAsync(IPage page)
    {
        await page.EvaluateAsync("() => { scrollTo(0, 0); document.activeElement?.blur(); }");
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('adm-chart')].every((one) => 'drawn' in one.dataset || one.getBoundingClientRect().top > innerHeight)");
        return await page.ScreenshotAsync();
    }

    /// <summary>How many pixels differ by more than a browser's own rounding of the edge of a line, which may fall either way from one drawing to the next.</summary>
    static async Task<int> ApartAsync(IPage glass, byte[] here, byte[] there) => here.AsSpan().SequenceEqual(there) ? 0 : await glass.EvaluateAsync<int>("""
        async (pictures) => {
          const [here, there] = await Promise.all(pictures.map(async (picture) => {
            const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
            const canvas = new OffscreenCanvas(bitmap.width, bitmap.height), drawing = canvas.getContext("2d");
            drawing.drawImage(bitmap, 0, 0);
            return drawing.getImageData(0, 0, bitmap.width, bitmap.height);
          }));
          if (here.width !== there.width || here.height !== there.height) return Infinity;
          let apart = 0;
          for (let at = 0; at < here.data.length; at += 4)
            if ([0, 1, 2].some((channel) => Math.abs(here.data[at + channel] - there.data[at + channel]) > 16)) apart++;
          return apart;
        }
        """, new[] { Convert.ToBase64String(here), Convert.ToBase64String(there) });

    static ViewState Any(Random random)
    {
        var (first, second) = (AnyComparison(random), AnyComparison(random));
        var state = new ViewState
        {
            Period = random.Next(4) switch
            {
                0 => Period.Presets[random.Next(Period.Presets.Count)],
                1 => new CalendarPeriod(Grain.Quarter, new(random.Next(2021, 2025), (random.Next(4) * 3) + 1, 1)),
                2 => new LastDays(random.Next(3, 400)),
                _ => new ChosenPeriod(Days(random)),
            },
            Comparison = first,
            Second = first is NoComparison || first == second ? Comparison.None : second,
            By = Breakdowns[random.Next(Breakdowns.Length)],
            Sort = random.Next(3) == 0 ? "clicks" : null,
            AllRows = random.Next(3) == 0,
        };
        return random.Next(3) switch
        {
            0 => state,
            1 => state.Only(Dimensions.Device, random.Next(2) == 0 ? ["mobile", "desktop"] : ["mobile"]),
            _ => state.With(Dimensions.Campaign, FilterKind.Contains, "a"),
        };
    }

    static Comparison AnyComparison(Random random) => random.Next(4) switch
    {
        0 => Comparison.Previous,
        1 => Comparison.PreviousYear,
        2 => Comparison.None,
        _ => Comparison.With(Days(random)),
    };

    static DateRange Days(Random random)
    {
        var first = new DateOnly(2021, 1, 1).AddDays(random.Next(1200));
        return new(first, first.AddDays(random.Next(1, 200)));
    }

    static ViewState Read(string url) => ViewStateText.Read(QueryHelpers.ParseQuery(new Uri(url).Query)
        .Select(pair => KeyValuePair.Create<string, IReadOnlyList<string>>(pair.Key, [.. pair.Value.Select(value => value ?? "")]))).State;

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5394", Justification = "Test data.")]
    static Random Seeded(int seed) => new(seed);
}
