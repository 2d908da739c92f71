using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>Fills <c>dim_date</c>: one row a day, keyed YYYYMMDD.</summary>
static class Calendar
{
    /// <summary>The days every warehouse has from the start.</summary>
    public static DateRange Usual { get; } = new(new(2018, 1, 1), new(2030, 12, 31));

    /// <summary>The keys of two days that mostly are one.</summary>
    public static (int First, int Last) Keys(DateOnly first, DateOnly last)
    {
        var key = Key(first);
        return (key, last == first ? key : Key(last));
    }

    public static int Key(DateOnly date)
    {
        var (year, month, day) = date;
        return year * 10_000 + month * 100 + day;
    }

    public static DateOnly Day(int key) => new(key / 10_000, key / 100 % 100, key % 100);

    /// <summary>Adds the days of <paramref name="range"/> that are missing.</summary>
    public static Task EnsureAsync(DbConnection connection, DbTransaction? transaction, DateRange range) =>
        connection.ExecuteAsync(
            """
            insert into dim_date
            select year * 10000 + month * 100 + day, day_date, year, quarter, month, day, day_of_week, iso_year, iso_week,
              cast(year as varchar) || '-Q' || cast(quarter as varchar), cast(date_trunc('month', ts) as date),
              cast(date_trunc('quarter', ts) as date), day_of_week > 5, null
            from (
              select ts, cast(ts as date) as day_date, cast(extract(year from ts) as integer) as year,
                cast(extract(quarter from ts) as integer) as quarter, cast(extract(month from ts) as integer) as month,
                cast(extract(day from ts) as integer) as day, cast(extract(isodow from ts) as integer) as day_of_week,
                cast(extract(isoyear from ts) as integer) as iso_year, cast(extract(week from ts) as integer) as iso_week
              from generate_series(cast(@first as timestamp), cast(@last as timestamp), interval '1 day') as days(ts)) as parts
            where not exists (select 1 from dim_date d where d.date_id = parts.year * 10000 + parts.month * 100 + parts.day)
            """,
            new { first = range.First.ToDateTime(default), last = range.Last.ToDateTime(default) }, transaction);
}
