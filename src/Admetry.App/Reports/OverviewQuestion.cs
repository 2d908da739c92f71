using Admetry.App.Components;
using Admetry.Metrics;
using Admetry.Storage.Control;

namespace Admetry.App.Reports;

/// <summary>What a report of the overview is about.</summary>
/// <param name="Clients">Codes; empty for all of them.</param>
/// <param name="IsInternal">With what the house earns on its clients; a report of all clients always is.</param>
public sealed record OverviewQuestion(IReadOnlyList<string> Clients, Period Period, Comparison Comparison, bool IsInternal = false)
{
    /// <summary>What people pinned; of it, the report shows what those it is for may read.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];
}
