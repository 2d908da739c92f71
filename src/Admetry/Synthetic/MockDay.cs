using Admetry.Statistics;
using static Admetry.Synthetic.MockMarketing;

namespace Admetry.Synthetic;

/// <summary>One day of one client in the raw files.</summary>
sealed class MockDay
{
    static readonly double[] WeekdayVolume = [0.93, 0.97, 1.03, 1.05, 1.05, 1.02, 0.95];
    static readonly (string Name, double Share, double Ctr)[] Devices = [("mobile", 0.58, 1.1), ("desktop", 0.33, 0.9),
        ("tablet", 0.09, 0.8)];
    static readonly (string Name, double Share)[] Countries = [("US", 0.6), ("CA", 0.25), ("GB", 0.15)];
    static readonly string[] Subjects = ["New this week", "Last chance, 20% off", "Your guide to spring",
        "We saved your basket", "Members first: early access"];

    readonly MockClient client;
    readonly DateOnly day;
    readonly CounterRandom random;
    readonly double volume;
    readonly List<string> google = [];
    readonly List<string> facebook = [];
    readonly List<string> email = [];
    decimal googleCost;
    decimal facebookSpend;
    int emailsSent;
    int sessions;
    int drawn;

    MockDay(int seed, MockClient client, DateOnly day)
    {
        (this.client, this.day, random) = (client, day, new CounterRandom(seed));
        volume = client.Size * WeekdayVolume[(int)day.DayOfWeek];
    }

    public IReadOnlyList<string> Google => google;

    public IReadOnlyList<string> Facebook => facebook;

    public IReadOnlyList<string> Email => email;

    public string Web { get; private set; } = "";

    public IReadOnlyList<string> Revenue { get; private set; } = [];

    public static MockDay Create(int seed, MockClient client, DateOnly day)
    {
        var made = new MockDay(seed, client, day);
        made.AddGoogle();
        made.AddFacebook();
        made.AddEmail();
        made.AddWeb();
        made.AddRevenue();
        return made;
    }

    void AddGoogle()
    {
        for (var campaign = 1; campaign <= client.GoogleCampaigns; campaign++)
        {
            var (base_, price) = (Draw(900, 5200), Draw(0.7, 3.4));
            foreach (var device in Devices)
            {
                foreach (var country in Countries.Take(1 + (campaign % 3)))
                {
                    var impressions = (int)(base_ * volume * device.Share * country.Share * Draw(0.8, 1.2)) + 20;
                    var clicks = (int)Math.Round(impressions * Math.Clamp(Draw(0.018, 0.05) * device.Ctr, 0.01, 0.06));
                    var cost = Money(clicks * price * Draw(0.9, 1.1));
                    googleCost += cost;
                    google.Add(Line($"G{client.Number}-{campaign},{client.Code},{day:yyyy-MM-dd},{clicks},{impressions},{cost:0.00},{device.Name},{country.Name}"));
                }
            }
        }
    }

    void AddFacebook()
    {
        for (var campaign = 1; campaign <= client.FacebookCampaigns; campaign++)
        {
            var (people, price) = (Draw(700, 3800), Draw(0.4, 1.9));
            foreach (var placed in new[] { "Facebook", "Instagram" })
            {
                foreach (var country in Countries.Take(1 + (campaign % 2)))
                {
                    var reach = (int)(people * volume * country.Share * Draw(0.8, 1.2)) + 20;
                    var clicks = (int)Math.Round(reach * Draw(0.01, 0.035));
                    var spend = Money(clicks * price * Draw(0.9, 1.1));
                    facebookSpend += spend;
                    facebook.Add(Line($$"""{"fb_campaign_id": "F{{client.Number}}-{{campaign}}", "client": "{{client.Code}}", "date": "{{day:yyyy-MM-dd}}", "clicks": {{clicks}}, "reach": {{reach}}, "spend": {{spend:0.00}}, "platform": "{{placed}}", "geo": "{{country.Name}}"}"""));
                }
            }
        }
    }

    void AddEmail()
    {
        if (day.DayOfWeek is not (DayOfWeek.Tuesday or DayOfWeek.Thursday))
            return;

        emailsSent = (int)(Draw(900, 2600) * client.Size);
        var subject = random.Pick(Subjects, Place, ++drawn);
        var cell = subject.Contains(',', StringComparison.Ordinal) ? $"\"{subject}\"" : subject;
        email.Add(Line($"E{client.Number}-{day:yyyyMMdd},{client.Code},{day:yyyy-MM-dd},{emailsSent},{Draw(0.17, 0.36):0.0000},{Draw(0.01, 0.05):0.0000},{cell}"));
    }

    void AddWeb()
    {
        sessions = (int)(Draw(250, 900) * volume) + 10;
        var pageviews = (int)(sessions * Draw(1.8, 4.2));
        var seconds = (int)Draw(45, 260);
        Web = Line($"{client.Code},{day:yyyy-MM-dd},{pageviews},{sessions},{Draw(0.35, 0.65):0.0000},{TimeSpan.FromSeconds(seconds):hh\\:mm\\:ss}");
    }

    // People buy for days after an e-mail, so a day may have e-mail revenue and no e-mail: it stays without a row to credit.
    void AddRevenue() => Revenue =
    [
        RevenueOf("google_ads", (double)googleCost * Draw(2.2, 4.8)),
        RevenueOf("facebook", (double)facebookSpend * Draw(1.6, 3.9)),
        RevenueOf("email", emailsSent > 0 ? emailsSent * Draw(0.05, 0.25) : client.Size * Draw(4, 40)),
        RevenueOf("organic", sessions * Draw(0.2, 0.9)),
    ];

    string RevenueOf(string channel, double amount) => Line($"{client.Code},{day:yyyy-MM-dd},{channel},{Money(amount):0.00}");

    // A place of its own for each client and day, so that lines do not depend on what else a run holds.
    long Place => ((long)client.Number * 100_000) + day.DayNumber % 100_000;

    double Draw(double low, double high) => random.Between(low, high, Place, ++drawn);

    static decimal Money(double amount) => Math.Round((decimal)amount, 2, MidpointRounding.ToEven);
}
