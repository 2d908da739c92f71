using System.Globalization;

namespace Admetry.Synthetic;

/// <summary>Six raw files of an imaginary agency, run after run: what a pipeline of marketing data receives.</summary>
/// <remarks>
/// A run is two weeks of every client; the first has six clients, and each later run wins one more. Weekends are
/// quieter, several rows of one campaign and day differ in device and country, and revenue has a channel but no
/// campaign. Money is in US dollars.
/// </remarks>
public static class MockMarketing
{
    /// <summary>Days of one run.</summary>
    public const int Days = 14;

    /// <summary>Clients of the first run.</summary>
    public const int FirstClients = 6;

    const string ClientsHeader = "client_id,name,industry,account_manager,signup_date";

    /// <summary>
    /// What run number <paramref name="run"/>, counted from 0, adds to each file. The same arguments give the same
    /// lines.
    /// </summary>
    /// <param name="firstDay">Of this run, not of the first.</param>
    public static IReadOnlyList<MockFile> Generate(int seed, int run, DateOnly firstDay)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(run);
        var clients = Enumerable.Range(0, FirstClients + run).Select(index => MockClient.Create(seed, index)).ToList();
        var days =
            from day in Enumerable.Range(0, Days)
            from client in clients
            select MockDay.Create(seed, client, firstDay.AddDays(day));
        var all = days.ToList();
        return
        [
            new("clients.csv", ClientsHeader,
                [.. clients.Skip(run is 0 ? 0 : clients.Count - 1).Select(client => client.Line)]),
            new("google_ads.csv", "campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo",
                [.. all.SelectMany(day => day.Google)]),
            new("facebook_ads.json", "", [.. all.SelectMany(day => day.Facebook)]),
            new("email_campaigns.csv", "email_id,client_id,date,emails_sent,open_rate,click_rate,subject_line",
                [.. all.SelectMany(day => day.Email)]),
            new("web_traffic.csv", "client_id,date,pageviews,sessions,bounce_rate,avg_session_duration",
                [.. all.Select(day => day.Web)]),
            new("revenue.csv", "client_id,date,channel,attributed_revenue", [.. all.SelectMany(day => day.Revenue)]),
        ];
    }

    /// <summary>How many runs a file's last day speaks of.</summary>
    /// <param name="firstDay">Of the first run.</param>
    public static int Runs(DateOnly firstDay, DateOnly lastDay) => ((lastDay.DayNumber - firstDay.DayNumber) / Days) + 1;

    internal static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
