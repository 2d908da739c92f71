namespace Admetry.Connectors.Exports.Families;

/// <summary>Names of quotients, in plain words: they are recomputed from sums and never loaded.</summary>
static class RateWords
{
    static readonly string[] Starts =
    [
        "avg", "average", "cost per", "cost /", "cpc", "cpm", "cpa", "cpv", "ctr", "roas", "frequency", "kosten pro", "kosten/", "kosten /",
        "durchschn", "coste por", "coste/", "coste /", "costo por", "cout par", "cout/", "cout /", "cout moyen", "cpc moy", "costo per",
        "costo/", "costo /", "custo por", "custo/", "custo /", "kosten per", "gem", "taux", "tasso", "tasa", "taxa", "prom", "media",
        "conv. rate", "conv. value /", "value / conv", "frequen", "haufigkeit", "frecuencia", "repetition", "roi",
    ];

    static readonly string[] Parts =
    [
        " rate", "rate ", "ctr (", "cpc (", "cpm (", " roas", "roas ", "return on ad spend", "(%)", "impr. share", "share", "lost is", "percentage",
        "quote", " per 1", " pro 1", "par 1", "por 1", "(ctr", "% ", " %",
    ];

    public static bool Match(string plain) =>
        Starts.Any(start => plain.StartsWith(start, StringComparison.Ordinal))
        || Parts.Any(part => plain.Contains(part, StringComparison.Ordinal)) || plain.EndsWith(" rate", StringComparison.Ordinal);
}
