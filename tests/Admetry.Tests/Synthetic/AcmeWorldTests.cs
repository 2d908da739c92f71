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
    public void A_day_that_is_loaded_twice_has_every_row_twice_under_ids_of_its_own()
    {
        var world = AcmeWorld.Create(new(42, 1_000_000, 1_000));
        foreach (var happens in world.Events.Where(one => one.Kind is EventKind.DuplicateLoad))
        {
            var cell = Enumerable.Range(0, world.Plan.Cells).Single(place => world.Plan.Campaign(place) == happens.Campaign && AcmeParameters.First.AddDays(world.Plan.Day(place)) == happens.First);
            var (start, count) = (world.Plan.Start(cell), (int)(world.Plan.Start(cell + 1) - world.Plan.Start(cell)));
            var (whole, part) = (new AuctionBatch(count), new AuctionBatch(3));
            world.Fill(whole, start, count);
            var half = (count + 1) / 2;
            for (var i = 0; i + half < count; i++)
                Assert.Equal((whole.At[i], whole.User[i], whole.Bid[i], whole.Win[i], whole.Gross[i]), (whole.At[i + half], whole.User[i + half], whole.Bid[i + half], whole.Win[i + half], whole.Gross[i + half]));
            Assert.True(count > 10);

            world.Fill(part, start + half, 3);
            Assert.Equal(whole.At[half..(half + 3)], part.At);
        }
    }

    [Fact]
    public void A_budget_that_moves_stands_as_two_and_none_is_overspent_on_any_day()
    {
        var sample = AcmeSample.Of(42);
        var (entities, plan) = (sample.World.Entities, sample.World.Plan);
        var budgets = AcmeBudget.Solve(entities, plan, sample.Media);
        var spent = new decimal[entities.Campaigns.Count];
        for (var cell = 0; cell < plan.Cells; cell++)
        {
            var (campaign, day) = (plan.Campaign(cell) - 1, AcmeParameters.First.AddDays(plan.Day(cell)));
            var budget = budgets[campaign].Last(one => one.From <= day || one == budgets[campaign][0]);
            spent[campaign] += sample.Media[cell] * 0.000001m;

            Assert.True(spent[campaign] <= budget.Total, $"campaign {campaign + 1} on {day}");
            Assert.True(sample.Media[cell] * 0.000001m <= 1.2m * budget.Daily, $"campaign {campaign + 1} on {day}");
        }

        var moved = entities.Campaigns.Where(campaign => campaign.Move is { } move && move.From <= campaign.LastDelivery).ToList();
        Assert.InRange(moved.Count, 20, 60);
        Assert.All(moved, campaign => Assert.Equal(campaign.Move!.Factor > 1, budgets[campaign.Number - 1][1].Total > budgets[campaign.Number - 1][0].Total));
        Assert.All(entities.Campaigns.Except(moved), campaign => Assert.Single(budgets[campaign.Number - 1]));
        Assert.Contains(moved, campaign => campaign.Move!.Factor < 1);
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

    static IEnumerable<(int Row, int Number, long At, long Cost, byte Stage)> Clicks(AuctionBatch batch) =>
        Enumerable.Range(0, batch.Clicks.Count).Select(i => (batch.Clicks.Row[i], batch.Clicks.Number[i], batch.Clicks.At[i], batch.Clicks.Cost[i], batch.Clicks.Stage[i]));
}
