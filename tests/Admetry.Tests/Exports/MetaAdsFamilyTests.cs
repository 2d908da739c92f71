using System.Text;
using Admetry.Connectors.Exports;
using Xunit;

namespace Admetry.Tests.Exports;

public sealed class MetaAdsFamilyTests
{
    const string Campaigns = """
        Reporting starts,Reporting ends,Campaign name,Campaign delivery,Attribution setting,Results,Result indicator,Reach,Frequency,Cost per results,Amount spent (EUR),Impressions,Link clicks,Clicks (all),"CPM (cost per 1,000 impressions) (EUR)"
        2024-03-01,2024-03-31,,,,,,"5,000",,,110.50,"12,000",80,95,9.2
        2024-03-01,2024-03-31,Spring,active,7-day click,4,actions:offsite_conversion.fb_pixel_purchase,3000,2.0,25.00,100.00,10000,70,80,10
        2024-03-01,2024-03-31,"Retarget, all",inactive,7-day click or 1-day view,20,actions:link_click,2500,1.1,0.5,10.50,2000,10,15,5
        """;

    [Fact]
    public void Range_rows_are_rows_of_the_period_with_the_currency_of_the_header()
    {
        var reading = Given.Understood(Given.File(Campaigns, new UTF8Encoding(true)));
        var rows = reading.Items.OfType<DeliveryItem>().Select(item => item.Row).ToList();

        Assert.Equal("meta_ads_manager", reading.Family);
        Assert.Equal(2, rows.Count);
        Assert.Equal((new DateOnly(2024, 3, 1), new DateOnly(2024, 3, 31), "Spring", "active", "EUR"),
            (rows[0].First, rows[0].Last, rows[0].CampaignName, rows[0].CampaignStatus, rows[0].Account.Currency));
        Assert.Equal((100m, 10000L, 80L, 70L, 3000L), (rows[0].Measures.Spend, rows[0].Measures.Impressions, rows[0].Measures.Clicks,
            rows[0].Measures.LinkClicks, rows[0].Measures.Reach));
    }

    [Fact]
    public void The_row_without_campaign_is_a_total_wherever_it_stands()
    {
        var items = Given.Understood(Campaigns).Items.ToList();

        Assert.Equal(2, Assert.IsType<FilteredItem>(items[0]).Line);
        var spend = items.OfType<ControlTotalItem>().Single(total => total.Measure is "spend");
        Assert.Equal((110.50m, 110.50m, true, true), (spend.Expected, spend.Actual, spend.Holds, spend.IsBinding));
        Assert.DoesNotContain(items.OfType<ControlTotalItem>(), total => total.Measure is "reach");
    }

    [Fact]
    public void A_result_counts_as_what_its_indicator_says()
    {
        var rows = Given.Delivery(Campaigns);

        Assert.Equal((4m, 4m), (rows[0].Measures.Conversions, rows[0].Measures.Purchases));
        Assert.Contains(new ActionCount("offsite_conversion.fb_pixel_purchase", "7d_click", 4, 0), rows[0].Actions);
        Assert.Null(rows[1].Measures.Conversions);
        Assert.Contains(new ActionCount("link_click", "default", 10, 0), rows[1].Actions);
        Assert.Single(rows[1].Actions);
    }

    [Fact]
    public void A_blank_count_is_zero_and_purchases_are_the_conversions_where_no_result_says_otherwise()
    {
        var rows = Given.Delivery("Day,Campaign name,Amount spent (USD),Impressions,Purchases,Purchases conversion value\n2024-03-01,A,10.00,100,2,90.00\n2024-03-02,A,5.00,50,,\n");

        Assert.Equal((2m, 90m), (rows[0].Measures.Conversions, rows[0].Measures.ConversionValue));
        Assert.Equal((0m, 0m, 0m), (rows[1].Measures.Purchases, rows[1].Measures.Conversions, rows[1].Measures.ConversionValue));
        Assert.Null(rows[1].Measures.Leads);
    }

    [Fact]
    public void A_range_of_one_day_is_a_day_and_a_day_column_wins()
    {
        var one = Given.Delivery("Reporting starts,Reporting ends,Campaign name,Amount spent (USD)\n2024-03-01,2024-03-01,A,1.00\n")[0];
        var day = Given.Delivery("Reporting starts,Reporting ends,Day,Campaign name,Amount spent (USD)\n2024-03-01,2024-03-31,2024-03-07,A,1.00\n")[0];

        Assert.Equal(one.First, one.Last);
        Assert.Equal((new DateOnly(2024, 3, 7), new DateOnly(2024, 3, 7)), (day.First, day.Last));
    }

