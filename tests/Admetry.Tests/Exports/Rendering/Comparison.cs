using System.Globalization;
using Admetry.Connectors.Exports;
using Admetry.Connectors.Exports.Families;

namespace Admetry.Tests.Exports.Rendering;

/// <summary>Holds what was read against what was known, row by row and number by number.</summary>
static class Comparison
{
    static readonly Dictionary<Field, Func<Measures, decimal?>> Delivered = new()
    {
        [Field.Spend] = row => row.Spend, [Field.Impressions] = row => row.Impressions, [Field.Clicks] = row => row.Clicks,
        [Field.LinkClicks] = row => row.LinkClicks, [Field.Reach] = row => row.Reach, [Field.LandingPageViews] = row => row.LandingPageViews,
        [Field.Conversions] = row => row.Conversions, [Field.ConversionValue] = row => row.ConversionValue, [Field.Purchases] = row => row.Purchases,
        [Field.PurchaseValue] = row => row.PurchaseValue, [Field.Leads] = row => row.Leads, [Field.AddToCart] = row => row.AddToCart,
        [Field.VideoPlays] = row => row.VideoPlays, [Field.VideoP25Watched] = row => row.VideoP25Watched, [Field.VideoP50Watched] = row => row.VideoP50Watched,
        [Field.VideoP75Watched] = row => row.VideoP75Watched, [Field.VideoP100Watched] = row => row.VideoP100Watched,
        [Field.MeasurableImpressions] = row => row.MeasurableImpressions, [Field.ViewableImpressions] = row => row.ViewableImpressions,
    };

    static readonly Dictionary<Field, Func<EngagementRow, decimal?>> Engaged = new()
    {
        [Field.EmailsSent] = row => row.EmailsSent, [Field.Delivered] = row => row.Delivered, [Field.Opens] = row => row.Opens,
        [Field.EmailClicks] = row => row.Clicks, [Field.HardBounces] = row => row.HardBounces, [Field.SoftBounces] = row => row.SoftBounces,
        [Field.Unsubscribes] = row => row.Unsubscribes, [Field.Complaints] = row => row.Complaints, [Field.Pageviews] = row => row.Pageviews,
        [Field.WebSessions] = row => row.WebSessions, [Field.Engaged] = row => row.Engaged, [Field.DurationSeconds] = row => row.DurationSeconds,
    };

    static readonly (Field Share, Field Whole, Func<EngagementRow, decimal?> Of)[] Shares =
    [
        (Field.OpenRate, Field.EmailsSent, row => row.Opens), (Field.ClickRate, Field.EmailsSent, row => row.Clicks), (Field.BounceRate, Field.WebSessions, row => row.Bounces),
    ];

    static readonly (Field Field, Func<DeliveryRow, string> Of)[] Names =
    [
        (Field.CampaignId, row => row.CampaignId), (Field.CampaignName, row => row.CampaignName), (Field.AdSetId, row => row.AdSetId),
        (Field.AdSetName, row => row.AdSetName), (Field.AdId, row => row.AdId), (Field.AdName, row => row.AdName),
    ];

    static readonly Field[] Splits =
    [
        Field.Device, Field.Country, Field.Age, Field.Gender, Field.Keyword, Field.SearchTerm, Field.MatchType, Field.Network, Field.Region, Field.Placement,
        Field.PublisherPlatform, Field.Segment,
    ];

    /// <summary>The first thing in which the two differ; null when all is equal.</summary>
    public static string? Difference(RenderedFile file, Understood reading)
    {
        var items = reading.Items.ToList();
        if (items.FirstOrDefault(item => item is QuarantinedItem or RejectedItem) is { } bad)
            return $"{bad}";
        if (items.OfType<ControlTotalItem>().FirstOrDefault(total => total is { IsBinding: true, Holds: false, IsWithinRounding: false }) is { } broken)
            return $"{broken}";
        var wanted = file.Table.Rows.Where(row => IsCounted(file.Family, row)).ToList();
        var read = items.Where(item => item is DeliveryItem or EngagementItem or RevenueItem).ToList();
        return wanted.Count != read.Count
            ? $"{read.Count} rows for {wanted.Count}: {string.Join(" | ", items.OfType<FilteredItem>().Take(4))}"
            : wanted.Zip(read).Select((pair, at) => Difference(file, pair.First, pair.Second) is { } what ? $"row {at + 1}: {what}" : null).FirstOrDefault(what => what is not null);
    }

    /// <summary>Whether every accepted row is a known one, in the known order; the others were held back.</summary>
    public static bool HasOnlyKnownRows(RenderedFile file, Understood reading)
    {
        var wanted = file.Table.Rows.Where(row => IsCounted(file.Family, row)).GetEnumerator();
        return reading.Items.Where(item => item is DeliveryItem or EngagementItem or RevenueItem).All(item =>
        {
            while (wanted.MoveNext())
            {
                if (Difference(file, wanted.Current, item) is null)
                    return true;
            }
            return false;
        });
    }

    /// <summary>Whether every number that was read is the known one: a measure may be missing, and a name, but none is another.</summary>
    public static bool HasNoOtherNumbers(RenderedFile file, Understood reading)
    {
        var wanted = file.Table.Rows.Where(row => IsCounted(file.Family, row)).ToList();
        var read = reading.Items.Where(item => item is DeliveryItem or EngagementItem or RevenueItem).ToList();
        return wanted.Count == read.Count && wanted.Zip(read).All(pair => pair.Second switch
        {
            DeliveryItem delivery => (delivery.Row.First, delivery.Row.Last) == (pair.First.Days.First, pair.First.Days.Last)
                && Delivered.All(measure => IsKnownOrNone(measure.Value(delivery.Row.Measures), Wanted(file, pair.First, measure.Key))),
            EngagementItem engagement => engagement.Row.Day == pair.First.Days.First
                && Engaged.All(measure => IsKnownOrNone(measure.Value(engagement.Row), pair.First.Number(measure.Key))),
            _ => Difference(file, pair.First, pair.Second) is null,
        });
    }

