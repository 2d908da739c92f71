using Admetry.Synthetic.Acme;
using Xunit;

namespace Admetry.Tests.Synthetic;

/// <summary>What goes wrong in ACME Corp can be seen by simple means in what every campaign did day by day; holidays are not taken for it.</summary>
public sealed class AcmeAnomalyTests
{
    const int Around = 10;
    const double Quarter = Math.PI / 2;

    static readonly Dictionary<EventKind, Func<AcmeCell[], int, double, bool>> Detectors = new()
    {
        [EventKind.DuplicateLoad] = (days, day, _) => days[day].Bids >= 10 && days[day].Repeated >= .45 * days[day].Bids,
        [EventKind.TrackingOutage] = (days, day, _) => days[day] is { Clicks: 0, Wins: >= 12 } && days[day].Wins * Rate(days, day, cell => cell.Clicks, cell => cell.Wins) > 12,
        [EventKind.SpendSpike] = (days, day, company) => days[day].Bids >= 30 && days[day].Repeated < .1 * days[day].Bids && days[day].Bids > 2.6 * company * Median(days, day, cell => cell.Bids),
        [EventKind.PriceShock] = (days, day, _) => days[day].Wins >= 8 && Price(days[day]) > 1.75 * Median(days, day, Price),
        [EventKind.BotBurst] = (days, day, _) => days[day].Invalid >= 3 && days[day].Invalid > .14 * days[day].Wins && days[day].Wins >= 12,
        [EventKind.CurrencySlip] = (days, day, _) => days[day].Purchases >= 1 && Usual(days) is { } usual && days[day].Value / days[day].Purchases > 20 * usual,
        [EventKind.PixelBreak] = (days, day, _) => Window(days, day, 4) is { Count: 4 } four && four.All(cell => cell.Conversions == 0)
            && four.Sum(cell => cell.Clicks) * Rate(days, day, cell => cell.Conversions, cell => cell.Clicks) > 10,
        [EventKind.TimezoneShift] = (days, day, _) => Window(days, day, 3) is { Count: 3 } three && three.Sum(cell => cell.Bids) >= 100 && Math.Abs(Turned(three, days)) > Quarter * .8,
    };

    public static TheoryData<int> Seeds => [.. AcmeSample.Seeds];

    [Theory, MemberData(nameof(Seeds))]
    public void Most_of_what_was_planted_is_found_and_little_else(int seed)
    {
        var sample = AcmeSample.Of(seed);
        var alarms = Alarms(sample).ToList();
        var found = sample.World.Events.Where(happens => alarms.Any(alarm => Fits(alarm, happens))).ToList();
        var true_ = alarms.Count(alarm => sample.World.Events.Any(happens => Fits(alarm, happens)));

        Assert.True(found.Count >= .85 * sample.World.Events.Count, $"missed: {string.Join("; ", sample.World.Events.Except(found))}");
        Assert.True(true_ >= .8 * alarms.Count, $"false: {string.Join("; ", alarms.Where(alarm => !sample.World.Events.Any(happens => Fits(alarm, happens))))}");
    }

