using System.Globalization;
using Admetry.Statistics;

namespace Admetry.Synthetic;

/// <summary>A made-up client and how it advertises; a function of the seed and its number alone.</summary>
/// <param name="Number">Counted from 101, as in its code.</param>
/// <param name="Size">Around 1; most of what a client does grows with it.</param>
sealed record MockClient(int Number, string Name, string Industry, string Manager, DateOnly SignupDate, double Size)
{
    const int FirstNumber = 101;

    static readonly string[] Places = ["North Shore", "Blue Harbor", "Cedar Hill", "Golden Gate", "Silver Lake",
        "Stone Bridge", "Maple Grove", "Red Rock"];
    static readonly string[] Trades = ["Outfitters", "Coffee", "Furniture", "Pharmacy", "Cycles", "Books", "Travel", "Garden"];
    static readonly string[] Industries = ["Retail", "Food", "Home", "Health", "Sports", "Media", "Travel", "Garden"];
    static readonly string[] Managers = ["Ana Silva", "Ben Carter", "Chloe Martin", "Dev Patel"];

    public string Code => string.Create(CultureInfo.InvariantCulture, $"C{Number}");

    public int GoogleCampaigns => 2 + (Number % 2);

    public int FacebookCampaigns => 1 + (Number % 3);

    public static MockClient Create(int seed, int index)
    {
        var random = new CounterRandom(seed);
        var trade = (int)(random.Uniform(index, 2) * Trades.Length);
        return new(
            FirstNumber + index, $"{random.Pick(Places, index, 1)} {Trades[trade]}", Industries[trade],
                random.Pick(Managers, index, 3),
            new DateOnly(2021, 1, 1).AddDays((int)random.Between(0, 1000, index, 4)), random.Between(0.6, 1.8, index, 5));
    }

    public string Line =>
        string.Create(CultureInfo.InvariantCulture, $"{Code},{Name},{Industry},{Manager},{SignupDate:yyyy-MM-dd}");
}
