using System.Text;
using Admetry.App.Workspace;
using Admetry.Connectors.Exports;
using Admetry.Connectors.Exports.Explanations;
using Xunit;

namespace Admetry.Tests.Exports;

public sealed class ExplainerTests
{
    const string Google = """
        Campaign performance
        "January 1, 2024 - January 3, 2024"
        Day,Campaign,Campaign ID,Currency code,Cost,Impr.,Clicks,CTR
        2024-01-01,Brand,1,USD,"1,234.56","25,881",320,1.24%
        2024-01-02,Brand,2,USD,34.56,881,"1,020", --
        2024-01-03,"Generic, all",3,USD,xx,100,59,59.00%
        2024-01-03,"Generic, all",3,USD,1.00,100,59,59.00%
        Total: Campaigns,,,USD,"1,270.12","26,862","1,399",

        """;

    const string Own = "Datum;Kampagne;Kosten netto;Anzeige Views;Klicks gesamt;Notiz\n31.01.2024;Winter;1.234,50;1000;12;\"a: \"\"b\"\"\"\n01.02.2024;Winter;99,50;900;9;# c\n";

    static readonly DateOnly Today = new(2024, 1, 2);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_row_is_counted_every_sum_shown_and_every_total_checked()
    {
        var told = Explain("google.csv", Google);

        Assert.Equal(("google_ads_ui", 5L, 3L, 1L, 1L), (told.Family, told.InputRows, told.AcceptedRows, told.QuarantinedRows, told.FilteredRows));
        Assert.Equal(new DateRange(new(2024, 1, 1), new(2024, 1, 3)), told.Days);
        Assert.Equal([("spend", "USD", 1270.12m), ("impressions", "", 26862m), ("clicks", "", 1399m)], told.Sums.Select(sum => (sum.Measure, sum.Currency, sum.Sum)));
        Assert.All(told.Checks, check => Assert.True(check.Holds));
        Assert.Equal(3, told.Checks.Count);
        Assert.Equal("Cost is \"xx\", which is no number", Assert.Single(told.Quarantined).Reason);
        Assert.Null(told.Draft);
    }

    [Fact]
    public void Each_column_says_what_it_is_read_as_and_shows_its_first_cells()
    {
        var columns = Explain("google.csv", Google).Columns;

        Assert.Equal(["day", "campaign_name", "campaign_id", "currency", "spend", "impressions", "clicks", ""], columns.Select(column => column.Meaning));
        Assert.Equal(["1,234.56", "34.56", "xx"], columns[4].Examples);
    }

    [Fact]
    public void The_first_rows_are_shown_as_they_were_understood()
    {
        var preview = Explain("google.csv", Google).Preview;

        Assert.Equal(["line", "first_day", "currency", "campaign", "spend", "impressions", "clicks"], preview.Columns);
        Assert.Equal(["4", "2024-01-01", "USD", "Brand (1)", "1234.56", "25881", "320"], preview.Rows[0]);
    }

    [Fact]
    public void What_is_unlikely_is_named_with_its_line_and_left_as_it_is() => Assert.Equal(
        [
            "1 row with more clicks than impressions: line 5, 1,020 clicks on 881 impressions.",
            "1 row with a campaign name that another campaign has as well: line 5, Brand is 1 and 2.",
            "1 row with a click-through rate above 50 %: line 7, 59 clicks on 100 impressions.",
        ],
        Explain("google.csv", Google).Findings);

    [Fact]
    public void Days_that_no_zone_has_reached_are_named() => Assert.Equal(
        ["1 row with a day in the future: line 3, 2024-01-04."],
        Explain("a.csv", "campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo\nG,C,2024-01-03,1,9,1,mobile,US\nG,C,2024-01-04,1,9,1,mobile,US\n").Findings);

    [Fact]
    public void A_layout_nobody_knows_comes_with_a_draft_that_loads_once_it_is_corrected()
    {
        var told = Explain("own.csv", Own);

        Assert.NotNull(told.Refusal);
        Assert.Equal(["day", "campaign_name", "spend", "video_plays", "clicks", ""], told.Columns.Select(column => column.Guess));
        var mapping = Assert.Single(SettingsReader.Read(told.Draft!, "admetry.yaml").Sources);
        var mapped = Explain("own.csv", Own, ReadingHints.None with { Mapping = mapping });
        Assert.Null(mapped.Refusal);
        Assert.Equal([("spend", "EUR", 1334m), ("clicks", "", 21m), ("video_plays", "", 1900m)], mapped.Sums.Select(sum => (sum.Measure, sum.Currency, sum.Sum)));
        Assert.True(mapping.IsFor("own-2.csv"));
    }

    [Fact]
    public void A_hostile_header_cannot_write_settings_of_its_own()
    {
        var told = Explain("x.csv", "\"Datum\"\" \nevil: true\",\"Kos\\ten: [\"\nClicks\n".Replace("\nClicks\n", "\n2024-01-01,5\n", StringComparison.Ordinal));

        Assert.DoesNotContain(told.Draft!.Split('\n'), line => line.TrimStart().StartsWith("evil", StringComparison.Ordinal));
        Assert.NotNull(new StringReader(told.Draft).ReadLine());
    }

    [Fact]
    public void A_correction_wins_over_the_family_and_the_rest_stays()
    {
        var corrected = Explain("google.csv", Google, ReadingHints.None with
        {
            Corrections = new() { Columns = new Dictionary<string, string> { ["Clicks"] = "conversions", ["Campaign ID"] = Corrections.Ignore } },
        });

        Assert.Equal(["day", "campaign_name", "", "currency", "spend", "impressions", "conversions", ""], corrected.Columns.Select(column => column.Meaning));
        Assert.Equal([("spend", 1270.12m), ("impressions", 26862m), ("conversions", 1399m)], corrected.Sums.Select(sum => (sum.Measure, sum.Sum)));
        Assert.Contains(corrected.Decisions, decision => decision is { What: "column Clicks", Value: "conversions", Evidence: "corrected by hand" });
    }

    [Fact]
    public void A_correction_settles_what_the_file_leaves_open()
    {
        const string Open = "Day,Campaign,Cost,Impr.,Clicks,Currency code,Avg. CPC\n01/02/2024,A,5.50,10,1,EUR,5.50\n02/02/2024,A,5.50,10,1,EUR,5.50\n";
        Assert.NotNull(Explain("open.csv", Open).Refusal);

        var settled = Explain("open.csv", Open, ReadingHints.None with { Corrections = new() { DateOrder = "dmy" } });

        Assert.Equal(new DateRange(new(2024, 2, 1), new(2024, 2, 2)), settled.Days);
    }

    [Theory]
    [InlineData("Nothing", "spend", "there is no column Nothing to correct"), InlineData("Clicks", "nothing", "nothing is no column that Admetry knows")]
    public void A_correction_of_what_does_not_exist_is_refused(string column, string name, string reason) => Assert.Equal(reason,
        Explain("google.csv", Google, ReadingHints.None with { Corrections = new() { Columns = new Dictionary<string, string> { [column] = name } } }).Refusal!.Reason);

    [Fact]
    public void Columns_of_persons_are_named() =>
        Assert.Equal(["Email"], Explain("a.csv", "campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo,Email\nG,C,2024-01-01,1,9,1,mobile,US,a@b.de\n").Persons);

    static Explanation Explain(string name, string text, ReadingHints? hints = null) =>
        Explainer.Explain(new(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text))), hints ?? ReadingHints.None, Today, Cancel);
}
