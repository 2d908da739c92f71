namespace Admetry.App.Components;

/// <summary>A flight along time.</summary>
/// <param name="Days">From its first day to its last.</param>
/// <param name="Spent">Of its budget, 0 to 1 and beyond; null where it has none.</param>
/// <param name="State">How it paces, in a word.</param>
/// <param name="Amounts">Spent of budget, as people read it.</param>
/// <param name="Link">Where it is told in full; null for nowhere.</param>
public sealed record FlightBar(string Name, string Owner, DateRange Days, double? Spent, string State, DeltaTone Tone, string Amounts, string? Link);
