using System.Text;
using Admetry.App.Pipeline;
using Admetry.Connectors.Exports;
using Admetry.Connectors.Exports.Tables;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Exports;

/// <summary>What holds for every family: text, headers, tables, units, currencies and grain.</summary>
public sealed class EngineTests
{
    const string Google = "Campaign,Day,Currency code,Cost,Impr.,Clicks\nBrand,2024-03-01,EUR,1.50,100,3\nShoes,2024-03-01,EUR,2.50,200,4\n";

    static List<DeliveryRow> Rows(ReceivedFile file) =>
        [.. Given.Understood(file).Items.Select(item => item is QuarantinedItem bad ? throw new InvalidOperationException(bad.Reason) : item).OfType<DeliveryItem>().Select(item => item.Row)];

    static (int, decimal?, long?) Said(ReceivedFile file) => Said(Rows(file));

    static (int, decimal?, long?) Said(List<DeliveryRow> rows) => (rows.Count, rows.Sum(row => row.Measures.Spend), rows.Sum(row => row.Measures.Impressions));

    [Theory]
    [InlineData("\r"), InlineData("\r\n"), InlineData("\n")]
    public void Every_kind_of_line_end_ends_lines(string end) => Assert.Equal((2, 4m, 300), Said(Given.File(Google.Replace("\n", end))));

