using System.Text;
using Admetry.Connectors.Exports;
using Xunit;

namespace Admetry.Tests.Exports;

public sealed class RefusalTests
{
    const string Header = "Campaign,Day,Cost,Impr.,Clicks";

    [Fact]
    public void An_unknown_table_is_refused_with_its_columns_and_the_way_to_a_mapping()
    {
        var refused = Given.Refused("city,inhabitants\nBerlin,3700000\n");

        Assert.Contains("city, inhabitants", refused.Reason);
        Assert.Contains("mapping", refused.Remedy);
    }

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html><head><title>Sign in</title>", "HTML")]
    [InlineData("  <html lang=en><body>", "HTML")]
    [InlineData("PK\u0003\u0004rest of a workbook", "Excel")]
    [InlineData("<?xml version=\"1.0\"?><report/>", "XML")]
    [InlineData("[{\"a\":1}] x", "not valid JSON")]
    [InlineData("[{\"a\":1}] [2]", "follows the end")]
    [InlineData("%PDF-1.7 rest", "PDF")]
    [InlineData("\u001F\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0001\u0002\u0003", "binary")]
    [InlineData("", "empty")]
    [InlineData("\n\n  \n", "no line with text")]
    [InlineData("[]", "empty JSON")]
    [InlineData("{\"a\":1", "ends in the middle")]
    [InlineData("[{\"a\":1},", "ends in the middle")]
    [InlineData("[{\"a\":1},}", "not valid JSON")]
    public void What_is_no_table_is_named(string text, string said) => Assert.Contains(said, Given.Refused(text).Reason);

    [Fact]
    public void A_gzip_signature_is_named() =>
        Assert.Contains("gzip", Given.Refused(Given.File([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3])).Reason);

