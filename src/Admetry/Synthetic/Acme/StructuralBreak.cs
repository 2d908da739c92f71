namespace Admetry.Synthetic.Acme;

/// <summary>Where a level or a slope changed for good, or for long: the truth that detectors of breaks are held against.</summary>
/// <param name="Measure">What it shows in.</param>
/// <param name="First">The first day of the new level; of a drift, the first day of data.</param>
/// <param name="Last">The last day of it; null where it stays.</param>
/// <param name="Before">The level before; of a drift, nothing.</param>
/// <param name="After">The level from then on, or the change a year.</param>
public sealed record StructuralBreak(string Kind, string Measure, DateOnly First, DateOnly? Last, double Before, double After)
{
    /// <summary>The same in every company.</summary>
    public static IReadOnlyList<StructuralBreak> All { get; } =
    [
        new("pandemic", "media_cost", AcmeCalendar.PandemicFirst, AcmeCalendar.PandemicLast, 1, AcmeCalendar.PandemicLevel),
        new("open_rate", "opens_of_delivered", NewsletterDraw.PrefetchFrom, null, NewsletterDraw.OpenRate, NewsletterDraw.PrefetchedOpenRate),
        new("first_price", "second_priced_share_of_open_wins", AcmeCalendar.FirstPriceFrom, null, AcmeCalendar.SecondPriceShare, 0),
        new("buy_take_rate", "fee_of_gross_a_year", AcmeParameters.First, null, 0, AcmeFees.BuyDrift),
        new("sell_take_rate", "fee_of_media_a_year", AcmeParameters.First, null, 0, AcmeFees.SellDrift),
    ];
}
