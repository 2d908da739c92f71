using System.Globalization;

namespace Admetry.Connectors.Exports.Tables;

/// <summary>A moment as programs write it, and the day it falls on in a zone.</summary>
public static class MomentText
{
    const int SecondDigits = 10, MillisecondDigits = 13;

    /// <summary>The day of a text that names an instant: with an offset, in UTC, or as seconds since 1970.</summary>
    /// <param name="isUtc">Times without offset are UTC.</param>
    /// <param name="zone">Where the day is wanted; null: as written, and UTC where nothing is written.</param>
    /// <returns>False when the text names no instant, or its day is wanted as written: then it is read as a date.</returns>
    public static bool TryDay(ReadOnlySpan<char> text, bool isUtc, TimeZoneInfo? zone, out DateOnly day)
    {
        day = default;
        if (text.Length < SecondDigits || !char.IsAsciiDigit(text[0]))
            return false;
        if (TryEpoch(text, out var moment))
        {
            day = DayOf(moment, zone);
            return true;
        }
        if (zone is null || text.IndexOf(':') < 0 || !(isUtc || HasOffset(text)))
            return false;
        var written = text.EndsWith("UTC", StringComparison.OrdinalIgnoreCase) ? $"{text[..^3].TrimEnd()}Z" : text.ToString();
        if (!DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment))
            return false;
        day = DayOf(moment, zone);
        return true;
    }

    /// <summary>The time of day as written, from its first digit; empty without one, and at midnight.</summary>
    public static ReadOnlySpan<char> TimeOf(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon <= 0)
            return default;
        var from = colon;
        while (from > 0 && char.IsAsciiDigit(text[from - 1]))
            from--;
        var to = colon;
        while (to < text.Length && (char.IsAsciiDigit(text[to]) || text[to] is ':' or '.'))
            to++;
        var half = text[to..].TrimStart();
        var isMorning = half.StartsWith("am", StringComparison.OrdinalIgnoreCase)
            || half.StartsWith("a.m", StringComparison.OrdinalIgnoreCase);
        if (isMorning && text[from..to].StartsWith("12:00"))
            return default;
        if (isMorning || half.StartsWith("p", StringComparison.OrdinalIgnoreCase))
            return text[from..];
        return text[from..to].ContainsAnyInRange('1', '9') ? text[from..to] : default;
    }

    static bool TryEpoch(ReadOnlySpan<char> text, out DateTimeOffset moment)
    {
        moment = default;
        if (text.Length is not (SecondDigits or MillisecondDigits) || text.ContainsAnyExceptInRange('0', '9'))
            return false;
        var number = long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        moment = text.Length is SecondDigits ? DateTimeOffset.FromUnixTimeSeconds(number)
            : DateTimeOffset.FromUnixTimeMilliseconds(number);
        return moment.Year is >= 1990 and <= 2100;
    }

    static bool HasOffset(ReadOnlySpan<char> text) =>
        text[^1] is 'Z' or 'z' || text.EndsWith("UTC", StringComparison.OrdinalIgnoreCase)
            || text.EndsWith("GMT", StringComparison.OrdinalIgnoreCase)
        || text[text.IndexOf(':')..].IndexOfAny('+', '-') > 0;

    static DateOnly DayOf(DateTimeOffset moment, TimeZoneInfo? zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone ?? TimeZoneInfo.Utc).DateTime);
}
