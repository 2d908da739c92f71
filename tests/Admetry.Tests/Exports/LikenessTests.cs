using Admetry.Connectors.Exports;
using Xunit;

namespace Admetry.Tests.Exports;

/// <summary>Files whose columns or numbers resemble those of another kind: taken for what they are, or refused.</summary>
public sealed class LikenessTests
{
    [Fact]
    public void Two_names_for_one_reading_are_no_reason_to_refuse()
    {
        var row = Assert.Single(Given.Delivery("TimePeriod,Spend,Campaign name,Impr.,Clicks\n2024-03-14,2.50,Brand,100,5\n"));

        Assert.Equal((Platform.Microsoft, 2.50m, 100L), (row.Account.Platform, row.Measures.Spend, row.Measures.Impressions));
    }

    [Fact]
    public void Whole_amounts_beside_names_with_spaces_are_no_millionths()
    {
        var reading = Given.Understood("Date,Spend,Campaign ID,Community,Impressions,eCPM\n2024-03-14,25,c1,games,100,250\n");

        Assert.Equal("reddit_ads_manager", reading.Family);
        Assert.Equal(25m, Assert.IsType<DeliveryItem>(Assert.Single(reading.Items)).Row.Measures.Spend);
    }

    [Fact]
    public void The_dates_of_ranges_tell_their_order_or_the_file_is_refused()
    {
        const string header = "Time period;Campaign name;Funding source name;Currency;Spend\n";

        var row = Assert.Single(Given.Delivery($"{header}02/04/2024 - 28/04/2024;Launch;Card;EUR;12,50\n"));
        Assert.Equal((new DateOnly(2024, 4, 2), new DateOnly(2024, 4, 28)), (row.First, row.Last));
        Assert.Contains("could be day first or month first", Given.Refused($"{header}02/04/2024 - 05/06/2024;Launch;Card;EUR;12,50\n").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_with_groups_tells_the_fraction_mark_of_money_beside_it()
    {
        var row = Assert.Single(Given.Delivery("TimePeriod;Spend;Campaign name;Impressions\n2024-03-14;1.500;Brand;2.345\n"));

        Assert.Equal((1500m, 2345L), (row.Measures.Spend, row.Measures.Impressions));
    }

    [Fact]
    public void Conversions_with_one_point_before_three_digits_are_refused_where_nothing_tells_a_group_from_a_fraction()
    {
        var refused = Given.Refused("TimePeriod;Spend;Campaign name;Conversions\n2024-03-14;15;Brand;4.962\n");

        Assert.Contains("4962 or 4.962", refused.Reason, StringComparison.Ordinal);
        Assert.Contains("numbers:", refused.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_that_only_another_platform_has_are_not_lost_in_the_period_above()
    {
        var refused = Given.Refused("Report Start: April 1, 2024\nReport End: April 30, 2024\n\nStart date (in UTC),Ad set name,Impressions,Clicks,Leads,Landing page views\n4/13/2024,Lamps,100,5,1,2\n4/14/2024,Lamps,90,4,0,1\n");

        Assert.Contains("Start date (in UTC)", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_totals_row_whose_label_was_moved_behind_the_numbers_is_no_campaign()
    {
        const string text = "Ad report\n\"April 1, 2024 - April 30, 2024\"\nImpr.,Clicks,Cost,Interactions,Campaign,Ad group\n100,5,2.50,5,Brand,Shoes\n90,4,1.50,4,Brand,Hats\n190,9,4.00,9,Total,\n";

        Assert.Equal([2.50m, 1.50m], Given.Delivery(text).Select(row => row.Measures.Spend ?? 0));
    }

    [Theory]
    [InlineData("snapchat_ads_manager", "Date,Ad Squad Name,Amount Spent,Impressions,swipe-ups,Purchases,Purchases value,Results\n2024-03-14,Lens,2.50,100,5,1,20.00,1\n")]
    [InlineData("snapchat_ads_manager", "Time period,Ad squad id,Spend,Paid impressions,swipe-ups,Campaign objective\n2024-03-14,77,2.50,100,5,Sales\n")]
    [InlineData("microsoft_ads_grid", "Date,Device OS,Network,Spend,Impr.,Campaignid,Conversions\n2024-03-14,iOS,Search,2.50,100,c1,2\n")]
    [InlineData("microsoft_ads_grid", "Time period,Campaign objective,Spend,Impr.,Campaign,Clicks\n2024-03-14,Sales,2.50,100,Brand,2\n")]
    [InlineData("microsoft_ads_plain", "Gregoriandate,Search query,Match type,Conv. value,Spend,Impressions\n2024-03-14,shoes,Exact,20.00,2.50,100\n")]
    public void What_only_one_platform_has_decides(string family, string text)
    {
        var reading = Given.Understood(text);

        Assert.Equal(family, reading.Family);
        Assert.Equal((2.50m, 100L), Assert.IsType<DeliveryItem>(Assert.Single(reading.Items)).Row.Measures is var read ? (read.Spend, read.Impressions) : default);
    }
}
