using Admetry.Connectors.Exports;
using Xunit;

namespace Admetry.Tests.Exports;

public sealed class MappingTests
{
    static readonly FileMapping Criteo = new()
    {
        Name = "criteo",
        Platform = "criteo",
        Account = "4711",
        Client = "C7",
        Currency = "EUR",
        Columns = new Dictionary<string, string>
        {
            ["day"] = "Datum", ["campaign_name"] = "Kampagne", ["spend"] = "Kosten", ["impressions"] = "Einblendungen", ["clicks"] = "Klicks",
        },
    };

    const string Text = "Datum;Kampagne;Kosten;Einblendungen;Klicks\n2020/9/10;A;1.234,50;10.000;5\n2020/9/11;B;0,99;200;1\n";

    [Fact]
    public void Columns_of_any_table_get_the_meaning_that_the_mapping_says()
    {
        var reading = Given.Understood(Text, With(Criteo));
        var row = Assert.IsType<DeliveryItem>(reading.Items.First()).Row;

        Assert.Equal(("mapping:criteo", Duplicates.Quarantine, false), (reading.Family, reading.Duplicates, reading.RowsAddUp));
        Assert.Equal(new AdAccount(Platform.Criteo, "4711", null, "C7", "EUR"), row.Account);
        Assert.Equal((new DateOnly(2020, 9, 10), "A", 1234.50m, 10_000L, 5L, Level.Campaign),
            (row.First, row.CampaignName, row.Measures.Spend, row.Measures.Impressions, row.Measures.Clicks, row.Level));
    }

    [Theory]
    [InlineData("micros", "1234500000", 1234.5)]
    [InlineData("cents", "123450", 1234.5)]
    [InlineData("thousand", "1.5", 1500)]
    public void Units_are_applied_exactly(string unit, string written, double expected)
    {
        var mapping = Criteo with { Units = new Dictionary<string, string> { ["spend"] = unit } };
        var row = Given.Delivery($"Datum,Kampagne,Kosten,Einblendungen,Klicks\n2024-01-01,A,{written},1,1\n", With(mapping))[0];

        Assert.Equal((decimal)expected, row.Measures.Spend);
    }

    [Theory]
    [InlineData("dmy", 2024, 2, 1)]
    [InlineData("mdy", 2024, 1, 2)]
    public void A_date_order_that_is_told_settles_what_the_file_cannot(string order, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), Given.Delivery(
            "Datum,Kampagne,Kosten,Einblendungen,Klicks\n01/02/2024,A,1,1,1\n", With(Criteo with { DateOrder = order }))[0].First);

    [Fact]
    public void A_notation_that_is_told_settles_what_the_file_cannot() => Assert.Equal(1234m, Given.Delivery(
        "Datum;Kampagne;Kosten;Einblendungen;Klicks\n2024-01-01;A;1.234;1;1\n", With(Criteo with { Numbers = "1.234,56" }))[0].Measures.Spend);

    [Fact]
    public void A_file_without_header_is_read_by_given_names_or_numbers()
    {
        var numbered = Criteo with
        {
            HasHeader = false,
            Columns = new Dictionary<string, string> { ["day"] = "1", ["spend"] = "3", ["campaign_name"] = "=All of it" },
        };
        var named = numbered with { HeaderNames = ["when", "x", "cost"], Columns = new Dictionary<string, string> { ["day"] = "when", ["spend"] = "cost" } };

        Assert.Equal(("All of it", 5m), Given.Delivery("2024-01-01,a,5\n2024-01-02,b,6\n", With(numbered)) is [var first, _]
            ? (first.CampaignName, first.Measures.Spend!.Value) : default);
        Assert.Equal([5m, 6m], Given.Delivery("2024-01-01,a,5\n2024-01-02,b,6\n", With(named)).Select(row => row.Measures.Spend));
    }

    [Fact]
    public void Missing_columns_are_refused_with_those_that_exist()
    {
        var refused = Given.Refused("Datum,Kosten\n2024-01-01,1\n", With(Criteo));

        Assert.Contains("Kampagne, Einblendungen, Klicks", refused.Reason);
        Assert.Contains("Datum, Kosten", refused.Remedy);
    }

    [Fact]
    public void Revenue_engagement_and_clients_are_targets_too()
    {
        var revenue = new FileMapping
        {
            Name = "shop",
            Target = "revenue",
            Duplicates = Duplicates.Sum,
            Columns = new Dictionary<string, string>
            {
                ["day"] = "date", ["amount"] = "total", ["order_id"] = "order", ["client"] = "=C1", ["is_new_customer"] = "new", ["currency"] = "cur",
            },
        };
        var order = Assert.IsType<RevenueItem>(Given.Understood("order,date,total,new,cur\nO-1,2024-01-01,99.90,yes,CHF\n", With(revenue)).Items.First()).Row;
        var sends = Assert.IsType<EngagementItem>(Given.Understood("d,n,o\n2024-01-01,64517.0,3.5%\n", With(new()
        {
            Name = "mail",
            Platform = "klaviyo",
            Target = "engagement",
            Columns = new Dictionary<string, string> { ["day"] = "d", ["emails_sent"] = "n", ["open_rate"] = "o" },
        })).Items.First()).Row;

        Assert.Equal(("O-1", 99.90m, "CHF", "C1", true), (order.OrderId, order.Amount, order.Currency, order.ClientCode, order.IsNewCustomer));
        Assert.Equal((64517L, 2258L, Platform.Klaviyo), (sends.EmailsSent, sends.Opens, sends.Account.Platform));
    }

    [Fact]
    public void Each_mistake_names_key_value_and_remedy()
    {
        var problems = MappingCheck.Problems(new()
        {
            Name = "x",
            Platform = "gogle",
            Target = "deliveries",
            Currency = "euro",
            DateOrder = "dym",
            Numbers = "lots",
            Columns = new Dictionary<string, string> { ["spent"] = "Cost", ["day"] = "" },
            Units = new Dictionary<string, string> { ["spend"] = "nanos" },
        });

        Assert.Equal(["platform", "target", "currency", "date_order", "numbers", "columns.spent", "columns.day", "units.spend"],
            problems.Select(problem => problem.Split(':')[0]));
        Assert.Contains("\"gogle\"", problems[0]);
        Assert.Contains("criteo", problems[0]);
        Assert.Empty(MappingCheck.Problems(Criteo));
    }

    [Fact]
    public void A_wrong_mapping_refuses_the_file() =>
        Assert.Contains("target", Given.Refused(Text, With(Criteo with { Target = "nothing" })).Reason);

    static ReadingHints With(FileMapping mapping) => new() { Mapping = mapping };

    [Theory]
    [InlineData("criteo-2024.csv", true)]
    [InlineData("CRITEO-x.CSV", true)]
    [InlineData("other.csv", false)]
    public void A_mapping_is_for_the_files_its_patterns_name(string name, bool expected) =>
        Assert.Equal(expected, (Criteo with { Files = ["criteo-*.csv"] }).IsFor(name));
}
