namespace Admetry.Connectors.Exports.Tables;

/// <summary>Gathers, cell by cell, in which order the dates of one column are written.</summary>
public sealed class DateEvidence
{
    string dayFirst = "", monthFirst = "", yearFirst = "", open = "", firstText = "";
    bool isVarious;

    /// <summary>Cells that are dates in some order.</summary>
    public int Dates { get; private set; }

    /// <summary>Cells that are neither dates nor empty.</summary>
    public int Texts { get; private set; }

    /// <summary>Some date could be two days, and no other date tells which.</summary>
    public bool IsUndecided => open is not "" && Order is DateOrder.Undecided;

    /// <summary>One date is written day first and another month first.</summary>
    public bool IsContradictory => dayFirst is not "" && monthFirst is not "";

    public DateOrder Order =>
        IsContradictory ? DateOrder.Undecided
        : dayFirst is not "" ? DateOrder.DayFirst
        : monthFirst is not "" ? DateOrder.MonthFirst
        : open is "" && yearFirst is not "" ? DateOrder.YearFirst
        : DateOrder.Undecided;

    public string Example => IsContradictory ? $"{dayFirst} and {monthFirst}"
        : dayFirst is not "" ? dayFirst
        : monthFirst is not "" ? monthFirst
        : open is not "" ? open
        : yearFirst;

    /// <summary>Some cell names a time of day other than midnight.</summary>
    public bool HasTimes => TimeExample is not "";

    /// <summary>The first cell with a time of day.</summary>
    public string TimeExample { get; private set; } = "";

    /// <summary>The one day of all cells; null when there are none or several.</summary>
    public DateOnly? OnlyDay(DateOrder order) => Dates > 0 && !isVarious && DateText.TryParse(firstText, order, out var day)
        ? day : null;

    public void Observe(ReadOnlySpan<char> cell)
    {
        if (NumberText.IsMissing(cell))
            return;
        if (cell.Length > 10 && TimeExample is "" && !MomentText.TimeOf(cell).IsEmpty)
            TimeExample = cell.ToString();
        if (MomentText.TryDay(NumberText.Trim(cell), false, null, out _))
        {
            Dates++;
            return;
        }
        if (!DateText.TryParse(cell, DateOrder.DayFirst, out _) && !DateText.TryParse(cell, DateOrder.MonthFirst, out _))
        {
            Texts++;
            return;
        }
        Dates++;
        if (firstText is "")
            firstText = cell.ToString();
        else
            isVarious = isVarious || !cell.Equals(firstText, StringComparison.Ordinal);
        switch (DateText.OrderOf(cell))
        {
            case DateOrder.YearFirst: Keep(ref yearFirst, cell); break;
            case DateOrder.MonthFirst: Keep(ref monthFirst, cell); break;
            // A dotted date is day first by itself, and says nothing of dates with slashes beside it.
            case DateOrder.DayFirst when cell.IndexOf('.') < 0: Keep(ref dayFirst, cell); break;
            case DateOrder.DayFirst: Keep(ref yearFirst, cell); break;
            default:
                if (DateText.IsAmbiguous(cell))
                    Keep(ref open, cell);
                break;
        }
    }

    static void Keep(ref string example, ReadOnlySpan<char> cell)
    {
        if (example is "")
            example = cell.ToString();
    }
}
