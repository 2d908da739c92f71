namespace Admetry.Metrics;

/// <summary>Something to break numbers down by, or to filter them by.</summary>
/// <param name="Name">What queries, the API and CSV headers call it.</param>
/// <param name="Title">What people read.</param>
/// <param name="Definition">What one of its keys is, in one sentence.</param>
/// <param name="Part">The part of the day it is, or null where it is no part of time.</param>
public sealed record Dimension(string Name, string Title, string Definition, TimePart? Part = null)
{
    public bool IsTime => Part is not null;

    public override string ToString() => Name;
}

/// <summary>A part of the day that a row speaks of. Weeks are ISO 8601: Monday first.</summary>
public enum TimePart { Date, Week, Month, Quarter, Year, DayOfWeek, FirstDay, LastDay }
