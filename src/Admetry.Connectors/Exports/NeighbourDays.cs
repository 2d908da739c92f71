using Admetry.Connectors.Exports.Families;

namespace Admetry.Connectors.Exports;

/// <summary>The days of a table without any, found in a table of the same report that came in the same archive.</summary>
/// <remarks>Search Console packs five tables of one period, of which only one has dates.</remarks>
static class NeighbourDays
{
    /// <summary>An archive of more files is no report.</summary>
    const int MostFiles = 32;

    /// <returns>The days from the first to the last that the other table has rows for, and its name; null where there is none.</returns>
    public static (DateRange Days, string File)? Of(ReceivedFile file, Family family, CancellationToken cancel)
    {
        if (file.Beside.Count > MostFiles)
            return null;
        foreach (var other in file.Beside.Where(other => other.Name != file.Name))
        {
            if (ExportReader.Read(other with { Beside = [] }, ReadingHints.None, cancel) is Understood { Layout: { Period: null } layout } understood
                && layout.Family.Name == family.Name && DaysOf(understood) is { } days)
                return (days, other.Name);
        }

        return null;
    }

    static DateRange? DaysOf(Understood understood)
    {
        DateRange? all = null;
        foreach (var item in understood.Items)
        {
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
