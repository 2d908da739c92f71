namespace Admetry.Metrics;

/// <summary>Reads the parts of a query as people write them, and names the word that it cannot read.</summary>
/// <remarks>
/// Lists are separated by commas; filters by semicolons: <c>channel=search,social;device!=ctv;campaign~brand</c>. An address may
/// write <c>:</c>, <c>!:</c> and <c>~:</c> for <c>=</c>, <c>!=</c> and <c>~</c>. A value with a comma, a semicolon or a quotation
/// mark stands in double quotes, its own doubled.
/// </remarks>
public sealed class QueryText(Catalogue catalogue)
{
    static readonly string[] Grains = ["none", "day", "week", "month", "quarter", "year", "period"];

    static readonly string[] ComparisonWords = ["none", "previous", "previous-dates", "year", "year-dates"];

    static readonly string[] Suffixes = ["value", "previous", "change"];

    /// <summary>Such as <c>spend,clicks,ctr</c>.</summary>
    /// <exception cref="QueryTextException">A word is no metric.</exception>
    public IReadOnlyList<Metric> Metrics(string text) =>
        [.. TextScanner.Words(text, "metrics").Select(word => Metric(word, "metrics"))];

    /// <summary>Such as <c>platform,campaign</c>.</summary>
    /// <exception cref="QueryTextException">A word is no dimension.</exception>
    public static IReadOnlyList<Dimension> By(string text) =>
        [.. TextScanner.Words(text, "by").Select(word => Dimension(word, "by"))];

    /// <summary>Such as <c>channel=search,social;campaign~brand</c>.</summary>
    /// <exception cref="QueryTextException">A word is no dimension, or a filter has no value.</exception>
    public static IReadOnlyList<Filter> Where(string text)
    {
        var filters = new List<Filter>();
        for (var scanner = new TextScanner(text, "where"); scanner.Next();)
        {
            var dimension = Dimension(scanner.Name(), "where");
            filters.Add(new(dimension, scanner.Operator(dimension), scanner.Values(dimension)));
        }

        return filters;
    }

    /// <summary>Such as <c>-spend,campaign,-clicks.change</c>: a minus puts the largest first.</summary>
    /// <exception cref="QueryTextException">A word is neither a metric nor a dimension.</exception>
    public IReadOnlyList<Order> OrderBy(string text) => [.. TextScanner.Words(text, "order").Select(OneOrder)];

    /// <summary>none, day, week, month, quarter, year or period.</summary>
    /// <exception cref="QueryTextException">It is none of them.</exception>
    public static Grain Grain(string text) => (Grain)Choose(text, "grain", Grains);

    /// <summary>none, previous, previous-dates, year, year-dates, or days such as <c>2023-01-01..2023-01-31</c>.</summary>
    /// <exception cref="QueryTextException">It is none of them.</exception>
    public static Comparison Comparison(string text) => Comparison(new Word(text.Trim(), 1));

    /// <summary>One comparison or two, such as <c>previous,year</c>.</summary>
    /// <exception cref="QueryTextException">A part is no comparison, or there are more than two.</exception>
    public static (Comparison First, Comparison Second) Comparisons(string text)
    {
        var parts = text.Split(',');
        if (parts.Length > 2)
            throw new QueryTextException($"compare names {parts.Length} comparisons; at most two can be made at once.", "compare", text, 1, []);

        var second = parts[^1].TrimStart();
        return (Comparison(parts[0]), parts.Length == 1 ? Admetry.Metrics.Comparison.None : Comparison(new Word(second.TrimEnd(), text.Length - second.Length + 1)));
    }

    /// <returns>The text that <see cref="Where"/> reads back, in one fixed spelling.</returns>
    public static string Write(IEnumerable<Filter> filters) => string.Join(';', filters.Select(filter =>
        filter.Dimension.Name
        + filter.Kind switch { FilterKind.In => "=", FilterKind.NotIn => "!=", _ => "~" }
        + string.Join(',', filter.Values.Select(TextScanner.Quote))));

    /// <returns>The text that <see cref="OrderBy"/> reads back.</returns>
    public static string Write(IEnumerable<Order> orders) => string.Join(',', orders.Select(order =>
        $"{(order.Descending ? "-" : "")}{order.Name}{(order.Of is OrderOf.Value ? "" : $".{Suffixes[(int)order.Of]}")}"));

    Metric Metric(Word word, string part) => catalogue.Find(word.Text)
        ?? throw Unknown(word, part, "metric", catalogue.Suggest(word.Text));

    static Dimension Dimension(Word word, string part) => Dimensions.Find(word.Text)
        ?? throw Unknown(word, part, "dimension", Nearest.Names(word.Text, Dimensions.All.Select(dimension => dimension.Name)));

    Order OneOrder(Word word)
    {
        var isDescending = word.Text.StartsWith('-');
        var start = isDescending ? 1 : 0;
        var dot = word.Text.IndexOf('.', StringComparison.Ordinal);
        var name = new Word(word.Text[start..(dot < 0 ? word.Text.Length : dot)], word.Position + start);
        var of = dot < 0 ? OrderOf.Value : (OrderOf)Choose(
            new Word(word.Text[(dot + 1)..], word.Position + dot + 1), "order", Suffixes);
        var known = catalogue.Find(name.Text)?.Name ?? Dimensions.Find(name.Text)?.Name;
        var names = catalogue.All.Select(metric => metric.Name).Concat(Dimensions.All.Select(dimension => dimension.Name));
        return new(known ?? throw Unknown(name, "order", "metric or dimension", Nearest.Names(name.Text, names)), isDescending, of);
    }

    static Comparison Comparison(Word word) =>
        DateRange.TryParse(word.Text, out var days)
            ? Admetry.Metrics.Comparison.With(days)
            : Choose(word, "compare", ComparisonWords) switch
            {
                0 => Admetry.Metrics.Comparison.None,
                1 => Admetry.Metrics.Comparison.Previous,
                2 => new PreviousPeriod(AlignWeekdays: false),
                3 => Admetry.Metrics.Comparison.PreviousYear,
                _ => new YearBefore(AlignWeekdays: false),
            };

    static int Choose(string text, string part, string[] choices) => Choose(new Word(text.Trim(), 1), part, choices);

    static int Choose(Word word, string part, string[] choices)
    {
        var found = Array.FindIndex(choices, choice => choice.Equals(word.Text, StringComparison.OrdinalIgnoreCase));
        return found >= 0 ? found : throw new QueryTextException(
            $"'{word.Text}' at position {word.Position} of {part} is none of {string.Join(", ", choices)}.",
            part, word.Text, word.Position, Nearest.Names(word.Text, choices));
    }

    static QueryTextException Unknown(Word word, string part, string kind, IReadOnlyList<string> nearest)
    {
        var meant = nearest is [] ? "." : $"; did you mean {string.Join(" or ", nearest)}?";
        return new($"'{word.Text}' at position {word.Position} of {part} is no {kind}{meant}", part, word.Text, word.Position, nearest);
    }
}
