using Admetry.Finance;
using Xunit;
using static Admetry.Tests.Finance.BooksWorld;

namespace Admetry.Tests.Finance;

/// <summary>Thirteen weeks of cash from what is open.</summary>
public sealed class CashForecastTests
{
    static readonly DateOnly Today = new(2024, 6, 30);

    [Fact]
    public void Items_fall_into_the_week_of_their_expected_day()
    {
        var books = new Books(
            [
                Invoice(1, Today.AddDays(-60), 30, 1), // overdue: the first week
                Invoice(2, Today, 7, 10), // the last day of the first week
                Invoice(3, Today, 8, 100),
                Invoice(4, Today, 91, 1000), // the last day of the last week
                Invoice(5, Today, 92, 10_000),
                Statement(6, Today, 14, 7), Statement(7, Today, 100, 70),
            ], [], []);

        var forecast = CashForecast.Of(books, Today);

        Assert.Equal(13, forecast.Weeks.Count);
        Assert.Equal(new(1, new(new(2024, 7, 1), new(2024, 7, 7)), 11, 0, 11), forecast.Weeks[0]);
        Assert.Equal(new(2, new(new(2024, 7, 8), new(2024, 7, 14)), 100, 7, 104), forecast.Weeks[1]);
        Assert.Equal(93, forecast.Weeks[1].Net);
        Assert.Equal(1000, forecast.Weeks[12].Inflow);
        Assert.Equal(1104, forecast.Weeks[12].Cumulative);
        Assert.Equal((10_000m, 70m), (forecast.LaterInflow, forecast.LaterOutflow));
    }

    [Fact]
    public void A_party_that_pays_ten_days_late_is_expected_ten_days_late()
    {
        var payment = In(1, new(2024, 2, 11), 5);
        var books = new Books([Invoice(1, new(2024, 1, 2), 30, 5), Invoice(2, Today.AddDays(-30), 34, 8)], [payment], [Paid(1, payment, 1)]);

        var weeks = CashForecast.Of(books, Today).Weeks; // due in 4 days, expected in 14

        Assert.Equal([0m, 8m], weeks.Take(2).Select(week => week.Inflow));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void The_forecast_holds_all_that_is_open_to_the_cent(int seed)
    {
        var books = BooksWorld.Random(seed);
        for (var day = new DateOnly(2023, 2, 1); day < new DateOnly(2025, 3, 1); day = day.AddDays(37))
        {
            var forecast = CashForecast.Of(books, day);
            Assert.Equal(OpenItems.Balance(books, BookSide.Receivable, day), forecast.Weeks.Sum(week => week.Inflow) + forecast.LaterInflow);
            Assert.Equal(OpenItems.Balance(books, BookSide.Payable, day), forecast.Weeks.Sum(week => week.Outflow) + forecast.LaterOutflow);
            Assert.Equal(forecast.Weeks.Sum(week => week.Net), forecast.Weeks[^1].Cumulative);
        }
    }
}
