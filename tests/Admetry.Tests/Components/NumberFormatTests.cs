using System.Globalization;
using Admetry.App.Components;
using Admetry.Metrics;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Components;

public sealed class NumberFormatTests
{
    /// <summary>Spaces here are ordinary, minus signs hyphens; what is shown has U+00A0 and U+2212.</summary>
    [Theory]
    [InlineData("0", Unit.Count, "0", "0"), InlineData("7200", Unit.Count, "7,200", "7,200"), InlineData("9999", Unit.Count, "9,999", "9,999")]
    [InlineData("10000", Unit.Count, "10,000", "10.0K"), InlineData("368812", Unit.Count, "368,812", "368.8K")]
    [InlineData("999949", Unit.Count, "999,949", "999.9K"), InlineData("999950", Unit.Count, "999,950", "1.00M")]
    [InlineData("12345678", Unit.Count, "12,345,678", "12.35M"), InlineData("123456789", Unit.Count, "123,456,789", "123.5M")]
    [InlineData("9007199254740993", Unit.Count, "9,007,199,254,740,993", "9,007.2T")]
    [InlineData("1.5", Unit.Quantity, "1.5", "1.5"), InlineData("1234.567", Unit.Quantity, "1,234.57", "1,234.6")]
    [InlineData("368812.4", Unit.Money, "$368,812.40", "$368.8K"), InlineData("9999.6", Unit.Money, "$9,999.60", "$10.0K")]
    [InlineData("6.385", Unit.Money, "$6.39", "$6.39"), InlineData("0.0934", Unit.Money, "$0.0934", "$0.0934"), InlineData("0", Unit.Money, "$0.00", "$0.00")]
    [InlineData("-32900", Unit.Money, "-$32,900.00", "-$32.9K"), InlineData("-0.00001", Unit.Money, "$0.0000", "$0.0000")]
    [InlineData("0.0143", Unit.Share, "1.43 %", "1.43 %"), InlineData("0.00043", Unit.Share, "0.043 %", "0.043 %")]
    [InlineData("0.774", Unit.Share, "77.40 %", "77.4 %"), InlineData("4.2", Unit.Multiple, "4.20×", "4.20×")]
    [InlineData("83", Unit.Duration, "1 min 23 s", "1 min 23 s"), InlineData("12.34", Unit.Duration, "12.3 s", "12.3 s"), Scored(Row.Numbers)]
    public void Values_read_as_the_golden_table_says(string amount, Unit unit, string full, string compact)
    {
        var value = MetricValue.Exact(decimal.Parse(amount, CultureInfo.InvariantCulture));

        Assert.Equal(full, Plain(NumberFormat.Full(value, unit, "USD")));
        Assert.Equal(compact, Plain(NumberFormat.Compact(value, unit, "USD")));
    }

    [Theory]
    [InlineData("EUR", "€1,234.50"), InlineData("GBP", "£1,234.50"), InlineData("JPY", "¥1,235"), InlineData("CHF", "CHF 1,234.50")]
    [InlineData("", "1,234.50"), InlineData(null, "1,234.50"), Scored(Row.Numbers)]
    public void Money_carries_the_datas_own_currency(string? currency, string text) =>
        Assert.Equal(text, Plain(NumberFormat.Full(MetricValue.Exact(1234.5m), Unit.Money, currency)));

