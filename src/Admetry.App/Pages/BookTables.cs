using Admetry.App.Components;
using Admetry.App.Reports;
using Admetry.Finance;

namespace Admetry.App.Pages;

/// <summary>The tables of the finance page.</summary>
static class BookTables
{
    const int Most = 12;

    public static (IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) Parties(FinanceSide side, string who, string? currency)
    {
        var shown = side.Parties.Where(party => party.Buckets.Open != 0).ToList();
        var longest = shown.Select(party => party.Buckets.Open).DefaultIfEmpty().Max();
        List<TableRow> rows = [.. shown.Take(Most).Select(party => Line(party.Party.Name, party.Buckets, longest))];
        if (shown.Count > Most)
            rows.Add(Line($"Other ({shown.Count - Most})", shown.Skip(Most).Select(party => party.Buckets).Aggregate(Sum), null, isTotal: true));
        rows.Add(Line("Total", side.Buckets, null, isTotal: true));
        return ([new(who), new("Open", true), new("Not due", true), new("1–30", true), new("31–60", true), new("61–90", true), new("91+", true)], rows);

        TableRow Line(string name, AgeingBuckets buckets, decimal? most, bool isTotal = false) => new(
        [
            new(name), new(FinanceCharts.Money(buckets.Open, currency), most is > 0 ? (double)(buckets.Open / most.Value) : null),
            .. FinanceCharts.Values(buckets).Select(value => new TableCell(value == 0 ? NumberFormat.Nothing : FinanceCharts.Money(value, currency))),
        ], isTotal);
    }

    public static (IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) Quarters(IReadOnlyList<QuarterLine> quarters, string? currency)
    {
        string Share(double? share) => share is { } value ? NumberFormat.Percent(value) : NumberFormat.Nothing;
        string Change(double? change) => change is { } value ? NumberFormat.Relative(value) : NumberFormat.Nothing;
        string Amount(decimal? amount) => amount is { } value ? FinanceCharts.Money(value, currency) : NumberFormat.Nothing;
        DeltaTone Tone(double? change) => change switch { > 0.005 => DeltaTone.Good, < -0.005 => DeltaTone.Bad, _ => DeltaTone.Neutral };
        return (
            [new("Quarter"), new("Gross billed", true), new("QoQ", true), new("YoY", true), new("Net revenue", true), new("Margin", true), new("Buy side", true), new("Sell side", true), new("Advertisers", true), new("Gross each", true)],
            [.. quarters.Reverse().Select(line => new TableRow(
            [
                new(line.Quarter, Note: line.PublishedGross is { } published ? $"restated; published {Amount(published)}" : null), new(Amount(line.GrossBilled)),
                new(Change(line.GrossOnQuarter), Tone: Tone(line.GrossOnQuarter)), new(Change(line.GrossOnYear), Tone: Tone(line.GrossOnYear)), new(Amount(line.NetRevenue)),
                new(Share(line.Margin)), new(Share(line.BuySideTakeRate)), new(Share(line.SellSideTakeRate)), new(line.ActiveAdvertisers.ToString(System.Globalization.CultureInfo.InvariantCulture)), new(Amount(line.GrossPerAdvertiser)),
            ]))]);
    }

    public static (IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) Findings(IReadOnlyList<FindingLine> findings, string? currency) => (
        [new("Who"), new("What"), new("Amount", true), new("Evidence")],
        [.. findings.Select(line => new TableRow([new(line.Party.Name), new(Word(line.Finding.Kind)), new(FinanceCharts.Money(line.Finding.Amount, currency)), new(line.Finding.Evidence)]))]);

    static string Word(FinanceErrorKind kind) => kind switch
    {
        FinanceErrorKind.DuplicatedPayment => "Paid twice",
        FinanceErrorKind.ShortPay => "Paid too little",
        FinanceErrorKind.InsolventClient => "Stopped paying",
        _ => "Line off by cents",
    };

    static AgeingBuckets Sum(AgeingBuckets one, AgeingBuckets other) => new(
        one.Current + other.Current, one.Days1To30 + other.Days1To30, one.Days31To60 + other.Days31To60, one.Days61To90 + other.Days61To90, one.Days91AndMore + other.Days91AndMore);
}
