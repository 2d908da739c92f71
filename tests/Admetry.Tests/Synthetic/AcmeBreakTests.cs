using Admetry.Synthetic.Acme;
using Xunit;

namespace Admetry.Tests.Synthetic;

/// <summary>Where levels break in ACME Corp shows as a level before and one after, with intervals that hold the truth.</summary>
public sealed class AcmeBreakTests
{
    public static TheoryData<int> Seeds => [.. AcmeSample.Seeds];

    /// <summary>April beside February tells what the pandemic took; the other four years tell what is season, and how much such a ratio moves by chance.</summary>
    [Theory, MemberData(nameof(Seeds))]
    public void The_pandemic_took_a_third_of_April(int seed)
    {
        var sample = AcmeSample.Of(seed);
        var months = new double[5, 13];
        for (var cell = 0; cell < sample.Media.Length; cell++)
        {
            var day = AcmeParameters.First.AddDays(sample.World.Plan.Day(cell));
            months[day.Year - 2020, day.Month] += sample.Media[cell];
        }

        var logs = Enumerable.Range(0, 5).Select(year => Math.Log(months[year, 4] / months[year, 2])).ToList();
        var (mean, spread) = MeanAndSpread([.. logs.Skip(1)]);
        var truth = StructuralBreak.All.Single(one => one.Kind is "pandemic");

        // 29 days of February in 2020 beside 28, or 29 in 2024: within a percent.
        Assert.InRange(logs[0] - mean, Math.Log(truth.After) - Math.Max(.12, 2.5 * spread), Math.Log(truth.After) + Math.Max(.12, 2.5 * spread));
        Assert.True(logs[0] < mean - .2, "the dip does not stand out");
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Winners_of_open_auctions_paid_less_than_they_bid_in_the_first_year_only(int seed)
    {
        var (first, later) = (AcmeSample.Of(seed).OpenWins[0], AcmeSample.Of(seed).OpenWins[1..]);
        var share = (double)first.Cheaper / first.Wins;

        // Where the second price plus a cent reaches the bid there is nothing to see: up to a tenth of them.
        Assert.InRange(share, (AcmeCalendar.SecondPriceShare * .88) - Error(first.Wins), AcmeCalendar.SecondPriceShare + Error(first.Wins));
        Assert.All(later, year => Assert.Equal(0, year.Cheaper));

        static double Error(long wins) => 3 * Math.Sqrt(AcmeCalendar.SecondPriceShare * (1 - AcmeCalendar.SecondPriceShare) / wins);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Opens_jump_on_the_day_that_mail_programs_began_to_prefetch_and_clicks_do_not(int seed)
    {
        var world = AcmeWorld.Create(new(seed, 20_000, 1_000));
        var weeks = world.Entities.Advertisers.SelectMany(new NewsletterDraw(world).Of).GroupBy(sent => sent.Day).OrderBy(week => week.Key)
            .Select(week => (Day: week.Key, Opens: (double)week.Sum(sent => sent.Opens) / week.Sum(sent => sent.Delivered), Clicks: (double)week.Sum(sent => sent.Clicks) / week.Sum(sent => sent.Delivered))).ToList();

        var split = Enumerable.Range(10, weeks.Count - 20).MaxBy(place => Distance([.. weeks.Select(week => week.Opens)], place));
        var (before, after) = (MeanAndError([.. weeks.Take(split).Select(week => week.Opens)]), MeanAndError([.. weeks.Skip(split).Select(week => week.Opens)]));
        var clicks = (MeanAndError([.. weeks.Take(split).Select(week => week.Clicks)]), MeanAndError([.. weeks.Skip(split).Select(week => week.Clicks)]));

        Assert.Equal(new DateOnly(2021, 9, 21), weeks[split].Day); // the first Tuesday from the 20th on
        Assert.InRange(NewsletterDraw.OpenRate, before.Mean - (4 * before.Error), before.Mean + (4 * before.Error));
        Assert.InRange(NewsletterDraw.PrefetchedOpenRate, after.Mean - (4 * after.Error), after.Mean + (4 * after.Error));
        Assert.True(Math.Abs(clicks.Item1.Mean - clicks.Item2.Mean) < 4 * Math.Sqrt((clicks.Item1.Error * clicks.Item1.Error) + (clicks.Item2.Error * clicks.Item2.Error)));
    }

    static double Distance(double[] values, int place) => Math.Abs(values[..place].Average() - values[place..].Average()) * Math.Sqrt((double)place * (values.Length - place) / values.Length);

    static (double Mean, double Error) MeanAndError(double[] values) => MeanAndSpread(values) is var (mean, spread) ? (mean, spread / Math.Sqrt(values.Length)) : default;

    static (double Mean, double Spread) MeanAndSpread(double[] values)
    {
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1)));
    }
}
