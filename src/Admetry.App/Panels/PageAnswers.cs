using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Panels;

/// <summary>Answers what the parts of a page ask in as few questions as it can: the same once, and metrics of the same rows together.</summary>
/// <remarks>
/// Questions are of the same rows where they have reader, days, filters and keys in common; what a page compares with is one for all its parts. Each
/// has its answer cut out of the common one (docs/decisions/0011). Safe for parts that ask at once.
/// </remarks>
sealed class PageAnswers
{
    readonly MetricReader metrics;
    readonly PageWatch? watch;
    readonly CancellationToken cancel;
    readonly Lock gate = new();
    readonly Dictionary<AnswerKey, Task<MetricTable>> known = [];

    /// <param name="expected">What the page is going to ask, as far as it knows before it has any answer; all of it is asked now.</param>
    public PageAnswers(MetricReader metrics, IEnumerable<MetricQuery> expected, PageWatch? watch, CancellationToken cancel)
    {
        (this.metrics, this.cancel, this.watch) = (metrics, cancel, watch);
        foreach (var group in expected.DistinctBy(AnswerKey.Of).GroupBy(RowsOf))
            Ask([.. group]);
    }

    /// <exception cref="QueryRefusedException">The question has no honest answer.</exception>
    /// <exception cref="System.Data.Common.DbException">The warehouse is unreachable.</exception>
    public Task<MetricTable> ReadAsync(MetricQuery query)
    {
        var key = AnswerKey.Of(query);
        lock (gate)
        {
            if (!known.ContainsKey(key))
                Ask([query]);
            return known[key];
        }
    }

    /// <summary>Waits until nothing is being asked any more, whatever came of it: whoever wants an answer has it, or knows why there is none.</summary>
    public async Task EndAsync()
    {
        Task[] all;
        lock (gate)
            all = [.. known.Values];
        await Task.WhenAll(all).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    void Ask(List<MetricQuery> queries)
    {
        queries.ForEach(query => watch?.Asked(query));
        var together = queries is [_] ? null : SendAsync(Together(queries));
        foreach (var query in queries)
            known[AnswerKey.Of(query)] = together is null ? SendAsync(query) : PartAsync(together, query);
    }

    Task<MetricTable> SendAsync(MetricQuery query)
    {
        watch?.Sent(query);
        return metrics.ReadAsync(query, cancel);
    }

    async Task<MetricTable> PartAsync(Task<MetricTable> together, MetricQuery query)
    {
        MetricTable all;
        try
        {
            all = await together;
        }
        catch (QueryRefusedException)
        {
            return await SendAsync(query); // what is refused together may be answered apart
        }

        return all.Part(query, HasMoney(query) ? all.Currency : null);
    }

    /// <summary>All that several questions of the same rows ask, in the order of the keys.</summary>
    static MetricQuery Together(List<MetricQuery> queries) => queries[0] with
    {
        Metrics = [.. queries.SelectMany(query => query.Metrics).Distinct()],
        Comparison = queries.Select(query => query.Comparison).FirstOrDefault(comparison => comparison is not NoComparison) ?? Comparison.None,
        Second = queries.Select(query => query.Second).FirstOrDefault(comparison => comparison is not NoComparison) ?? Comparison.None,
        Totals = queries.Any(query => query.Totals),
        OrderBy = [.. queries[0].Keys.OrderBy(key => key.IsTime ? 0 : 1).Select(key => new Order(key.Name))],
        Limit = null,
    };

    static bool HasMoney(MetricQuery query) => query.Metrics.Any(metric => metric.UsesMoney);

    /// <summary>Equal for questions of the same rows.</summary>
    static AnswerKey RowsOf(MetricQuery query) => AnswerKey.Of(
        query with { Metrics = [], OrderBy = [], Limit = null, Totals = false, Comparison = Comparison.None, Second = Comparison.None });
}

/// <summary>Told what a page asks, for whoever measures pages. Called by several threads.</summary>
/// <param name="Asked">With each question of a part of the page, once.</param>
/// <param name="Sent">With each question that goes to the warehouse.</param>
public sealed record PageWatch(Action<MetricQuery> Asked, Action<MetricQuery> Sent);
