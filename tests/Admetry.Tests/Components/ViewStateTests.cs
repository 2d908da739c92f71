using Admetry.App.Components;
using Admetry.Metrics;
using Microsoft.AspNetCore.WebUtilities;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Components;

public sealed class ViewStateTests
{
    static readonly string[] Values =
        ["C101", "a,b", "x;y:z", @"back\slash", "100% & more", "<script>", "\"quoted\"", "حملة", "", " spaced ", "плюс+", "emoji 🎯", "=#?/", @"\"];

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), Scored(Row.Address)]
    public void A_state_comes_back_from_its_address(int seed)
    {
        var random = Seeded(seed);
        for (var i = 0; i < 200; i++)
        {
            var state = Any(random);
            var reading = Read(state.ToQuery());

            Assert.Equal(state, reading.State);
            Assert.Empty(reading.Notices);
            Assert.Equal(state.ToQuery(), reading.State.ToQuery());
        }
    }

    [Fact]
    public void The_default_leaves_the_address_alone() => Assert.Equal("", ViewState.Default.ToQuery());

    [Fact]
    public void Keys_come_in_one_order_and_defaults_are_left_out() => Assert.Equal(
        "?r=2024-Q3&cmp=year&f=platform:google_ads,meta_ads&n=all",
        Read("?n=all&f=platform:google_ads,meta_ads&cmp=year&by=platform&r=2024-Q3").State.ToQuery());

    [Fact]
    public void An_unknown_key_is_named_and_left_out()
    {
        var reading = Read("?r=7d&utm_source=mail");

        Assert.Equal("?r=7d", reading.State.ToQuery());
        Assert.Contains("utm_source", Assert.Single(reading.Notices), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?r=soon"), InlineData("?r=2024-13"), InlineData("?r=0d"), InlineData("?r=99999999999d"), InlineData("?cmp=never"), InlineData("?cmp2=never"), InlineData("?cur=EURO"), InlineData("?cur=xyz"), InlineData("?f=nonsense")]
    [InlineData("?f=colour:red"), InlineData("?by=date"), InlineData("?m=luck"), InlineData("?sort=luck"), InlineData("?n=-1"), InlineData("?from=2024-02-30&to=2024-03-01")]
    [InlineData("?from=2024-03-01&to=2024-02-01"), InlineData("?r=2024-05-02..2024-05-01")]
    public void A_bad_value_falls_back_and_says_so(string query)
    {
        var reading = Read(query);

        Assert.Equal(ViewState.Default, reading.State);
        Assert.Single(reading.Notices);
    }

    [Fact]
    public void Days_typed_anew_win_over_the_preset_that_the_form_sends_along()
    {
        var typed = Read("?r=30d&from=2024-09-01&to=2024-09-05&shown=2024-09-02..2024-10-01&cmp=prev");
        var untouched = Read("?r=7d&from=2024-09-02&to=2024-10-01&shown=2024-09-02..2024-10-01&cmp=prev&client=C101&client=C102&platform=meta_ads");

        Assert.Equal("?r=2024-09-01..2024-09-05", typed.State.ToQuery());
        Assert.Equal("?r=7d&f=client:C101,C102;platform:meta_ads", untouched.State.ToQuery());
        Assert.True(untouched.IsForm);
    }

    [Theory]
    [InlineData("cmp=prev&cfrom=2023-09-01&cto=2023-09-30&cshown=..", "?cmp=2023-09-01..2023-09-30")]
    [InlineData("cmp=none&cmp2=year&cfrom=2023-09-01&cto=2023-09-30&cshown=..", "?cmp=2023-09-01..2023-09-30&cmp2=year")]
    [InlineData("cmp=2023-09-01..2023-09-30&cfrom=2023-09-01&cto=2023-09-30&cshown=2023-09-01..2023-09-30", "?cmp=2023-09-01..2023-09-30")]
    [InlineData("cmp=year&cfrom=2023-09-01&cto=2023-09-30&cshown=2023-09-01..2023-09-30", "?cmp=year")]
    [InlineData("cmp=2023-09-01..2023-09-30&cfrom=2023-09-08&cto=2023-09-30&cshown=2023-09-01..2023-09-30", "?cmp=2023-09-08..2023-09-30")]
    [InlineData("cmp=prev&cfrom=&cto=&cshown=..", ""), InlineData("cmp=year&cfrom=&cto=&cshown=2023-09-01..2023-09-30", "?cmp=year")]
    public void Days_to_compare_with_that_are_typed_anew_win_over_the_choice_beside_them(string fields, string address)
    {
        var reading = Read($"?r=30d&from=2024-09-02&to=2024-10-01&shown=2024-09-02..2024-10-01&{fields}");

        Assert.Equal(address, reading.State.ToQuery());
        Assert.Empty(reading.Notices);
        Assert.True(reading.IsForm);
    }

    [Theory, InlineData("cfrom=2023-09-01&cto="), InlineData("cfrom=&cto=2023-09-30"), InlineData("cfrom=2023-09-30&cto=2023-09-01"), InlineData("cfrom=soon&cto=later")]
    public void Days_to_compare_with_that_are_no_range_are_told_and_the_previous_period_is_shown(string fields)
    {
        var reading = Read($"?cmp=year&{fields}&cshown=..");

        Assert.Equal(Comparison.Previous, reading.State.Comparison);
        Assert.Contains("to compare with", Assert.Single(reading.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public void A_menu_emptied_in_the_form_removes_its_filter_and_keeps_the_others() => Assert.Equal(
        "?f=campaign~:brand",
        Read("?f=campaign~:brand&from=2024-09-02&to=2024-10-01&shown=2024-09-02..2024-10-01").State.ToQuery());

    [Theory]
    [InlineData("30d", "2024-09-02..2024-10-01"), InlineData("mtd", "2024-10-01"), InlineData("qtd", "2024-10-01"), InlineData("ytd", "2024-01-01..2024-10-01")]
    [InlineData("lm", "2024-09-01..2024-09-30"), InlineData("lq", "2024-07-01..2024-09-30"), InlineData("ly", "2023-01-01..2023-12-31")]
    [InlineData("2024-Q1", "2024-01-01..2024-03-31"), InlineData("2023", "2023-01-01..2023-12-31"), InlineData("2024-02", "2024-02-01..2024-02-29")]
    public void A_period_means_its_days(string text, string days) =>
        Assert.Equal(days, Period.Parse(text)!.Resolve(new(2024, 10, 1)).ToString());

    [Theory]
    [InlineData("?cmp=none&cmp2=year", "?cmp=year"), InlineData("?cmp2=prev", ""), InlineData("?cmp=year&cmp2=year", "?cmp=year"), InlineData("?cmp2=none", "")]
    public void One_comparison_comes_first_and_none_comes_twice(string given, string meant) => Assert.Equal(meant, Read(given).State.ToQuery());

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void A_filter_that_is_added_keeps_all_else_and_is_gone_when_it_is_removed(int seed)
    {
        var random = Seeded(seed);
        for (var i = 0; i < 200; i++)
        {
            var state = Any(random);
            var dimension = Dimensions.All[random.Next(Dimensions.All.Count)];
            var (how, kind) = random.Next(2) == 0 ? ("in", FilterKind.In) : ("not", FilterKind.NotIn);
            string[] picked = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Values[random.Next(Values.Length)]).Where(value => value.Length > 0).Distinct()];
            var separator = state.ToQuery() is "" ? "?" : "&";
            var reading = Read(state.ToQuery() + $"{separator}add={dimension.Name}&how={how}" + string.Concat(picked.Select(value => $"&pick={Uri.EscapeDataString(value)}")));

            Assert.True(reading.IsForm);
            Assert.Empty(reading.Notices);
            Assert.Equal(state with { Filters = [] }, reading.State with { Filters = [] });
            Assert.Equal(reading.State, Read(reading.State.ToQuery()).State);
            var kept = reading.State.Filters.Where(filter => filter.Dimension == dimension && filter.Kind == kind).SelectMany(filter => filter.Values).ToHashSet();
            Assert.Subset(kept, picked.ToHashSet());
            if (picked is [_, ..] && reading.State.Filters[^1] is var added)
                Assert.DoesNotContain(reading.State.Without(added).Filters, filter => filter.Dimension == added.Dimension && filter.Kind == added.Kind && filter.Kind != FilterKind.Contains);
        }
    }

    [Theory, InlineData("?add=luck&pick=a", "luck"), InlineData("?add=device&how=never&pick=a", "never")]
    public void What_cannot_be_added_is_named_and_left_out(string query, string word)
    {
        var reading = Read(query);

        Assert.Equal(ViewState.Default, reading.State);
        Assert.Contains($"“{word}”", Assert.Single(reading.Notices), StringComparison.Ordinal);
    }

    static ViewState Any(Random random)
    {
        var (first, second) = (AnyComparison(random), AnyComparison(random));
        return Any(random, first, first is NoComparison || first == second ? Comparison.None : second);
    }

    static Comparison AnyComparison(Random random) => random.Next(4) switch
    {
        0 => Comparison.Previous,
        1 => Comparison.PreviousYear,
        2 => Comparison.None,
        _ => Comparison.With(Days(random)),
    };

    static ViewState Any(Random random, Comparison first, Comparison second) => new()
    {
        Period = random.Next(4) switch
        {
            0 => new LastDays(random.Next(1, 3661)),
            1 => Period.Presets[random.Next(Period.Presets.Count)],
            2 => new CalendarPeriod(Grain.Quarter, new(random.Next(2000, 2030), (random.Next(4) * 3) + 1, 1)),
            _ => new ChosenPeriod(Days(random)),
        },
        Comparison = first,
        Second = second,
        Currency = random.Next(3) == 0 ? "EUR" : null,
        Filters =
        [
            .. Enumerable.Range(0, random.Next(4)).Select(_ => new Filter(
                Dimensions.All[random.Next(Dimensions.All.Count)], (FilterKind)random.Next(3),
                [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Values[random.Next(Values.Length)])])),
        ],
        By = random.Next(2) == 0 ? Dimensions.Platform : Dimensions.Channel,
        Sort = random.Next(2) == 0 ? null : Catalogue.BuiltIn.All[random.Next(Catalogue.BuiltIn.All.Count)].Name,
        AllRows = random.Next(2) == 0,
    };

    // Two days, so that the range is not written as one of them, which reads the same.
    static DateRange Days(Random random)
    {
        var first = new DateOnly(2020, 1, 1).AddDays(random.Next(2000));
        return new(first, first.AddDays(random.Next(1, 400)));
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5394", Justification = "Test data.")]
    static Random Seeded(int seed) => new(seed);

    static ViewReading Read(string query) => ViewStateText.Read(QueryHelpers.ParseQuery(query)
        .Select(pair => KeyValuePair.Create<string, IReadOnlyList<string>>(pair.Key, [.. pair.Value.Select(value => value ?? "")])));
}
