using System.Data.Common;
using Admetry.App.Components;
using Admetry.App.Panels;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Admetry.App.Pages;

/// <summary>The panels of a page that rank, without the page around them: what brushing a course asks for other days.</summary>
/// <remarks>It reads the address of the page itself, after <c>/panels</c>; the days are its period.</remarks>
public static class PanelsEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/panels/{**page}", AskAsync).ExcludeFromDescription();

    static async Task<IResult> AskAsync(
        HttpContext context, string? page, MetricReader metrics, WarehouseDatabase warehouse, Site site, TimeProvider clock, Principal principal, NoteBoard board, CancellationToken cancel)
    {
        var state = ViewStateText.Read(context.Request.Query.Select(pair =>
            KeyValuePair.Create<string, IReadOnlyList<string>>(pair.Key, [.. pair.Value.Select(value => value ?? "")]))).State;
        if (PageCatalogue.Find($"/{page}", state) is not { } spec)
            return Results.Text("No page of numbers is here.", statusCode: StatusCodes.Status404NotFound);

        try
        {
            var facts = await WarehouseFacts.ReadAsync(warehouse, principal, cancel);
            var days = PageDays.Of(state, facts, site.Today(clock));
            if (days.Covered is not { } covered)
                return Results.Text("There is no data on these days.", statusCode: StatusCodes.Status404NotFound);

            var question = PageQuestion.Of(principal, spec.Path, state, days, site.Currency, facts.Platforms.ToDictionary(platform => platform.Code, platform => platform.Name)) with { Notes = board.For(principal, state.Filters), MayPin = board.MayWrite(principal) };
            var views = await new PageReader(metrics).ReadRankedAsync(spec, question, cancel);
            return new RazorComponentResult<RankedPanels>(new { Views = views, State = state, spec.Path, Days = covered });
        }
        catch (DbException error)
        {
            PageLog.WarehouseFailed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PanelsEndpoint)), spec.Path, context.TraceIdentifier, error);
            return Results.Text("The warehouse did not answer.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
