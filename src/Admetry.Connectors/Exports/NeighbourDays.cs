using Admetry.Connectors.Exports.Families;

namespace Admetry.Connectors.Exports;

/// <summary>The days of a table without any, found in a table of the same report that came in the same archive.</summary>
/// <remarks>Search Console packs five tables of one period, of which only one has dates.</remarks>
static class NeighbourDays
{
    /// <returns>The days from the first to the last that the other table has rows for, and its name; null where there is none that is whole.</returns>
    public static (DateRange Days, string File)? Of(ReceivedFile file, Family family, ReadingHints hints, CancellationToken cancel)
    {
        // What was said of this table's columns and days says nothing of another's; how numbers and dates are written does.
        var said = hints with { Mapping = null, Period = null, Corrections = new() { Numbers = hints.Numbers, DateOrder = hints.DateOrder } };
        foreach (var other in file.Beside.Where(other => other.Name != file.Name))
        {
            try
            {
                if (ExportReader.Read(other with { Beside = [] }, said, cancel) is Understood { Layout: { Period: null } layout } understood
                    && layout.Family.Name == family.Name && DaysOf(understood) is { } days)
                    return (days, other.Name);
            }
            catch (Exception damage) when (damage is not OperationCanceledException)
            {
                // Whatever is wrong with the other table is told when its own turn comes; this one has to do without it.
            }
        }

        return null;
    }

    /// <returns>Null where a row could not be read, or a total does not hold: then the first or last day may be missing.</returns>
    static DateRange? DaysOf(Understood understood)
    {
        DateRange? all = null;
        foreach (var item in understood.Items)
        {
            if (item is RejectedItem or QuarantinedItem or ControlTotalItem { IsBinding: true, Holds: false, IsWithinRounding: false })
                return null;
            var days = item switch
            {
                DeliveryItem { Row: var row } => new DateRange(row.First, row.Last),
                EngagementItem { Row: var row } => new DateRange(row.Day, row.Last),
                _ => (DateRange?)null,
            };
            if (days is { } found)
                all = all is { } known ? new(Earlier(known.First, found.First), Later(known.Last, found.Last)) : found;
        }

        return all;
    }

    static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
