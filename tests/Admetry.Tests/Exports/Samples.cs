namespace Admetry.Tests.Exports;

/// <summary>Small files that imitate what platforms give, written by hand.</summary>
static class Samples
{
    public const string Microsoft = """
        "Report Name: Campaigns"
        "Report Time: 3/1/2024,3/31/2024"
        "Time Zone: (GMT-08:00) Pacific Time (US & Canada); Tijuana"
        "Last Completed Available Day: 4/1/2024 5:00:00 AM (GMT)"
        "Potential Incomplete Data: false"
        "Rows: 2"

        "Gregorian date","Account name","Account number","Campaign name","Campaign ID","Device type","Impressions","Clicks","CTR","Average CPC","Spend","Conversions","Revenue","Currency code"
        "3/14/2024","Shop","X000123","Brand","900","Computer","1,200","30","2.50%","0.41","12.30","2","80.00","USD"
        "3/15/2024","Shop","X000123","Brand","900","Smartphone","800","10","1.25%","0.50","5.00","1","20.50","USD"

        "©2024 Microsoft Corporation. All rights reserved. "
        """;

    public const string MicrosoftPlain = """
        TimePeriod,AccountName,CampaignName,AdGroupName,Keyword,DeliveredMatchType,Impressions,Clicks,Spend,ConversionsQualified,Revenue
        2024-03-14,Shop,Brand,Exact,red shoes,Exact,100,5,2.50,1.50,30.00
        2024-03-14,Shop,Brand,Exact,blue shoes,Phrase,200,7,3.25,0.00,0.00
        """;

    public const string LinkedIn =
        "Campaign Performance Report (in UTC)\n\"Report Start: April 1, 2024, 12:00 AM\"\n\"Report End: April 30, 2024, 11:59 PM\"\n\"Date Generated: May 2, 2024, 9:00 AM\"\n\n"
        + "Start Date (in UTC)\tAccount Name\tCurrency\tCampaign Group Name\tCampaign Group ID\tCampaign Name\tCampaign ID\tTotal Spent\tImpressions\tClicks\tAverage CTR\tConversions\tLeads\n"
        + "4/13/2024\tACME\tEUR\tSpring\t600\tProspects\t1320\t10.50\t1000\t12\t1.2%\t2\t1\n"
        + "4/14/2024\tACME\tEUR\tSpring\t600\tProspects\t1320\t20.25\t3000\t20\t0.67%\t1\t0\n"
        + "Total\t\t\t\t\t\t\t30.75\t4000\t32\t0.8%\t3\t1\n";

    public const string TikTok = """
        Campaign name,Ad group name,Ad name,By Day,Cost,CPC (destination),CPM,Impressions,Clicks (destination),CTR (destination),Conversions,Currency
        Launch,Broad,Clip A,2024-03-01,10.00,0.50,5.00,2000,20,1.00%,2,USD
        Launch,Broad,Clip B,2024-03-01,15.50,0.31,7.75,2000,50,2.50%,3,USD
        Total of 2 results,-,-,-,25.50,0.36,6.38,4000,70,1.75%,5,-
        """;

    public const string X = """
        Time period;Account name;Campaign name;Campaign ID;Funding source name;Ad Group name;Currency;Impressions;Spend;Link clicks;Clicks;Results;Results type;Cost per result
        2024-03-01;acme;Launch;abc12;Card;Group 1;EUR;1.234;12,50;10;15;10;Link clicks;1,25
        2024-03-02;acme;Launch;abc12;Card;Group 1;EUR;2.000;7,25;5;9;5;Link clicks;1,45
        """;

    public const string Pinterest = """
        Date,Campaign name,Campaign ID,Ad group name,Ad group ID,Spend in account currency,Paid impressions,Impressions,Pin clicks,Outbound clicks,CTR
        2024-03-01,Home,62,Lamps,77,8.10,900,1200,12,4,1.33%
        2024-03-02,Home,62,Lamps,77,9.00,1000,1300,15,6,1.50%
        """;

