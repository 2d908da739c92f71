using Admetry.Attribution;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Admetry.Tests.Attribution;

/// <summary>Channel revenue is split over the rows that may have earned it, and conserved to the cent.</summary>
public sealed class RevenueSplitTests
{
    static readonly DateOnly Day = new(2024, 3, 1);

    static readonly Arbitrary<(ChannelRevenue[] Revenue, CreditedRow[] Rows)> Cases = (
        from revenue in RevenueRow().ArrayOf()
        from rows in Row().ArrayOf()
        select (revenue, rows)).ToArbitrary();

    [Fact]
    public void Shares_sum_to_the_revenue_to_the_cent() => Prop.ForAll(Cases, given =>
        RevenueSplit.Split(given.Revenue, given.Rows).Sum(share => share.Amount) == given.Revenue.Sum(item => item.Amount)).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_share_stays_with_its_client_day_and_platform() => Prop.ForAll(Cases, given =>
        RevenueSplit.Split(given.Revenue, given.Rows).All(share => share.Row is not { } row
            || (row.Client == share.Client && row.Day == share.Day && row.Platform == RevenueSplit.PlatformOf(share.Channel)?.Code))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_input_does_not_matter() => Prop.ForAll(Cases, given =>
        RevenueSplit.Split(given.Revenue, given.Rows).SequenceEqual(
            RevenueSplit.Split(given.Revenue.Reverse(), given.Rows.Reverse()))).QuickCheckThrowOnFailure();

    [Fact]
    public void No_share_of_a_positive_revenue_is_negative() => Prop.ForAll(Cases, given =>
        RevenueSplit.Split(given.Revenue.Where(item => item.Amount >= 0), given.Rows).All(share => share.Amount >= 0)).QuickCheckThrowOnFailure();

    [Fact]
    public void Clicks_decide_and_interactions_where_nobody_clicked()
    {
        var clicked = RevenueSplit.Split([Of("google_ads", 100)], [Row("google_ads", "G1", 3, 3), Row("google_ads", "G2", 1, 90)]);
        var sent = RevenueSplit.Split([Of("email", 10)], [Row("email", "E1", 0, 300), Row("email", "E2", 0, 100)]);

        Assert.Equal([75m, 25m], clicked.Select(share => share.Amount));
        Assert.Equal([7.5m, 2.5m], sent.Select(share => share.Amount));
    }

    [Fact]
    public void Revenue_without_a_row_to_credit_stays_unattributed()
    {
        CreditedRow[] rows = [Row("meta_ads", "F1", 0, 0), Row("google_ads", "G1", 5, 5)];

        var shares = RevenueSplit.Split([Of("facebook", 10), Of("organic", 5), Of("billboard", 2)], rows);

        Assert.Equal([(null, 2m), (null, 10m), (null, 5m)], shares.Select(share => (share.Row, share.Amount)));
    }

    [Theory]
    [InlineData("google_ads", "google_ads")]
    [InlineData("facebook", "meta_ads")]
    [InlineData("Email", "email")]
    [InlineData("organic", "web")]
    [InlineData("tiktok_ads", "tiktok_ads")]
    [InlineData("billboard", null)]
    public void A_channel_is_credited_to_its_platform(string channel, string? platform) =>
        Assert.Equal(platform, RevenueSplit.PlatformOf(channel)?.Code);

    static ChannelRevenue Of(string channel, decimal amount) => new("C101", Day, channel, amount);

    static CreditedRow Row(string platform, string campaign, long clicks, long interactions) =>
        new("C101", Day, platform, campaign, clicks, interactions);

    static Gen<ChannelRevenue> RevenueRow() =>
        from client in Gen.Elements("C101", "C102")
        from day in Gen.Choose(0, 2)
        from channel in Gen.Elements("google_ads", "facebook", "email", "organic", "other_channel")
        from cents in Gen.Choose(-5_000, 1_000_000)
        select new ChannelRevenue(client, Day.AddDays(day), channel, cents / 100m);

    static Gen<CreditedRow> Row() =>
        from client in Gen.Elements("C101", "C102")
        from day in Gen.Choose(0, 2)
        from platform in Gen.Elements("google_ads", "meta_ads", "email", "web")
        from campaign in Gen.Elements("A", "B", "C")
        from clicks in Gen.Choose(0, 5)
        from sent in Gen.Choose(0, 9)
        select new CreditedRow(client, Day.AddDays(day), platform, campaign, clicks, clicks + sent);
}
