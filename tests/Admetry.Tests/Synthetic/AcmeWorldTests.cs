using Admetry.Synthetic.Acme;
using Xunit;

namespace Admetry.Tests.Synthetic;

public sealed class AcmeWorldTests
{
    static readonly AcmeParameters Parameters = new(5, 30_000, 1_000);

    [Fact]
    public void Rows_do_not_depend_on_how_they_are_cut_into_batches()
    {
        var world = AcmeWorld.Create(Parameters);
        var (whole, part) = (new AuctionBatch(9_000), new AuctionBatch(100));
        world.Fill(whole, 12_000, 9_000);
        world.Fill(part, 17_777, 100);

        for (var i = 0; i < part.Count; i++)
        {
            var j = i + 5_777;
            Assert.Equal(
                (whole.Campaign[j], whole.Creative[j], whole.At[j], whole.Bid[j], whole.Win[j], whole.Gross[j], whole.Payout[j], whole.Flags[j], whole.User[j]),
                (part.Campaign[i], part.Creative[i], part.At[i], part.Bid[i], part.Win[i], part.Gross[i], part.Payout[i], part.Flags[i], part.User[i]));
        }

        Assert.Equal(Clicks(whole).Where(click => click.Row is >= 5_777 and < 5_877).Select(click => click with { Row = click.Row - 5_777 }), Clicks(part));
    }

    [Fact]
    public void Planted_events_can_be_seen_in_the_days_they_are_planted_on()
    {
        var world = AcmeWorld.Create(new(42, 1_000_000, 1_000));
        foreach (var happens in world.Events)
        {
            var (during, before) = (Days(world, happens.Campaign, happens.First, happens.Last), Days(world, happens.Campaign, happens.First.AddDays(-14), happens.First.AddDays(-1)));
            var (isSeen, what) = happens.Kind switch
            {
                EventKind.TrackingOutage => (during.Clicks == 0 && before.Clicks > 0, "clicks"),
                EventKind.SpendSpike => (during.Rows / during.Days > 2 * before.Rows / before.Days, "rows"),
                EventKind.PriceShock => (during.Price / during.Won > 1.6 * before.Price / before.Won, "price"),
                EventKind.BotBurst => (during.Invalid / during.Won > .12 && before.Invalid / before.Won < .08, "invalid traffic"),
                _ => (during.Conversions == 0 && before.Conversions > 0, "conversions"),
            };
            Assert.True(isSeen, $"{happens}: its {what} do not show it");
        }
    }

    [Fact]
    public void The_same_parameters_give_the_same_company_and_another_seed_another()
    {
        var (one, same, other) = (AcmeWorld.Create(Parameters), AcmeWorld.Create(Parameters), AcmeWorld.Create(Parameters with { Seed = 6 }));

        Assert.Equal(one.Entities.Advertisers, same.Entities.Advertisers);
        Assert.Equal(one.Entities.Publishers, same.Entities.Publishers);
        Assert.Equal(one.Entities.Campaigns.SelectMany(campaign => campaign.Creatives), same.Entities.Campaigns.SelectMany(campaign => campaign.Creatives));
        Assert.NotEqual(one.Entities.Advertisers.Select(advertiser => advertiser.Name), other.Entities.Advertisers.Select(advertiser => advertiser.Name));
    }

    [Theory, InlineData(1), InlineData(777), InlineData(10_000), InlineData(100_000), InlineData(250_000)]
    public void The_plan_has_exactly_the_rows_asked_for(long rows)
    {
        var plan = AcmeWorld.Create(Parameters with { Rows = rows }).Plan;

        Assert.Equal(rows, plan.Rows);
        Assert.Equal(rows, Enumerable.Range(0, plan.Cells).Sum(cell => plan.Start(cell + 1) - plan.Start(cell)));
        foreach (var row in new[] { 0, rows / 2, rows - 1 })
            Assert.InRange(row, plan.Start(plan.CellOf(row)), plan.Start(plan.CellOf(row) + 1) - 1);
    }

