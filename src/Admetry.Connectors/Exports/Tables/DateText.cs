namespace Admetry.Connectors.Exports.Tables;

/// <summary>The order in which day, month and year are written when all are digits.</summary>
public enum DateOrder : byte { Undecided, YearFirst, DayFirst, MonthFirst }

/// <summary>A day as people and programs write it. A time of day behind it is not used: the day is the account's day as written.</summary>
public static class DateText
{
    /// <summary>Reads one date; <paramref name="order"/> matters only where digits alone do not tell.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, DateOrder order, out DateOnly day)
    {
        day = default;
        if (TryIso(text, out day))
            return true;
        return DateParts.TrySplit(NumberText.Trim(text), out var parts) && parts.TryDay(order, out day);
    }

    /// <summary>What one date proves about the order of its column; Undecided also for text that is no date.</summary>
    public static DateOrder OrderOf(ReadOnlySpan<char> text) =>
        DateParts.TrySplit(NumberText.Trim(text), out var parts) ? parts.Order : DateOrder.Undecided;

    /// <summary>A date of digits whose day and month could be changed about, with another day as the result.</summary>
    public static bool IsAmbiguous(ReadOnlySpan<char> text) =>
        DateParts.TrySplit(NumberText.Trim(text), out var parts) && parts.IsAmbiguous;

    static bool TryIso(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        if (text.Length < 10 || text[4] is not '-' || text[7] is not '-' || (text.Length > 10 && text[10] is not ('T' or ' ')))
            return false;
        return Digits(text[..4], out var year) && Digits(text[5..7], out var month) && Digits(text[8..10], out var date)
            && DateParts.TryMake(year, month, date, out day);
    }

    internal static bool Digits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            number = number * 10 + (c - '0');
        }
        return text.Length is > 0 and < 9;
    }
}
