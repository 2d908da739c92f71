namespace Admetry.App.Components;

/// <summary>How the catalogue's titles stand within a sentence.</summary>
public static class Wording
{
    /// <summary>In small letters, but for abbreviations: <c>Gross billed</c> becomes <c>gross billed</c>, <c>CTR</c> stays.</summary>
    public static string InText(this string title) => string.Join(' ', title.Split(' ').Select(word => word.Count(char.IsUpper) > 1 ? word : word.ToLowerInvariant()));
}
