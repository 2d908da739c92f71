using System.Globalization;
using Admetry.Metrics;

namespace Admetry.App.Components;

/// <summary>Numbers as people read them, in English: rounded here and nowhere before.</summary>
/// <remarks>
/// Shares come as 0 to 1 and read as per cent, with two significant digits at least; their changes read in points.
/// A minus is U+2212, a space before a unit does not break, and what is not defined is an en dash.
/// </remarks>
public static class NumberFormat
{
    public const string Nothing = "–";
    const string Space = "\u00A0";
    const string Minus = "\u2212";

    static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>Every digit that means something, for tables and captions: $368,812.40.</summary>
    /// <param name="currency">ISO 4217; null or empty where no source says.</param>
    public static string Full(MetricValue value, Unit unit, string? currency = null)
    {
        if (Amount(value) is not { } amount)
            return Nothing;

        var size = Math.Abs(amount);
        var text = unit switch
        {
            Unit.Count => size.ToString("#,##0", English),
            Unit.Quantity => size.ToString("#,##0.##", English),
            Unit.Money => Money(Cents(size, currency), currency),
            _ => Rate(size, unit, decimals: 2),
        };
        return Signed(amount, text);
    }

    /// <summary>Four digits at most, for tiles and axes: $368.8K.</summary>
    /// <param name="currency">ISO 4217; null or empty where no source says.</param>
    public static string Compact(MetricValue value, Unit unit, string? currency = null)
    {
        if (Amount(value) is not { } amount)
            return Nothing;

        var size = Math.Abs(amount);
        var text = unit switch
        {
            Unit.Count => Short(size, size.ToString("#,##0", English)),
            Unit.Quantity => Short(size, size.ToString("#,##0.#", English)),
            Unit.Money => Money(Short(size, size < 1000 ? Cents(size, currency) : size.ToString("#,##0", English)), currency),
            _ => Rate(size, unit, decimals: size * 100 < 10 || unit != Unit.Share ? 2 : 1),
        };
        return Signed(amount, text);
    }

    /// <summary>A change with its sign, of a share in points: +$32.9K, −0.4 pp.</summary>
    /// <param name="beside">The value it changed from: a change of a price of dollars needs no hundredths of a cent.</param>
    public static string Change(MetricValue change, Unit unit, string? currency = null, MetricValue beside = default)
    {
        if (Amount(change) is not { } amount)
            return Nothing;

        var size = MetricValue.Exact(Math.Abs(amount));
        var isCoarse = Math.Abs(beside.AsDouble ?? 0) >= 0.1 && Math.Abs(amount) < 0.1m;
        var text = unit switch
        {
            Unit.Share => $"{Significant(size.AsDecimal!.Value * 100, 1)}{Space}pp",
            Unit.Money when isCoarse => Money(Math.Abs(amount).ToString("0.00", English), currency),
            _ => Compact(size, unit, currency),
        };
        return IsZero(text) ? text : (amount < 0 ? Minus : "+") + text;
    }

    /// <summary>A relative change with its sign: 0.082 is +8.2 %.</summary>
    public static string Relative(double share)
    {
        if (!double.IsFinite(share))
            return Nothing;

        var percent = Math.Abs(share) * 100;
        var text = percent.ToString(percent < 99.95 ? "0.0" : "#,##0", English) + Space + "%";
        return IsZero(text) ? text : (share < 0 ? Minus : "+") + text;
    }

    /// <summary>A share of a whole without sign, for "x % of the total".</summary>
    public static string Percent(double share) =>
        double.IsFinite(share) ? Rate((decimal)Math.Abs(share), Unit.Share, 1) : Nothing;

    /// <summary>The day with its month by name, such as 5 Mar 2024.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", English);

    /// <summary>Both ends, without what they have in common: 1–30 Sep 2024.</summary>
    public static string Days(DateRange days) => days switch
    {
        { IsOneDay: true } => Day(days.First),
        _ when days.First.Year != days.Last.Year => $"{Day(days.First)} – {Day(days.Last)}",
        _ when days.First.Month != days.Last.Month => $"{days.First.ToString("d MMM", English)} – {Day(days.Last)}",
        _ => $"{days.First.Day}–{Day(days.Last)}",
    };

    static decimal? Amount(MetricValue value) =>
        value.AsDouble is { } number && double.IsFinite(number) && Math.Abs(number) < 1e27 ? value.AsDecimal : null;

    static string Signed(decimal amount, string text) => amount < 0 && !IsZero(text) ? Minus + text : text;

    static bool IsZero(string text) => !text.AsSpan().ContainsAnyInRange('1', '9');

    /// <summary>Prices below ten cents need four decimals to be told apart.</summary>
    static string Cents(decimal size, string? currency) => size switch
    {
        not 0 and < 0.1m => size.ToString("0.0000", English),
        _ when currency is "JPY" or "KRW" or "CLP" or "VND" or "HUF" => size.ToString("#,##0", English),
        _ => size.ToString("#,##0.00", English),
    };

    static string Money(string digits, string? currency) => currency switch
    {
        null or "" => digits,
        "USD" => "$" + digits,
        "EUR" => "€" + digits,
        "GBP" => "£" + digits,
        "JPY" => "¥" + digits,
        "INR" => "₹" + digits,
        _ => currency + Space + digits,
    };

    static string Rate(decimal size, Unit unit, int decimals) => unit switch
    {
        Unit.Share => Significant(size * 100, decimals) + Space + "%",
        Unit.Multiple => Significant(size, 2) + "×",
        Unit.Duration when size >= 60 =>
            FormattableString.Invariant($"{Math.Floor(size / 60):#,##0}{Space}min {size % 60:00}{Space}s"),
        Unit.Duration => size.ToString("0.#", English) + Space + "s",
        _ => Significant(size, 2),
    };

    /// <summary>So many decimals, and more where fewer than two significant digits would be left.</summary>
    static string Significant(decimal size, int decimals)
    {
        if (size is > 0 and < 0.1m)
            decimals = Math.Max(decimals, Math.Min(10, 1 - (int)Math.Floor(Math.Log10((double)size))));
        return size.ToString("#,##0." + new string('0', decimals), English);
    }

    static string Short(decimal size, string whole)
    {
        // 9,999.5 would read 10,000: five digits where four are promised.
        if (size < 9999.5m)
            return whole;

        return size switch
        {
            < 999_950m => (size / 1e3m).ToString("0.0", English) + "K",
            < 999_950_000m => Four(size / 1e6m) + "M",
            < 999_950_000_000m => Four(size / 1e9m) + "B",
            _ => Four(size / 1e12m) + "T",
        };
    }

    static string Four(decimal size) => size.ToString(size < 99.995m ? "0.00" : "#,##0.0", English);
}
