namespace Admetry.App.Components;

/// <summary>One thing to choose from a list.</summary>
/// <param name="Value">What the address holds.</param>
/// <param name="Title">What people read.</param>
public sealed record Choice(string Value, string Title);
