using Admetry.Metrics;

namespace Admetry.App.Components;

/// <summary>Reads a <see cref="ViewState"/> from an address, or from the fields of <see cref="FilterBar"/>.</summary>
/// <remarks>
/// It never fails: a key without meaning is named and left alone, a bad value gives way to the default and says so. The form's
/// fields are from, to and shown (the days it showed), cfrom, cto and cshown (those it compared with), client and platform beside the address's own keys; a filter that is added comes as
/// add (the dimension), how (in, not or contains) and pick (a member each).
/// </remarks>
public static class ViewStateText
{
    static readonly string[] Keys = ["r", "cmp", "cmp2", "cur", "f", "m", "by", "sort", "n", "theme"];
    static readonly string[] FormKeys = ["from", "to", "shown", "cfrom", "cto", "cshown", "client", "platform"];
    static readonly string[] AddKeys = ["add", "how", "pick"];
    const int MostPicked = 100;

    /// <param name="query">The address's keys with their values, in order.</param>
    public static ViewReading Read(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> query)
    {
        var given = query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        List<string> notices = [];
        var unknown = given.Keys.Where(key => !Keys.Contains(key) && !FormKeys.Contains(key) && !AddKeys.Contains(key)).ToArray();
        if (unknown is not [])
        {
            var named = string.Join(", ", unknown.Select(key => $"“{Cut(key)}”"));
            notices.Add($"The address holds {named}, which means nothing here and was left out.");
        }

        var state = new ViewState
        {
            Period = ReadPeriod(given, notices),
            Comparison = ReadTyped(given, notices) ?? ReadComparison(First(given, "cmp"), "prev", notices),
            Second = ReadComparison(First(given, "cmp2"), "none", notices),
            Currency = ReadCurrency(First(given, "cur"), notices),
            Filters = FilterText.Read(First(given, "f"), notices),
            Metrics = ReadMetrics(given.GetValueOrDefault("m", []), notices),
            By = ReadBy(First(given, "by"), notices),
            Sort = ReadSort(First(given, "sort"), notices),
            AllRows = ReadRows(First(given, "n"), notices),
        };
        var isForm = given.Keys.Any(FormKeys.Contains);
        var isAdded = given.Keys.Any(AddKeys.Contains);
        state = Ordered(isForm ? WithForm(state, given) : state);
        return new(isAdded ? WithAdded(state, given, notices) : state, notices, isForm || isAdded);
    }

    /// <summary>Only one comparison comes first, and none comes twice.</summary>
    static ViewState Ordered(ViewState state) => state switch
    {
        { Comparison: NoComparison, Second: not NoComparison } => state with { Comparison = state.Second, Second = Comparison.None },
        _ when state.Second == state.Comparison => state with { Second = Comparison.None },
        _ => state,
    };

    static ViewState WithAdded(ViewState state, Dictionary<string, IReadOnlyList<string>> given, List<string> notices)
    {
        var (name, how, picked) = (First(given, "add"), First(given, "how"), Chosen(given, "pick"));
        var kind = how switch { "not" => FilterKind.NotIn, "contains" => FilterKind.Contains, _ => FilterKind.In };
        if (Dimensions.Find(name) is not { } dimension)
            notices.Add($"“{Cut(name)}” is nothing to filter by.");
        else if (how is not ("" or "in" or "not" or "contains"))
            notices.Add($"“{Cut(how)}” is no way to filter: in, not or contains.");
        else if (picked.Length > MostPicked)
            notices.Add($"{picked.Length} members were chosen; a filter holds {MostPicked} at most.");
        else
            return state.With(dimension, kind, picked);
        return state;
    }

    static string? ReadCurrency(string text, List<string> notices)
    {
        if (text is "" || Currencies.All.Contains(text))
            return text is "" ? null : text;

        notices.Add($"“{Cut(text)}” is no currency; money is shown in the one it is in.");
        return null;
    }

    internal static string Write(Comparison comparison) => comparison switch
    {
        NoComparison => "none",
        ChosenDays chosen => chosen.Days.ToString(),
        _ => comparison == Comparison.PreviousYear ? "year" : "prev",
    };

    static ViewState WithForm(ViewState state, Dictionary<string, IReadOnlyList<string>> given) => state
        .Only(Dimensions.Client, Chosen(given, "client"))
        .Only(Dimensions.Platform, Chosen(given, "platform"));

