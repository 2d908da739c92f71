using System.Data.Common;
using System.Diagnostics;
using Admetry.Metrics;

namespace Admetry.App.Api;

/// <summary>Turns what can go wrong with a request into <c>application/problem+json</c>: the reasons, and the remedy.</summary>
public static class ApiErrors
{
    public static bool Concerns(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
                await WriteAsync(context, context.Response.StatusCode, ["There is nothing at this address, or not for this method."],
                    "/openapi/v1.json describes what there is.");
        }
        catch (ApiException error) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, error.Status, [error.Message], error.Remedy, error.Part, error.Nearest);
        }
        catch (QueryRefusedException refused) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, StatusCodes.Status422UnprocessableEntity, refused.Reasons,
                "Change the query so that its answer means something; the reasons say how.");
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, bad.StatusCode, [bad.InnerException?.Message ?? bad.Message],
                "Send JSON as /openapi/v1.json describes it, with content type application/json.");
        }
        catch (DbException error) when (!context.Response.HasStarted)
        {
            Log(context, error);
            await WriteAsync(context, StatusCodes.Status503ServiceUnavailable, ["The warehouse did not answer."],
                "Try again; if it stays so, look into the server's log for the reference.");
        }
    }

    static Task WriteAsync(
        HttpContext context, int status, IReadOnlyList<string> reasons, string remedy, string? part = null,
        IReadOnlyList<string>? nearest = null)
    {
        var more = new Dictionary<string, object?> { ["reasons"] = reasons, ["remedy"] = remedy, ["reference"] = Reference(context) };
        if (part is not null)
            more["part"] = part;
        if (nearest is [_, ..])
            more["nearest"] = nearest;
        return Results.Problem(string.Join(" ", reasons), statusCode: status, extensions: more).ExecuteAsync(context);
    }

    static string Reference(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    static void Log(HttpContext context, DbException error)
    {
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ApiErrors));
        ApiLog.WarehouseFailed(log, Reference(context), error);
    }
}
