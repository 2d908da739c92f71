using System.ComponentModel;
using Admetry.App.Components;
using Admetry.Metrics;
using Microsoft.AspNetCore.Mvc;

namespace Admetry.App.Api;

/// <summary>A metric query as an address: lists are separated by commas, filters written as on the pages.</summary>
public sealed record QueryAddress(
    [property: FromQuery(Name = "m"), Description("Names of metrics, such as spend,ctr.")] string? Metrics,
    [property: FromQuery(Name = "by"), Description("Names of dimensions, such as platform,campaign.")] string? By,
    [property: FromQuery(Name = "from"), Description("The first day, such as 2024-01-01.")] string? From,
    [property: FromQuery(Name = "to"), Description("The last day, included.")] string? To,
    [property: FromQuery(Name = "grain"), Description("day, week, month, quarter, year or period.")] string? Grain,
    [property: FromQuery(Name = "f"), Description("Filters, such as channel:search,social;device!:ctv.")] string? Filters,
    [property: FromQuery(Name = "compare"), Description("previous, previous_year or days such as 2023-01-01..2023-03-31; two of them with a comma between.")] string? Compare,
    [property: FromQuery(Name = "totals"), Description("Whether to add one row over everything.")] bool? Totals,
    [property: FromQuery(Name = "limit"), Description("How many rows at most; without it, all.")] int? Limit,
    [property: FromQuery(Name = "currency"), Description("The currency to show money in; without it the workspace's.")] string? Currency)
{
    /// <exception cref="ApiException">A filter means nothing.</exception>
    public QueryRequest ToRequest()
    {
        List<string> problems = [];
        var filters = FilterText.Read(Filters ?? "", problems);
        if (problems is [var problem, ..])
            throw new ApiException("f", problem, "Write filters like platform:google_ads;device!:ctv.");

        return new()
        {
            Metrics = Names(Metrics),
            By = Names(By),
            Where = [.. filters.Select(filter => new FilterRequest
            {
                Dimension = filter.Dimension.Name,
                Is = filter.Kind switch { FilterKind.NotIn => "not_in", FilterKind.Contains => "contains", _ => "in" },
                Values = filter.Values,
            })],
            From = From,
            To = To,
            Grain = Grain,
            Compare = Compare,
            Totals = Totals ?? false,
            Limit = Limit,
            Currency = Currency,
        };
    }

    static string[] Names(string? text) => text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
