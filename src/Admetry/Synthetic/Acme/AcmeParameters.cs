using System.Globalization;
using System.Text.Json;

namespace Admetry.Synthetic.Acme;

/// <summary>What ACME Corp is a function of: the same parameters give the same company, row for row, on every machine.</summary>
/// <param name="Seed">Two seeds give two companies.</param>
/// <param name="Rows">Auctions, won and lost together; 1 to 4,000,000,000.</param>
/// <param name="Weight">How many impressions one auction row stands for. Counts and money grow with it, rows do not.</param>
public sealed record AcmeParameters(int Seed, long Rows, int Weight)
{
    /// <summary>What the payload calls its generator.</summary>
    public const string Generator = "acme";

    /// <summary>Raised whenever the same parameters would give other rows.</summary>
    public const int Version = 2;

    public const int DefaultSeed = 42;
    public const long DefaultRows = 1_000_000;

    const long MostRows = 4_000_000_000;
    const int MostWeight = 5_000;
    const long WeightlessFrom = 10_000_000;

    /// <summary>The first day of data.</summary>
    public static DateOnly First { get; } = new(2020, 1, 1);

    /// <summary>The last day of data: nothing is known of what happened after it.</summary>
    public static DateOnly Last { get; } = new(2024, 12, 31);

    /// <summary>Five years, day by day.</summary>
    public static DateRange Days { get; } = new(First, Last);

    /// <summary>1,827.</summary>
    public static int DayCount { get; } = Last.DayNumber - First.DayNumber + 1;

    /// <summary>A row of up to ten million stands for a mille, so that few rows still make a believable company.</summary>
    public static int DefaultWeight(long rows) => rows > WeightlessFrom ? 1 : 1_000;

    /// <summary>How many advertisers, campaigns and publishers there are: small up to 100,000 rows, large beyond ten million.</summary>
    public AcmeSize Size => Rows <= 100_000 ? AcmeSize.Small : Rows <= WeightlessFrom ? AcmeSize.Medium : AcmeSize.Large;

    /// <summary>What is wrong with them; null when nothing is.</summary>
    public string? Problem => Rows is < 1 or > MostRows
        ? string.Create(CultureInfo.InvariantCulture, $"--rows {Rows} is not between 1 and {MostRows}.")
        : Weight is < 1 or > MostWeight
            ? string.Create(CultureInfo.InvariantCulture, $"--weight {Weight} is not between 1 and {MostWeight}.")
            : null;

    /// <summary>The payload that lands: one line of JSON, equal for equal parameters.</summary>
    public string ToJson() => string.Create(CultureInfo.InvariantCulture,
        $$"""{"generator":"{{Generator}}","version":{{Version}},"seed":{{Seed}},"rows":{{Rows}},"weight":{{Weight}}}""");

    /// <summary>Reads a payload back.</summary>
    /// <exception cref="FormatException">It is no payload of this generator, or of another version of it.</exception>
    public static AcmeParameters Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.GetProperty("generator").GetString() is not Generator)
                throw new FormatException("The payload names another generator.");
            if (root.GetProperty("version").GetInt32() is var version && version != Version)
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"The payload is of version {version} of the generator, this program has {Version}."));
            return new(root.GetProperty("seed").GetInt32(), root.GetProperty("rows").GetInt64(), root.GetProperty("weight").GetInt32());
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("The payload is no description of a generated company.", error);
        }
    }
}

/// <summary>How many of each there are.</summary>
/// <param name="PlacementsEach">Of each publisher.</param>
public sealed record AcmeSize(int Advertisers, int Campaigns, int Publishers, int PlacementsEach)
{
    public static AcmeSize Small { get; } = new(25, 120, 80, 3);
    public static AcmeSize Medium { get; } = new(60, 480, 300, 5);
    public static AcmeSize Large { get; } = new(200, 2_400, 1_000, 6);
}
