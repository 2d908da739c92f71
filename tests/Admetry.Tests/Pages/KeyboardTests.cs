using Admetry.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>Each page walked with Tab from its start to its end.</summary>
[Trait("needs", "server")]
public sealed class KeyboardTests(Browser browser, AcmeServer acme)
{
    /// <summary>Presses that are sent before one looks what they met.</summary>
    const int Stride = 40;

    const int Most = 2000;

    [Theory, MemberData(nameof(PageAddresses.All), MemberType = typeof(PageAddresses)), Scored(Row.Keyboard)]
    public async Task Tab_reaches_every_control_in_order_each_is_seen_and_none_holds_the_focus(string path)
    {
        var page = await browser.OpenAsync(path, at: await acme.UrlAsync());
        await PagesBrowserTests.AllDrawnAsync(page);
        var walk = await WalkAsync(page);

        Assert.True(walk.IsThrough, $"still walking after {walk.Stops} stops");
        Assert.True(walk.Stops > 12, $"{walk.Stops} stops");
        Assert.Empty(walk.Flaws);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_walk_finds_what_cannot_be_seen_hit_reached_or_left()
    {
        var page = await browser.OpenAsync("about:blank");
        await page.SetContentAsync("""
            <!DOCTYPE html><body><a href="#a">first link, wide enough</a>
            <button style="outline: none; width: 60px; height: 30px">unseen</button><button style="width: 9px; height: 9px; padding: 0; border: 0" aria-label="tiny"></button>
            <a href="#b" tabindex="1">out of order</a><div inert><button>out of reach</button></div>
            </body>
            """);
        var flaws = (await WalkAsync(page)).Flaws;

        Assert.Contains(flaws, flaw => flaw.StartsWith("unseen BUTTON", StringComparison.Ordinal));
        Assert.Contains(flaws, flaw => flaw.StartsWith("small BUTTON", StringComparison.Ordinal));
        Assert.Contains(flaws, flaw => flaw.StartsWith("order ", StringComparison.Ordinal));
        Assert.Contains(flaws, flaw => flaw.StartsWith("unreached BUTTON", StringComparison.Ordinal));

        await page.SetContentAsync("<!DOCTYPE html><body><button>one of two buttons</button><button onkeydown=\"event.preventDefault()\">a trap for the focus</button><button>beyond the trap</button></body>");
        Assert.False((await WalkAsync(page)).IsThrough);
    }

    /// <summary>Every focus is written down as it comes, so that presses need not wait for one another.</summary>
    internal static async Task<Walk> WalkAsync(IPage page)
    {
        await page.EvaluateAsync(Watch);
        var stops = -1;
        for (var pressed = 0; pressed < Most; pressed += Stride)
        {
            await Task.WhenAll(Enumerable.Range(0, Stride).Select(_ => page.Keyboard.PressAsync("Tab")));
            var seen = await page.EvaluateAsync<int>("() => walk.isOver ? -1 : walk.stops");
            if (seen < 0)
                return await page.EvaluateAsync<Walk>(Told);
            if (seen == stops)
                break; // every press of this stride stayed where it was
            stops = seen;
        }

        return await page.EvaluateAsync<Walk>(Told);
    }

    /// <summary>What is seen, and how large, is measured when it has the focus; the walk is over when the focus comes to the first stop again, or leaves the page.</summary>
    const string Watch = """
        () => {
          scrollTo(0, 0);
          document.activeElement?.blur();
          const walk = window.walk = { stops: 0, flaws: new Set(), reached: new Set(), isOver: false, last: null, first: null };
          walk.named = (it) => `${it.tagName} ${it.getAttribute("name") ?? it.getAttribute("href") ?? it.id} ${(it.getAttribute("aria-label") ?? it.textContent).trim().slice(0, 40)}`;
          addEventListener("focusin", ({ target: it }) => {
            if (walk.isOver || it === document.body) return;
            walk.first ??= it;
            if (it === walk.first && walk.last && walk.last !== it) return void (walk.isOver = true);
            const style = getComputedStyle(it), boxes = [it, ...(it.labels ?? [])].map((one) => one.getBoundingClientRect()); // a label is hit for its box
            const box = { width: Math.max(...boxes.map((one) => one.width)), height: Math.max(...boxes.map((one) => one.height)) };
            if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1) walk.flaws.add(`unseen ${walk.named(it)}`);
            if (box.width < 23.5 || box.height < 23.5) walk.flaws.add(`small ${walk.named(it)} ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`);
            if (walk.last && !(walk.last.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING)) walk.flaws.add(`order ${walk.named(it)}`);
            walk.last = it;
            walk.reached.add(it);
            walk.stops++;
          });
          addEventListener("blur", () => walk.stops > 0 && !document.hasFocus() && (walk.isOver = true));
          // A day's field has parts: the focus moves between them without an event.
          addEventListener("keydown", (event) => event.key === "Tab" && document.activeElement?.matches("[type=date]") && walk.stops++);
        }
        """;

    /// <summary>Of radio buttons with one name, one is a stop.</summary>
    const string Told = """
        () => {
          const controls = [...document.querySelectorAll("a[href], button:not([disabled]), input:not([type=hidden], [type=radio], [disabled]), select, textarea, summary, [tabindex='0']")]
            .filter((it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && it.getClientRects().length);
          return {
            stops: walk.reached.size, isThrough: walk.isOver,
            flaws: [...walk.flaws, ...(walk.isOver ? controls.filter((it) => !walk.reached.has(it)).map((it) => `unreached ${walk.named(it)}`) : [])],
          };
        }
        """;

    internal sealed record Walk
    {
        public int Stops { get; init; }

        public bool IsThrough { get; init; }

        public string[] Flaws { get; init; } = [];
    }
}
