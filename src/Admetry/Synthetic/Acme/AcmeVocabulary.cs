namespace Admetry.Synthetic.Acme;

/// <summary>What a campaign shows.</summary>
public enum AdFormat : byte { Banner, Native, Video, Ctv }

/// <summary>How an impression is sold; the numbers the warehouse keeps.</summary>
public enum AuctionType : byte { Open = 1, Pmp = 2, Direct = 3 }

/// <summary>Devices under OpenRTB's numbers.</summary>
public enum DeviceType : byte { Desktop = 2, Ctv = 3, Mobile = 4, Tablet = 5 }

/// <summary>What a campaign is for.</summary>
public enum Objective : byte { Awareness, Performance, Retargeting }

/// <summary>What the advertiser pays for.</summary>
public enum BillingModel : byte { Cpm, Cpc, Cpa, Cpcv }

/// <summary>How good a publisher is; MFA is made for advertising.</summary>
public enum PublisherTier : byte { A, B, C, Mfa }

/// <summary>What a conversion is.</summary>
public enum ConversionType : byte { Purchase = 1, Signup = 2, Install = 3 }

/// <summary>An industry with how it differs from the average advertiser.</summary>
/// <param name="Share">Of advertisers.</param>
/// <param name="OrderValue">The median order in US dollars.</param>
/// <param name="Weekend">How much of a weekday's delivery a weekend day has.</param>
public sealed record AcmeIndustry(string Name, double Share, double Price, double Ctr, double Cvr, double OrderValue, double Weekend = 1);

/// <summary>A format with its levels.</summary>
/// <param name="BasePrice">CPM of an average impression in the United States, in US dollars.</param>
/// <param name="Ctr">Clicks for each impression of average circumstance.</param>
/// <param name="Viewable">Of measurable impressions in an average place.</param>
/// <param name="Quartiles">Of started videos, the share that reaches each quartile; empty without video.</param>
public sealed record AcmeFormat(
    AdFormat Format, string CreativeType, double Share, double BasePrice, double Ctr, double Viewable, double GivtShare, double SivtShare,
    IReadOnlyList<double> Quartiles, IReadOnlyList<(DeviceType Device, double Share)> Devices, IReadOnlyList<(int Width, int Height)> Sizes);

/// <summary>The words and levels that ACME Corp is made of.</summary>
public static class AcmeVocabulary
{
    public static IReadOnlyList<AcmeIndustry> Industries { get; } =
    [
        new("Retail", .16, 1.00, 1.05, 1.10, 78), new("Fashion", .11, .95, 1.15, 1.05, 84), new("Travel", .10, 1.05, 1.10, .75, 390),
        new("Finance", .10, 1.25, .85, .80, 260), new("Technology", .10, 1.12, .95, .90, 240, .8), new("Automotive", .07, 1.15, .90, .70, 180),
        new("Health", .08, 1.05, .90, 1.00, 96), new("Food & Beverage", .09, .90, 1.00, 1.25, 42), new("Entertainment", .08, .95, 1.20, 1.10, 36),
        new("Home & Garden", .05, .98, 1.00, .95, 132), new("Education", .03, 1.00, .95, .90, 220), new("Business Services", .03, 1.30, .80, .70, 420, .45),
    ];

    public static IReadOnlyList<AcmeFormat> Formats { get; } =
    [
        new(AdFormat.Banner, "banner", .44, 2.15, .00100, .66, .006, .005, [],
            [(DeviceType.Desktop, .34), (DeviceType.Mobile, .56), (DeviceType.Tablet, .10)],
            [(300, 250), (728, 90), (160, 600), (300, 600), (970, 250), (320, 50), (320, 100), (336, 280)]),
        new(AdFormat.Native, "native", .20, 4.4, .00300, .70, .006, .004, [],
            [(DeviceType.Desktop, .25), (DeviceType.Mobile, .66), (DeviceType.Tablet, .09)],
            [(1200, 628), (1080, 1080), (1080, 1350), (300, 250)]),
        new(AdFormat.Video, "video", .22, 11, .00350, .80, .007, .006, [.86, .78, .72, .67],
            [(DeviceType.Desktop, .33), (DeviceType.Mobile, .57), (DeviceType.Tablet, .10)],
            [(640, 360), (1280, 720), (1920, 1080), (1080, 1920)]),
        new(AdFormat.Ctv, "video", .14, 22.5, .00015, .918, .008, .010, [.985, .975, .965, .955],
            [(DeviceType.Ctv, 1)], [(1920, 1080), (1280, 720)]),
    ];

    /// <summary>What publishers write about, in the words of IAB’s content taxonomy 3.1.</summary>
    public static IReadOnlyList<string> Categories { get; } =
    [
        "Automotive", "Entertainment", "Family and Relationships", "Food & Drink", "Healthy Living", "Home & Garden", "Business and Finance",
        "Politics", "Personal Finance", "Sports", "Style & Fashion", "Technology & Computing", "Travel", "Video Gaming",
    ];

    public static AcmeFormat Of(AdFormat format) => Formats[(int)format];
}
