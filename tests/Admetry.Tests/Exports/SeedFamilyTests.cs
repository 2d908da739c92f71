using Admetry.Connectors.Exports;
using Xunit;

namespace Admetry.Tests.Exports;

public sealed class SeedFamilyTests
{
    const string Google = """
        campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo
        G1,C101,2024-01-05,10,1000,12.50,mobile,US
        G1,C101,2024-01-05,3,400,4.10,desktop,US
        """;

    [Fact]
    public void Google_ads_rows_give_core_and_device_by_country()
    {
        var reading = Given.Understood(Google);
        var item = Assert.IsType<DeliveryItem>(reading.Items.First());

        Assert.Equal("seed_google_ads", reading.Family);
        Assert.Equal(Platform.Google, reading.Platform);
        Assert.True(reading.RowsAddUp);
        Assert.Equal(new AdAccount(Platform.Google, "C101", ClientCode: "C101", Currency: "USD"), item.Row.Account);
        Assert.Equal((new DateOnly(2024, 1, 5), Level.Campaign, "G1", Breakdown.None),
            (item.Row.First, item.Row.Level, item.Row.CampaignId, item.Row.Breakdown));
        Assert.Equal((12.50m, 1000L, 10L), (item.Row.Measures.Spend, item.Row.Measures.Impressions, item.Row.Measures.Clicks));
        var split = Assert.Single(item.Further);
        Assert.Equal((Breakdown.DeviceCountry, "mobile", "US"), (split.Breakdown, split.Value1, split.Value2));
        Assert.Equal(item.Row.Measures, split.Measures);
    }

    [Fact]
    public void Core_rows_of_two_devices_keep_different_segments()
    {
        var cores = Given.Understood(Google).Items.OfType<DeliveryItem>().Select(item => item.Row.Segment).ToList();

        Assert.Equal(["device=mobile; country=US", "device=desktop; country=US"], cores);
    }

    [Fact]
    public void Facebook_elements_give_core_country_and_placement_and_reach_without_impressions()
    {
        const string json = """
            [{"fb_campaign_id":"F1","client":"C101","date":"2024-01-05","clicks":7,"reach":900,"spend":3.25,"platform":"Instagram","geo":"CA"},
             {"fb_campaign_id":"F1","client":"C101","date":"2024-01-06","clicks":1,"reach":90,"spend":0.5,"platform":"Facebook","geo":"US"}]
            """;
        var reading = Given.Understood(Given.File(json, name: "whatever.txt"));
        var item = Assert.IsType<DeliveryItem>(reading.Items.First());

        Assert.Equal("seed_facebook_ads", reading.Family);
        Assert.Equal((900L, null, 3.25m), (item.Row.Measures.Reach, item.Row.Measures.Impressions, item.Row.Measures.Spend));
        Assert.Equal("C101", item.Row.Account.ClientCode);
        Assert.Equal([(Breakdown.Country, "CA"), (Breakdown.Placement, "instagram")],
            item.Further.Select(row => (row.Breakdown, row.Value1)));
        Assert.Equal(2, reading.Items.Count());
    }

    [Fact]
    public void Email_rates_become_counts_rounded_half_up()
    {
        var row = Engagement("""
            email_id,client_id,date,emails_sent,open_rate,click_rate,subject_line
            E1,C101,2024-01-05,250,0.25,0.018,"Hello, you"
            """);

        Assert.Equal((250L, 63L, 5L, "E1", "Hello, you"), (row.EmailsSent, row.Opens, row.Clicks, row.CampaignId, row.CampaignName));
    }

    [Fact]
    public void Rates_above_one_in_the_column_are_percents_all_along()
    {
        var reading = Given.Understood("""
            email_id,client_id,date,emails_sent,open_rate,click_rate,subject_line
            E1,C101,2024-01-05,1000,0.9,0.5,A
            E2,C101,2024-01-06,1000,21.4,2.5,B
            """);

        Assert.Equal([9L, 214L], reading.Items.Cast<EngagementItem>().Select(item => item.Row.Opens));
    }

    [Fact]
    public void Web_visits_become_bounces_and_seconds()
    {
        var row = Engagement("""
            client_id,date,pageviews,sessions,bounce_rate,avg_session_duration
            C101,2024-01-05,5000,1200,0.405,00:02:30
            """);

        Assert.Equal((5000L, 1200L, 486L, 180_000m), (row.Pageviews, row.WebSessions, row.Bounces, row.DurationSeconds));
        Assert.Equal(Platform.Web, row.Account.Platform);
    }

    [Fact]
    public void Clients_and_revenue_are_known_by_their_columns()
    {
        var client = Assert.IsType<ClientItem>(Assert.Single(Given.Understood("""
            client_id,name,industry,account_manager,signup_date
            C101,"Alpha, Inc.",Retail,Ann,2023-05-01
            """).Items)).Row;
        var revenue = Assert.IsType<RevenueItem>(Assert.Single(Given.Understood("""
            client_id,date,channel,attributed_revenue
            C101,2024-01-05,google_ads,1234.56
            """).Items)).Row;

        Assert.Equal(("C101", "Alpha, Inc.", new DateOnly(2023, 5, 1)), (client.ClientCode, client.Name, client.SignupDate));
        Assert.Equal(("C101", "google_ads", 1234.56m, "USD"), (revenue.ClientCode, revenue.ChannelReported, revenue.Amount, revenue.Currency));
    }

    [Fact]
    public void The_items_can_be_read_again_from_the_start()
    {
        var reading = Given.Understood(Google);

        Assert.Equal(reading.Items.Select(item => item.Line), reading.Items.Select(item => item.Line));
        Assert.Equal([2, 3], reading.Items.Select(item => item.Line));
    }

    static EngagementRow Engagement(string text) => Assert.IsType<EngagementItem>(Assert.Single(Given.Understood(text).Items)).Row;
}