    public const string Snapchat = """
        Date,Campaign Name,Ad Squad Name,Amount Spent (USD),Paid Impressions,Swipe Ups,Paid eCPM,Purchases,Purchases Value
        2024-03-01,Teens,Lens,4.40,800,16,5.50,1,19.99
        2024-03-02,Teens,Lens,5.60,900,18,6.22,0,0
        """;

    public const string Amazon = """
        Date,Portfolio name,Currency,Campaign Name,Ad Group Name,Targeting,Match Type,Customer Search Term,Impressions,Clicks,Click-Thru Rate (CTR),Cost Per Click (CPC),Spend,7 Day Total Sales ,Total Advertising Cost of Sales (ACOS) ,7 Day Total Orders (#),7 Day Total Units (#)
        "Mar 01, 2024",No Portfolio,USD,Bottles,Auto,close-match,-,water bottle,100,4,4.0000%,$0.50,$2.00,$19.98,10.01%,2,2
        "Mar 01, 2024",No Portfolio,USD,Bottles,Auto,close-match,-,steel bottle,50,1,2.0000%,$0.75,$0.75,$0.00,,0,0
        """;

    public const string Apple = """
        Date,Campaign Name,Campaign ID,Ad Group Name,Ad Group ID,Keyword,Match Type,Spend,Avg CPT,Impressions,Taps,Installs (Total),TTR
        2024-03-01,Tap Away,973,Cats,976,cat game,EXACT,3.20,0.40,100,8,5,8.00%
        2024-03-01,Tap Away,973,Cats,976,dog game,BROAD,1.10,0.55,40,2,1,5.00%
        """;

    public const string Criteo = """
        Day;Advertiser;Campaign;Displays;Clicks;AdvertiserCost;SalesPc30d;RevenueGeneratedPc30d;CTR
        2020/9/10;Shop;Lower funnel;10000;50;25,75;3;150,00;0,5%
        2020/9/11;Shop;Lower funnel;12000;60;30,25;4;200,50;0,5%
        """;

    public const string Reddit = """
        Date,Campaign Name,Ad Group Name,Ad Name,Amount Spent (USD),Impressions,Clicks,eCPM (USD),CPC (USD),CTR
        2024-03-01,Launch,Gamers,Post 1,3.00,600,9,5.00,0.33,1.50%
        2024-03-02,Launch,Gamers,Post 1,4.50,900,10,5.00,0.45,1.11%
        """;

    public const string Analytics4 = """
        # ----------------------------------------
        # Traffic acquisition
        # Account: ACME
        # Property: ACME - GA4
        # ----------------------------------------
        #
        # All Users
        # Start date: 20240301
        # End date: 20240302
        Nth day,Sessions
        0000,30
        0001,50

        # All Users
        # Start date: 20240301
        # End date: 20240302
        Date,Session default channel group,Sessions,Engaged sessions,Views,Event count,Total revenue
        20240301,Organic Search,20,15,60,200,0
        20240301,Direct,10,5,15,80,12.50
        20240302,Direct,50,30,90,400,0
        ,,80,50,165,680,12.50,Grand total
        """;

    public const string Universal = """
        # ----------------------------------------
        # All Web Site Data
        # Channels
        # 20170526-20170526
        # ----------------------------------------

        Default Channel Grouping,Users,New Users,Sessions,Bounce Rate,Pages / Session,Avg. Session Duration
        Organic Search,"1,000",800,"1,200",50.00%,2.50,00:01:40
        Direct,300,200,400,25.00%,3.00,00:02:00
        ,"1,300","1,000","1,600",43.75%,2.63,00:01:45

        Day Index,Users
        5/26/17,"1,300"
        ,"1,300"
        """;