    [Fact]
    public void Flights_lie_within_the_life_of_their_advertiser_and_lines_within_their_campaign()
    {
        var entities = AcmeWorld.Create(Parameters).Entities;

        Assert.All(entities.Campaigns, campaign => Assert.True(campaign.Start >= campaign.Advertiser.Joined && campaign.Start <= campaign.LastDelivery));
        Assert.All(entities.Campaigns.Where(campaign => campaign.Advertiser.Left < AcmeParameters.Last), campaign => Assert.True(campaign.End <= campaign.Advertiser.Left));
        Assert.All(entities.Campaigns, campaign => Assert.Equal(1, campaign.Lines.Sum(line => line.Share), 9));
        Assert.All(entities.Campaigns, campaign => Assert.InRange(campaign.Creatives.Count, 2, 6));
        Assert.Equal(entities.Campaigns.Sum(campaign => campaign.Lines.Count), entities.Campaigns.SelectMany(campaign => campaign.Lines).Max(line => line.Number));
    }

    [Fact]
    public void A_payload_is_read_back_as_it_was_written_and_strangers_are_refused()
    {
        Assert.Equal(Parameters, AcmeParameters.Parse(Parameters.ToJson()));
        Assert.Throws<FormatException>(() => AcmeParameters.Parse("{}"));
        Assert.Throws<FormatException>(() => AcmeParameters.Parse("[1"));
        Assert.Throws<FormatException>(() => AcmeParameters.Parse(Parameters.ToJson().Replace("\"version\":2", "\"version\":99", StringComparison.Ordinal)));
        Assert.NotNull((Parameters with { Rows = 0 }).Problem);
        Assert.Throws<ArgumentException>(() => AcmeWorld.Create(Parameters with { Weight = 0 }));
    }

    [Fact]
    public void Fees_are_differences_so_that_nothing_is_lost()
    {
        var (gross, payout) = (AcmeFees.Gross(80_000_000, 200_000), AcmeFees.Payout(80_000_000, 150_000));

        Assert.Equal((100_000_000, 20_000_000, 12_000_000, 68_000_000), (gross, gross - 80_000_000, 80_000_000 - payout, payout));
        Assert.Equal(101, AcmeFees.Gross(79, 220_000)); // 101.28…
        Assert.Equal(67, AcmeFees.Payout(79, 150_000)); // 67.15
    }

    static (double Days, double Rows, double Won, double Price, double Invalid, long Clicks, long Conversions) Days(AcmeWorld world, int campaign, DateOnly first, DateOnly last)
    {
        var sums = (Days: 0.0, Rows: 0.0, Won: 0.0, Price: 0.0, Invalid: 0.0, Clicks: 0L, Conversions: 0L);
        var batch = new AuctionBatch(20_000);
        for (var cell = 0; cell < world.Plan.Cells; cell++)
        {
            var day = AcmeParameters.First.AddDays(world.Plan.Day(cell));
            if (world.Plan.Campaign(cell) != campaign || day < first || day > last)
                continue;

            var (start, end) = (world.Plan.Start(cell), world.Plan.Start(cell + 1));
            world.Fill(batch, start, (int)(end - start));
            var won = Enumerable.Range(0, batch.Count).Where(i => batch.Win[i] != AuctionBatch.None).ToList();
            sums = (
                sums.Days + 1, sums.Rows + batch.Count, sums.Won + won.Count, sums.Price + won.Sum(i => (double)batch.Win[i]),
                sums.Invalid + won.Count(i => (batch.Flags[i] & AuctionBatch.Sivt) != 0), sums.Clicks + batch.Clicks.Count, sums.Conversions + batch.Conversions.Count);
        }

        return sums;
    }

    static IEnumerable<(int Row, int Number, long At, long Cost, byte Stage)> Clicks(AuctionBatch batch) =>
        Enumerable.Range(0, batch.Clicks.Count).Select(i => (batch.Clicks.Row[i], batch.Clicks.Number[i], batch.Clicks.At[i], batch.Clicks.Cost[i], batch.Clicks.Stage[i]));
}
