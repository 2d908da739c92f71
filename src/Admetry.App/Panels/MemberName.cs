using System.Text.RegularExpressions;
using Admetry.Metrics;

namespace Admetry.App.Panels;

/// <summary>What people call a member of a dimension that has no name but its key.</summary>
public static partial class MemberName
{
    /// <summary>Dimensions whose members are words of a small vocabulary; all others hold names, which stay as somebody wrote them.</summary>
    static readonly HashSet<Dimension> Words =
    [
        Dimensions.Platform, Dimensions.Channel, Dimensions.CampaignStatus, Dimensions.Objective, Dimensions.Format, Dimensions.PublisherTier, Dimensions.PublisherCategory,
        Dimensions.DealType, Dimensions.Placement, Dimensions.Position, Dimensions.Device, Dimensions.Age, Dimensions.Gender, Dimensions.Interest, Dimensions.MatchType,
        Dimensions.ActionType, Dimensions.AttributionWindow, Dimensions.ReportedChannel,
    ];

    /// <summary><c>add_to_cart</c> becomes <c>Add to cart</c>, <c>7d_click</c> <c>7-day click</c>; nothing is <c>Unknown</c>.</summary>
    public static string Of(Dimension dimension, string key)
    {
        if (key is "")
            return "Unknown";
        if (!Words.Contains(dimension))
            return key;
        if (key is "ctv" or "pmp")
            return key.ToUpperInvariant();

        var text = Window().Replace(key, "$1-day $2").Replace('_', ' ');
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    [GeneratedRegex("^([0-9]+)d_(click|view)$")]
    private static partial Regex Window();
}
