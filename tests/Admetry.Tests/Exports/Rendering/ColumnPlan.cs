using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Tests.Exports.Rendering;

/// <summary>A column of a rendered file. Its field is Rate or Attribute where it is not loaded, Unknown where nobody knows it.</summary>
/// <param name="IsText">Of a column without a place: whether its cells are words.</param>
sealed record PlannedColumn(string Header, Field Field, string? Unit = null, bool IsText = false);

/// <summary>Chooses which columns a rendered file has: what the family is known by, days, entities, measures, and others.</summary>
sealed class ColumnPlan
{
    static readonly Field[] Dates = [Field.Day, Field.FirstDay, Field.Days, Field.Week, Field.Month];

    static readonly Field[] Splits =
    [
        Field.Device, Field.Country, Field.Age, Field.Gender, Field.Keyword, Field.SearchTerm, Field.MatchType, Field.Network, Field.Region,
        Field.Placement, Field.PublisherPlatform, Field.Segment, Field.Channel,
    ];

    static readonly string[] UnknownNumbers = ["Zufallszahl", "My weighted index", "Puntos propios", "Qx 17"];
    static readonly string[] UnknownTexts = ["Bemerkung der Kollegin", "My own note", "Etiqueta propia"];

    readonly Family family;
    readonly Random random;
    readonly IReadOnlyList<KnownColumn> words;
    readonly List<PlannedColumn> columns = [];
    readonly HashSet<string> taken = [];
    int dialectWords;

    public ColumnPlan(Family family, Random random)
    {
        (this.family, this.random) = (family, random);
        Language = FamilyWords.Language(family, random);
        words = [.. FamilyWords.Of(family, Language).Where(word => !family.Never.Contains(PlainText.Of(word.Name)))];
    }

    public string Language { get; }

    /// <summary>The days stand above the header and in no column.</summary>
    public bool DaysAreAbove { get; private set; }

    public IReadOnlyList<PlannedColumn> Choose()
    {
        foreach (var need in family.Needs)
            Take(need);
        foreach (var sign in family.Signs.Where(sign => family.Threshold > 1 || random.Next(2) is 0))
            Take(sign);
        ChooseDays();
        ChooseEntities();
        ChooseMeasures();
        foreach (var group in family.Required.Where(group => !group.Any(Has)))
            Add(group.First(Knows));
        Some(Splits, 2, 4);
        Some([Field.AccountName, Field.AccountId, Field.Currency, Field.CampaignStatus, Field.Objective], 1, 2);
        if (family.Target is Target.Revenue)
            Some([Field.OrderId, Field.OrderStatus, Field.Refunded], 1, 1);
        Others();
        while (family.Dialect is { Length: > 0 } && dialectWords < 3 && words.Where(IsFurther).ToList() is { Count: > 0 } further)
            Put(further[random.Next(further.Count)]);
        var shuffled = columns.ToArray();
        if (random.Next(3) > 0)
            random.Shuffle(shuffled);
        return shuffled;
    }

    bool IsFurther(KnownColumn word) => word.IsOfDialect && word.Field is Field.Rate or Field.Attribute && !taken.Contains(PlainText.Of(word.Name));

    bool Knows(Field field) => words.Any(word => word.Field == field);

    bool Has(Field field) => columns.Any(column => column.Field == field);

    void Take(Sign sign)
    {
        if (sign.Names.Any(taken.Contains))
            return;
        var free = sign.Names.Where(name => words.FirstOrDefault(word => PlainText.Of(word.Name) == name) is not { } word
            || word.Field is Field.Rate or Field.Attribute or Field.Segment || !Has(word.Field)).ToList();
        if (free.Count is 0)
            return;
        var chosen = free[random.Next(free.Count)];
        Put(words.FirstOrDefault(word => PlainText.Of(word.Name) == chosen) ?? new(chosen, Field.Unknown));
    }

    void ChooseDays()
    {
        if (Has(Field.FirstDay) && !Has(Field.LastDay) && (!family.FirstDayIsDay || random.Next(2) is 0))
            Add(Field.LastDay);
        if (Dates.Any(Has))
            return;
        var ways = Dates.Where(Knows).Where(way => way is not Field.FirstDay || Knows(Field.LastDay))
            .Where(way => family.Target is Target.Delivery || way is Field.Day).ToList();
        if (Knows(Field.Day))
            ways.AddRange([Field.Day, Field.Day, Field.Day, Field.Day]);
        DaysAreAbove = family.Name is "google_ads_ui" && random.Next(5) is 0;
        if (DaysAreAbove)
            return;
        var way = ways[random.Next(ways.Count)];
        Add(way);
        if (way is Field.FirstDay)
            Add(Field.LastDay);
    }

