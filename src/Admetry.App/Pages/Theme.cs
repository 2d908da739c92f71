namespace Admetry.App.Pages;

/// <summary>The colour theme: what a cookie or the address chose, else the system's.</summary>
public static class Theme
{
    public const string Cookie = "admetry-theme";

    /// <summary>light, dark or auto.</summary>
    public static string Of(HttpContext? context) =>
        Known(context?.Request.Query["theme"]) ?? Known(context?.Request.Cookies[Cookie]) ?? "auto";

    /// <returns>Null for anything else.</returns>
    internal static string? Known(string? text) => text is "light" or "dark" or "auto" ? text : null;
}
