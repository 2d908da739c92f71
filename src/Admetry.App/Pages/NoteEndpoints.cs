using Admetry.Metrics;
using Admetry.Storage.Control;
using Microsoft.AspNetCore.Mvc;

namespace Admetry.App.Pages;

/// <summary>Pins a note and takes one away, and leads back to where it was asked for.</summary>
public static class NoteEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/notes", Pin).ExcludeFromDescription();
        app.MapPost("/notes/{id:long}/remove", Remove).ExcludeFromDescription();
    }

    static IResult Pin(
        NoteBoard board, Principal principal, TimeProvider clock, [FromForm] string? text, [FromForm] string? first, [FromForm] string? last,
        [FromForm] string? by, [FromForm] string? of, [FromForm] string? client, [FromForm] string? back)
    {
        if (!board.MayWrite(principal))
            return Results.LocalRedirect("/notes");
        var member = Dimensions.Find(by ?? "") is { } dimension && !string.IsNullOrEmpty(of) ? (dimension.Name, of) : ((string, string)?)null;
        var days = member is null && DateRange.TryParse(string.IsNullOrEmpty(last) ? first : $"{first}..{last}", out var pinned) ? pinned : (DateRange?)null;
        var said = (text ?? "").Trim();
        if (said is "" || said.Length > NoteStore.LongestText || (member is null && days is null))
            return Results.LocalRedirect($"/notes?problem={(said is "" ? "empty" : said.Length > NoteStore.LongestText ? "long" : "days")}&{Again(first, last, by, of, back)}");

        board.Store!.Add(new(0, days, member?.Item1, member?.Item2, string.IsNullOrEmpty(client) ? null : client, said, principal.Name, clock.GetUtcNow()));
        return Results.LocalRedirect(LocalPath.Or(back, "/notes"));
    }

    static IResult Remove(long id, NoteBoard board, Principal principal)
    {
        if (board.MayWrite(principal))
            board.Store!.Remove(id);
        return Results.LocalRedirect("/notes");
    }

    static string Again(string? first, string? last, string? by, string? of, string? back) => string.Join('&',
        new[] { ("days", string.IsNullOrEmpty(last) ? first : $"{first}..{last}"), ("by", by), ("of", of), ("back", back) }
            .Where(pair => !string.IsNullOrEmpty(pair.Item2)).Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2!)}"));
}
