using System.Text;
using Admetry.App.Pipeline;
using Admetry.Connectors.Exports;
using Admetry.Storage.Landing;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Exports;

public sealed class WorkbookTests
{
    static readonly object?[] Header = ["Reporting starts", "Reporting ends", "Campaign name", "Campaign ID", "Amount spent (EUR)", "Impressions", "Link clicks", "Results"];

    static object?[][] Report(params object?[][] rows) => [Header, .. rows];

    static object?[] Row(int day, string name, object? id, double spend) =>
        [Workbook.Day(2024, 3, day), Workbook.Day(2024, 3, day), name, id, new Shown(spend, "#,##0.00 [$€-407]"), 1000.0, 12, 3.0];

    static List<ReadItem> Items(byte[] book) => [.. Given.Understood(Given.File(book, "report.bin")).Items];

    [Fact]
    public void A_workbook_is_read_as_its_cells_mean_without_guessing_the_order_of_dates()
    {
        var reading = Given.Understood(Given.File(Workbook.Of(("Raw Data Report", Report(Row(1, "Brand", "111", 12.34), Row(2, "Brand", "111", 0.1 + 0.2))))));
        var rows = reading.Items.OfType<DeliveryItem>().Select(item => item.Row).ToList();

        Assert.Equal("meta_ads_manager", reading.Family);
        Assert.Equal([new(2024, 3, 1), new(2024, 3, 2)], rows.Select(row => row.First));
        Assert.Equal((12.34m, 0.3m, 1000L, "EUR", "111"),
            (rows[0].Measures.Spend, rows[1].Measures.Spend, rows[0].Measures.Impressions, rows[0].Account.Currency, rows[0].CampaignId));
    }

    [Fact]
    public void An_id_that_the_spreadsheet_made_a_number_is_used_only_while_no_digit_is_lost()
    {
        var rows = Items(Workbook.Of(("A", Report(Row(1, "Brand", 123456789012345d, 1), Row(2, "Brand", 1.20253E+17, 1), Row(3, "", 1.20253E+17, 1)))));

        Assert.Equal(["123456789012345", ""], rows.OfType<DeliveryItem>().Select(item => item.Row.CampaignId));
        Assert.Equal(Rules.DamagedId, Assert.Single(rows.OfType<QuarantinedItem>()).RuleId);
    }

    [Fact]
    public void Percentages_and_currencies_of_the_format_are_part_of_the_cell()
    {
        var reading = Given.Understood(Given.File(Workbook.Of(("A",
        [
            ["email_id", "client_id", "date", "emails_sent", "open_rate", "click_rate", "subject_line"],
            ["E1", "C1", Workbook.Day(2024, 3, 4), 1000.0, new Shown(0.25, "0.00%"), new Shown(0.013, "0.0%"), "Hello"],
        ]))));
        var row = Assert.Single(reading.Items.OfType<EngagementItem>()).Row;

        Assert.Equal((250L, 13L, new DateOnly(2024, 3, 4)), (row.Opens, row.Clicks, row.Day));
    }

    [Fact]
    public void The_sheet_with_the_report_is_taken_and_the_others_are_named()
    {
        var reading = Given.Understood(Given.File(Workbook.Of(
            ("Cover", [["Our report"], ["made by", "us"]]), ("Data", Report(Row(1, "Brand", "1", 5))), ("Empty", []))));

        Assert.Equal(5m, Assert.Single(reading.Items.OfType<DeliveryItem>()).Row.Measures.Spend);
        Assert.Contains(reading.Decisions, decision => decision is { What: "sheet", Value: "Data" });
        Assert.Contains(reading.Decisions, decision => decision is { What: "other table", Value: "the sheet Cover" });
    }

    [Fact]
    public void Two_sheets_that_say_the_same_are_one_report_and_two_that_differ_are_refused_by_name()
    {
        var same = Given.Understood(Given.File(Workbook.Of(("Formatted", Report(Row(1, "Brand", "1", 5))), ("Raw", Report(Row(1, "Brand", "1", 5))))));
        var refused = Given.Refused(Given.File(Workbook.Of(("March", Report(Row(1, "Brand", "1", 5))), ("April", Report(Row(2, "Brand", "1", 6))))));

        Assert.Single(same.Items.OfType<DeliveryItem>());
        Assert.Contains("March", refused.Reason);
        Assert.Contains("April", refused.Reason);
        Assert.Contains("spend is 5 and 6", refused.Reason);
    }

    [Fact]
    public void A_sheet_that_is_a_report_and_cannot_be_read_is_not_left_out_in_silence()
    {
        var refused = Given.Refused(Given.File(Workbook.Of(("March", Report(Row(1, "Brand", "1", 5))),
            ("April", Report(["01/02/2024", "01/02/2024", "Brand", "1", 6.0, 1.0, 1, 1.0])))));

        Assert.Contains("the sheet April cannot be read beside the sheet March", refused.Reason);
    }