    public const string SearchConsole = "Date,Clicks,Impressions,CTR,Position\n2024-03-01,12,300,4%,8.1\n2024-03-02,15,310,4.84%,7.9\n";

    public const string SearchQueries = "Top queries,Clicks,Impressions,CTR,Position\nred shoes,12,300,4%,8.1\nblue shoes,15,310,4.84%,7.9\n";

    public const string Klaviyo = """
        Campaign Name,Tags,Subject,List,Send Time,Send Weekday,Total Recipients,Unique Placed Order,Placed Order Rate,Revenue,Unique Opens,Open Rate,Total Opens,Unique Clicks,Click Rate,Total Clicks,Unsubscribes,Spam Complaints,Spam Complaints Rate,Successful Deliveries,Bounces,Bounce Rate,Campaign ID,Campaign Channel
        "Spring 🌷","sale","Hello
        spring, today",Newsletter,2024-03-05 10:00:00,Tuesday,64517.0,12.0,0.02%,1200.50,20000.0,31.0%,30000.0,900.0,1.4%,1000.0,30.0,2.0,0.003%,64400.0,117.0,0.18%,01HABC,email
        """;

    public const string Mailchimp = """
        Title,Subject,List,Send Date,Send Weekday,Total Recipients,Successful Deliveries,Soft Bounces,Hard Bounces,Total Bounces,Times Forwarded,Forwarded Opens,Unique Opens,Open Rate,Total Opens,Unique Clicks,Click Rate,Total Clicks,Unsubscribes,Abuse Complaints,Times Liked on Facebook,Folder Id,Unique Id,Total Orders,Total Gross Sales,Total Revenue
        March news,Hi,Readers,"Mar 15, 2024 09:30 am",Friday,1000,980,12,8,20,1,1,400,40.82%,600,50,5.10%,70,3,1,0,,c2b4c1c0d9,0,0,0
        """;

    public const string Shopify = """
        Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount,Id,Source
        #1001,a@example.com,paid,2024-03-01 23:30:00 -0500,fulfilled,USD,90.00,5.00,5.00,100.00,2024-03-01 23:30:00 -0500,1,Lamp,60.00,0.00,5001,web
        #1001,a@example.com,,,,,,,,,2024-03-01 23:30:00 -0500,2,Bulb,15.00,,,
        #1002,b@example.com,partially_refunded,2024-03-02 08:00:00 -0500,fulfilled,USD,50.00,0.00,0.00,50.00,2024-03-02 08:00:00 -0500,1,Shade,50.00,20.00,5002,pos
        #1003,c@example.com,pending,,unfulfilled,USD,70.00,0.00,0.00,70.00,2024-03-02 09:00:00 -0500,1,Lamp,70.00,0.00,5003,web
        """;

    public const string Stripe = """
        id,Description,Seller Message,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount,Converted Currency,Fee,Status,Customer ID
        ch_1,Order,Payment complete.,2024-03-01 23:30,20.00,0.00,eur,21.60,usd,0.90,Paid,cus_1
        ch_2,Order,Payment complete.,2024-03-02 10:00,30.50,10.50,eur,32.94,usd,1.10,Refunded,cus_2
        ch_3,Order,The bank declined.,2024-03-02 11:00,99.00,0.00,eur,106.92,usd,0.00,Failed,cus_3
        """;

    public const string StripeCharges = """
        {"object":"list","has_more":false,"data":[
          {"id":"ch_1","amount":2000,"amount_refunded":0,"currency":"eur","created":1709335800,"paid":true,"status":"succeeded","balance_transaction":"txn_1"},
          {"id":"ch_2","amount":500,"amount_refunded":0,"currency":"jpy","created":1709373600,"paid":true,"status":"succeeded","balance_transaction":"txn_2"},
          {"id":"ch_3","amount":900,"amount_refunded":0,"currency":"eur","created":1709373700,"paid":false,"status":"failed","balance_transaction":null}]}
        """;
}