    [Theory, MemberData(nameof(Seeds))]
    public void No_alarm_is_raised_on_Black_Friday(int seed)
    {
        var fridays = Enumerable.Range(2020, 5).Select(AcmeCalendar.BlackFriday).ToHashSet();

        Assert.DoesNotContain(Alarms(AcmeSample.Of(seed)), alarm => alarm.Kind is EventKind.SpendSpike or EventKind.PriceShock or EventKind.DuplicateLoad && fridays.Contains(alarm.Day));
        Assert.DoesNotContain(AcmeSample.Of(seed).World.Events, happens => fridays.Any(friday => happens.First <= friday && happens.Last >= friday));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Three_of_each_of_eight_kinds_are_planted_no_campaign_twice(int seed)
    {
        var events = AcmeSample.Of(seed).World.Events;

        Assert.All(Enum.GetValues<EventKind>(), kind => Assert.Equal(3, events.Count(happens => happens.Kind == kind)));
        Assert.Equal(24, events.Select(happens => happens.Campaign).Distinct().Count());
    }

    static IEnumerable<(EventKind Kind, int Campaign, DateOnly Day)> Alarms(AcmeSample sample)
    {
        var company = Company(sample);
        return
            from detector in Detectors
            from campaign in sample.World.Entities.Campaigns
            let days = sample.Cells.Days[campaign.Number - 1]
            where days.Length >= 30
            from day in Enumerable.Range(0, days.Length)
            where detector.Value(days, day, company[campaign.Start.DayNumber - AcmeParameters.First.DayNumber + day])
            select (detector.Key, campaign.Number, campaign.Start.AddDays(day));
    }

    /// <summary>What all campaigns together bid on a day beside the days around it: where that is much, it is a holiday.</summary>
    static double[] Company(AcmeSample sample)
    {
        var bids = Enumerable.Range(0, AcmeParameters.DayCount).Select(_ => new AcmeCell()).ToArray();
        foreach (var campaign in sample.World.Entities.Campaigns)
            foreach (var (day, cell) in sample.Cells.Days[campaign.Number - 1].Index())
                bids[campaign.Start.DayNumber - AcmeParameters.First.DayNumber + day].Bids += cell.Bids;
        return [.. bids.Select((cell, day) => Math.Max(1, cell.Bids / Median(bids, day, other => other.Bids)))];
    }

    // A detector that looks at three days may be a day early or late.
    static bool Fits((EventKind Kind, int Campaign, DateOnly Day) alarm, PlantedEvent happens) =>
        alarm.Kind == happens.Kind && alarm.Campaign == happens.Campaign && alarm.Day >= happens.First.AddDays(-1) && alarm.Day <= happens.Last.AddDays(1);

    static double Price(AcmeCell cell) => cell.Wins == 0 ? 0 : cell.Media / cell.Wins;

    /// <summary>What an order of the campaign is usually worth: the middle of its days; null where there are too few.</summary>
    static double? Usual(AcmeCell[] days)
    {
        var values = days.Where(cell => cell.Purchases > 0).Select(cell => cell.Value / cell.Purchases).Order().ToList();
        return values.Count < 5 ? null : values[values.Count / 2];
    }

    static List<AcmeCell> Window(AcmeCell[] days, int day, int length) => day + length > days.Length ? [] : [.. days[day..(day + length)]];

    static double Rate(AcmeCell[] days, int day, Func<AcmeCell, double> events, Func<AcmeCell, double> chances)
    {
        var others = days.Where((_, other) => Math.Abs(other - day) is > 5 and <= 5 + (2 * Around)).ToList();
        return others.Sum(chances) is > 0 and var all ? others.Sum(events) / all : 0;
    }

    static double Median(AcmeCell[] days, int day, Func<AcmeCell, double> value)
    {
        var others = days.Where((_, other) => other != day && Math.Abs(other - day) <= Around).Select(value).Where(one => one > 0).Order().ToList();
        return others is [] ? double.MaxValue : others[others.Count / 2];
    }

    /// <summary>By how much the hours of these days lie ahead of all the campaign's hours, as an angle of the day's circle.</summary>
    static double Turned(List<AcmeCell> some, AcmeCell[] all)
    {
        var turn = Angle(some) - Angle(all);
        return Math.Abs(turn) > Math.PI ? turn - (Math.Sign(turn) * 2 * Math.PI) : turn;
    }

    static double Angle(IEnumerable<AcmeCell> days)
    {
        var (sine, cosine) = (0.0, 0.0);
        foreach (var cell in days)
            for (var hour = 0; hour < 24; hour++)
                (sine, cosine) = (sine + (cell.Hours[hour] * Math.Sin(hour * Math.PI / 12)), cosine + (cell.Hours[hour] * Math.Cos(hour * Math.PI / 12)));
        return Math.Atan2(sine, cosine);
    }
}
