using Admetry.App.Panels;
using Admetry.Metrics;

namespace Admetry.App.Reports;

/// <summary>A page as a client may have it: without what the house earns on the client and pays to others.</summary>
static class ClientEdition
{
    static readonly Measure[] Books = [Measure.GrossBilled, Measure.PublisherPayout, Measure.ThirdPartyCost];

    /// <summary>Tiles, panels and columns of the house's own books are gone, not hidden.</summary>
    public static PageSpec Of(PageSpec page) => page with
    {
        Tiles = [.. page.Tiles.Where(IsForClients)],
        Panels = [.. page.Panels.Select(panel => ShownMetrics.Only(panel, IsForClients)).OfType<Panel>()],
        Subject = page.Subject is { } subject && IsForClients(subject) ? subject : null,
    };

    /// <summary>What is billed belongs to the books too: beside the spend it tells the fee.</summary>
    public static bool IsForClients(Metric metric) => !metric.Leaves.OfType<Total>().Any(leaf =>
        Books.Contains(leaf.Measure));
}
