using Admetry.Synthetic.Acme;
using Xunit;

namespace Admetry.Tests.Synthetic;

/// <summary>ACME Corp looks like the ad-tech company it is a picture of, whatever its seed: what a million auctions come to.</summary>
public sealed class AcmeAcceptanceTests
{
    public static TheoryData<int> Seeds => [.. AcmeSample.Seeds];

    // Television is clicked a thousand times in all: chance alone moves it by three percent, so four standard deviations are let pass where they are wider.
    [Theory, MemberData(nameof(Seeds))]
    public void Formats_are_clicked_as_in_the_field_and_as_often_as_they_should_be(int seed)
    {
        foreach (var (format, least, most) in new[] { (AdFormat.Banner, .0005, .0020), (AdFormat.Native, .0015, .0060), (AdFormat.Video, .0015, .0060), (AdFormat.Ctv, 0, .0003) })
        {
            var sums = AcmeSample.Of(seed).Formats[(int)format];
            var room = Math.Max(.05, 4 / Math.Sqrt(sums.ClickMean));

            Assert.InRange(sums.Clicks / (sums.Rows * 1000.0), least, most);
            Assert.InRange(sums.Clicks / sums.ClickMean, 1 - room, 1 + room);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Formats_are_seen_and_abused_as_in_the_field(int seed)
    {
        foreach (var (format, leastSeen, mostSeen, leastInvalid, mostInvalid) in new[]
        {
            (AdFormat.Banner, .55, .75, .007, .02), (AdFormat.Native, .60, .80, .007, .02), (AdFormat.Video, .67, .93, .008, .02), (AdFormat.Ctv, .91, .95, .005, .03),
        })
        {
            var sums = AcmeSample.Of(seed).Formats[(int)format];

            Assert.InRange((double)sums.Viewable / sums.Measurable, leastSeen, mostSeen);
            Assert.InRange((double)sums.Invalid / sums.Rows, leastInvalid, mostInvalid);
            Assert.InRange((double)sums.Measurable / sums.Rows, .94, .98);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Videos_are_watched_to_the_end_as_often_as_their_curve_says(int seed)
    {
        var sample = AcmeSample.Of(seed);
        foreach (var (format, least, most) in new[] { (AdFormat.Video, .55, .80), (AdFormat.Ctv, .92, .98) })
        {
            var sums = sample.Formats[(int)format];
            var rate = (double)sums.Completed / sums.Started;

            Assert.InRange(rate, least, most);
            Assert.InRange(rate - AcmeVocabulary.Of(format).Quartiles[^1], -.02, .02);
        }

        Assert.Equal(0, sample.Formats[(int)AdFormat.Banner].Started);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Auctions_are_won_as_often_as_each_way_of_buying_wins(int seed)
    {
        foreach (var (auction, least, most) in new[] { (AuctionType.Open, .25, .45), (AuctionType.Pmp, .55, .75), (AuctionType.Direct, 1, 1) })
        {
            var (rows, won) = AcmeSample.Of(seed).Auctions[(int)auction];

            Assert.InRange((double)won / rows, least, most);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_fifth_of_the_publishers_carries_nearly_three_quarters(int seed)
    {
        var sample = AcmeSample.Of(seed);
        var sizes = sample.Publishers.Order().ToArray();
        var total = (double)sizes.Sum();

        Assert.InRange(sizes[^(sizes.Length / 5)..].Sum() / total, .70, .76);
        Assert.InRange(sizes.Select((size, i) => ((2 * (i + 1)) - sizes.Length - 1) * (double)size).Sum() / (sizes.Length * total), .60, .80);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Hours_of_the_day_follow_the_profile_of_the_device(int seed)
    {
        foreach (var device in Enum.GetValues<DeviceType>())
        {
            var profile = AcmeCalendar.Hours(device);
            var counts = Enumerable.Range(0, 24).Select(hour => AcmeSample.Of(seed).Hours[(int)device, hour]).ToList();
            var chi = counts.Select((count, hour) => (Count: count, Expected: counts.Sum() * profile[hour] / profile.Sum()))
                .Sum(pair => (pair.Count - pair.Expected) * (pair.Count - pair.Expected) / pair.Expected);

            Assert.InRange(chi, 0, 49.73); // p = .001 on 23 degrees of freedom
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Prices_are_lognormal_and_television_is_ten_times_as_dear_as_a_banner(int seed)
    {
        var sample = AcmeSample.Of(seed);
        var prices = sample.Formats.Select(format => format.Price / format.Rows).ToList();

        Assert.InRange(prices[(int)AdFormat.Ctv] / prices[(int)AdFormat.Banner], 7, 14);
        Assert.All(sample.Formats, format => Assert.InRange(format.Skew, -.5, .5));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Money_follows_the_plan_month_by_month(int seed)
    {
        var sample = AcmeSample.Of(seed);
        var (spent, planned) = (new double[60], new double[60]);
        for (var cell = 0; cell < sample.Media.Length; cell++)
            spent[MonthOf(sample.World.Plan.Day(cell))] += sample.Media[cell];
        for (var day = 0; day < AcmeParameters.DayCount; day++)
            planned[MonthOf(day)] += sample.World.Plan.Media[day];

        Assert.InRange(spent.Zip(planned).Average(month => Math.Abs((month.First / month.Second) - 1)), 0, .05);
        Assert.True(Correlation(spent, planned) >= .98);
        for (var year = 0; year < 5; year++)
            Assert.InRange(spent[((year * 12) + 9)..((year * 12) + 12)].Sum() / spent[(year * 12)..((year * 12) + 3)].Sum(), 1.35, 1.9);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void All_campaigns_together_spend_as_the_calendar_says(int seed)
    {
        var sample = AcmeSample.Of(seed);
        var (planned, demanded) = (new double[60], new double[60]);
        for (var day = 0; day < AcmeParameters.DayCount; day++)
        {
            planned[MonthOf(day)] += sample.World.Plan.Media[day];
            demanded[MonthOf(day)] += AcmeCalendar.Demand(AcmeParameters.First.AddDays(day));
        }

        Assert.True(Correlation(planned, demanded) > .97);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void January_is_a_third_to_a_half_cheaper_than_the_December_before(int seed)
    {
        var sample = AcmeSample.Of(seed);
        var prices = sample.OpenPrices.Select(month => Math.Exp(month.Sum / month.Count)).ToList();

        for (var january = 12; january < 60; january += 12)
            Assert.InRange(1 - (prices[january] / prices[january - 1]), .30, .50);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Conversions_come_within_the_days_that_people_take(int seed)
    {
        var sample = AcmeSample.Of(seed);
        var (day, week, all) = sample.Lags;

        Assert.InRange((double)day / all, .70, .76);
        Assert.InRange((double)week / all, .93, .96);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Fees_are_those_of_the_market_and_fall_year_by_year(int seed)
    {
        var sample = AcmeSample.Of(seed);
        var money = sample.Money.Values;

        Assert.InRange(1 - (money.Sum(year => year.Media) / money.Sum(year => year.Gross)), .15, .24);
        Assert.InRange(1 - (money.Sum(year => year.Payout) / money.Sum(year => year.Media)), .10, .18);

        // Large clients come and go, and their contracts with them: what all pay together moves by more than the drift. It shows within contracts.
        Assert.InRange(Drift(sample, year => year.Gross, year => year.Media), -.0065, -.0035);
        Assert.InRange(Drift(sample, year => year.Media, year => year.Payout), -.0055, -.0025);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Most_flights_deliver_what_was_booked_and_planted_ones_do_not(int seed)
    {
        var sample = AcmeSample.Of(seed);
        var entities = sample.World.Entities;
        var budgets = AcmeBudget.Solve(entities, sample.World.Plan, sample.Media);
        var spent = new long[entities.Campaigns.Count];
        for (var cell = 0; cell < sample.Media.Length; cell++)
            spent[sample.World.Plan.Campaign(cell) - 1] += sample.Media[cell];
        var ended = entities.Campaigns.Where(campaign => campaign.PausedOn is null && campaign.End <= AcmeParameters.Last)
            .Select(campaign => (campaign.Cause, Delivered: (double)(spent[campaign.Number - 1] * 0.000001m / budgets[campaign.Number - 1][^1].Total))).ToList();

        Assert.InRange((double)ended.Count(campaign => campaign.Delivered is >= .95 and <= 1) / ended.Count, .60, .75);
        Assert.All(ended, campaign => Assert.True(campaign.Delivered <= 1));
        Assert.All(ended.Where(campaign => campaign.Cause is not UnderDelivery.None), campaign => Assert.True(campaign.Delivered < .85));
        Assert.InRange((double)ended.Count(campaign => campaign.Cause is not UnderDelivery.None) / ended.Count, .04, .12);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Planted_slow_flights_are_behind_their_season_when_two_fifths_are_over(int seed)
    {
        var sample = AcmeSample.Of(seed);
        var entities = sample.World.Entities;
        var budgets = AcmeBudget.Solve(entities, sample.World.Plan, sample.Media);
        var spent = new double[entities.Campaigns.Count];
        for (var cell = 0; cell < sample.Media.Length; cell++)
            if (Elapsed(entities.Campaigns[sample.World.Plan.Campaign(cell) - 1], sample.World.Plan.Day(cell)) < .4)
                spent[sample.World.Plan.Campaign(cell) - 1] += sample.Media[cell] * 0.000001;
        var ended = entities.Campaigns.Where(campaign => campaign.PausedOn is null && campaign.End <= AcmeParameters.Last && campaign.BookedDays >= 30 && campaign.Move is null)
            .Select(campaign => (campaign.Cause, campaign.Curve, Index: spent[campaign.Number - 1] / ((double)budgets[campaign.Number - 1][^1].Total * Ideal(campaign)))).ToList();
        var slow = ended.Where(campaign => campaign.Cause is not UnderDelivery.None).ToList();
        var well = ended.Where(campaign => campaign.Cause is UnderDelivery.None && campaign.Curve is 1).ToList();

        Assert.True(slow.Count(campaign => campaign.Index < .95) >= .9 * slow.Count);
        Assert.True(well.Count(campaign => campaign.Index < .8) <= .1 * well.Count); // the smallest have a handful of rows
        Assert.True(ended.Where(campaign => campaign.Curve > 1).Average(campaign => campaign.Index) > 1.2);
    }

    static double Ideal(AcmeCampaign campaign)
    {
        var weights = Enumerable.Range(0, campaign.BookedDays).Select(day => AcmeCalendar.Demand(campaign.Start.AddDays(day))).ToList();
        return weights.Where((_, day) => (double)day / campaign.BookedDays < .4).Sum() / weights.Sum();
    }

    static double Elapsed(AcmeCampaign campaign, int day) =>
        (double)(AcmeParameters.First.AddDays(day).DayNumber - campaign.Start.DayNumber) / campaign.BookedDays;

    [Theory, MemberData(nameof(Seeds))]
    public void Planted_winners_among_creatives_can_be_told_from_chance(int seed)
    {
        var sample = AcmeSample.Of(seed);
        var found = sample.World.Entities.Tests.Select(test => (test.Factor, Z: Compare(sample, test))).ToList();

        Assert.Equal(12, found.Count);
        Assert.True(found.Count(pair => pair.Factor > 1 && pair.Z > 1.96) >= 3);
        Assert.Contains(found, pair => pair.Factor < 1 && pair.Z < -1.96);
        Assert.True(found.Count(pair => pair.Factor is 1 && Math.Abs(pair.Z) > 2.87) <= 1); // .05 over twelve
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Twenty_four_events_are_planted_away_from_Black_Friday(int seed)
    {
        var sample = AcmeSample.Of(seed);
        Assert.Equal(24, sample.World.Events.Count);
        Assert.Equal(8, sample.World.Events.Select(happens => happens.Kind).Distinct().Count());
        Assert.DoesNotContain(sample.World.Events, happens => happens.First <= AcmeCalendar.BlackFriday(happens.First.Year) && happens.Last >= AcmeCalendar.BlackFriday(happens.First.Year));
        Assert.Equal(24, sample.World.Events.Select(happens => happens.Campaign).Distinct().Count());
    }

    // A row stands for a mille, so the row is what varies.
    static double Compare(AcmeSample sample, CreativeTest test)
    {
        var creatives = sample.World.Entities.Campaigns[test.Campaign - 1].Creatives;
        var (a, b) = (sample.CreativeRows[creatives[0].Number], sample.CreativeRows[creatives[1].Number]);
        var (meanA, meanB) = ((double)a.Clicks / a.Rows, (double)b.Clicks / b.Rows);
        return (meanB - meanA) / Math.Sqrt((((a.Squares / a.Rows) - (meanA * meanA)) / a.Rows) + (((b.Squares / b.Rows) - (meanB * meanB)) / b.Rows));
    }

    /// <summary>By how much the fee changes in a year, within contracts: the slope about each contract’s own mean, weighted by money.</summary>
    static double Drift(
        AcmeSample sample, Func<(double Gross, double Media, double Payout), double> paid, Func<(double Gross, double Media, double Payout), double> passedOn)
    {
        var (both, square) = (0.0, 0.0);
        foreach (var contract in sample.Money.GroupBy(pair => (pair.Key.Advertiser, pair.Key.Auction)))
        {
            var years = contract.Select(pair => (Year: (double)pair.Key.Year, Weight: paid(pair.Value), Fee: 1 - (passedOn(pair.Value) / paid(pair.Value)))).ToList();
            var weight = years.Sum(year => year.Weight);
            var (mean, fee) = (years.Sum(year => year.Weight * year.Year) / weight, years.Sum(year => year.Weight * year.Fee) / weight);
            both += years.Sum(year => year.Weight * (year.Year - mean) * (year.Fee - fee));
            square += years.Sum(year => year.Weight * (year.Year - mean) * (year.Year - mean));
        }

        return both / square;
    }

    static double Correlation(double[] one, double[] other)
    {
        var (meanOne, meanOther) = (one.Average(), other.Average());
        return one.Zip(other).Sum(pair => (pair.First - meanOne) * (pair.Second - meanOther))
            / Math.Sqrt(one.Sum(value => (value - meanOne) * (value - meanOne)) * other.Sum(value => (value - meanOther) * (value - meanOther)));
    }

    static int MonthOf(int day)
    {
        var date = AcmeParameters.First.AddDays(day);
        return ((date.Year - 2020) * 12) + date.Month - 1;
    }
}
