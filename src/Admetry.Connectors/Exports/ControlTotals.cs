using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Sums the accepted rows of a file and compares them with its totals rows.</summary>
sealed class ControlTotals(Layout layout)
{
    static readonly Field[] Measured =
    [
        Field.Spend, Field.Impressions, Field.Clicks, Field.LinkClicks, Field.Conversions, Field.ConversionValue, Field.Purchases,
        Field.PurchaseValue, Field.Leads, Field.AddToCart,
    ];

    sealed record Total(int Line, string Label, Field Field, decimal Expected, int Digits);

    readonly List<Total> totals = [];
    readonly decimal[] sums = new decimal[Measured.Length];
    long rows;

    public void Add(in Measures row)
    {
        rows++;
        sums[0] += row.Spend ?? 0;
        sums[1] += row.Impressions ?? 0;
        sums[2] += row.Clicks ?? 0;
        sums[3] += row.LinkClicks ?? 0;
        sums[4] += row.Conversions ?? 0;
        sums[5] += row.ConversionValue ?? 0;
        sums[6] += row.Purchases ?? 0;
        sums[7] += row.PurchaseValue ?? 0;
        sums[8] += row.Leads ?? 0;
        sums[9] += row.AddToCart ?? 0;
    }

    /// <summary>Keeps what a totals row says of the additive measures.</summary>
    public void Expect(int line, string label, TableReader table)
    {
        foreach (var column in layout.Columns)
        {
            if (column.Fixed is null && Array.IndexOf(Measured, column.Field) >= 0
                && NumberText.Parse(table.Cell(column.Index), column.Mark, out var value) is NumberKind.Number)
                totals.Add(new(line, label, column.Field, value * column.Factor, value.Scale));
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
