using System.Text;
using Admetry.Connectors.Exports;
using Xunit;

namespace Admetry.Tests.Exports;

public sealed class TextLayerTests
{
    const string Text = "Campaign,Day,Cost,Impr.,Clicks\nÉté à Köln – 10 €,2024-01-01,1.00,10,1\nB,2024-01-02,2.00,20,2\n";

    public static TheoryData<string> Names => ["utf-8", "utf-8-bom", "utf-16", "utf-16-plain", "utf-16BE", "utf-16BE-plain", "utf-32", "utf-32BE", "windows-1252"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_usual_encoding_is_found(string name)
    {
        var reading = Given.Understood(Given.File(Bytes(name)));
        var rows = reading.Items.Cast<DeliveryItem>().Select(item => item.Row).ToList();

        Assert.Equal(["Été à Köln – 10 €", "B"], rows.Select(row => row.CampaignName));
        Assert.Contains(reading.Decisions, decision => decision.What is "encoding");
    }

    [Theory]
    [InlineData(',', "\n")]
    [InlineData(';', "\r\n")]
    [InlineData('\t', "\r")]
    [InlineData('|', "\n")]
    public void Every_usual_delimiter_and_line_end_is_found(char delimiter, string end)
    {
        var rows = Given.Delivery(Text.Replace(',', delimiter).Replace("\n", end));

        Assert.Equal([1m, 2m], rows.Select(row => row.Measures.Spend));
    }

    [Fact]
    public void A_preamble_of_comments_and_empty_lines_is_stepped_over()
    {
        var rows = Given.Delivery("# Report, with a comma\n# 20240101-20240131\n\n\n" + Text);

        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public void Empty_rows_repeated_headers_and_notes_are_filtered_and_nothing_else()
    {
        var items = Given.Understood(Text + ",,,,\n" + Text.Split('\n')[0] + "\nC,2024-01-03,3.00,30,3\n\n© 2024 Somebody. All rights reserved.\n").Items;

        Assert.Equal("DDFFDF", string.Concat(items.Select(item => item is DeliveryItem ? 'D' : item is FilteredItem ? 'F' : '?')));
    }

    [Fact]
    public void A_row_that_breaks_a_rule_keeps_line_rule_and_text()
    {
        var items = Given.Understood("""
            Campaign,Day,Cost,Impr.,Clicks
            A,2024-01-01,abc,10,1
            A,2024-13-01,1.00,10,1
            A,,1.00,10,1
            A,2024-01-01,1.00,10.5,1
            A,2024-01-01,1.00,-10,1
            A,2024-01-01,1e308,10,1
            A,2024-01-01,1.00,10
            ,2024-01-01,1.00,10,1
            A,2024-01-02,1.00,10,1
            """).Items.ToList();

        Assert.Equal(
            [
                (2, Rules.NumberUnreadable), (3, Rules.DayUnreadable), (4, Rules.DayMissing), (5, Rules.NumberNotWhole), (6, Rules.NumberNegative),
                (7, Rules.NumberTooLarge), (8, Rules.CellCount), (9, Rules.EntityMissing),
            ],
            items.OfType<QuarantinedItem>().Select(item => (item.Line, item.RuleId)));
        Assert.Equal("A,2024-01-01,abc,10,1", items.OfType<QuarantinedItem>().First().Text);
        Assert.Equal(9, items.Count);
    }

    [Fact]
    public void A_nul_in_a_name_is_quarantined() => Assert.Equal(Rules.TextWithNul,
        Assert.IsType<QuarantinedItem>(Given.Understood(Text + "B\0ad,2024-01-02,2.00,20,2\n").Items.Last()).RuleId);

    [Fact]
    public void A_quarantined_text_is_cut_at_8_kibi() => Assert.Equal(8192,
        Assert.IsType<QuarantinedItem>(Given.Understood(Text + new string('x', 20_000) + ",never,2.00,20,2\n").Items.Last()).Text.Length);

    [Fact]
    public void Ndjson_and_nested_objects_are_read_with_dots()
    {
        var hints = new ReadingHints
        {
            Mapping = new()
            {
                Name = "api",
                Currency = "EUR",
                Columns = new Dictionary<string, string>
                {
                    ["day"] = "time.date",
                    ["campaign_name"] = "campaign.name",
                    ["spend"] = "metrics.0.value",
                    ["campaign_id"] = "campaign.id",
                },
            },
        };
        var rows = Given.Delivery("""
            {"time":{"date":"2024-01-01"},"campaign":{"id":120210000000000001,"name":"A \"q\" é"},"metrics":[{"value":1.10}]}
            {"time":{"date":"2024-01-02"},"campaign":{"name":null},"metrics":[{"value":123456789012.123456}],"campaign.id":"x"}
            """, hints);

        Assert.Equal([("120210000000000001", "A \"q\" é", 1.10m), ("x", "", 123456789012.123456m)],
            rows.Select(row => (row.CampaignId, row.CampaignName, row.Measures.Spend!.Value)));
    }

    [Fact]
    public void A_value_among_objects_is_quarantined_with_its_number()
    {
        var items = Given.Understood("""
            [{"fb_campaign_id":"F1","client":"C1","date":"2024-01-05","clicks":7,"reach":9,"spend":3.25}, 5, [1], null,
             {"fb_campaign_id":"F1","client":"C1","date":"2024-01-06","clicks":7,"reach":9,"spend":"x"}]
            """).Items.ToList();

        Assert.Equal([(2, Rules.UnreadableElement), (3, Rules.UnreadableElement), (4, Rules.UnreadableElement), (5, Rules.NumberUnreadable)],
            items.OfType<QuarantinedItem>().Select(item => (item.Line, item.RuleId)));
        Assert.StartsWith("{\"fb_campaign_id\":\"F1\"", items.OfType<QuarantinedItem>().Last().Text);
    }

    static byte[] Bytes(string name) => name switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(Text),
        "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)],
        "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)],
        "utf-16-plain" => Encoding.Unicode.GetBytes(Text),
        "utf-16BE" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)],
        "utf-16BE-plain" => Encoding.BigEndianUnicode.GetBytes(Text),
        "utf-32" => [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Text)],
        "utf-32BE" => [.. new UTF32Encoding(true, true).Preamble, .. new UTF32Encoding(true, true).GetBytes(Text)],
        _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text),
    };
}
