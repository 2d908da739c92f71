namespace Admetry.DuckDb;

/// <summary>Powers of ten for the engine's decimals, which have up to 38 digits.</summary>
static class DecimalDigits
{
    public const int Most = 38;

    public static readonly Int128[] PowersOfTen = Powers();

    /// <summary>How many digits a number has without its sign; zero has one.</summary>
    public static int Count(Int128 number)
    {
        var size = number < 0 ? -number : number;
        var digits = 1;
        while (digits < PowersOfTen.Length && size >= PowersOfTen[digits])
            digits++;
        return digits;
    }

    static Int128[] Powers()
    {
        var powers = new Int128[Most + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