    void ChooseEntities()
    {
        var finest = random.Next(3);
        (Field Name, Field Id)[] levels = [(Field.CampaignName, Field.CampaignId), (Field.AdSetName, Field.AdSetId), (Field.AdName, Field.AdId)];
        foreach (var (name, id) in levels.Take(finest + 1))
        {
            var both = new[] { name, id }.Where(Knows).ToArray();
            if (both.Length > 0 && !both.Any(Has))
                Add(both[random.Next(both.Length)]);
            Some(both, 1, 3);
        }
    }

    void ChooseMeasures()
    {
        if (Knows(Field.Spend) && !Has(Field.Spend))
            Add(Field.Spend);
        var kinds = Enum.GetValues<Field>().Where(field => field.IsDelivery() || field.IsEngagement() || field is Field.Amount)
            .Where(field => field is not Field.Results && Knows(field)).ToArray();
        Some(kinds.Where(field => field is Field.Impressions or Field.Clicks or Field.WebSessions or Field.EmailsSent).ToArray(), 4, 5);
        Some([.. kinds.Where(field => !Overlaps(field))], 1, 2);
        if (family.HasActions && Knows(Field.Results) && Knows(Field.ResultIndicator) && random.Next(4) is 0)
        {
            columns.RemoveAll(column => column.Field is Field.Purchases or Field.Leads or Field.Conversions or Field.PurchaseValue or Field.ConversionValue);
            Add(Field.Results);
            Add(Field.ResultIndicator);
        }
        // A share is of something.
        foreach (var (share, whole) in new[] { (Field.OpenRate, Field.EmailsSent), (Field.ClickRate, Field.EmailsSent), (Field.BounceRate, Field.WebSessions), (Field.AverageDuration, Field.WebSessions) })
        {
            if (Has(share) && !Has(whole))
                Add(whole);
        }
    }

    // What one field says when another is blank is the reader's choice; files that have both are other tests' matter.
    bool Overlaps(Field field) => family.HasActions && field is Field.Conversions or Field.ConversionValue or Field.ThruPlays or Field.VideoViews3Seconds
        || (field is Field.DurationSeconds or Field.Opens or Field.EmailClicks && (Knows(Field.OpenRate) || Knows(Field.AverageDuration)));

    void Others()
    {
        var spare = words.Where(word => word.Field is Field.Rate or Field.Attribute && PlainText.Of(word.Name) is var plain && !taken.Contains(plain)
            && !Tells(plain)).ToList();
        for (var i = random.Next(4); i > 0 && spare.Count > 0; i--)
            Put(spare[random.Next(spare.Count)]);
        if (random.Next(3) is 0)
            columns.Add(new(UnknownNumbers[random.Next(UnknownNumbers.Length)], Field.Unknown));
        if (random.Next(4) is 0)
            columns.Add(new(UnknownTexts[random.Next(UnknownTexts.Length)], Field.Unknown, null, true));
    }

    /// <summary>The column is what another kind of file of the platform is known by.</summary>
    bool Tells(string plain) => FamilyCatalogue.All.Any(other => other.Platform == family.Platform && other.Needs.Any(need => need.Names.Contains(plain)))
        && !family.Needs.Any(need => need.Names.Contains(plain));

    void Some(Field[] fields, int of, int among)
    {
        foreach (var field in fields)
        {
            if (Knows(field) && !Has(field) && random.Next(among) < of)
                Add(field);
        }
    }

    void Add(Field field)
    {
        var names = words.Where(word => word.Field == field && !taken.Contains(PlainText.Of(word.Name))).ToList();
        // Money is what platforms name each in their own way.
        if (field is Field.Spend && names.Any(word => word.IsOfDialect))
            names.RemoveAll(word => !word.IsOfDialect);
        if (names.Count > 0)
            Put(names[random.Next(names.Count)]);
    }

    void Put(KnownColumn word)
    {
        if (!taken.Add(PlainText.Of(word.Name)))
            return;
        dialectWords += word.IsOfDialect ? 1 : 0;
        columns.Add(new(FamilyWords.Styled(family, word.Name, random), word.Field, word.Unit, word.Field is Field.Attribute && random.Next(2) is 0));
    }
}
