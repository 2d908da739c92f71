namespace Admetry.Metrics;

/// <summary>Turns a workspace's definitions into metrics, each after those it builds on.</summary>
sealed class UserMetrics(Catalogue catalogue, IReadOnlyList<UserMetric> definitions)
{
    readonly Dictionary<string, Metric?> built = [];
    readonly List<UserMetricFault> faults = [];
    readonly List<string> path = [];

    /// <exception cref="UserMetricException">Some definition is at fault.</exception>
    public IReadOnlyList<Metric> Build()
    {
        foreach (var definition in definitions)
            CheckName(definition);
        Stop();
        foreach (var definition in definitions)
            Resolve(definition.Name, definition.Name);
        Stop();
        return [.. definitions.Select(definition => built[definition.Name]!)];
    }

    void Stop()
    {
        if (faults is not [])
            throw new UserMetricException([.. faults.Distinct()]);
    }

    void CheckName(UserMetric definition)
    {
        var name = definition.Name;
        if (!IsName(name))
            Fault(name, "a name is lower case letters, digits and _, and begins with a letter.");
        else if (catalogue.Find(name) is { } taken)
            Fault(name, $"the name is taken by {taken.Title}.");
        else if (Dimensions.Find(name) is not null)
            Fault(name, "the name is taken by a dimension.");
        else if (definitions.Count(other => other.Name == name) > 1)
            Fault(name, "the name is used twice.");
    }

    static bool IsName(string name) =>
        name is [>= 'a' and <= 'z', ..] && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '_');

    /// <returns>Null where <paramref name="name"/> is at fault, which has been said.</returns>
    Metric? Resolve(string name, string askedBy)
    {
        if (catalogue.Find(name) is { } known)
            return known;
        if (built.TryGetValue(name, out var done))
            return done;
        if (definitions.FirstOrDefault(definition => definition.Name == name) is not { } own)
            return Unknown(name, askedBy);
        if (path.Contains(name))
            return Fault(name, $"it goes round in a circle: {string.Join(" → ", path.SkipWhile(step => step != name).Append(name))}.");

        path.Add(name);
        var metric = Make(own);
        path.RemoveAt(path.Count - 1);
        return built[name] = metric;
    }

    Metric? Unknown(string name, string askedBy)
    {
        var nearest = Nearest.Names(name, catalogue.All.Select(metric => metric.Name).Concat(definitions.Select(own => own.Name)));
        return Fault(askedBy, $"there is no metric {name}{(nearest is [] ? "" : $"; did you mean {string.Join(" or ", nearest)}?")}");
    }

    Metric? Make(UserMetric own) => own switch
    {
        { Numerator: { } over, Denominator: { } under, Minuend: null, Less: [], Sum: [] } => Ratio(own, over, under),
        { Numerator: null, Denominator: null, Minuend: { } from, Less: not [], Sum: [] } => Difference(own, from),
        { Numerator: null, Denominator: null, Minuend: null, Less: [], Sum: not [] } => Weighted(own),
        _ => Fault(own.Name, "give numerator and denominator, or minuend and less, or sum."),
    };

    Metric? Ratio(UserMetric own, string numerator, string denominator)
    {
        var (over, under) = (Resolve(numerator, own.Name), Resolve(denominator, own.Name));
        if (own.Scale < 1)
            return Fault(own.Name, $"a scale of {own.Scale} is no scale: use 1, 100 or 1000.");
        if (over is null || under is null)
            return null;

        return Finish(own, new Ratio(own.Name, Title(own), own.Unit, own.Better, Of(own, over), Of(own, under), own.Scale)
        {
            Definition = "",
        });
    }

    Metric? Difference(UserMetric own, string minuend)
    {
        var from = Resolve(minuend, own.Name);
        var less = own.Less.Select(name => Resolve(name, own.Name)).OfType<Metric>().ToList();
        if (from is null || less.Count < own.Less.Count)
            return null;

        var parts = less.Select(part => Of(own, part)).ToList();
        return Finish(own, new Difference(own.Name, Title(own), own.Unit, own.Better, Of(own, from), parts) { Definition = "" });
    }

    Metric? Weighted(UserMetric own)
    {
        var terms = own.Sum
            .Select(term => (term.Weight, Metric: Resolve(term.Metric, own.Name), term.Clients))
            .Where(term => term.Metric is not null)
            .Select(term => new Term(term.Weight, term.Metric!, term.Clients is [] ? own.Clients : term.Clients))
            .ToList();

        return terms.Count < own.Sum.Count
            ? null
            : Finish(own, new Weighted(own.Name, Title(own), own.Unit, own.Better, terms) { Definition = "" });
    }

    /// <summary>Money is never hidden in a sum that does not say so, and parts that are ratios are not added.</summary>
    Metric? Finish(UserMetric own, Metric metric)
    {
        if (metric is not Metrics.Ratio)
        {
            if (metric.Parts.Any(part => part is Metrics.Ratio or Distinct or ToDate))
                return Fault(own.Name, "only totals and their sums are added: ratios, reach and running totals are not.");
            if (own.Unit is not Unit.Money && metric.Parts.Any(part => part.Unit is Unit.Money))
                return Fault(own.Name, "a sum of money is money: set the unit to money.");
            if (metric is Metrics.Difference && own.Unit is Unit.Money && metric.Parts.Any(part => part.Unit is not Unit.Money))
                return Fault(own.Name, "money less a count is nothing: take money from money.");
        }

        return metric with { Definition = own.Definition ?? $"{metric.Formula}.", Source = "This workspace" };
    }

    /// <summary><paramref name="part"/>, of the metric's own clients where it names some.</summary>
    static Metric Of(UserMetric own, Metric part) => own.Clients is []
        ? part
        : new Weighted(part.Name, part.Title, part.Unit, part.Better, [new(1, part, own.Clients)]) { Definition = part.Definition };

    static string Title(UserMetric own) => own.Title ?? $"{char.ToUpperInvariant(own.Name[0])}{own.Name[1..].Replace('_', ' ')}";

    Metric? Fault(string metric, string reason)
    {
        faults.Add(new(metric, reason));
        return null;
    }
}
