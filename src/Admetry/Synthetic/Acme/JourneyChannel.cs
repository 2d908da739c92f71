namespace Admetry.Synthetic.Acme;

/// <summary>What a channel does in a journey.</summary>
public enum JourneyRole : byte { Introducer, Nurturer, Closer }

/// <summary>A channel that touches people on their way to an order, with what it truly does.</summary>
/// <param name="Share">Of its role's touches.</param>
/// <param name="Effect">The chance that a touch on the day of decision brings the order: the truth that attribution is held against.</param>
/// <param name="Format">Of the exchange's campaign it shows; null outside the exchange.</param>
/// <param name="TouchType">impression, click, email or visit.</param>
/// <param name="Cost">Of a touch, in US dollars.</param>
public sealed record JourneyChannel(
    string Name, Platform Platform, JourneyRole Role, double Share, double Effect, AdFormat? Format, string TouchType, decimal Cost)
{
    /// <summary>Orders that no touch brings, for each journey.</summary>
    public const double BaseRate = .008;

    /// <summary>Of the people a channel would touch, one in ten is left alone so that its effect can be measured.</summary>
    public const double HoldoutShare = .10;

    /// <summary>Days after which a touch has half its effect.</summary>
    public const double HalfLife = 14;

    // Where a journey starts, and where it goes from each role.
    static readonly Distribution First = new(.84, .13, .03);
    static readonly Distribution[] Next = [new(.13, .37, .50), new(.04, .30, .66), new(.02, .12, .86)];

    public static IReadOnlyList<JourneyChannel> All { get; } =
    [
        new("display", Platform.Acme, JourneyRole.Introducer, .50, .030, AdFormat.Banner, "impression", .0022m),
        new("ctv", Platform.Acme, JourneyRole.Introducer, .26, .050, AdFormat.Ctv, "impression", .0250m),
        new("video", Platform.Acme, JourneyRole.Introducer, .24, .035, AdFormat.Video, "impression", .0110m),
        new("paid_social", Platform.Meta, JourneyRole.Nurturer, .42, .038, null, "click", 1.7200m),
        new("email", Platform.Email, JourneyRole.Nurturer, .34, .045, null, "email", .0010m),
        new("organic_social", Platform.Web, JourneyRole.Nurturer, .24, .015, null, "visit", 0),
        new("paid_search", Platform.Google, JourneyRole.Closer, .50, .005, null, "click", 2.6900m),
        new("retargeting", Platform.Criteo, JourneyRole.Closer, .40, .0125, null, "click", .6300m),
        new("affiliate", Platform.Other, JourneyRole.Closer, .10, .010, null, "visit", .4000m),
    ];

    static readonly (int[] Channels, Distribution Shares)[] OfRole =
    [
        .. Enum.GetValues<JourneyRole>().Select(role => All.Index().Where(pair => pair.Item.Role == role).ToList())
            .Select(channels => (channels.Select(pair => pair.Index).ToArray(), new Distribution([.. channels.Select(pair => pair.Item.Share)]))),
    ];

    /// <summary>The role of a touch: of the first where nothing went before.</summary>
    internal static int RoleAfter(int? before, double u) => (before is { } role ? Next[role] : First).At(u);

    /// <summary>A channel of a role, as its number in <see cref="All"/>.</summary>
    internal static int Of(int role, double u) => OfRole[role].Channels[OfRole[role].Shares.At(u)];
}
