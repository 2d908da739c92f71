using Admetry.Statistics;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Admetry.Tests.Statistics;

/// <summary>Splitting loses nothing and makes nothing.</summary>
public sealed class ApportionmentTests
{
    static readonly Arbitrary<(decimal Whole, long[] Weights)> Cases = (
        from cents in Gen.Choose(-1_000_000, 1_000_000)
        from digits in Gen.Choose(2, 6)
        from weights in Gen.Frequency((8, Gen.Choose(0, 50)), (1, Gen.Choose(0, int.MaxValue))).Select(weight => (long)weight).ArrayOf()
        where weights.Any(weight => weight > 0)
        select (new decimal(Math.Abs(cents), 0, 0, cents < 0, (byte)digits), weights)).ToArbitrary();

    [Fact]
    public void The_parts_sum_to_the_whole_to_its_last_digit() => Prop.ForAll(Cases, given =>
        Apportionment.Split(given.Whole, given.Weights).Sum() == given.Whole).QuickCheckThrowOnFailure();

    [Fact]
    public void No_part_has_the_other_sign_and_no_weight_means_no_part() => Prop.ForAll(Cases, given =>
        Apportionment.Split(given.Whole, given.Weights).Zip(given.Weights)
            .All(pair => Math.Sign(pair.First) * Math.Sign(given.Whole) >= 0 && (pair.Second > 0 || pair.First == 0))).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_part_is_less_than_one_unit_from_its_quota() => Prop.ForAll(Cases, given =>
    {
        var unit = new decimal(1, 0, 0, false, (byte)Math.Max(2, (int)(given.Whole / 1.0000000000000000000000000000m).Scale));
        var total = given.Weights.Sum(weight => (decimal)weight);
        return Apportionment.Split(given.Whole, given.Weights).Zip(given.Weights)
            .All(pair => Math.Abs(pair.First - (given.Whole * pair.Second / total)) < unit);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_weights_changes_only_the_order_of_the_parts() => Prop.ForAll(Cases, given =>
        Apportionment.Split(given.Whole, given.Weights).Order()
            .SequenceEqual(Apportionment.Split(given.Whole, [.. given.Weights.Reverse()]).Order())).QuickCheckThrowOnFailure();

    [Fact]
    public void A_cent_that_does_not_divide_goes_to_the_largest_remainder()
    {
        Assert.Equal([33.34m, 33.33m, 33.33m], Apportionment.Split(100m, [1, 1, 1]));
        Assert.Equal([0.00m, 0.01m, 0.01m], Apportionment.Split(0.02m, [1, 3, 2]));
        Assert.Equal([3.33m, 6.67m], Apportionment.Split(10.000000m, [1, 2]));
        Assert.Equal([-0.03m, -0.07m], Apportionment.Split(-0.10m, [1, 2]));
    }

    [Fact]
    public void Weights_that_cannot_split_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Apportionment.Split(1, []));
        Assert.Throws<ArgumentException>(() => Apportionment.Split(1, [0, 0]));
        Assert.Throws<ArgumentException>(() => Apportionment.Split(1, [2, -1]));
    }
}
