using Admetry.Metrics;
using Xunit;

namespace Admetry.Tests.Metrics;

public sealed class QueryTextTests
{
    static readonly QueryText Text = new(Catalogue.BuiltIn);

    static QueryTextException Fault(Func<object> read) => Assert.Throws<QueryTextException>(read);

    static string Shown(IEnumerable<Filter> filters) => string.Join("; ", filters.Select(filter => $"{filter.Dimension} {filter.Kind} {string.Join("|", filter.Values)}"));

    [Fact]
    public void Metrics_are_read_in_order() =>
        Assert.Equal([CostMetrics.Spend, DeliveryMetrics.Clicks, DeliveryMetrics.Ctr], Text.Metrics("spend, Clicks,ctr"));

    [Fact]
    public void Dimensions_are_read_in_order() => Assert.Equal([Dimensions.Platform, Dimensions.Campaign], QueryText.By("platform,campaign"));

    [Fact]
    public void An_unknown_metric_is_named_with_its_place_and_the_nearest_names()
    {
        var fault = Fault(() => Text.Metrics("spend, clcks"));

        Assert.Equal("'clcks' at position 8 of metrics is no metric; did you mean clicks?", fault.Message);
        Assert.Equal(("metrics", "clcks", 8), (fault.Part, fault.Word, fault.Position));
        Assert.Equal(["clicks"], fault.Nearest);
    }

    [Fact]
    public void An_unknown_dimension_is_named_too() => Assert.Equal(
        "'plattform' at position 1 of by is no dimension; did you mean platform?", Fault(() => QueryText.By("plattform")).Message);

    [Fact]
    public void A_word_like_no_other_has_no_suggestion() =>
        Assert.Equal("'xyzzyplugh' at position 1 of by is no dimension.", Fault(() => QueryText.By("xyzzyplugh")).Message);

    [Fact]
    public void A_missing_name_is_located() =>
        Assert.Equal("A name is missing at position 7 of metrics.", Fault(() => Text.Metrics("spend,,ctr")).Message);

    [Theory]
    [InlineData("channel=search,social;device!=ctv;campaign~brand")]
    [InlineData("channel:search,social;device!:ctv;campaign~:brand")]
    [InlineData(" channel == search , social ; device != ctv;; campaign ~= brand ;")]
    public void Filters_are_read_in_either_spelling(string text) => Assert.Equal(
        "channel In search|social; device NotIn ctv; campaign Contains brand", Shown(QueryText.Where(text)));

    [Fact]
    public void Quoted_values_hold_commas_semicolons_and_quotes() => Assert.Equal(
        "client_name In Smith, Jones|a;b|say \"hi\"|", Shown(QueryText.Where("client_name=\"Smith, Jones\", \"a;b\" ,\"say \"\"hi\"\"\",\"\"")));

    [Theory]
    [InlineData("channel", "'' at position 8 of where is no comparison: write channel=value, channel!=value or channel~text.")]
    [InlineData("channel!search", "'!' at position 8 of where is no comparison: write channel=value, channel!=value or channel~text.")]
    [InlineData("channel=", "The filter on channel lacks a value at position 9 of where.")]
    [InlineData("channel=search,", "The filter on channel lacks a value at position 16 of where.")]
    [InlineData("channel=search;chanel=x", "'chanel' at position 16 of where is no dimension; did you mean channel?")]
    [InlineData("campaign=\"open", "The quotation mark at position 10 of where is not closed.")]
    [InlineData("campaign=\"a\"b", "'b' at position 13 of where follows a quoted value: put a comma or a semicolon between.")]
    public void A_filter_that_cannot_be_read_says_where_and_why(string text, string message) =>
        Assert.Equal(message, Fault(() => QueryText.Where(text)).Message);

    [Fact]
    public void Nothing_to_filter_is_no_filter() => Assert.Empty(QueryText.Where(" ; "));

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void Filters_written_are_read_back(int seed)
    {
        var random = new Random(seed);
        const string Letters = "ab ,;\"=!~:é";
        var filters = Enumerable.Range(0, 50).Select(_ => new Filter(
            Dimensions.All[random.Next(Dimensions.All.Count)], (FilterKind)random.Next(3),
            [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new string([.. Enumerable.Range(0, random.Next(6)).Select(_ => Letters[random.Next(Letters.Length)])]))]))
            .ToList();

