using Admetry.Connectors.Exports.Tables;
using Xunit;

namespace Admetry.Tests.Exports;

public sealed class DateTextTests
{
    public static TheoryData<string, DateOrder, string> Dates { get; } = new()
    {
        { "2024-03-05", DateOrder.Undecided, "2024-03-05" }, { "2024/3/7", DateOrder.Undecided, "2024-03-07" }, { "2020/9/10", DateOrder.Undecided, "2020-09-10" },
        { "2024.03.05", DateOrder.Undecided, "2024-03-05" }, { "20240305", DateOrder.Undecided, "2024-03-05" },
        { "2024-03-05T23:30:00Z", DateOrder.Undecided, "2024-03-05" }, { "2024-03-05T23:30:00+02:00", DateOrder.Undecided, "2024-03-05" },
        { "2024-03-05 00:15:01", DateOrder.Undecided, "2024-03-05" }, { "2024-03-05 09:00:00.123 UTC", DateOrder.Undecided, "2024-03-05" },
        { "05.03.2024", DateOrder.Undecided, "2024-03-05" }, { "5.3.2024", DateOrder.Undecided, "2024-03-05" }, { "05.03.24", DateOrder.Undecided, "2024-03-05" },
        { "5. 3. 2024", DateOrder.Undecided, "2024-03-05" }, { "05/03/2024", DateOrder.DayFirst, "2024-03-05" }, { "05/03/2024", DateOrder.MonthFirst, "2024-05-03" },
        { "5/3/2024", DateOrder.DayFirst, "2024-03-05" }, { "3/5/24", DateOrder.MonthFirst, "2024-03-05" }, { "15/03/24", DateOrder.DayFirst, "2024-03-15" },
        { "15-03-2024", DateOrder.DayFirst, "2024-03-15" }, { "03-15-2024", DateOrder.MonthFirst, "2024-03-15" },
        { "25/12/2024", DateOrder.Undecided, "2024-12-25" }, { "12/25/2024", DateOrder.Undecided, "2024-12-25" }, { "07/07/2024", DateOrder.Undecided, "2024-07-07" },
        { "3/5/2024 9:30 AM", DateOrder.MonthFirst, "2024-03-05" }, { "Mar 5, 2024", DateOrder.Undecided, "2024-03-05" },
        { "March 5, 2024", DateOrder.Undecided, "2024-03-05" }, { "5 March 2024", DateOrder.Undecided, "2024-03-05" }, { "5-Mar-2024", DateOrder.Undecided, "2024-03-05" },
        { "05-Mar-24", DateOrder.Undecided, "2024-03-05" }, { "Tue, Mar 5, 2024", DateOrder.Undecided, "2024-03-05" }, { "5th March 2024", DateOrder.Undecided, "2024-03-05" },
        { "Apr 15, 2026 09:30 am", DateOrder.Undecided, "2026-04-15" }, { "2024 Mar 5", DateOrder.Undecided, "2024-03-05" }, { "Sept 1, 2024", DateOrder.Undecided, "2024-09-01" },
        { "5. März 2024", DateOrder.Undecided, "2024-03-05" }, { "05. Dez. 2024", DateOrder.Undecided, "2024-12-05" }, { "1. Oktober 2024", DateOrder.Undecided, "2024-10-01" },
        { "5 mars 2024", DateOrder.Undecided, "2024-03-05" }, { "1er janvier 2024", DateOrder.Undecided, "2024-01-01" }, { "12 août 2024", DateOrder.Undecided, "2024-08-12" },
        { "3 févr. 2024", DateOrder.Undecided, "2024-02-03" }, { "9 juillet 2024", DateOrder.Undecided, "2024-07-09" }, { "5 de marzo de 2024", DateOrder.Undecided, "2024-03-05" },
        { "5 ene 2024", DateOrder.Undecided, "2024-01-05" }, { "8 dic. 2024", DateOrder.Undecided, "2024-12-08" }, { "5 marzo 2024", DateOrder.Undecided, "2024-03-05" },
        { "4 gennaio 2024", DateOrder.Undecided, "2024-01-04" }, { "9 lug 2024", DateOrder.Undecided, "2024-07-09" }, { "5 de março de 2024", DateOrder.Undecided, "2024-03-05" },
        { "5 de fev. de 2024", DateOrder.Undecided, "2024-02-05" }, { "1 de dezembro de 2024", DateOrder.Undecided, "2024-12-01" }, { "5 maart 2024", DateOrder.Undecided, "2024-03-05" },
        { "5 mrt. 2024", DateOrder.Undecided, "2024-03-05" }, { "1 mei 2024", DateOrder.Undecided, "2024-05-01" }, { "29 okt 2024", DateOrder.Undecided, "2024-10-29" },
        { "29 Feb 2024", DateOrder.Undecided, "2024-02-29" }, { "2024-02-29", DateOrder.Undecided, "2024-02-29" }, { " 2024-03-05 ", DateOrder.Undecided, "2024-03-05" },
        { "\uFEFF2024-03-05", DateOrder.Undecided, "2024-03-05" }, { "2038-01-19", DateOrder.Undecided, "2038-01-19" },
    };

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_date_is_read_as_written(string text, DateOrder order, string expected)
    {
        Assert.True(DateText.TryParse(text, order, out var day));
        Assert.Equal(DateOnly.ParseExact(expected, "yyyy-MM-dd"), day);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("2023-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("2024-00-10")]
    [InlineData("31/31/2024")]
    [InlineData("03/05/2024")]
    [InlineData("45356")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    [InlineData("2024-03-05x")]
    [InlineData("5 Smarch 2024")]
    [InlineData("March 2024")]
    [InlineData("12:30")]
    [InlineData("1.5")]
    [InlineData("20241399")]
    public void What_is_no_single_day_is_refused(string text) => Assert.False(DateText.TryParse(text, DateOrder.Undecided, out _));

    [Theory]
    [InlineData(DateOrder.DayFirst, "01/02/2024", "13/02/2024")]
    [InlineData(DateOrder.MonthFirst, "01/02/2024", "02/13/2024")]
    [InlineData(DateOrder.Undecided, "01/02/2024", "02/02/2024")]
    [InlineData(DateOrder.Undecided, "01/02/2024", "05.06.2024")]
    [InlineData(DateOrder.DayFirst, "13-02-2024", "2024/02/13")]
    [InlineData(DateOrder.YearFirst, "2024-01-02", "05.06.2024")]
    public void The_whole_column_decides_the_order(DateOrder expected, params string[] cells)
    {
        var evidence = new DateEvidence();
        foreach (var cell in cells)
            evidence.Observe(cell);

        Assert.Equal(expected, evidence.Order);
    }

    [Fact]
    public void Two_orders_in_one_column_contradict_each_other()
    {
        var evidence = new DateEvidence();
        evidence.Observe("13/01/2024");
        evidence.Observe("01/13/2024");

        Assert.True(evidence.IsContradictory);
        Assert.Equal("13/01/2024 and 01/13/2024", evidence.Example);
    }

    [Theory]
    [InlineData("00:02:30", 150)]
    [InlineData("1:00:00", 3600)]
    [InlineData("02:30", 150)]
    [InlineData("90.5", 90.5)]
    public void Durations_are_seconds(string text, double seconds)
    {
        Assert.True(DurationText.TryParse(text, DecimalMark.Point, out var read));
        Assert.Equal((decimal)seconds, read);
    }

    [Theory]
    [InlineData("00:75:00")]
    [InlineData("1:2:3:4")]
    [InlineData("a:b")]
    [InlineData("-5")]
    public void Impossible_durations_are_refused(string text) => Assert.False(DurationText.TryParse(text, DecimalMark.Point, out _));
}
