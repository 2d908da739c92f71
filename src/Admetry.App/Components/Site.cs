using Admetry.App.Workspace;

namespace Admetry.App.Components;

/// <summary>What every page and answer takes from the workspace.</summary>
/// <param name="Name">What people call the workspace.</param>
/// <param name="Currency">The reporting currency, ISO 4217; null: money is shown in the one currency it is in.</param>
/// <param name="Zone">Whose midnight begins a new day.</param>
public sealed record Site(string Name, string? Currency, TimeZoneInfo Zone)
{
    public static Site Of(OpenWorkspace workspace) => new(
        workspace.Settings.Name ?? Path.GetFileName(workspace.Folder.Root), workspace.Settings.Currency,
        TimeZoneInfo.FindSystemTimeZoneById(workspace.Settings.TimeZone));

    public DateOnly Today(TimeProvider clock) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone).DateTime);
}
