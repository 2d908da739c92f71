namespace Admetry.Metrics;

/// <summary>What a question must keep to whatever the warehouse holds, checked before any SQL is made.</summary>
/// <remarks>Which facts carry which dimensions is the warehouse's to say; it adds its own reasons.</remarks>
public static class QueryRules
{
    static readonly Dimension[] Entities =
    [
        Dimensions.Campaign, Dimensions.CampaignId, Dimensions.AdSet, Dimensions.AdSetId, Dimensions.Ad, Dimensions.AdId,
    ];

    /// <returns>Every reason to refuse <paramref name="query"/>, each a sentence; none when it may be asked.</returns>
    /// <exception cref="ArgumentNullException">Nobody asks: the query has no principal.</exception>
    public static IReadOnlyList<string> Reasons(MetricQuery query)
    {
        ArgumentNullException.ThrowIfNull(query.Principal);
        return
        [
            .. Shape(query), .. Second(query), .. Filters(query), .. Order(query), .. Time(query), .. People(query), .. Nested(query), .. Running(query),
        ];
    }

    static IEnumerable<string> Shape(MetricQuery query)
    {
        if (query.Metrics is [])
            yield return "No metric is asked for.";
        foreach (var name in Repeated(query.Metrics.Select(metric => metric.Name)))
            yield return $"{name} is asked for twice.";
        foreach (var name in Repeated(query.By.Select(dimension => dimension.Name)))
            yield return $"{name} is broken down by twice.";
        if (query.Limit < 1)
            yield return $"A limit of {query.Limit} leaves no row.";
        if (query.Currency is { } code && !(code.Length == 3 && code.All(char.IsAsciiLetterUpper)))
            yield return $"{code} is no currency code: use three capitals, such as EUR.";
    }

    static IEnumerable<string> Second(MetricQuery query)
    {
        if (query.Second is not NoComparison && query.Comparison is NoComparison)
            yield return "A second comparison needs a first one.";
        else if (query.Second is not NoComparison && query.Second == query.Comparison)
            yield return "The same days are compared with twice.";
    }

    static IEnumerable<string> Repeated(IEnumerable<string> names) =>
        names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key);

    static IEnumerable<string> Filters(MetricQuery query)
    {
        foreach (var (dimension, kind, values) in query.Where)
        {
            if (values is [])
                yield return $"The filter on {dimension} names no value.";
            if (dimension.Part is TimePart.FirstDay or TimePart.LastDay)
                yield return $"{dimension} cannot be filtered: choose the days of the query instead.";
            else if (dimension.Part is { } part)
            {
                if (kind is FilterKind.Contains)
                    yield return $"{dimension} is a part of time and contains no text: use = or !=.";
                else
                    foreach (var value in values.Where(value => !TimeKeys.TryParse(part, value, out _)))
                        yield return $"{value} is no {dimension}: write it as {TimeKeys.Format(part, TimeKeys.First(part, query.Days.First))}.";
            }
        }
    }

    static IEnumerable<string> Order(MetricQuery query)
    {
        foreach (var order in query.OrderBy)
        {
            var isMetric = query.Metrics.Any(metric => metric.Name == order.Name);
            if (!isMetric && query.Keys.All(key => key.Name != order.Name))
                yield return $"Rows cannot be sorted by {order.Name}, which is neither a metric nor a key of the query.";
            else if (order.Of is not OrderOf.Value && (!isMetric || query.Comparison is NoComparison))
                yield return $"Rows cannot be sorted by the {(order.Of is OrderOf.Change ? "change" : "previous value")} of "
                    + $"{order.Name}: only a metric that is compared has one.";
        }
    }

    static IEnumerable<string> Time(MetricQuery query)
    {
        var times = query.Keys.Where(key => key.IsTime).ToList();
        if (query.Grain is Grain.Period)
        {
            if (query.Comparison is not NoComparison)
                yield return "Periods cannot be compared: each row already has days of its own.";
            if (query.Totals)
                yield return "Periods have no total: their days may overlap.";
            if (times.Count > 2 || query.Where.Any(filter => filter.Dimension.IsTime))
                yield return "Periods cannot be divided into parts of time: a range total is never spread over its days.";
        }
        else
        {
            if (times.Any(key => key.Part is TimePart.FirstDay or TimePart.LastDay))
                yield return "first_day and last_day are the keys of periods: use the grain period.";
            if (query.Comparison is not NoComparison && times.Count > 1)
                yield return $"A comparison matches one part of time, not {string.Join(" and ", times)}.";
        }
    }

    /// <summary>People counted on two days or in two campaigns are partly the same people.</summary>
    static IEnumerable<string> People(MetricQuery query)
    {
        foreach (var metric in query.Metrics.Where(metric => metric.Leaves.Any(leaf => leaf is Distinct)))
        {
            if (!query.Days.IsOneDay && query.Grain is not Grain.Period && !query.Keys.Contains(Dimensions.Date))
                yield return $"{metric.Name} cannot be summed over days, since the same people come back: "
                    + "break it down by date, ask for one day, or use the grain period.";
            if (!Entities.Any(dimension => query.By.Contains(dimension) || IsFixed(query, dimension)))
                yield return $"{metric.Name} cannot be summed over campaigns, since they reach the same people: "
                    + "break it down by campaign, ad_set or ad, or filter to one.";
        }
    }

    /// <summary>7d_click holds 1d_click, and one purchase is reported under several type names.</summary>
    static IEnumerable<string> Nested(MetricQuery query)
    {
        foreach (var metric in query.Metrics.Where(metric => metric.Leaves.Any(leaf => leaf is Total { Measure.IsNested: true })))
        {
            foreach (var dimension in new[] { Dimensions.AttributionWindow, Dimensions.ActionType })
            {
                if (IsFixed(query, dimension))
                    continue;

                var why = dimension == Dimensions.ActionType ? "types repeat each other" : "windows contain each other";
                if (!query.By.Contains(dimension))
                    yield return $"{metric.Name} cannot be summed over {dimension}, since {why}: "
                        + $"break it down by {dimension}, or filter to one.";
                else if (query.Totals)
                    yield return $"{metric.Name} has no total over {dimension}, since {why}: filter to one.";
            }
        }
    }

    static IEnumerable<string> Running(MetricQuery query)
    {
        var byDate = query.Keys.Contains(Dimensions.Date);
        foreach (var metric in query.Metrics.Where(metric => IsRunning(metric)))
        {
            if (query.Grain is Grain.Period || query.Keys.Any(key => key.IsTime && key != Dimensions.Date))
                yield return $"{metric.Name} runs from day to day: break it down by date, or by no part of time.";
            if (query.Where.Any(filter => filter.Dimension.IsTime))
                yield return $"{metric.Name} counts every day since its period began, so no part of time can be filtered.";
            if (query.Totals && byDate)
                yield return $"{metric.Name} has no total over days, since each holds the days before it.";
        }
    }

    static bool IsRunning(Metric metric) => metric is ToDate || metric.Parts.Any(IsRunning);

    static bool IsFixed(MetricQuery query, Dimension dimension) =>
        query.Where.Any(filter => filter is { Kind: FilterKind.In, Values.Count: 1 } && filter.Dimension == dimension);
}