        Assert.Equal(Shown(filters), Shown(QueryText.Where(QueryText.Write(filters))));
    }

    [Fact]
    public void Sorting_is_read_and_written_back()
    {
        const string Written = "-spend,campaign,-clicks.change,clicks.previous";

        var orders = Text.OrderBy("-spend,campaign,-clicks.change,clicks.previous");

        Assert.Equal([new("spend", true), new("campaign"), new("clicks", true, OrderOf.Change), new("clicks", false, OrderOf.Previous)], orders);
        Assert.Equal(Written, QueryText.Write(orders));
    }

    [Theory]
    [InlineData("-spned", "'spned' at position 2 of order is no metric or dimension; did you mean spend?")]
    [InlineData("ctr,spend.chnge", "'chnge' at position 11 of order is none of value, previous, change.")]
    public void Sorting_by_nothing_known_is_refused(string text, string message) =>
        Assert.StartsWith(message, Fault(() => Text.OrderBy(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("none", Grain.None), InlineData("Day", Grain.Day), InlineData("week", Grain.Week), InlineData("month", Grain.Month)]
    [InlineData("quarter", Grain.Quarter), InlineData("year", Grain.Year), InlineData("period", Grain.Period)]
    public void Grains_are_read(string text, Grain grain) => Assert.Equal(grain, QueryText.Grain(text));

    [Fact]
    public void An_unknown_grain_lists_the_known()
    {
        var fault = Fault(() => QueryText.Grain("wek"));

        Assert.Equal("'wek' at position 1 of grain is none of none, day, week, month, quarter, year, period.", fault.Message);
        Assert.Equal(["week"], fault.Nearest);
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("previous", "2023-12-04..2023-12-29")]
    [InlineData("previous-dates", "2023-12-06..2023-12-31")]
    [InlineData("year", "2023-01-02..2023-01-27")]
    [InlineData("year-dates", "2023-01-01..2023-01-26")]
    [InlineData("2022-01-01..2022-01-10", "2022-01-01..2022-01-10")]
    public void Comparisons_are_read(string text, string? days) =>
        Assert.Equal(days, QueryText.Comparison(text).Against(new(new(2024, 1, 1), new(2024, 1, 26)))?.ToString());

    [Fact]
    public void Two_comparisons_are_what_each_is_alone()
    {
        string[] words = ["none", "previous", "previous-dates", "year", "year-dates", "2023-01-01..2023-01-31", "2023-05-05"];
        foreach (var first in words)
        {
            Assert.Equal((QueryText.Comparison(first), Comparison.None), QueryText.Comparisons(first));
            foreach (var second in words)
                Assert.Equal((QueryText.Comparison(first), QueryText.Comparison(second)), QueryText.Comparisons($" {first} ,  {second.ToUpperInvariant()} "));
        }

        Assert.Equal(words.Length, words.Select(QueryText.Comparison).Distinct().Count());
    }

    [Theory]
    [InlineData("previous,year,none", "compare names 3 comparisons; at most two can be made at once.", "previous,year,none", 1)]
    [InlineData("previous, yesteryear", "'yesteryear' at position 11 of compare is none of none, previous,", "yesteryear", 11)]
    [InlineData("prior,year", "'prior' at position 1 of compare is none of none, previous,", "prior", 1)]
    [InlineData("", "'' at position 1 of compare is none of", "", 1), InlineData("year,", "'' at position 6 of compare is none of", "", 6), InlineData(",year", "'' at position 1 of compare is none of", "", 1)]
    [InlineData("2023-02-30..2023-03-01", "'2023-02-30..2023-03-01' at position 1", "2023-02-30..2023-03-01", 1), InlineData("year,2023-03-02..2023-03-01", "'2023-03-02..2023-03-01' at position 6", "2023-03-02..2023-03-01", 6)]
    public void What_is_no_pair_of_comparisons_is_named_with_its_place(string text, string message, string word, int position)
    {
        var fault = Fault(() => QueryText.Comparisons(text));

        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
        Assert.Equal(("compare", word, position), (fault.Part, fault.Word, fault.Position));
    }
}
