using System.Text;
using Admetry.Connectors.Exports;
using Xunit;

namespace Admetry.Tests.Exports;

public sealed class GoogleAdsFamilyTests
{
    const string Campaigns = """
        Campaign report
        "January 1, 2024 - January 31, 2024"
        Campaign status,Campaign,Budget,Currency code,Clicks,Impr.,CTR,Avg. CPC,Cost,Conversions,Search impr. share
        Enabled,Brand,50.00,EUR,"1,250","25,881",4.83%,0.52,"2,190.08",12.50,< 10%
        Paused,"Shoes, men",20.00,EUR,10,1000,1.00%,1.00,10.00, --,--
        Total: Campaigns,--,--,EUR,"1,260","26,881",4.69%,1.75,"2,200.08",12.50,--
        Total: Account,--,--,EUR,"1,260","26,881",4.69%,1.75,"2,200.08",12.50,--
        Total: Search,--,--,EUR,"1,250","25,881",4.83%,0.52,"2,190.08",12.50,--
        """;

    [Fact]
    public void A_report_without_days_gives_rows_of_its_period()
    {
        var reading = Given.Understood(Campaigns);
        var rows = reading.Items.OfType<DeliveryItem>().Select(item => item.Row).ToList();

        Assert.Equal("google_ads_ui", reading.Family);
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal((new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 31)), (row.First, row.Last)));
        Assert.Equal((2190.08m, 25881L, 1250L, 12.5m),
            (rows[0].Measures.Spend, rows[0].Measures.Impressions, rows[0].Measures.Clicks, rows[0].Measures.Conversions));
        Assert.Equal(("Shoes, men", "Paused", Level.Campaign, "EUR", (decimal?)null, ""),
            (rows[1].CampaignName, rows[1].CampaignStatus, rows[1].Level, rows[1].Account.Currency, rows[1].Measures.Conversions, rows[1].Segment));
    }

    [Fact]
    public void Totals_rows_are_checks_and_never_data()
    {
        var items = Given.Understood(Campaigns).Items.ToList();
        var spend = items.OfType<ControlTotalItem>().Where(total => total.Measure is "spend").ToList();

        Assert.Equal(3, items.OfType<FilteredItem>().Count());
        Assert.Equal([("Total: Campaigns", true, true, false), ("Total: Account", true, false, true), ("Total: Search", false, false, false)],
            spend.Select(total => (total.Label, total.Holds, total.IsBinding, total.ProvesWholeAccount)));
        Assert.Equal(2200.08m, spend[0].Actual);
    }

    [Fact]
    public void A_cent_that_is_missing_breaks_the_binding_total()
    {
        var total = Given.Understood(Campaigns.Replace("2,190.08\",12.50,< 10%", "2,190.06\",12.50,< 10%")).Items.OfType<ControlTotalItem>()
            .First(item => item.Measure is "spend");

        Assert.False(total.Holds);
        Assert.Equal((2200.08m, 2200.06m), (total.Expected, total.Actual));
    }

    [Fact]
    public void Rates_and_settings_are_named_as_not_loaded()
    {
        var decisions = Given.Understood(Campaigns).Decisions;

        Assert.Equal("CTR, Avg. CPC, Search impr. share", Assert.Single(decisions, decision => decision.What is "rates").Value);
        Assert.Contains("Budget", Assert.Single(decisions, decision => decision.What is "ignored columns").Value);
    }

    [Fact]
    public void With_a_day_column_rows_are_days_whatever_the_range_says()
    {
        var rows = Given.Delivery("""
            Ad group report
            1 March 2024 - 31 March 2024
            Day,Campaign,Campaign ID,Ad group,Ad group ID,Device,Currency code,Cost,Impr.,Clicks
            2024-03-01,Brand,111,Exact,222,Mobile phones,GBP,1.50,100,3
            2024-03-02,Brand,111,Exact,222,Computers,GBP,2.50,200,4
            """);

        Assert.Equal([new(2024, 3, 1), new(2024, 3, 2)], rows.Select(row => row.First));
        Assert.Equal((Level.AdSet, "222", "Exact", Breakdown.Device, "Mobile phones", "GBP"),
            (rows[0].Level, rows[0].AdSetId, rows[0].AdSetName, rows[0].Breakdown, rows[0].Value1, rows[0].Account.Currency));
    }

    [Fact]
    public void Keywords_are_a_breakdown_of_the_ad_group_and_the_device_stays_in_the_segment()
    {
        var row = Given.Delivery("""
            Search keyword report
            January 1, 2024 - January 31, 2024
            Keyword status,Search keyword,Search keyword match type,Campaign,Ad group,Device,Currency code,Cost,Impr.,Clicks
            Enabled,[red shoes],Exact match,Brand,Shoes,Tablets,USD,1.50,100,3
            """)[0];

        Assert.Equal((Breakdown.Keyword, "[red shoes]", "Exact match", Level.AdSet, "Device=Tablets"),
            (row.Breakdown, row.Value1, row.Value2, row.Level, row.Segment));
    }

    [Fact]
    public void A_network_is_a_breakdown_of_its_own()
    {
        var row = Given.Delivery("Day,Campaign,Network,Cost,Impr.,Clicks\n2024-01-01,A,Google search,1.00,10,1\n")[0];

        Assert.Equal((Breakdown.Other, "network", "Google search"), (row.Breakdown, row.Value1, row.Value2));
    }

    [Fact]
    public void The_excel_variant_is_utf16_with_tabs()
    {
        var text = Campaigns.Replace("\"1,250\"", "1,250").Replace("\"25,881\"", "25,881").Replace("\"2,190.08\"", "2,190.08");
        var tabs = "Campaign report\nJanuary 1, 2024 - January 31, 2024\nCampaign\tCurrency code\tCost\tImpr.\tClicks\nBrand\tEUR\t2,190.08\t25,881\t1,250\n";
        var row = Assert.IsType<DeliveryItem>(Given.Understood(Given.File(tabs, Encoding.Unicode)).Items.First()).Row;

        Assert.NotEqual(text, tabs);
        Assert.Equal((2190.08m, 25881L), (row.Measures.Spend, row.Measures.Impressions));
    }

    [Theory]
    [InlineData("Kampagne,Tag,Währungscode,Kosten,Impressionen,Klicks", "\"1.190,08\"", "05.03.2024")]
    [InlineData("Campagne,Jour,Code de devise,Coût,Impr.,Clics", "\"1 190,08\"", "2024-03-05")]
    [InlineData("Campaña,Día,Código de moneda,Coste,Impr.,Clics", "\"1.190,08\"", "5 mar 2024")]
    [InlineData("Campagna,Giorno,Codice valuta,Costo,Impr.,Clic", "\"1.190,08\"", "5 marzo 2024")]
    [InlineData("Campanha,Dia,Código da moeda,Custo,Impr.,Cliques", "\"1.190,08\"", "5 de março de 2024")]
    [InlineData("Campagne,Dag,Valutacode,Kosten,Vertoningen,Klikken", "\"1.190,08\"", "5 mrt 2024")]
    public void Headers_of_other_languages_mean_the_same(string header, string cost, string day)
    {
        var row = Given.Delivery($"Report\n{header}\nBrand,{day},EUR,{cost},1000,10\n")[0];

        Assert.Equal(("Brand", new DateOnly(2024, 3, 5), "EUR", 1190.08m, 1000L, 10L), (row.CampaignName, row.First, row.Account.Currency,
            row.Measures.Spend, row.Measures.Impressions, row.Measures.Clicks));
    }

    [Fact]
    public void English_headers_with_comma_decimals_are_read_by_the_column()
    {
        var row = Given.Delivery("Campaign,Day,Currency code,Cost,Impr.,Clicks,CTR\nBrand,2024-03-05,EUR,\"0,19\",\"1.234\",3,\"9,38%\"\n")[0];

        Assert.Equal((0.19m, 1234L), (row.Measures.Spend, row.Measures.Impressions));
    }

    [Fact]
    public void Each_account_of_a_manager_account_has_its_own_currency()
    {
        var rows = Given.Delivery("""
            Account,Customer ID,Campaign,Day,Currency code,Cost,Impr.,Clicks
            Shop DE,111-222,A,2024-03-05,EUR,1.00,10,1
            Shop US,333-444,A,2024-03-05,USD,1.00,10,1
            """);

        Assert.Equal([("111-222", "EUR"), ("333-444", "USD")], rows.Select(row => (row.Account.ExternalId, row.Account.Currency)));
    }

    [Fact]
    public void Two_currencies_without_an_account_are_refused_by_name()
    {
        var refused = Given.Refused("Campaign,Day,Currency code,Cost,Impr.,Clicks\nA,2024-03-05,EUR,1.00,10,1\nB,2024-03-05,USD,1.00,10,1\n");

        Assert.Contains("EUR and USD", refused.Reason);
        Assert.Contains("account", refused.Remedy);
    }

    [Fact]
    public void A_campaign_called_total_is_no_totals_row() =>
        Assert.Equal("Total Wireless", Given.Delivery("Campaign,Day,Cost,Impr.,Clicks\nTotal Wireless,2024-03-05,1.00,10,1\n")[0].CampaignName);

    [Fact]
    public void A_bare_total_as_first_text_is_a_total_of_the_rows()
    {
        var items = Given.Understood("Day,Campaign,Cost,Impr.,Clicks\n2024-03-05,A,1.00,10,1\n2024-03-05,Total,2.00,10,1\nTotal,,3.00,20,2\n").Items.ToList();

        Assert.Equal("DDF", string.Concat(items.Take(3).Select(item => item is DeliveryItem ? 'D' : 'F')));
        Assert.All(items.OfType<ControlTotalItem>(), total => Assert.True(total.Holds && total.IsBinding));
    }

    [Theory]
    [InlineData("Week", "2024-03-04", "2024-03-04", "2024-03-10")]
    [InlineData("Month", "2024-02-01", "2024-02-01", "2024-02-29")]
    [InlineData("Month", "February 2024", "2024-02-01", "2024-02-29")]
    public void Weeks_and_months_are_periods(string column, string text, string first, string last)
    {
        var row = Given.Delivery($"{column},Campaign,Cost,Impr.,Clicks\n{text},A,1.00,10,1\n")[0];

        Assert.Equal((DateOnly.Parse(first), DateOnly.Parse(last)), (row.First, row.Last));
    }
}