    static string[] Chosen(Dictionary<string, IReadOnlyList<string>> given, string key) =>
        [.. given.GetValueOrDefault(key, []).Where(value => value.Length > 0).Distinct()];

    /// <summary>Days typed anew win over the preset beside them, which the form sends in any case.</summary>
    static Period ReadPeriod(Dictionary<string, IReadOnlyList<string>> given, List<string> notices)
    {
        var (from, to) = (First(given, "from"), First(given, "to"));
        if ((from.Length > 0 || to.Length > 0) && $"{from}..{to}" != First(given, "shown"))
        {
            if (DateRange.TryParse($"{from}..{to}", out var typed))
                return new ChosenPeriod(typed);

            notices.Add($"“{Cut(from)}” to “{Cut(to)}” is no range of days: give both, the earlier one first. " +
                "The last 30 days are shown.");
            return Period.Default;
        }

        var text = First(given, "r");
        if (text is "custom" && DateRange.TryParse(First(given, "shown"), out var shown))
            return new ChosenPeriod(shown);

        if (text is "" or "custom")
            return Period.Default;

        if (Period.Parse(text) is { } read)
            return read;

        notices.Add($"“{Cut(text)}” is no period; the last 30 days are shown.");
        return Period.Default;
    }

    /// <returns>Days to compare with that were typed anew, which win over the choice beside them; null where none were.</returns>
    static Comparison? ReadTyped(Dictionary<string, IReadOnlyList<string>> given, List<string> notices)
    {
        var (from, to) = (First(given, "cfrom"), First(given, "cto"));
        if ((from.Length == 0 && to.Length == 0) || $"{from}..{to}" == First(given, "cshown"))
            return null;

        if (DateRange.TryParse($"{from}..{to}", out var typed))
            return Comparison.With(typed);

        notices.Add($"“{Cut(from)}” to “{Cut(to)}” is no range of days to compare with: give both, the earlier one first. The previous period is shown.");
        return Comparison.Previous;
    }

    static Comparison ReadComparison(string text, string otherwise, List<string> notices)
    {
        switch (text is "" ? otherwise : text)
        {
            case "prev":
                return Comparison.Previous;
            case "year":
                return Comparison.PreviousYear;
            case "none":
                return Comparison.None;
            default:
                if (DateRange.TryParse(text, out var days))
                    return Comparison.With(days);
                notices.Add($"“{Cut(text)}” is no comparison; {(otherwise is "prev" ? "the previous period is shown" : "there is no second one")}.");
                return otherwise is "prev" ? Comparison.Previous : Comparison.None;
        }
    }

    /// <summary>One key may hold several names, and a form sends several keys.</summary>
    static string[] ReadMetrics(IReadOnlyList<string> texts, List<string> notices)
    {
        var names = texts.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct().ToList();
        foreach (var name in names.Where(name => Catalogue.BuiltIn.Find(name) is null))
            notices.Add($"“{Cut(name)}” is no metric and was left out.");
        return [.. names.Select(Catalogue.BuiltIn.Find).OfType<Metric>().Select(metric => metric.Name)];
    }

    static Dimension ReadBy(string text, List<string> notices)
    {
        if (text is "")
            return Dimensions.Platform;

        if (Dimensions.Find(text) is { IsTime: false } dimension)
            return dimension;

        notices.Add($"“{Cut(text)}” is nothing to break down by; the page breaks down by platform.");
        return Dimensions.Platform;
    }

    static string? ReadSort(string text, List<string> notices)
    {
        if (text is "")
            return null;

        if (Catalogue.BuiltIn.Find(text) is { } metric)
            return metric.Name;

        notices.Add($"“{Cut(text)}” is no metric to sort by; the table is in its own order.");
        return null;
    }

    static bool ReadRows(string text, List<string> notices)
    {
        if (text is not "" and not "all")
            notices.Add($"“{Cut(text)}” is no number of rows; the largest ten are shown.");
        return text is "all";
    }

    static string First(Dictionary<string, IReadOnlyList<string>> given, string key) =>
        given.TryGetValue(key, out var values) && values is [var first, ..] ? first : "";

    static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

/// <summary>What an address said.</summary>
/// <param name="Notices">One sentence for each thing that was left out or replaced.</param>
/// <param name="IsForm">Whether it came from the filter form, so that a shorter address says the same.</param>
public sealed record ViewReading(ViewState State, IReadOnlyList<string> Notices, bool IsForm);
