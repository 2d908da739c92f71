using Admetry.App.Components;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Pages;

/// <summary>Which days an overview speaks of, and why not others.</summary>
/// <param name="Chosen">What the address means.</param>
/// <param name="Covered">The days that numbers and changes cover: complete ones up to the last with data; null where none is left.</param>
/// <param name="Partial">Today, where it is chosen and has data; it is drawn but counts for nothing.</param>
/// <param name="Remarks">One sentence for each difference between what was chosen and what is covered.</param>
public sealed record OverviewDays(DateRange Chosen, DateRange? Covered, DateOnly? Partial, IReadOnlyList<string> Remarks)
{
    public static OverviewDays Of(ViewState state, WarehouseFacts facts, DateOnly today)
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
            return new(chosen, null, null, remarks);

        var partial = chosen.Contains(today) && facts.Days.Value.Last >= today ? today : (DateOnly?)null;
        if (chosen.First > latest)
        {
            remarks.Add("Today is not over: these are its numbers so far, compared with nothing.");
            return new(chosen, DateRange.Day(today), partial, remarks);
        }

        var covered = new DateRange(chosen.First, chosen.Last < latest ? chosen.Last : latest);
        if (partial is not null)
            remarks.Add($"Today is not over: numbers and changes cover {NumberFormat.Days(covered)}.");
        else if (covered != chosen)
            remarks.Add($"Data ends on {NumberFormat.Day(covered.Last)}: numbers and changes cover {NumberFormat.Days(covered)}.");
        return new(chosen, covered, partial, remarks);
    }

    /// <summary>Whether the covered days can be compared: a day that is not over cannot.</summary>
    public bool CanCompare => Partial is null || Covered != DateRange.Day(Partial.Value);

    /// <summary>The last day that is over and has data; without data, yesterday.</summary>
    static DateOnly Latest(WarehouseFacts facts, DateOnly today)
    {
        var yesterday = today.AddDays(-1);
        return facts.Days is { } days && days.Last < yesterday ? days.Last : yesterday;
    }

    /// <summary>Range totals answer for exactly their days, so the latest of them is what there is to show.</summary>
    static OverviewDays OfPeriods(ViewState state, WarehouseFacts facts, DateOnly latest)
    {
        if (facts.Periods is not [var newest, ..])
            return new(state.Period.Resolve(latest), null, null, []);

        var chosen = state.Period == Period.Default ? newest : state.Period.Resolve(latest);
        return facts.Periods.Contains(chosen)
            ? new(chosen, chosen, null, ["These files hold totals of whole periods, not days: there is no course to draw."])
            : new(chosen, null, null, []);
    }
}
