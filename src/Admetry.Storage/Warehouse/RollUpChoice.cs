namespace Admetry.Storage.Warehouse;

/// <summary>Lets roll-ups answer for a fact where they cover what is asked of it.</summary>
static class RollUpChoice
{
    // Fewer whole months between loose days are not worth a scan of their own.
    const int FewestMonths = 2;

    /// <param name="rollUps">Those there are; the smallest first.</param>
    /// <param name="raw">Sums the fact's own rows.</param>
    /// <param name="statement">The SQL of that: what it speaks of, a roll-up must have.</param>
    /// <returns>Arms whose days make up those of <paramref name="raw"/>: whole months from a roll-up of months, the days before and after from the smallest table of days.</returns>
    public static IEnumerable<Arm> Of(IReadOnlyList<RollUp> rollUps, Arm raw, string statement)
    {
        var able = rollUps.Where(one => one.Source == raw.Fact.Table && one.Covers(statement)).ToList();
        var daily = able.Find(one => one.Step is RollUpStep.Day) is { } day ? raw with { Fact = raw.Fact with { Table = day.Table } } : raw;
        if (raw.Since is not null || able.Find(one => one.Step is RollUpStep.Month) is not { } month || Months(raw.Days) is not { } whole)
            return [daily];

        List<Arm> arms = [raw with { Fact = raw.Fact with { Table = month.Table }, Days = whole, Piece = whole == raw.Days ? "" : "months_" }];
        if (raw.Days.First < whole.First)
            arms.Insert(0, daily with { Days = new(raw.Days.First, whole.First.AddDays(-1)), Piece = "head_" });
        if (raw.Days.Last > whole.Last)
            arms.Add(daily with { Days = new(whole.Last.AddDays(1), raw.Days.Last), Piece = "tail_" });
        return arms;
    }

    /// <summary>The whole months within some days; null where there are none, or few among other days.</summary>
    static DateRange? Months(DateRange days)
    {
        var first = days.First.Day == 1 ? days.First : Begin(days.First).AddMonths(1);
        var end = Begin(days.Last.AddDays(1));
        var months = (end.Year - first.Year) * 12 + end.Month - first.Month;
        var isExact = first == days.First && end == days.Last.AddDays(1);
        return months >= (isExact ? 1 : FewestMonths) ? new(first, end.AddDays(-1)) : null;
    }

    static DateOnly Begin(DateOnly day) => new(day.Year, day.Month, 1);
}
