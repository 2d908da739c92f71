using System.Text;
using Admetry.Connectors.Exports;
using Xunit;

namespace Admetry.Tests.Exports;

/// <summary>Google Ads beyond campaigns: keywords, search terms, ads, Performance Max, wide files and odd notations.</summary>
public sealed class GoogleReportTests
{
    [Fact]
    public void Keywords_and_search_terms_go_to_their_breakdowns()
    {
        var keyword = Given.Delivery("""
            Search keyword report
            1 March 2024 - 31 March 2024
            Keyword status,Search keyword,Search keyword match type,Campaign,Ad group,Status reasons,Currency code,Max. CPC,Clicks,Impr.,CTR,Avg. CPC,Cost,Conversions
            Enabled,red shoes,Phrase match,Shoes,Red,eligible,EUR,1.00,4,100,4.00%,0.50,2.00,1.00
            Enabled,[red shoes],Exact match,Shoes,Red,eligible,EUR,1.00,6,50,12.00%,0.50,3.00,0.50
            Total: Keywords, --, --, --, --, --,EUR, --,10,150,6.67%,0.50,5.00,1.50
            """);
        var term = Given.Delivery("""
            Search terms report
            1 March 2024 - 31 March 2024
            Search term,Match type,Added/Excluded,Campaign,Ad group,Currency code,Clicks,Impr.,Cost
            buy red shoes,Broad match,None,Shoes,Red,EUR,4,100,2.00
            Total: Search terms,--,--,--,--,EUR,4,100,2.00
            """);

        Assert.Equal([(Breakdown.Keyword, "red shoes", "Phrase match"), (Breakdown.Keyword, "[red shoes]", "Exact match")], keyword.Select(row => (row.Breakdown, row.Value1, row.Value2)));
        Assert.Equal((Breakdown.SearchTerm, "buy red shoes", "Broad match", "Red"), (term[0].Breakdown, term[0].Value1, term[0].Value2, term[0].AdSetName));
    }

    [Fact]
    public void Performance_max_rows_without_ad_group_stay_with_their_campaign()
    {
        var rows = Given.Delivery("""
            Ad group report
            March 1, 2024 - March 31, 2024
            Day,Campaign,Campaign type,Ad group,Currency code,Cost,Impr.,Clicks
            2024-03-01,Shoes,Search,Red,EUR,2.00,100,4
            2024-03-01,Everything,Performance Max, --,EUR,9.00,900,20
            Total: Account, --, --, --,EUR,11.00,1000,24
            """);

        Assert.Equal([("Shoes", "Red"), ("Everything", "")], rows.Select(row => (row.CampaignName, row.AdSetName)));
        Assert.Equal(11m, rows.Sum(row => row.Measures.Spend));
    }

    [Fact]
    public void Ninety_columns_with_english_headers_and_comma_decimals_are_read()
    {
        var extra = string.Join('\t', Enumerable.Range(1, 90).Select(i => $"Custom metric {i}"));
        var cells = string.Join('\t', Enumerable.Range(1, 90).Select(i => $"{i},5"));
        var text = $"Ad report\n1. März 2024 - 31. März 2024\nDay\tCampaign\tAd group\tAd ID\tHeadline 1\tCurrency code\tCost\tImpr.\tClicks\tConversions\tCTR\t{extra}\n"
            + $"2024-03-01\tShoes\tRed\t555\tBuy shoes\tEUR\t1.234,56\t25.881\t1.250\t0,19\t9,38%\t{cells}\n";
        var file = Given.File([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]);

        var reading = Given.Understood(file);
        var row = Assert.Single(reading.Items.OfType<DeliveryItem>()).Row;

        Assert.Equal((Level.Ad, "555", 1234.56m, 25881L, 1250L, 0.19m), (row.Level, row.AdId, row.Measures.Spend, row.Measures.Impressions, row.Measures.Clicks, row.Measures.Conversions));
        Assert.Contains("Custom metric 90", Assert.Single(reading.Decisions, decision => decision.What is "ignored columns").Value);
    }

    [Fact]
    public void Meta_rows_keep_their_windows_results_and_the_columns_people_made()
    {
        var reading = Given.Understood("""
            Reporting starts,Reporting ends,Campaign name,Campaign ID,Attribution setting,Results,Result indicator,Amount spent (EUR),Impressions,My hook rate,Owner
            2024-03-01,2024-03-01,Brand,1.20253E+17,7-day click,3,actions:offsite_conversion.fb_pixel_purchase,10.00,1000,33.5,Ann
            2024-03-01,2024-03-01,Sale,1.20253E+17,7-day click or 1-day view,2,actions:lead,5.00,500,12.5,Ben
            """);
        var rows = reading.Items.OfType<DeliveryItem>().Select(item => item.Row).ToList();

        Assert.Equal([("offsite_conversion.fb_pixel_purchase", "7d_click", 3m), ("lead", "default", 2m)], rows.Select(row => row.Actions[0]).Select(action => (action.ActionType, action.Window, action.Count)));
        Assert.Equal(["", ""], rows.Select(row => row.CampaignId));
        Assert.Equal(["Owner=Ann", "Owner=Ben"], rows.Select(row => row.Segment));
        Assert.Contains(reading.Decisions, decision => decision.What is "rates" && decision.Value.Contains("My hook rate"));
        Assert.Contains(reading.Decisions, decision => decision.What is "ids in Campaign ID");
    }
}