    [Fact]
    public void No_date_at_all_needs_a_period()
    {
        const string text = "Campaign,Cost,Impr.,Clicks\nA,1.00,10,1\n";
        var refused = Given.Refused(text);
        var row = Given.Delivery(text, new() { Period = new(new(2024, 1, 1), new(2024, 1, 31)) })[0];

        Assert.Contains("--period", refused.Remedy);
        Assert.Equal((new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 31)), (row.First, row.Last));
    }

    [Fact]
    public void Dates_that_could_be_two_days_are_refused()
    {
        var refused = Given.Refused($"{Header}\nA,01/02/2024,1.00,10,1\nA,02/02/2024,1.00,10,1\n");

        Assert.Contains("01/02/2024", refused.Reason);
        Assert.Contains("date_order", refused.Remedy);
    }

    [Fact]
    public void One_date_far_below_decides_all()
    {
        var lines = string.Concat(Enumerable.Repeat("A,01/02/2024,1.00,10,1\n", 5000));
        var first = Assert.IsType<DeliveryItem>(Given.Understood($"{Header}\n{lines}B,25/02/2024,1.00,10,1\n").Items.First()).Row;

        Assert.Equal(new DateOnly(2024, 2, 1), first.First);
    }

    [Fact]
    public void The_range_above_the_header_decides_between_two_readings()
    {
        var row = Given.Delivery($"Report\n\"February 1, 2024 - February 29, 2024\"\n{Header}\nA,02/03/2024,1.00,10,1\n")[0];

        Assert.Equal(new DateOnly(2024, 2, 3), row.First);
    }

    [Fact]
    public void Dates_in_two_orders_are_refused() => Assert.Contains("two orders",
        Given.Refused($"{Header}\nA,13/02/2024,1.00,10,1\nA,02/13/2024,1.00,10,1\n").Reason);

    [Fact]
    public void Numbers_in_two_notations_are_refused() => Assert.Contains("two ways",
        Given.Refused($"{Header}\nA,2024-01-01,\"1,5\",10,1\nA,2024-01-02,2.5,10,1\n").Reason);

    [Fact]
    public void A_file_cut_within_a_quoted_cell_is_taken_back()
    {
        var items = Given.Understood($"{Header}\nA,2024-01-01,1.00,10,1\n\"Sho").Items.ToList();

        Assert.Contains("quoted", Assert.IsType<RejectedItem>(items[^1]).Reason);
        Assert.IsType<DeliveryItem>(items[0]);
    }

    [Fact]
    public void A_file_cut_within_its_last_line_is_taken_back()
    {
        var rejected = Assert.IsType<RejectedItem>(Given.Understood($"{Header}\nA,2024-01-01,1.00,10,1\nB,2024-0").Items.Last());

        Assert.Equal(3, rejected.Line);
    }

    [Fact]
    public void Json_cut_off_later_is_refused_before_any_row() => Assert.Contains("ends in the middle of element 2", Given.Refused(
        """[{"fb_campaign_id":"F1","client":"C1","date":"2024-01-05","clicks":7,"reach":9,"spend":3.25},{"fb_campaign_id":"F""").Reason);

    [Fact]
    public void Json_of_any_depth_is_refused_and_not_followed()
    {
        var refused = Given.Refused(new string('[', 100_000));

        Assert.Contains("nested deeper than 64", refused.Reason);
    }

    [Fact]
    public void Lost_letters_are_refused_with_their_line()
    {
        var refused = Given.Refused($"{Header}\nCaf\uFFFD,2024-01-01,1.00,10,1\n");

        Assert.Equal(2, refused.Line);
        Assert.Contains("U+FFFD", refused.Reason);
    }

    [Fact]
    public void Shift_jis_is_refused_rather_than_read_as_nonsense()
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes($"{Header}\n"), 0x83, 0x81, 0x83, 0x8D, 0x81, 0x5B, .. Encoding.ASCII.GetBytes(",2024-01-01,1,1,1\n")];

        Assert.Contains("neither UTF-8", Given.Refused(Given.File(bytes)).Reason);
    }

    [Fact]
    public void A_line_without_end_is_refused_with_its_number()
    {
        var refused = Given.Understood($"{Header}\nA,2024-01-01,1.00,10,1\n{new string('x', 20_000_000)}").Items.Last();

        Assert.Equal(3, Assert.IsType<RejectedItem>(refused).Line);
    }

    [Fact]
    public void Half_a_surrogate_pair_costs_its_element_and_no_other()
    {
        var items = Given.Understood("""
            [{"fb_campaign_id":"\uD800","client":"C1","date":"2024-01-05","clicks":7,"reach":9,"spend":3.25},
             {"fb_campaign_id":"\uD83D\uDE00","client":"C1","date":"2024-01-05","clicks":7,"reach":9,"spend":3.25}]
            """).Items.ToList();

        Assert.Equal(Rules.UnreadableElement, Assert.IsType<QuarantinedItem>(items[0]).RuleId);
        Assert.Equal("😀", Assert.IsType<DeliveryItem>(items[1]).Row.CampaignId);
    }

    [Fact]
    public void A_utf16_file_that_was_cut_off_is_refused_or_taken_back()
    {
        var bytes = Encoding.Unicode.GetBytes($"{Header}\nA,2024-01-01,1.00,10,1\n");

        Assert.Contains("encoding", Given.Refused(Given.File(bytes[..^1])).Reason);
    }

    [Fact]
    public void A_second_currency_of_one_account_far_below_takes_the_file_back()
    {
        var lines = string.Concat(Enumerable.Repeat("1,A,2024-02-01,EUR,1.00,10,1\n", 5000));
        var items = Given.Understood($"Customer ID,Campaign,Day,Currency code,Cost,Impr.,Clicks\n{lines}1,A,2024-02-01,USD,1.00,10,1\n").Items;

        var rejected = Assert.IsType<RejectedItem>(items.Last());
        Assert.Equal((5002, true), (rejected.Line, rejected.Reason.Contains("EUR and USD")));
    }

    [Fact]
    public void Lines_that_stand_in_quotes_whole_are_told_from_an_unknown_table()
    {
        var refused = Given.Refused("\"Day,Campaign,Impr.,Clicks,Cost\"\n\"2024-01-01,Brand,100,10,1.50\"\n");

        Assert.Contains("each line stands in quotes as one cell", refused.Reason, StringComparison.Ordinal);
        Assert.Contains("outer quotes", refused.Remedy, StringComparison.Ordinal);
    }
}
