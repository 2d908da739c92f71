using Admetry.App.Pipeline;
using Admetry.Connectors.Exports.Persons;
using Admetry.Metrics;

namespace Admetry.App.Pages;

/// <summary>Takes files from the import page, and loads them when their reading was looked at.</summary>
public static class ImportEndpoints
{
    const long LargestFile = 4L << 30;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/import", KeepAsync).ExcludeFromDescription().WithFormOptions(multipartBodyLengthLimit: LargestFile)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestFile));
        app.MapPost("/import/{id}/load", LoadAsync).ExcludeFromDescription();
    }

    static async Task<IResult> KeepAsync(IFormFile? file, ImportDesk desk, Principal principal, CancellationToken cancel)
    {
        if (desk.Uploads is not { } uploads || principal.Clients is not null)
            return Results.LocalRedirect("/import");
        if (file is null or { Length: 0 })
            return Results.LocalRedirect("/import?problem=empty");
        try
        {
            await using var content = file.OpenReadStream();
            var upload = await uploads.KeepAsync(file.FileName, content, cancel);
            return Results.LocalRedirect($"/import/{upload.Id}");
        }
        catch (PersonsNotHiddenException)
        {
            return Results.LocalRedirect("/import?problem=persons");
        }
    }

    static async Task<IResult> LoadAsync(string id, HttpContext context, ImportDesk desk, Principal principal)
    {
        if (desk.Uploads?.Find(id) is not { } upload || principal.Clients is not null)
            return Results.LocalRedirect("/import?problem=gone");
        var form = UploadForm.Of(await context.Request.ReadFormAsync(context.RequestAborted));
        var (columns, isUnknown) = desk.Uploads.Columns(upload, UploadForm.Of([]).ToHints([], isUnknown: true), context.RequestAborted);
        desk.Uploads.Load(upload, form.ToHints(columns, isUnknown));
        return Results.LocalRedirect($"/import/{id}");
    }
}

/// <summary>Where files are handed in; closed on a server that has no workspace behind it.</summary>
public sealed record ImportDesk(Uploads? Uploads);