    /// <summary>Every page is in English, whatever the server's own language is: thousands, decimals, signs and days stay as they are.</summary>
    [Theory, InlineData("German", ".", ",", "-", "%"), InlineData("French", "\u202F", ",", "-", "\u00A0%"), InlineData("Swedish", "\u00A0", ",", "\u2212", "%"), InlineData("Arabic", "\u066C", "\u066B", "\u061C-", "\u066A\u061C"), Scored(Row.Numbers)]
    public void The_language_of_the_machine_changes_nothing(string language, string groups, string point, string minus, string percent)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new("") // names of cultures are not known where the runtime has no tables of them
        {
            NumberFormat = new()
            {
                NumberGroupSeparator = groups, CurrencyGroupSeparator = groups, PercentGroupSeparator = groups, NumberDecimalSeparator = point, CurrencyDecimalSeparator = point, PercentDecimalSeparator = point,
                NegativeSign = minus, PercentSymbol = percent, CurrencySymbol = language,
            },
            DateTimeFormat = new() { DateSeparator = point, AbbreviatedMonthNames = [.. Enumerable.Range(1, 13).Select(month => $"{language} {month}")] },
        };
        try
        {
            Assert.Equal($"1{groups}234{point}50", 1234.5m.ToString("N2", CultureInfo.CurrentCulture));
            foreach (var (currency, full, compact, change) in new[] { ("USD", "-$1,234,567.89", "-$1.23M", "+$1,235"), ("EUR", "-€1,234,567.89", "-€1.23M", "+€1,235"), ("JPY", "-¥1,234,568", "-¥1.23M", "+¥1,235") })
            {
                Assert.Equal(full, Plain(NumberFormat.Full(MetricValue.Exact(-1234567.89m), Unit.Money, currency)));
                Assert.Equal(compact, Plain(NumberFormat.Compact(MetricValue.Exact(-1234567.89m), Unit.Money, currency)));
                Assert.Equal(change, Plain(NumberFormat.Change(MetricValue.Exact(1234.5m), Unit.Money, currency)));
            }

            Assert.Equal("1.43 %", Plain(NumberFormat.Full(MetricValue.Number(0.0143), Unit.Share)));
            Assert.Equal("12,345.68", Plain(NumberFormat.Full(MetricValue.Exact(12345.678m), Unit.Quantity)));
            Assert.Equal("-0.4 pp", Plain(NumberFormat.Change(MetricValue.Number(-0.004), Unit.Share)));
            Assert.Equal("1 min 23 s", Plain(NumberFormat.Full(MetricValue.Exact(83), Unit.Duration)));
            Assert.Equal("29 Feb – 1 Mar 2024", NumberFormat.Days(new(new(2024, 2, 29), new(2024, 3, 1))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(double.NaN), InlineData(double.PositiveInfinity), InlineData(double.NegativeInfinity), InlineData(1e300), Scored(Row.Numbers)]
    public void What_is_no_number_is_a_dash(double number)
    {
        Assert.Equal("–", NumberFormat.Full(MetricValue.Number(number), Unit.Money, "USD"));
        Assert.Equal("–", NumberFormat.Compact(MetricValue.Null, Unit.Count));
    }

    [Theory]
    [InlineData(0.004, "+0.4 pp"), InlineData(-0.0123, "-1.2 pp"), InlineData(0.0, "0.0 pp")]
    public void A_share_changes_in_points(double change, string text) =>
        Assert.Equal(text, Plain(NumberFormat.Change(MetricValue.Number(change), Unit.Share)));

    [Fact]
    public void A_change_of_nothing_that_shows_has_no_sign()
    {
        Assert.Equal("$0.00", NumberFormat.Change(MetricValue.Number(-0.0034), Unit.Money, "USD", MetricValue.Number(2.64)));
        Assert.Equal("−$0.0034", NumberFormat.Change(MetricValue.Number(-0.0034), Unit.Money, "USD", MetricValue.Number(0.02)));
        Assert.Equal("0.0\u00A0%", NumberFormat.Relative(-0.0001));
    }

    [Theory]
    [InlineData("2024-09-01", "2024-09-30", "1–30 Sep 2024"), InlineData("2024-08-30", "2024-09-02", "30 Aug – 2 Sep 2024")]
    [InlineData("2023-12-30", "2024-01-02", "30 Dec 2023 – 2 Jan 2024"), InlineData("2024-02-29", "2024-02-29", "29 Feb 2024")]
    public void Days_read_without_what_both_ends_share(string first, string last, string text) =>
        Assert.Equal(text, NumberFormat.Days(new(DateOnly.Parse(first, null), DateOnly.Parse(last, null))));

    static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u2212', '-');
}
