namespace Admetry.Connectors.Exports.Families;

/// <summary>The families that are recognised without any setting. A new one is an entry here, its data, its words and a test.</summary>
public static class FamilyCatalogue
{
    public static IReadOnlyList<Family> All { get; } =
    [
        GoogleAdsFamily.Reports, MetaAdsFamily.AdsManager, .. SearchFamilies.All, .. SocialFamilies.All, .. WebFamilies.All,
            .. MailFamilies.All,
        .. ShopFamilies.All, .. ConnectorFamilies.All, .. SeedFamilies.All(),
    ];

    static readonly HashSet<string> OwnWords = [.. All.SelectMany(family => family.Columns.Keys)];

    /// <summary>Some family or the lexicon knows the word.</summary>
    public static bool Knows(string plain) => Lexicon.Knows(plain) || OwnWords.Contains(plain);
}