    [Fact]
    public void Ads_keep_ids_names_and_video_counts()
    {
        var row = Given.Delivery("""
            Day,Campaign name,Campaign ID,Ad set name,Ad set ID,Ad name,Ad ID,Amount spent (USD),Impressions,Purchases,Purchases conversion value,Adds to cart,Leads,Landing page views,3-second video plays,ThruPlays,Video plays,Video plays at 25%,Video plays at 50%,Video plays at 75%,Video plays at 100%,Reporting starts,Reporting ends
            2024-03-01,Spring,120210000000000001,Set,120210000000000002,"Ad
            two lines",120210000000000003,9.99,1000,2,150.00,3,1,40,300,120,500,250,125,60,30,2024-03-01,2024-03-01
            """)[0];

        Assert.Equal((Level.Ad, "120210000000000001", "120210000000000002", "120210000000000003"),
            (row.Level, row.CampaignId, row.AdSetId, row.AdId));
        Assert.Equal("Ad\ntwo lines", row.AdName.ReplaceLineEndings("\n"));
        Assert.Equal((2m, 150m, 3m, 1m, 40L, 500L, 250L, 125L, 60L, 30L), (row.Measures.Purchases, row.Measures.PurchaseValue,
            row.Measures.AddToCart, row.Measures.Leads, row.Measures.LandingPageViews, row.Measures.VideoPlays, row.Measures.VideoP25Watched,
            row.Measures.VideoP50Watched, row.Measures.VideoP75Watched, row.Measures.VideoP100Watched));
        Assert.Contains(new ActionCount("purchase", "default", 2, 150), row.Actions);
        Assert.Contains(new ActionCount("video_view", "default", 300, 0), row.Actions);
    }

    [Theory]
    [InlineData("Age,Gender", "25-34,female", Breakdown.AgeGender, "25-34", "female", "")]
    [InlineData("Country", "DE", Breakdown.Country, "DE", "", "")]
    [InlineData("Platform,Placement,Device platform", "instagram,Stories,mobile_app", Breakdown.Placement, "instagram", "stories",
        "Device platform=mobile_app")]
    [InlineData("Impression device", "iphone", Breakdown.Device, "iphone", "", "")]
    public void Breakdown_columns_make_breakdown_rows(
        string columns, string values, Breakdown breakdown, string value1, string value2, string segment)
    {
        var row = Assert.Single(Given.Delivery(
            $"Reporting starts,Reporting ends,Campaign name,{columns},Amount spent (USD)\n2024-03-01,2024-03-01,A,{values},1.00\n"));

        Assert.Equal((breakdown, value1, value2, segment), (row.Breakdown, row.Value1, row.Value2, row.Segment));
    }

    [Theory]
    [InlineData("Berichtsstart,Berichtsende,Kampagnenname,Reichweite,Ausgegebener Betrag (EUR),Impressionen", ',', "\"1.234,56\"")]
    [InlineData("Début des rapports;Fin des rapports;Nom de la campagne;Couverture;Montant dépensé (EUR);Impressions", ';', "1 234,56")]
    [InlineData("Inicio del informe,Fin del informe,Nombre de la campaña,Alcance,Importe gastado (EUR),Impresiones", ',', "\"1.234,56\"")]
    [InlineData("Inizio report,Fine report,Nome della campagna,Copertura,Importo speso (EUR),Impression", ',', "\"1234,56\"")]
    [InlineData("Início dos relatórios,Término dos relatórios,Nome da campanha,Alcance,Valor usado (EUR),Impressões", ',', "\"1.234,56\"")]
    [InlineData("Begin rapportage,Einde rapportage,Campagnenaam,Bereik,Besteed bedrag (EUR),Weergaven", ',', "1234.56")]
    public void Headers_of_other_languages_mean_the_same(string header, char delimiter, string spend)
    {
        var row = Given.Delivery($"{header}\n{string.Join(delimiter, "2024-03-01", "2024-03-31", "Été", "900", spend, "1000")}\n")[0];

        Assert.Equal(("Été", "EUR", 1234.56m, 1000L, 900L), (row.CampaignName, row.Account.Currency, row.Measures.Spend,
            row.Measures.Impressions, row.Measures.Reach));
    }

    [Fact]
    public void An_id_rounded_by_a_spreadsheet_is_left_out_and_told()
    {
        var reading = Given.Understood(
            "Reporting starts,Reporting ends,Campaign name,Campaign ID,Amount spent (USD)\n2024-03-01,2024-03-01,Spring,1.20253E+17,1.00\n");
        var row = Assert.IsType<DeliveryItem>(reading.Items.First()).Row;

        Assert.Equal(("", "Spring"), (row.CampaignId, row.CampaignName));
        Assert.Contains(reading.Decisions, decision => decision.What is "ids in Campaign ID");
    }

    [Fact]
    public void A_rounded_id_without_name_is_quarantined()
    {
        var item = Given.Understood(
            "Reporting starts,Reporting ends,Campaign ID,Amount spent (USD)\n2024-03-01,2024-03-01,1.20253E+17,1.00\n").Items.First();

        Assert.Equal((2, Rules.DamagedId, "2024-03-01,2024-03-01,1.20253E+17,1.00"),
            Assert.IsType<QuarantinedItem>(item) is var bad ? (bad.Line, bad.RuleId, bad.Text) : default);
    }

    [Fact]
    public void At_account_level_the_row_without_account_is_the_total()
    {
        var items = Given.Understood("""
            Account name,Day,Currency,Amount spent (USD),Purchases,Reporting starts,Reporting ends
            ,,,30.00,3,2024-03-01,2024-03-02
            Shop,2024-03-01,USD,10.00,1,2024-03-01,2024-03-01
            Shop,2024-03-02,USD,20.00,2,2024-03-02,2024-03-02
            """).Items.ToList();

        Assert.IsType<FilteredItem>(items[0]);
        Assert.Equal((Level.Account, "Shop"), items[1] is DeliveryItem { Row: var row } ? (row.Level, row.Account.Name) : default);
        Assert.True(items.OfType<ControlTotalItem>().Single(total => total.Measure is "spend").Holds);
    }
}
