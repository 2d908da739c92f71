using Admetry.Metrics;
using Xunit;

namespace Admetry.Tests.Metrics;

public sealed class UserMetricTests
{
    static Metric Built(UserMetric metric, params UserMetric[] others) => Catalogue.BuiltIn.With([metric, .. others]).Find(metric.Name)!;

    static string[] Faults(params UserMetric[] metrics) =>
        [.. Assert.Throws<UserMetricException>(() => Catalogue.BuiltIn.With(metrics)).Faults.Select(fault => $"{fault.Metric}: {fault.Reason}")];

    [Fact]
    public void A_ratio_divides_what_it_names()
    {
        var metric = Built(new() { Name = "cost_per_open", Unit = Unit.Money, Better = Better.Lower, Numerator = "spend", Denominator = "opens", Scale = 1000 });

        Assert.Equal(
            ("Cost per open", "1000 × spend ÷ opens", "1000 × spend ÷ opens.", "This workspace", ValueKind.Number),
            (metric.Title, metric.Formula, metric.Definition, metric.Source, metric.Holds));
    }

    [Fact]
    public void A_difference_takes_away_what_it_names()
    {
        var metric = Built(new() { Name = "profit", Title = "Profit", Definition = "What is left.", Unit = Unit.Money, Minuend = "client_revenue", Less = ["spend", "third_party_cost"] });

        Assert.Equal(
            ("Profit", "What is left.", "client_revenue − spend − third_party_cost"), (metric.Title, metric.Definition, metric.Formula));
    }

    [Fact]
    public void A_sum_weighs_each_part_for_its_clients()
    {
        var metric = Built(new() { Name = "deal_value", Unit = Unit.Money, Sum = [new("purchases", 49.5m, ["C1", "C2"]), new("leads", 5), new("purchase_value")] });

        Assert.Equal("49.5 × purchases of C1, C2 + 5 × leads + purchase_value", metric.Formula);
        Assert.Equal(ValueKind.Exact, metric.Holds);
    }

    [Fact]
    public void Fractions_of_counts_are_no_longer_counts()
    {
        Assert.Equal(ValueKind.Exact, Built(new() { Name = "half_clicks", Sum = [new("clicks", 0.5m)] }).Holds);
        Assert.Equal(ValueKind.Count, Built(new() { Name = "double_clicks", Sum = [new("clicks", 2)] }).Holds);
    }

    [Fact]
    public void Clients_of_the_metric_are_those_of_its_parts()
    {
        var ratio = Built(new() { Name = "our_ctr", Unit = Unit.Share, Numerator = "clicks", Denominator = "impressions", Clients = ["C1"] });
        var less = Built(new() { Name = "our_profit", Unit = Unit.Money, Minuend = "client_revenue", Less = ["spend"], Clients = ["C1"] });
        var sum = Built(new() { Name = "our_clicks", Sum = [new("clicks"), new("opens", 1, ["C2"])], Clients = ["C1"] });

        Assert.Equal(["C1"], Assert.Single(Assert.IsType<Weighted>(Assert.IsType<Ratio>(ratio).Numerator).Terms).Clients);
        Assert.All(less.Parts, part => Assert.Equal(["C1"], Assert.Single(Assert.IsType<Weighted>(part).Terms).Clients));
        Assert.Equal([["C1"], ["C2"]], Assert.IsType<Weighted>(sum).Terms.Select(term => term.Clients));
    }

    [Fact]
    public void Metrics_build_on_each_other_in_any_order()
    {
        var catalogue = Catalogue.BuiltIn.With(
        [
            new() { Name = "deal_roas", Unit = Unit.Multiple, Numerator = "deal_value", Denominator = "spend" },
            new() { Name = "deal_value", Unit = Unit.Money, Sum = [new("purchases", 50)] },
        ]);

        Assert.Equal(["deal_roas", "deal_value"], catalogue.All.TakeLast(2).Select(metric => metric.Name));
        Assert.Same(catalogue.Find("deal_value"), ((Ratio)catalogue.Find("deal_roas")!).Numerator);
    }

    [Fact]
    public void A_circle_is_shown_as_it_goes_round() => Assert.Contains(
        "a: it goes round in a circle: a → b → a.",
        Faults(new() { Name = "a", Sum = [new("b")] }, new() { Name = "b", Minuend = "a", Less = ["clicks"] }));

    [Fact]
    public void Names_that_are_taken_or_no_names_are_refused() => Assert.Equal(
        [
            "spend: the name is taken by Spend.", "date: the name is taken by a dimension.", "twice: the name is used twice.",
            ": a name is lower case letters, digits and _, and begins with a letter.",
            "Big: a name is lower case letters, digits and _, and begins with a letter.",
        ],
        Faults(
            new() { Name = "spend", Sum = [new("clicks")] }, new() { Name = "date", Sum = [new("clicks")] }, new() { Name = "twice", Sum = [new("clicks")] },
            new() { Name = "twice", Sum = [new("opens")] }, new() { Name = "", Sum = [new("clicks")] }, new() { Name = "Big", Sum = [new("clicks")] }));

    [Fact]
    public void Unknown_parts_are_named_with_what_may_have_been_meant() => Assert.Equal(
        [
            "a: there is no metric spned; did you mean spend?", "a: there is no metric xyzzyplugh", "b: there is no metric xyzzyplugh",
            "c: there is no metric xyzzyplugh",
        ],
        Faults(
            new() { Name = "a", Unit = Unit.Money, Numerator = "spned", Denominator = "xyzzyplugh" }, new() { Name = "b", Minuend = "clicks", Less = ["xyzzyplugh"] },
            new() { Name = "c", Sum = [new("xyzzyplugh")] }));

    [Fact]
    public void A_metric_has_exactly_one_form()
    {
        const string Reason = "give numerator and denominator, or minuend and less, or sum.";
        Assert.Equal(
            [$"a: {Reason}", $"b: {Reason}", $"c: {Reason}", $"d: {Reason}"],
            Faults(
                new() { Name = "a" }, new() { Name = "b", Numerator = "clicks" },
                new() { Name = "c", Numerator = "clicks", Denominator = "opens", Sum = [new("clicks")] }, new() { Name = "d", Minuend = "clicks" }));
    }

    [Fact]
    public void What_cannot_be_added_is_refused() => Assert.Equal(
        [
            "a: only totals and their sums are added: ratios, reach and running totals are not.",
            "b: only totals and their sums are added: ratios, reach and running totals are not.",
            "c: a sum of money is money: set the unit to money.", "d: money less a count is nothing: take money from money.",
            "e: a scale of 0 is no scale: use 1, 100 or 1000.",
        ],
        Faults(
            new() { Name = "a", Sum = [new("ctr")] }, new() { Name = "b", Minuend = "reach", Less = ["clicks"] }, new() { Name = "c", Sum = [new("spend")] },
            new() { Name = "d", Unit = Unit.Money, Minuend = "spend", Less = ["clicks"] },
            new() { Name = "e", Numerator = "clicks", Denominator = "opens", Scale = 0 }));

    [Fact]
    public void The_fault_reads_as_a_sentence() => Assert.Equal(
        "spend: the name is taken by Spend.",
        Assert.Throws<UserMetricException>(() => Catalogue.BuiltIn.With([new() { Name = "spend", Sum = [new("clicks")] }])).Message);
}
