using System.Globalization;
using Admetry.Connectors.Exports.Tables;
using Xunit;

namespace Admetry.Tests.Exports;

public sealed class NumberTextTests
{
    public static TheoryData<string, string, string> Numbers { get; } = new()
    {
        { "0", ".", "0" }, { "12", ".", "12" }, { "-7", ".", "-7" }, { "12.50", ".", "12.50" }, { "1234.5678", ".", "1234.5678" },
        { "1,234.56", ".", "1234.56" }, { "1,234,567.89", ".", "1234567.89" }, { "12,34,567.89", ".", "1234567.89" }, { "25,881", ".", "25881" },
        { "1.234,56", ",", "1234.56" }, { "1.234.567,89", ",", "1234567.89" }, { "0,19", ",", "0.19" }, { "1 234,56", ",", "1234.56" },
        { "1\u00A0234,56", ",", "1234.56" }, { "1\u202F234,56", ",", "1234.56" }, { "1\u2009234,56", ",", "1234.56" }, { "1'234.56", ".", "1234.56" },
        { "1’234.56", ".", "1234.56" }, { "1 234.56", ".", "1234.56" }, { ".5", ".", "0.5" }, { ",5", ",", "0.5" }, { "5.", ".", "5" },
        { "$1,234.56", ".", "1234.56" }, { "US$12.50", ".", "12.50" }, { "€ 1.234,56", ",", "1234.56" }, { "1.234,56 €", ",", "1234.56" },
        { "£9.99", ".", "9.99" }, { "¥1,234", ".", "1234" }, { "EUR 12.50", ".", "12.50" }, { "12.50 EUR", ".", "12.50" },
        { "12,50 zł", ",", "12.50" }, { "R$ 1.234,56", ",", "1234.56" }, { "Rp 150.000", ",", "150000" }, { "CHF 1'234.50", ".", "1234.50" },
        { "kr 12,50", ",", "12.50" }, { "12,50 kr", ",", "12.50" }, { "₹1,23,456.00", ".", "123456.00" }, { "(12.50)", ".", "-12.50" },
        { "($1,234.00)", ".", "-1234.00" }, { "\u221212.5", ".", "-12.5" }, { "-$12.50", ".", "-12.50" }, { "$-12.50", ".", "-12.50" },
        { "12.50-", ".", "-12.50" }, { "+3.5", ".", "3.5" }, { " 42 ", ".", "42" }, { "\uFEFF42", ".", "42" }, { "64517.0", ".", "64517.0" },
        { "1.5e3", ".", "1500" }, { "1.5E-3", ".", "0.0015" }, { "2E+2", ".", "200" }, { "１２３", ".", "123" }, { "１，２３４．５", ".", "1234.5" },
        { "9007199254740993", ".", "9007199254740993" }, { "9223372036854775807", ".", "9223372036854775807" },
        { "79228162514264337593543950335", ".", "79228162514264337593543950335" }, { "-0", ".", "0" }, { "007", ".", "7" },
        { "0.000001", ".", "0.000001" }, { "123456789012345678.5", ".", "123456789012345678.5" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_read_exactly(string text, string mark, string expected)
    {
        Assert.Equal(NumberKind.Number, NumberText.Parse(text, Mark(mark), out var value));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData(" --")]
    [InlineData("—")]
    [InlineData("n/a")]
    [InlineData("N/A")]
    [InlineData("null")]
    [InlineData("na")]
    public void None_is_missing_and_not_zero(string text) =>
        Assert.Equal(NumberKind.Missing, NumberText.Parse(text, DecimalMark.Point, out _));

    [Theory]
    [InlineData("abc")]
    [InlineData("12abc")]
    [InlineData("1,5")]
    [InlineData("1,23")]
    [InlineData("1,2345")]
    [InlineData(",123")]
    [InlineData("1,,234")]
    [InlineData("1.2.3")]
    [InlineData("1.234.567,89")]
    [InlineData("--5")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1/2")]
    [InlineData("12:30")]
    [InlineData("=1+1")]
    [InlineData("٣")]
    [InlineData("$")]
    [InlineData("1,234 567")]
    [InlineData("#REF!")]
    [InlineData("()")]
    public void What_is_no_number_under_the_column_s_notation_is_unreadable(string text) =>
        Assert.Equal(NumberKind.Unreadable, NumberText.Parse(text, DecimalMark.Point, out _));

    [Theory]
    [InlineData("1e308", NumberKind.TooLarge)]
    [InlineData("79228162514264337593543950336", NumberKind.TooLarge)]
    [InlineData("< 10%", NumberKind.Bound)]
    [InlineData("> 90%", NumberKind.Bound)]
    public void Numbers_beyond_storage_and_bounds_are_told_apart(string text, NumberKind kind) =>
        Assert.Equal(kind, NumberText.Parse(text, DecimalMark.Point, out _));

    [Theory]
    [InlineData("12.5%", 12.5)]
    [InlineData("77,77 %", 77.77)]
    public void A_percent_sign_is_reported(string text, double expected)
    {
        var mark = text.Contains(',') ? DecimalMark.Comma : DecimalMark.Point;

        Assert.Equal(NumberKind.Number, NumberText.Parse(text, mark, out var value, out var isPercent));
        Assert.Equal((true, (decimal)expected), (isPercent, value));
    }

    [Theory]
    [InlineData(DecimalMark.Point, "12.50", "1,000")]
    [InlineData(DecimalMark.Comma, "12,50", "1.000")]
    [InlineData(DecimalMark.Point, "1,234.56")]
    [InlineData(DecimalMark.Comma, "1.234,56")]
    [InlineData(DecimalMark.Point, "1,234,567")]
    [InlineData(DecimalMark.Comma, "1.234.567")]
    [InlineData(DecimalMark.Point, "0.123")]
    [InlineData(DecimalMark.Comma, "0,123")]
    [InlineData(DecimalMark.Point, "1234.567")]
    [InlineData(DecimalMark.Comma, "1 234,567")]
    [InlineData(DecimalMark.Undecided, "1,234", "25,881")]
    [InlineData(DecimalMark.Undecided, "5", "12")]
    [InlineData(DecimalMark.Undecided, "1,5", "2.5")]
    public void The_notation_is_inferred_from_the_column(DecimalMark expected, params string[] cells)
    {
        var evidence = new NumberEvidence();
        foreach (var cell in cells)
            evidence.Observe(cell);

        Assert.Equal(expected, evidence.Mark);
    }

    [Theory]
    [InlineData("1.20253E+17", true)]
    [InlineData("1,20253E+17", true)]
    [InlineData("1E+17", true)]
    [InlineData("120253000000000000", false)]
    [InlineData("E17", false)]
    [InlineData("3E4", false)]
    [InlineData("CAMPAIGN+1", false)]
    public void An_id_in_scientific_notation_is_noticed(string text, bool expected) =>
        Assert.Equal(expected, NumberText.IsScientific(text));

    static DecimalMark Mark(string mark) => mark is "," ? DecimalMark.Comma : DecimalMark.Point;

    [Theory, InlineData("79228162514264337593543950335K"), InlineData("9999999999999999999999999999 M")]
    public void A_number_that_no_scale_leaves_room_for_is_too_large(string text) =>
        Assert.Equal(NumberKind.TooLarge, NumberText.Parse(text, DecimalMark.Point, out _));
}
