using System.Collections.Concurrent;
using Admetry.App.Components;
using Admetry.App.Panels;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Panels;

/// <summary>A page asks for what its parts show in fewer questions than they have, and each part has its own answer.</summary>
public sealed class PageAnswersTests(AcmeServer acme)
{
    static readonly DateRange Quarter = new(new(2024, 10, 1), new(2024, 12, 31));

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Paths => [.. PageCatalogue.All.Select(page => page.Path)];

    [Theory, MemberData(nameof(Paths))]
    public async Task Nothing_is_asked_twice_and_metrics_of_the_same_rows_are_asked_together(string path)
    {
        var (asked, sent, _) = await ReadAsync(PageCatalogue.All.Single(page => page.Path == path));

        Assert.Equal(asked.Count, asked.Select(AnswerKey.Of).Distinct().Count());
        Assert.Equal(sent.Count, sent.Select(AnswerKey.Of).Distinct().Count());
        Assert.True(sent.Count < asked.Count, $"{path} has {asked.Count} questions and asks {sent.Count}.");
        Assert.Equal(asked.SelectMany(query => query.Metrics).ToHashSet(), sent.SelectMany(query => query.Metrics).ToHashSet());
    }

    [Fact]
    public async Task A_panel_whose_question_is_refused_leaves_the_others_their_answers()
    {
        var spec = new PageSpec("/", "Test", "Who?", [CostMetrics.Spend],
        [
            new SharePanel("share", CostMetrics.Spend, Dimensions.Campaign),
            new TablePanel("people", "People", [Dimensions.Campaign], [CostMetrics.Spend, DeliveryMetrics.Reach]),
        ]);

        var (_, _, model) = await ReadAsync(spec);

        Assert.IsType<ChartView>(model.Panels[0]);
        Assert.NotEmpty(Assert.IsType<MissingView>(model.Panels[1]).Reasons);
    }

    async Task<(List<MetricQuery> Asked, List<MetricQuery> Sent, PageModel Model)> ReadAsync(PageSpec spec)
    {
        var warehouse = await acme.WarehouseAsync();
        var facts = await WarehouseFacts.ReadAsync(warehouse, Principal.Everything("test"), Cancel);
        var state = ViewState.Default with { Period = new ChosenPeriod(Quarter) };
        var question = PageQuestion.Of(Principal.Everything("test"), spec.Path, state, PageDays.Of(state, facts, new(2025, 1, 1)), null, new Dictionary<string, string>());
        var (asked, sent) = (new ConcurrentQueue<MetricQuery>(), new ConcurrentQueue<MetricQuery>());
        var model = await new PageReader(new(warehouse)) { Watch = new(asked.Enqueue, sent.Enqueue) }.ReadAsync(spec, question, Cancel);
        return ([.. asked], [.. sent], model);
    }
}
