using Microsoft.AspNetCore.Mvc;

namespace Admetry.App.Pages;

/// <summary>Keeps the colour theme someone chose, and leads back to where they were.</summary>
public static class ThemeEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/theme", Choose).ExcludeFromDescription();

    static IResult Choose(HttpContext context, [FromForm] string theme, [FromForm] string back)
    {
        context.Response.Cookies.Append(Theme.Cookie, Theme.Known(theme) ?? "auto", new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
        });
        return Results.LocalRedirect(LocalPath.Or(back, "/"));
    }
}
