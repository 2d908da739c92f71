namespace Admetry.App.Components;

/// <summary>A day of a calendar.</summary>
/// <param name="Ratio">Beside its plan: 1 is as planned; null where nothing is reported or planned.</param>
/// <param name="Text">The same as people read it.</param>
public sealed record CalendarDay(DateOnly Day, double? Ratio, string Text);
