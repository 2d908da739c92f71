using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Sums the accepted rows of a file and compares them with its totals rows.</summary>
sealed class ControlTotals(Layout layout)
{
    static readonly Field[] Delivered =
    [
        Field.Spend, Field.Impressions, Field.Clicks, Field.LinkClicks, Field.Conversions, Field.ConversionValue, Field.Purchases,
        Field.PurchaseValue, Field.Leads, Field.AddToCart,
    ];

    static readonly (Field Field, Func<EngagementRow, decimal?> Of)[] Engaged =
    [
        (Field.EmailsSent, row => row.EmailsSent), (Field.Delivered, row => row.Delivered), (Field.Opens, row => row.Opens),
        (Field.EmailClicks, row => row.Clicks), (Field.Unsubscribes, row => row.Unsubscribes),
        (Field.Pageviews, row => row.Pageviews),
        (Field.WebSessions, row => row.WebSessions), (Field.Engaged, row => row.Engaged),
    ];

    static readonly Field[] Measured = [.. Delivered, .. Engaged.Select(known => known.Field), Field.Amount];

    sealed record Total(int Line, string Label, Field Field, decimal Expected, int Digits);

    readonly List<Total> totals = [];
    readonly decimal[] sums = new decimal[Measured.Length];
    long rows;

    /// <summary>Adds what an accepted row counted; other items count nothing.</summary>
    public void Add(ReadItem item)
    {
        switch (item)
        {
            case DeliveryItem delivery: Add(delivery.Row.Measures); break;
            case EngagementItem engagement: Add(engagement.Row); break;
            case RevenueItem revenue: (rows, sums[^1]) = (rows + 1, sums[^1] + revenue.Row.Amount); break;
        }
    }

    /// <summary>The sums of the measures that have a column, by canonical name.</summary>
    public Dictionary<string, decimal> Sums() => Measured.Index().Where(measure => layout.Has(measure.Item))
        .ToDictionary(measure => measure.Item.Name(), measure => sums[measure.Index]);

    void Add(Measures row)
    {
        rows++;
        Add(0, row.Spend);
        Add(1, row.Impressions);
        Add(2, row.Clicks);
        Add(3, row.LinkClicks);
        Add(4, row.Conversions);
        Add(5, row.ConversionValue);
        Add(6, row.Purchases);
        Add(7, row.PurchaseValue);
        Add(8, row.Leads);
        Add(9, row.AddToCart);
    }

    // Most rows report few measures, and adding a decimal zero takes as long as adding any other.
    void Add(int place, decimal? value)
    {
        if (value is { } reported)
            sums[place] += reported;
    }

    void Add(EngagementRow row)
    {
        rows++;
        for (var i = 0; i < Engaged.Length; i++)
            sums[Delivered.Length + i] += Engaged[i].Of(row) ?? 0;
    }

    /// <summary>Keeps what a totals row says of the additive measures.</summary>
    public void Expect(int line, string label, TableReader table)
    {
        foreach (var column in layout.Columns)
        {
            if (column.Fixed is null && Array.IndexOf(Measured, column.Field) >= 0
                && NumberText.Parse(table.Cell(column.Index), column.Mark, out var value) is NumberKind.Number
                && NumberText.TryScale(value, column.Factor, out var expected))
                totals.Add(new(line, label, column.Field, expected, value.Scale));
        }
    }

    public IEnumerable<ControlTotalItem> Compare() => totals.Select(Compare);

    ControlTotalItem Compare(Total total)
    {
        var actual = sums[Array.IndexOf(Measured, total.Field)];
        var difference = Math.Abs(total.Expected - actual);
        var holds = difference < 0.01m;
        var coversAccount = Totals.CoversAccount(layout.Family, total.Label);
        var isBinding = layout.Family.BlankEntityIsTotal || Totals.CoversRows(layout.Family, total.Label);
        var rounding = (rows + 1) * 0.5m / (decimal)Math.Pow(10, Math.Max(2, total.Digits));
        return new(total.Line, total.Label, total.Field.Name(), total.Expected, actual, holds, isBinding, coversAccount && holds,
            !holds && difference <= rounding);
    }
}
