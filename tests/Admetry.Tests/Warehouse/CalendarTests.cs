using Admetry.Metrics;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Warehouse;

[Trait("needs", "server")]
public sealed class CalendarTests(PostgresServer postgres)
{
    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Every_day_of_the_calendar_has_the_parts_that_the_program_itself_would_give_it(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, TestContext.Current.CancellationToken);

        var rows = await store.RowsAsync(
            "select date_id, year, quarter, month, day, day_of_week, iso_year, iso_week, quarter_label from dim_date where date_id <> 0 order by date_id");

        Assert.Equal(Enumerable.Range(0, 4748).Select(i => Line(new DateOnly(2018, 1, 1).AddDays(i))), rows);
        Assert.StartsWith("20301231|", rows[^1], StringComparison.Ordinal);
    }

    [Theory, InlineData("duckdb"), InlineData("postgres")]
    public async Task Days_beyond_the_usual_ones_come_with_the_data_and_none_comes_twice(string engine)
    {
        await using var store = await TestStore.CreateAsync(engine, postgres, TestContext.Current.CancellationToken);

        await store.ImportAsync("old.csv", Export("2016-12-30", "2017-06-02"));
        await store.ImportAsync("older.csv", Export("2017-06-01", "2017-06-02"));

        Assert.Equal(["20161230|20170602"], await store.RowsAsync("select min(date_id), max(date_id) from fact_core_metrics"));
        Assert.Equal(0L, await store.ScalarAsync<long>("select count(*) from fact_core_metrics f where not exists (select 1 from dim_date d where d.date_id = f.date_id)"));
        Assert.Equal(0L, await store.ScalarAsync<long>("select count(*) - count(distinct date_id) from dim_date"));
    }

    static string Export(string first, string second) =>
        "campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo\n"
        + $"G1,C1,{first},1,10,2.00,mobile,US\nG1,C1,{second},1,10,2.00,mobile,US\n";

    static string Line(DateOnly day)
    {
        var week = TimeKeys.Format(TimePart.Week, day);
        var (quarter, weekday) = ((day.Month + 2) / 3, TimeKeys.Format(TimePart.DayOfWeek, day));
        return FormattableString.Invariant(
            $"{day:yyyyMMdd}|{day.Year}|{quarter}|{day.Month}|{day.Day}|{weekday}|{week[..4]}|{week[6..].TrimStart('0')}|{day.Year}-Q{quarter}");
    }
}
