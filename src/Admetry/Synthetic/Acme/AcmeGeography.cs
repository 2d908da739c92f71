namespace Admetry.Synthetic.Acme;

/// <summary>A city that impressions come from.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Share">Of its country's impressions; the shares of a country sum to 1.</param>
public sealed record AcmeCity(int Number, AcmeCountry Country, string Region, string City, double Share);

/// <summary>A country with what advertising costs there.</summary>
/// <param name="Number">From 1.</param>
/// <param name="PriceIndex">CPM; the United States are 1.</param>
public sealed record AcmeCountry(int Number, string Code, double PriceIndex)
{
    /// <summary>People click more where prices are low.</summary>
    public double ClickFactor { get; } = Math.Pow(PriceIndex, -0.15);
}

/// <summary>Fourteen countries, forty cities, and the markets campaigns target.</summary>
public static class AcmeGeography
{
    static readonly (string Code, double Index, (string Region, string City, double Share)[] Cities)[] Table =
    [
        ("US", 1.00,
        [
            ("New York", "New York", .19), ("California", "Los Angeles", .15), ("Illinois", "Chicago", .11), ("Texas", "Houston", .10),
            ("Arizona", "Phoenix", .07), ("Pennsylvania", "Philadelphia", .07), ("Texas", "Dallas", .08), ("California", "San Francisco", .08),
            ("Washington", "Seattle", .06), ("Georgia", "Atlanta", .05), ("Massachusetts", "Boston", .04),
        ]),
        ("CA", .80, [("Ontario", "Toronto", .5), ("Quebec", "Montreal", .3), ("British Columbia", "Vancouver", .2)]),
        ("GB", .82, [("England", "London", .55), ("England", "Manchester", .2), ("England", "Birmingham", .15), ("Scotland", "Glasgow", .1)]),
        ("DE", .72, [("Berlin", "Berlin", .35), ("Bavaria", "Munich", .25), ("Hamburg", "Hamburg", .22), ("Hesse", "Frankfurt", .18)]),
        ("FR", .58, [("Île-de-France", "Paris", .6), ("Auvergne-Rhône-Alpes", "Lyon", .22), ("Provence-Alpes-Côte d'Azur", "Marseille", .18)]),
        ("NL", .66, [("North Holland", "Amsterdam", .6), ("South Holland", "Rotterdam", .4)]),
        ("ES", .42, [("Madrid", "Madrid", .55), ("Catalonia", "Barcelona", .45)]),
        ("IT", .45, [("Lazio", "Rome", .5), ("Lombardy", "Milan", .5)]),
        ("AU", .85, [("New South Wales", "Sydney", .55), ("Victoria", "Melbourne", .45)]),
        ("JP", .62, [("Tokyo", "Tokyo", .7), ("Osaka", "Osaka", .3)]),
        ("BR", .22, [("São Paulo", "São Paulo", .65), ("Rio de Janeiro", "Rio de Janeiro", .35)]),
        ("MX", .20, [("Mexico City", "Mexico City", 1)]),
        ("IN", .12, [("Maharashtra", "Mumbai", .55), ("Delhi", "Delhi", .45)]),
        ("ID", .11, [("Jakarta", "Jakarta", 1)]),
    ];

    static readonly (double Share, (string Code, double Share)[] Countries)[] MarketTable =
    [
        (.46, [("US", 1)]),
        (.16, [("US", .8), ("CA", .2)]),
        (.10, [("GB", 1)]),
        (.09, [("DE", .55), ("FR", .25), ("NL", .2)]),
        (.07, [("GB", .34), ("DE", .22), ("FR", .16), ("ES", .1), ("IT", .1), ("NL", .08)]),
        (.05, [("AU", .6), ("JP", .4)]),
        (.05, [("US", .7), ("GB", .14), ("CA", .08), ("AU", .08)]),
        (.02, [("US", .72), ("BR", .12), ("MX", .08), ("IN", .05), ("ID", .03)]),
    ];

    public static IReadOnlyList<AcmeCountry> Countries { get; } =
        [.. Table.Select((row, i) => new AcmeCountry(i + 1, row.Code, row.Index))];

    public static IReadOnlyList<AcmeCity> Cities { get; } =
    [
        .. Table.SelectMany((row, i) => row.Cities.Select(city => (Country: Countries[i], city)))
            .Select((pair, i) => new AcmeCity(i + 1, pair.Country, pair.city.Region, pair.city.City, pair.city.Share)),
    ];

    /// <summary>The market that a number between 0 and 1 falls on: its cities, and how many of a thousand impressions each has.</summary>
    internal static AcmeCity[] Market(double u)
    {
        var market = MarketTable[Choice.Of(u, MarketTable, row => row.Share)].Countries;
        return Choice.Table(
            from target in market
            from city in Cities
            where city.Country.Code == target.Code
            select (city, target.Share * city.Share));
    }
}