    static bool IsKnownOrNone(decimal? read, decimal? wanted) => (read ?? 0) == 0 || read == wanted;

    static bool IsCounted(Family family, KnownRow row) =>
        family.Status is not { } rule || !row.Texts.TryGetValue(Field.OrderStatus, out var status) || rule.Counted.Contains(status);

    static string? Difference(RenderedFile file, KnownRow wanted, ReadItem item) => item switch
    {
        DeliveryItem delivery => Difference(file, wanted, delivery.Row),
        EngagementItem engagement => Difference(file, wanted, engagement.Row),
        RevenueItem revenue => Difference(file, wanted, revenue.Row),
        _ => "a row of another kind",
    };

    static string? Difference(RenderedFile file, KnownRow wanted, DeliveryRow row)
    {
        if ((row.First, row.Last) != (wanted.Days.First, wanted.Days.Last))
            return $"{wanted.Days} was read as {row.First:O}..{row.Last:O}";
        if (file.Currency is not null && row.Account.Currency != file.Currency)
            return $"currency {file.Currency} was read as {row.Account.Currency}";
        foreach (var (field, of) in Names)
        {
            if (of(row) != wanted.Texts.GetValueOrDefault(field, ""))
                return $"{field} {wanted.Texts.GetValueOrDefault(field, "")} was read as {of(row)}";
        }
        var places = string.Join('\n', row.Segment, row.Value1, row.Value2);
        if (Splits.FirstOrDefault(field => wanted.Texts.TryGetValue(field, out var text) && !places.Contains(text, StringComparison.OrdinalIgnoreCase)) is var lost and not Field.Unknown)
            return $"{lost} {wanted.Texts[lost]} is lost";
        return Delivered.Select(measure => Unequal(measure.Key, Wanted(file, wanted, measure.Key), measure.Value(row.Measures), file.Family.HasActions))
            .FirstOrDefault(what => what is not null);
    }

    static string? Difference(RenderedFile file, KnownRow wanted, EngagementRow row)
    {
        if (row.Day != wanted.Days.First)
            return $"{wanted.Days} was read as {row.Day:O}";
        if (row.CampaignName != wanted.Texts.GetValueOrDefault(Field.CampaignName, "") || row.CampaignId != wanted.Texts.GetValueOrDefault(Field.CampaignId, ""))
            return $"campaign {wanted.Texts.GetValueOrDefault(Field.CampaignName)} was read as {row.CampaignName}";
        foreach (var (share, whole, of) in Shares.Where(share => wanted.Numbers.ContainsKey(share.Share)))
        {
            var count = wanted.Number(share) * wanted.Number(whole) is { } product ? (decimal?)decimal.Round(product, MidpointRounding.AwayFromZero) : null;
            if (Unequal(share, count, of(row), false) is { } wrong)
                return wrong;
        }
        var seconds = wanted.Number(Field.DurationSeconds) ?? wanted.Number(Field.AverageDuration) * wanted.Number(Field.WebSessions);
        return Engaged.Where(measure => Shares.All(share => !wanted.Numbers.ContainsKey(share.Share) || measure.Key is not (Field.Opens or Field.EmailClicks)))
            .Select(measure => Unequal(measure.Key, measure.Key is Field.DurationSeconds ? seconds : wanted.Number(measure.Key), measure.Value(row), false))
            .FirstOrDefault(what => what is not null);
    }

    static string? Difference(RenderedFile file, KnownRow wanted, RevenueRow row) =>
        row.Day != wanted.Days.First ? $"{wanted.Days} was read as {row.Day:O}"
        : file.Currency is not null && row.Currency != file.Currency ? $"currency {file.Currency} was read as {row.Currency}"
        : row.OrderId != wanted.Texts.GetValueOrDefault(Field.OrderId, "") ? $"order {wanted.Texts[Field.OrderId]} was read as {row.OrderId}"
        : Unequal(Field.Amount, wanted.Number(Field.Amount) - (wanted.Number(Field.Refunded) ?? 0), row.Amount, false);

    /// <summary>What the row counts, where Meta's files count conversions as results, purchases or leads.</summary>
    static decimal? Wanted(RenderedFile file, KnownRow row, Field field) => field switch
    {
        _ when !file.Family.HasActions || row.Numbers.ContainsKey(field) => row.Number(field),
        Field.Conversions or Field.Purchases when row.Numbers.ContainsKey(Field.Results) => row.Number(Field.Results),
        Field.Conversions when row.Numbers.ContainsKey(Field.Purchases) => row.Number(Field.Purchases),
        Field.Conversions => row.Number(Field.Leads),
        Field.ConversionValue => row.Number(Field.PurchaseValue),
        _ => null,
    };

    static string? Unequal(Field field, decimal? wanted, decimal? read, bool isBlankZero) =>
        wanted == read || (isBlankZero && (wanted ?? 0) == (read ?? 0)) ? null
        : string.Create(CultureInfo.InvariantCulture, $"{field} {wanted?.ToString(CultureInfo.InvariantCulture) ?? "blank"} was read as {read?.ToString(CultureInfo.InvariantCulture) ?? "blank"}");
}
