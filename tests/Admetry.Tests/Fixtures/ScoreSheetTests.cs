using Xunit;

namespace Admetry.Tests.Fixtures;

public sealed class ScoreSheetTests
{
    static readonly ILookup<Row, string> Tests = new[] { (Row.Axe, "one"), (Row.Axe, "two"), (Row.Tokens, "three"), (Row.Mail, "four") }.ToLookup(test => test.Item1, test => test.Item2);

    static readonly ScoreRow Axe = ScoreRow.All.Single(row => row.Row is Row.Axe);

    [Fact]
    public void The_rows_are_twenty_and_worth_a_hundred()
    {
        Assert.Equal(Enum.GetValues<Row>(), ScoreRow.All.Select(row => row.Row));
        Assert.Equal(100, ScoreRow.All.Sum(row => row.Points));
    }

    [Fact]
    public void A_row_is_met_when_all_its_tests_ran_and_each_case_held()
    {
        var sheet = Of((Row.Axe, "two", true), (Row.Axe, "one", true), (Row.Axe, "one", true));

        Assert.Equal(ScoreVerdict.Met, sheet.VerdictOf(Axe));
        Assert.Equal(Axe.Points, sheet.Points);
        Assert.Contains("1  met           10/10", sheet.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("score 10 of 100: 0 not met, 90 not measured\n", sheet.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_case_that_fell_fells_its_row_even_where_another_test_did_not_run()
    {
        var sheet = Of((Row.Axe, "one", true), (Row.Axe, "one", false));

        Assert.Equal((ScoreVerdict.NotMet, 0), (sheet.VerdictOf(Axe), sheet.Points));
        Assert.Contains("(1 of 2 held; did not run: two)", sheet.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_that_did_not_run_leaves_its_row_unmeasured() =>
        Assert.Equal(ScoreVerdict.NotMeasured, Of((Row.Axe, "one", true)).VerdictOf(Axe));

    [Fact]
    public void A_row_with_an_open_part_is_not_measured_whatever_its_tests_say() =>
        Assert.Equal(ScoreVerdict.NotMeasured, Of((Row.Mail, "four", true)).VerdictOf(ScoreRow.All.Single(row => row.Row is Row.Mail)));

    [Fact]
    public void A_row_without_tests_is_not_measured() =>
        Assert.Equal(ScoreVerdict.NotMeasured, Of().VerdictOf(ScoreRow.All.Single(row => row.Row is Row.Paper)));

    [Fact]
    public void Every_row_without_an_open_part_has_a_test()
    {
        var tests = Scorecard.Tests();
        Assert.All(ScoreRow.All.Where(row => row.Open is null), row => Assert.NotEmpty(tests[row.Row]));
    }

    static ScoreSheet Of(params (Row Row, string Test, bool Held)[] cases) => new(Tests, [.. cases.Select(one => new ScoredCase(one.Row, one.Test, one.Held))]);
}
