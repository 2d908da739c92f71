using System.ComponentModel;

namespace Admetry.App.Api;

/// <summary>A metric query as JSON. Names are those of <c>/api/v1/metrics</c> and <c>/api/v1/dimensions</c>.</summary>
public sealed record QueryRequest
{
    [Description("Names of metrics, at least one.")]
    public IReadOnlyList<string>? Metrics { get; init; }

    [Description("Names of dimensions to break down by.")]
    public IReadOnlyList<string> By { get; init; } = [];

    [Description("Filters; all of them hold for every row counted.")]
    public IReadOnlyList<FilterRequest> Where { get; init; } = [];

    [Description("The first day, such as 2024-01-01.")]
    public string? From { get; init; }

    [Description("The last day, included.")]
    public string? To { get; init; }

    [Description("The step of time: none (the default), day, week, month, quarter, year, or period for range totals.")]
    public string? Grain { get; init; }

    [Description("none (the default), previous, previous_year, or days such as 2023-01-01..2023-03-31; two of them with a comma between.")]
    public string? Compare { get; init; }

    [Description("Sorting columns; without any: by time, else by the first metric, largest first.")]
    public IReadOnlyList<OrderRequest> OrderBy { get; init; } = [];

    [Description("How many rows at most; without it, all.")]
    public int? Limit { get; init; }

    [Description("Whether to add one row over everything.")]
    public bool Totals { get; init; }

    [Description("The currency to show money in, ISO 4217; without it the workspace's.")]
    public string? Currency { get; init; }
}

/// <summary>One filter of a <see cref="QueryRequest"/>.</summary>
public sealed record FilterRequest
{
    [Description("The name of a dimension.")]
    public string? Dimension { get; init; }

    [Description("in (the default), not_in or contains.")]
    public string? Is { get; init; }

    [Description("At least one.")]
    public IReadOnlyList<string>? Values { get; init; }
}

/// <summary>One sorting column of a <see cref="QueryRequest"/>.</summary>
public sealed record OrderRequest
{
    [Description("The name of a metric or a dimension of the query.")]
    public string? Name { get; init; }

    [Description("Largest first.")]
    public bool Descending { get; init; }

    [Description("For a metric: value (the default), previous or change.")]
    public string? Of { get; init; }
}