    [Fact]
    public void Lines_above_the_header_rows_below_and_blank_ends_of_rows_are_understood()
    {
        var reading = Given.Understood(Given.File(Workbook.Of(("Campaigns",
        [
            ["Campaign report"], ["January 1, 2024 - January 31, 2024"], [],
            ["Campaign", "Currency code", "Clicks", "Impr.", "Cost", "Labels"],
            ["Brand", "EUR", 3.0, 100.0, 1.5, null], ["Shoes", "EUR", 4.0, 200.0, 2.5, "sale"],
            ["Total: Campaigns", "EUR", 7.0, 300.0, 4.0, null],
        ]))));
        var items = reading.Items.ToList();

        Assert.Equal([1.5m, 2.5m], items.OfType<DeliveryItem>().Select(item => item.Row.Measures.Spend));
        Assert.Equal([5, 6], items.OfType<DeliveryItem>().Select(item => item.Line));
        Assert.All(items.OfType<ControlTotalItem>(), total => Assert.True(total.Holds));
    }

    [Fact]
    public void What_cannot_be_read_safely_is_refused_with_a_way_out()
    {
        var good = Workbook.Of(("Data", Report(Row(1, "Brand", "1", 5))));
        var bomb = Workbook.Of(parts => parts["xl/sharedStrings.xml"] = new string(' ', 90 << 20), ("Data", Report(Row(1, "Brand", "1", 5))));
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600]];
        byte[] locked = [.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[50]];

        Assert.Contains("zip bomb", Given.Refused(Given.File(bomb)).Reason);
        Assert.Contains("cut off", Given.Refused(Given.File(good[..(good.Length / 2)])).Reason);
        Assert.Contains(".xls", Given.Refused(Given.File(old)).Reason);
        Assert.Contains("password", Given.Refused(Given.File(locked)).Reason);
        Assert.Contains(".xlsb", Given.Refused(Given.File(Workbook.Zip(new Dictionary<string, string> { ["xl/workbook.bin"] = "x" }))).Reason);
        Assert.Contains(".ods", Given.Refused(Given.File(Workbook.Zip(new Dictionary<string, string> { ["content.xml"] = "x" }))).Reason);
        Assert.Contains("empty", Given.Refused(Given.File(Workbook.Of(("A", []), ("B", [])))).Reason);
        Assert.Contains("damaged", Given.Refused(Given.File(Workbook.Of(parts => parts["xl/workbook.xml"] = "<workbook", ("A", [])))).Reason);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Damaged_bytes_never_escape_as_exceptions(int seed)
    {
        var random = new Random(seed);
        var good = Workbook.Of(("Data", Report([.. Enumerable.Range(1, 20).Select(day => Row(day, $"Brand {day}", $"{day}", day))])));
        for (var i = 0; i < 60; i++)
        {
            var bytes = good.ToArray();
            for (var hits = random.Next(1, 6); hits > 0; hits--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var reading = ExportReader.Read(Given.File(bytes), ReadingHints.None, TestContext.Current.CancellationToken);
            var items = reading is Understood understood ? understood.Items.ToList() : [];
            Assert.True(reading is not Refused refused || (refused.Reason is not "" && refused.Remedy is not ""));
            Assert.DoesNotContain(items.SkipLast(1), item => item is RejectedItem);
        }
    }

    [Fact]
    public async Task A_workbook_lands_as_one_file_alone_or_in_an_archive_and_reaches_the_warehouse()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var store = await TestStore.CreateAsync("duckdb", null!, cancel);
        var book = Workbook.Of(("Data", Report(Row(1, "Brand", "1", 5), Row(2, "Brand", "1", 7.25))));
        using var zipped = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(zipped, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = zip.CreateEntry("inside.xlsx").Open();
            await entry.WriteAsync(book, cancel);
        }

        var alone = await ImportAsync(store, "report.xlsx", book);
        var inside = await ImportAsync(store, "reports.zip", zipped.ToArray());

        Assert.Equal(("report.xlsx", "inside.xlsx"), (alone.Part, inside.Part));
        Assert.IsType<PartLoaded>(alone);
        Assert.True(Assert.IsType<PartLoaded>(inside).Result.IsUnchanged);
        Assert.Equal(12.25m, await store.ScalarAsync<decimal>("select sum(spend) from fact_core_metrics"));
        Assert.All(await store.VerifyAsync(), check => Assert.Empty(check.Violations));
    }

    static async Task<PartOutcome> ImportAsync(TestStore store, string name, byte[] bytes)
    {
        await using var content = new MemoryStream(bytes);
        var (manifest, _) = await store.Landing.ReceiveAsync(content, name, "export", new Dictionary<string, string>(), null, CancellationToken.None);
        return await store.Loader.LoadAsync(manifest, Assert.Single(store.Landing.Open(manifest)), ReadingHints.None, null, CancellationToken.None);
    }
}
