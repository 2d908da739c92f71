using Admetry.App.Components;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Panels;

/// <summary>Which days a page speaks of, and why not others.</summary>
/// <param name="Chosen">What the address means.</param>
/// <param name="Covered">The days that numbers and changes cover: complete ones up to the last with data; null where none is left.</param>
/// <param name="Partial">Today, where it is chosen and has data; it is drawn but counts for nothing.</param>
/// <param name="Compared">The days that changes are counted from; null where none are asked for, or not all of them have data.</param>
/// <param name="Remarks">One sentence for each difference between what was chosen and what is covered.</param>
public sealed record PageDays(
    DateRange Chosen, DateRange? Covered, DateOnly? Partial, DateRange? Compared, IReadOnlyList<string> Remarks)
{
    /// <summary>The days of the second comparison; null like <see cref="Compared"/>.</summary>
    public DateRange? ComparedSecond { get; init; }

    public static PageDays Of(ViewState state, WarehouseFacts facts, DateOnly today)
    {
        var latest = Latest(facts, today);
        if (facts.Days is null)
            return OfPeriods(state, facts, latest);

        var chosen = state.Period.Resolve(latest);
        var isRelative = state.Period is LastDays or PeriodToDate or PeriodBefore;
        List<string> remarks = [];
        if (isRelative && latest < today.AddDays(-1))
            remarks.Add($"Data ends on {NumberFormat.Day(latest)}, so “{state.Period.Title}” counts back from that day.");
        if (chosen.First > latest && !(chosen.Contains(today) && facts.Days.Value.Last >= today))
            return new(chosen, null, null, null, remarks);

        var partial = chosen.Contains(today) && facts.Days.Value.Last >= today ? today : (DateOnly?)null;
        if (chosen.First > latest)
        {
            remarks.Add("Today is not over: these are its numbers so far, compared with nothing.");
            return new(chosen, DateRange.Day(today), partial, null, remarks);
        }

        var covered = new DateRange(chosen.First, chosen.Last < latest ? chosen.Last : latest);
        if (partial is not null)
            remarks.Add($"Today is not over: numbers and changes cover {NumberFormat.Days(covered)}.");
        else if (covered != chosen)
            remarks.Add($"Data ends on {NumberFormat.Day(covered.Last)}: numbers and changes cover {NumberFormat.Days(covered)}.");
        return new(chosen, covered, partial, Against(state.Comparison, covered, facts.Days.Value.First, remarks), remarks)
        {
            ComparedSecond = Against(state.Second, covered, facts.Days.Value.First, remarks),
        };
    }

    /// <summary>Half a period is no measure: growth that is only the start of the data would be a lie.</summary>
    static DateRange? Against(Comparison comparison, DateRange covered, DateOnly first, List<string> remarks)
    {
        if (comparison.Against(covered) is not { } before || before.First >= first)
            return comparison.Against(covered);

        remarks.Add($"Data begins on {NumberFormat.Day(first)}, so changes from {NumberFormat.Days(before)} are not shown.");
        return null;
    }

    /// <summary>The last day that is over and has data; without data, yesterday.</summary>
    public static DateOnly Latest(WarehouseFacts facts, DateOnly today)
    {
        var yesterday = today.AddDays(-1);
        return facts.Days is { } days && days.Last < yesterday ? days.Last : yesterday;
    }

    /// <summary>Range totals answer for exactly their days, so the latest of them is what there is to show.</summary>
    static PageDays OfPeriods(ViewState state, WarehouseFacts facts, DateOnly latest)
    {
        if (facts.Periods is not [var newest, ..])
            return new(state.Period.Resolve(latest), null, null, null, []);

        var chosen = state.Period == Period.Default ? newest : state.Period.Resolve(latest);
        return facts.Periods.Contains(chosen)
            ? new(chosen, chosen, null, null, ["These files hold totals of whole periods, not days: there is no course to draw."])
            : new(chosen, null, null, null, []);
    }
}