    [Theory]
    [InlineData("utf-16", false), InlineData("utf-16", true), InlineData("utf-16BE", false), InlineData("windows-1252", false), InlineData("utf-8", true)]
    public void Every_encoding_with_or_without_mark_is_found(string name, bool hasMark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Google.Replace("Shoes", "Schuhe für Männer"))];

        var rows = Rows(Given.File(bytes));

        Assert.Equal((2, 4m, 300), Said(rows));
        Assert.Equal("Schuhe für Männer", rows[1].CampaignName);
    }

    [Theory]
    [InlineData("windows-1252", "Schuhe für Männer"), InlineData("windows-1252", "Été à prix réduits"), InlineData("windows-1252", "GRÖßE M")]
    [InlineData("windows-1250", "Żółte buty na święta"), InlineData("windows-1251", "Весенняя распродажа")]
    [InlineData("windows-1253", "Καλοκαιρινή προσφορά")]
    public void A_code_page_is_found_by_its_words_or_the_file_is_refused_and_never_misread(string page, string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] bytes = Encoding.GetEncoding(page).GetBytes(Google.Replace("Shoes", name));

        var reading = ExportReader.Read(Given.File(bytes), ReadingHints.None, TestContext.Current.CancellationToken);

        if (reading is Understood understood)
            Assert.Equal(name, understood.Items.OfType<DeliveryItem>().Last().Row.CampaignName);
        else
            Assert.Contains("UTF-8", Assert.IsType<Refused>(reading).Remedy);
        Assert.True(page is "windows-1250" || reading is Understood, $"{page} should be read");
    }

    [Theory]
    [InlineData("Campaign report\nMarch 1, 2024 - March 31, 2024\n\n")]
    [InlineData("\uFEFFCampaign report\n\"1. März 2024 – 31. März 2024\"\n")]
    [InlineData("# a comment\n# Start date: 20240301\n# End date: 20240331\n")]
    [InlineData("Report Start: 3/1/2024, Report End: 3/31/2024\n\n\n")]
    public void A_preamble_of_any_shape_gives_the_days_of_rows_without(string preamble)
    {
        var rows = Given.Delivery(preamble + "Campaign,Currency code,Cost,Impr.,Clicks\nBrand,EUR,1.50,100,3\n");

        Assert.Equal((new DateOnly(2024, 3, 1), new DateOnly(2024, 3, 31)), (rows[0].First, rows[0].Last));
    }

    [Fact]
    public void A_header_of_two_rows_is_one_header()
    {
        var rows = Given.Delivery("Campaign,Day,Performance,,\n,,Cost,Impr.,Clicks\nBrand,2024-03-01,1.50,100,3\nShoes,2024-03-01,2.50,200,4\n");

        Assert.Equal((2, 4m, 300), Said(rows));
    }

    [Theory]
    [InlineData("Rp 150.000", "Rp 90.500", "IDR", 240500)]
    [InlineData("Rp150.000,00", "Rp90.500,00", "IDR", 240500)]
    [InlineData("€ 1.250,50", "€ 2,25", "EUR", 1252.75)]
    [InlineData("R$ 1.250,50", "R$ 2,25", "BRL", 1252.75)]
    [InlineData("1 250,50 zł", "2,25 zł", "PLN", 1252.75)]
    [InlineData("£1.2K", "£0.35K", "GBP", 1550)]
    [InlineData("₹1,25,000.50", "₹1,000", "INR", 126000.50)]
    public void Amounts_are_read_with_their_sign_and_their_shorthand(string first, string second, string currency, double sum)
    {
        var rows = Given.Delivery($"Campaign\tDay\tCost\tImpr.\tClicks\nA\t2024-03-01\t{first}\t100\t3\nB\t2024-03-01\t{second}\t200\t4\n");

        Assert.Equal((decimal)sum, rows.Sum(row => row.Measures.Spend));
        Assert.All(rows, row => Assert.Equal(currency, row.Account.Currency));
    }

    [Fact]
    public void A_point_that_could_group_or_divide_is_refused_and_a_currency_without_coins_decides_it()
    {
        const string text = "Campaign,Day,Cost,Impr.,Clicks\nA,2024-03-01,150.000,100,3\nB,2024-03-01,90.500,200,4\n";

        var refused = Given.Refused(text);

        Assert.Contains("150000 or 150", refused.Reason);
        Assert.Equal(240500m, Given.Delivery(text, new() { Currency = "IDR" }).Sum(row => row.Measures.Spend));
        Assert.Equal(240500m, Given.Delivery(text.Replace("Cost", "Cost (JPY)")).Sum(row => row.Measures.Spend));
    }

    [Fact]
    public void A_shared_sign_names_no_currency_and_two_signs_are_refused()
    {
        const string text = "Campaign,Day,Cost,Impr.,Clicks\nA,2024-03-01,$1.50,100,3\nB,2024-03-01,$2.50,200,4\n";

        Assert.Equal("", Given.Delivery(text)[0].Account.Currency);
        Assert.Contains("EUR and in GBP", Given.Refused(text.Replace("$1", "€1").Replace("$2", "£2")).Reason);
    }

    [Fact]
    public void Each_column_has_a_number_notation_of_its_own()
    {
        var rows = Given.Delivery("""
            Campaign;Day;Cost;Impr.;Clicks;Conversions
            A;2024-03-01;0,19;1.234;9;1.50
            B;2024-03-01;1.025,50;25.881;10;2.25
            """);

        Assert.Equal((1025.69m, 27115L, 3.75m), (rows.Sum(row => row.Measures.Spend), rows.Sum(row => row.Measures.Impressions), rows.Sum(row => row.Measures.Conversions)));
    }

    [Fact]
    public void Weeks_and_months_are_spans_and_hours_add_up_to_their_day()
    {
        var week = Given.Delivery(Google.Replace("Day", "Week").Replace("03-01", "03-04"))[0];
        var month = Given.Delivery(Google.Replace("Day", "Month").Replace("2024-03-01", "March 2024"))[0];
        var hours = Given.Delivery("AD_ID,STAT_TIME_HOUR,SPEND,IMPRESSIONS,CLICKS\n1,2024-03-01 05:00:00,1.00,10,1\n1,2024-03-01 06:00:00,1.00,10,1\n");

        Assert.Equal((new DateOnly(2024, 3, 4), new DateOnly(2024, 3, 10)), (week.First, week.Last));
        Assert.Equal((new DateOnly(2024, 3, 1), new DateOnly(2024, 3, 31)), (month.First, month.Last));
        Assert.Equal([("time=05:00:00", new DateOnly(2024, 3, 1)), ("time=06:00:00", new DateOnly(2024, 3, 1))], hours.Select(row => (row.Segment, row.First)));
    }

    [Fact]
    public async Task Equal_hours_are_two_hours_and_not_one_said_twice()
    {
        await using var store = await TestStore.CreateAsync("duckdb", null!, TestContext.Current.CancellationToken);

        var loaded = Assert.IsType<PartLoaded>(await store.ImportAsync("hours.csv", "AD_ID,STAT_TIME_HOUR,SPEND,IMPRESSIONS,CLICKS\n1,2024-03-01 05:00:00,1.00,10,1\n1,2024-03-01 06:00:00,1.00,10,1\n"));

        Assert.Equal(0, loaded.Result.DuplicateRows);
        Assert.Equal(["20240301|2"], await store.RowsAsync("select date_id, sum(spend) from fact_core_metrics group by date_id"));
    }

    [Theory]
    [InlineData("{\"data\":[{R}],\"paging\":{\"next\":\"x\"}}")]
    [InlineData("{\"report\":{\"rows\":[{R}]},\"count\":2}")]
    [InlineData("[{\"results\":[{R}],\"requestId\":\"1\"}]")]
    [InlineData("{R}")]
    [InlineData("[{R}]")]
    public void Lists_within_objects_are_lists(string shape)
    {
        const string rows = "{\"customer_id\":\"1\",\"date\":\"2024-03-01\",\"campaign_id\":\"5\",\"cost_micros\":1500000,\"impressions\":100,\"clicks\":3}"
            + "|{\"customer_id\":\"1\",\"date\":\"2024-03-02\",\"campaign_id\":\"5\",\"cost_micros\":2500000,\"impressions\":200,\"clicks\":4}";

        Assert.Equal((2, 4m, 300), Said(Given.File(shape.Replace("{R}", rows.Replace('|', shape is "{R}" ? '\n' : ',')))));
    }

    [Fact]
    public void Millionths_with_a_fraction_are_no_millionths()
    {
        var refused = Given.Refused("customer_id,date,campaign_id,cost_micros,impressions,clicks\n1,2024-03-01,5,1.50,100,3\n");

        Assert.Contains("1.50", refused.Reason);
        Assert.Contains("mapping", refused.Remedy);
    }

    [Fact]
    public void A_short_row_of_text_below_a_blank_line_takes_no_row_of_the_table_with_it()
    {
        var items = Given.Understood(Google + "\nsome note,by hand\nHats,2024-03-01,EUR,3.00,50,1\n").Items.ToList();

        Assert.Equal(7m, items.OfType<DeliveryItem>().Sum(item => item.Row.Measures.Spend));
        Assert.Single(items.OfType<FilteredItem>());
    }

    [Fact]
    public void A_second_report_below_the_first_is_never_read_into_it()
    {
        var refused = Given.Refused(Google + "\n# Ad groups\nAd group,Campaign,Day,Currency code,Cost,Impr.,Clicks\nRed,Shoes,2024-03-01,EUR,9.00,50,1\n");

        Assert.Contains("two reports that give different numbers", refused.Reason);
    }

    [Fact]
    public void Shortened_numbers_are_told_to_be_rounded() =>
        Assert.Contains(Given.Understood(Google.Replace("1.50", "1.2K")).Decisions, decision => decision is { What: "rounded numbers in Cost" });

    [Fact]
    public void A_list_of_names_says_what_it_is() =>
        Assert.Contains("list of names", Given.Refused("id,updated_at,name,status\n5,2024-03-01,Brand,ENABLED\n").Reason);

    [Fact]
    public void Actions_without_their_delivery_are_refused_because_they_would_take_its_place() =>
        Assert.Contains("take the place", Given.Refused("ad_id,date,action_type,value,_7_d_click\n5,2024-03-01,purchase,2,2\n").Reason);

    [Fact]
    public void Unknown_columns_are_named_and_keep_rows_apart_where_they_are_text_or_ids()
    {
        var reading = Given.Understood("Campaign,Day,Cost,Impr.,Clicks,Team,Shelf ID,Weight\nA,2024-03-01,1.00,10,1,Red,7,3\nA,2024-03-01,1.00,10,1,Red,8,3\n");
        var rows = reading.Items.OfType<DeliveryItem>().Select(item => item.Row).ToList();

        Assert.Equal(["Team=Red; Shelf ID=7", "Team=Red; Shelf ID=8"], rows.Select(row => row.Segment));
        Assert.Contains(reading.Decisions, decision => decision is { What: "ignored columns", Value: "Weight" });
        Assert.Contains(reading.Decisions, decision => decision is { What: "segment columns", Value: "Team, Shelf ID" });
    }

    [Theory]
    [InlineData("1709335800", null, "2024-03-01")]
    [InlineData("1709335800", "Asia/Tokyo", "2024-03-02")]
    [InlineData("2024-03-01T23:30:00Z", "Asia/Tokyo", "2024-03-02")]
    [InlineData("2024-03-01 23:30:00 -0500", "UTC", "2024-03-02")]
    [InlineData("2024-03-01 23:30:00 UTC", "America/New_York", "2024-03-01")]
    public void A_moment_falls_on_a_day_of_the_zone(string text, string? zone, string wanted)
    {
        Assert.True(MomentText.TryDay(text, false, zone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(zone), out var day));
        Assert.Equal(wanted, $"{day:yyyy-MM-dd}");
    }

    [Theory]
    [InlineData("2024-03-01"), InlineData("2024-03-01 00:00:00"), InlineData("Mar 1, 2024 12:00 AM")]
    public void Midnight_is_no_hour(string text) => Assert.True(MomentText.TimeOf(text).IsEmpty);
}
