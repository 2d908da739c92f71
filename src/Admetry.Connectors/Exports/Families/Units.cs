namespace Admetry.Connectors.Exports.Families;

/// <summary>Units in which numbers are written, and the factor that makes them canonical.</summary>
public static class Units
{
    /// <summary>The currency's smallest coin: cents, but whole yen.</summary>
    public const string Minor = "minor";

    /// <summary>Whole money written with its fraction: were no number of the column to show one, it may count coins.</summary>
    public const string Decimals = "decimals";

    static readonly Dictionary<string, decimal> Factors = new()
    {
        ["micros"] = 0.000001m, ["cents"] = 0.01m, ["percent"] = 0.01m, ["thousand"] = 1000m, ["milliseconds"] = 0.001m,
            ["minutes"] = 60m,
    };

    // ISO 4217 gives these no coin below the unit, and the others three digits.
    static readonly HashSet<string> WithoutCents =
        ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"];

    static readonly HashSet<string> WithThousandths = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

    /// <summary>Null is 1, and so are <see cref="Decimals"/> and <see cref="Minor"/>, which depends on the row's
    /// currency.</summary>
    public static decimal Factor(string? unit) => unit is null or Minor or Decimals ? 1 : Factors[unit];

    /// <summary>One smallest coin in units of the currency.</summary>
    public static decimal Coin(string currency) =>
        WithoutCents.Contains(currency) ? 1 : WithThousandths.Contains(currency) ? 0.001m : 0.01m;

    /// <summary>People write its amounts without a fraction.</summary>
    public static bool IsWrittenWhole(string currency) => WithoutCents.Contains(currency) || currency is "IDR" or "COP" or "HUF";
}
