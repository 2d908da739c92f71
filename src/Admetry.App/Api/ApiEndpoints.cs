using System.ComponentModel;
using System.Text;
using Admetry.App.Components;
using Admetry.App.Reports;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Api;

/// <summary>The HTTP API. Every number comes through the catalogue, with the rights of who asks.</summary>
public static class ApiEndpoints
{
    const int MostDays = 36_500;

    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").DisableAntiforgery();
        api.MapPost("/query", QueryAsync).WithName("Query").WithSummary("Answers a metric query.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/query.csv", CsvAsync).WithName("QueryCsv").WithSummary("The same as a file: every digit, a line each row.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/query.sql", SqlAsync).WithName("QuerySql").WithSummary("The statement that answers it, with the values of its parameters.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/query.curl", Curl).WithName("QueryCurl").WithSummary("The call that answers it, as a line for a POSIX shell.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/campaigns/{id}/performance", PerformanceAsync).WithName("CampaignPerformance")
            .WithSummary("A campaign, its ads, its last days and their sums.")
            .Produces<CampaignPerformance>().Produces(StatusCodes.Status404NotFound, contentType: "application/json");
        api.MapGet("/metrics", (Catalogue catalogue) => catalogue.All.Select(MetricAnswer.Of)).WithName("Metrics")
            .WithSummary("Every metric with its definition.");
        api.MapGet("/dimensions", () => Dimensions.All.Select(DimensionAnswer.Of)).WithName("Dimensions")
            .WithSummary("Everything to break down by or to filter by.");
    }

    static async Task<QueryAnswer> QueryAsync(
        QueryRequest request, MetricReader metrics, Catalogue catalogue, Site site, Principal principal, CancellationToken cancel) =>
        QueryAnswer.Of(await metrics.ReadAsync(QueryReader.Read(request, principal, catalogue, site.Currency), cancel));

    static async Task<IResult> CsvAsync(
        [AsParameters] QueryAddress address, MetricReader metrics, Catalogue catalogue, Site site, Principal principal, CancellationToken cancel)
    {
        var answer = await metrics.ReadAsync(QueryReader.Read(address.ToRequest(), principal, catalogue, site.Currency), cancel);
        return Results.File(Encoding.UTF8.GetBytes(ExactTable.ToCsv(answer)), "text/csv; charset=utf-8", $"{answer.Metrics[0].Name}-{answer.Query.Days}.csv");
    }

    static async Task<IResult> SqlAsync(
        [AsParameters] QueryAddress address, MetricReader metrics, Catalogue catalogue, Site site, Principal principal, CancellationToken cancel)
    {
        var statement = await metrics.ExplainAsync(QueryReader.Read(address.ToRequest(), principal, catalogue, site.Currency), cancel);
        var values = statement.Parameters.Select(value => $"-- @{value.Key} = {SqlLiteral.Of(value.Value)}");
        return Results.Text($"{string.Join('\n', values)}\n{statement.Text}\n", "text/plain; charset=utf-8");
    }

    static IResult Curl([AsParameters] QueryAddress address, HttpRequest asked, Catalogue catalogue, Site site, Principal principal)
    {
        var request = address.ToRequest();
        _ = QueryReader.Read(request, principal, catalogue, site.Currency); // what means nothing is refused here already
        return Results.Text(CurlCommand.Of($"{asked.Scheme}://{asked.Host}", request), "text/plain; charset=utf-8");
    }

    static async Task<IResult> PerformanceAsync(
        [Description("The warehouse's key of the campaign, or its id at the platform.")] string id,
        CampaignReader campaigns, MetricReader metrics, TimeProvider clock, Principal principal, CancellationToken cancel,
        [Description("How many days back from today.")] int days = 30)
    {
        if (days is < 0 or > MostDays)
            throw new ApiException("days", $"{days} days cannot be shown.", $"Ask for 0 to {MostDays} days.");

        var found = await campaigns.FindAsync(id, principal, cancel);
        if (found is [])
            return Results.Text("null", "application/json", statusCode: StatusCodes.Status404NotFound);
        if (found is not [var campaign])
            throw new ApiException("id", $"{found.Count} campaigns have the id {id} at their platforms.",
                $"Ask by the warehouse's key: {string.Join(", ", found.Select(one => one.Key))}.", status: StatusCodes.Status409Conflict);

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        // East of Greenwich an account's day may be tomorrow already; nothing later is delivery.
        var range = new DateRange(today.AddDays(-days), today.AddDays(1));
        var table = await metrics.ReadAsync(CampaignPerformance.Query(campaign, range, principal), cancel);
        return Results.Json(CampaignPerformance.Of(campaign, await campaigns.AdsAsync(campaign, cancel), table), ApiJson.Snake);
    }
}

/// <summary>A metric as the API lists it.</summary>
public sealed record MetricAnswer(
    string Name, string Title, string Definition, string Formula, string Source, Unit Unit, Better Better)
{
    internal static MetricAnswer Of(Metric metric) =>
        new(metric.Name, metric.Title, metric.Definition, metric.Formula, metric.Source, metric.Unit, metric.Better);
}

/// <summary>A dimension as the API lists it.</summary>
public sealed record DimensionAnswer(string Name, string Title, string Definition)
{
    internal static DimensionAnswer Of(Dimension dimension) => new(dimension.Name, dimension.Title, dimension.Definition);
}
