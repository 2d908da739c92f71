using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Admetry.App.Api;
using Admetry.App.Components;
using Admetry.App.Panels;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;
using Admetry.Tests.Fixtures;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>One question, six surfaces: the page's tiles and table, the CSV file, the JSON answer, the printed SQL and the reader itself.</summary>
public sealed partial class AgreementTests(AcmeServer acme)
{
    static readonly Principal Owner = Principal.Everything("test");

    static readonly Dimension[] Members =
    [
        Dimensions.Campaign, Dimensions.Client, Dimensions.Publisher, Dimensions.Device, Dimensions.Country, Dimensions.Format, Dimensions.DealType,
        Dimensions.PublisherTier, Dimensions.Objective, Dimensions.Channel, Dimensions.Age, Dimensions.Gender, Dimensions.Interest, Dimensions.Hour,
    ];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), Scored(Row.Agreement)]
    public async Task A_question_has_one_answer_on_every_surface(int seed)
    {
        var random = Seeded(seed);
        var reader = new MetricReader(await acme.WarehouseAsync());
        for (var i = 0; i < 5; i++)
        {
            var query = await AnyAsync(random, reader);
            var answer = await reader.ReadAsync(query, Cancel);
            var expected = answer.Rows.Select(row => (Key: row.Key(0), Values: query.Metrics.Select(metric => row[metric]).ToList())).ToList();
            Assert.NotEmpty(expected);

            Assert.Equal(Lines(query, expected), await acme.TextAsync(QueryLink.Of(query, QueryLink.Csv)));
            Assert.Equal(expected.Select(Text), await JsonAsync(query));
            Assert.Equal(expected.Select(Text).Order(StringComparer.Ordinal), (await SqlAsync(query)).Order(StringComparer.Ordinal));
            await PageAsync(query, answer);
        }
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void The_address_of_a_query_means_that_query(int seed)
    {
        var random = Seeded(seed);
        for (var i = 0; i < 200; i++)
        {
            var query = new MetricQuery
            {
                Principal = Owner,
                Days = Days(random),
                Metrics = [.. Pick(random, Catalogue.BuiltIn.All, 4)],
                By = [.. Pick(random, Dimensions.All, 3).Skip(1)],
                Where = [.. Pick(random, Dimensions.All, 3).Skip(1).Select(by => new Filter(by, (FilterKind)random.Next(3), [.. Pick(random, ["a,b", "x;y:z", @"back\slash", "100% & more", "", "حملة", "=#?/+", "'; drop table"], 3)]))],
                Grain = (Grain)random.Next(7),
                Comparison = random.Next(4) switch { 0 => Comparison.Previous, 1 => Comparison.PreviousYear, 2 => Comparison.With(Days(random)), _ => Comparison.None },
                Totals = random.Next(2) == 0,
                Currency = "USD",
            };

            var read = QueryReader.Read(Address(QueryLink.Of(query, QueryLink.Csv)).ToRequest(), Owner, Catalogue.BuiltIn, "USD");

            Assert.Equal(query.Days, read.Days);
            Assert.Equal(query.Metrics, read.Metrics);
            Assert.Equal(query.By, read.By);
            Assert.Equal(FilterText.Write(query.Where), FilterText.Write(read.Where));
            Assert.Equal(query.Grain, read.Grain);
            Assert.Equal(query.Comparison.Against(query.Days), read.Comparison.Against(read.Days));
            Assert.Equal(query.Totals, read.Totals);
            Assert.Null(read.Limit);
        }
    }

    [Theory, InlineData("a'b"), InlineData("line\nbreak"), InlineData("drop table; --")]
    public async Task The_printed_sql_holds_foreign_text_as_a_literal_on_one_line(string value)
    {
        var query = Question([DeliveryMetrics.Clicks], Dimensions.Device, new(new(2024, 1, 1), new(2024, 1, 31))) with { Where = [new(Dimensions.Campaign, value)] };
        var text = await acme.TextAsync(QueryLink.Of(query, QueryLink.Sql));

        Assert.Contains($"-- @f0_0 = '{value.Replace("'", "''", StringComparison.Ordinal).Replace('\n', ' ')}'\n", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n').TakeWhile(line => !line.StartsWith("with", StringComparison.Ordinal)), line => Assert.StartsWith("-- @", line, StringComparison.Ordinal));
    }

    /// <summary>What the table of the explore page says of the same question.</summary>
    async Task PageAsync(MetricQuery query, MetricTable answer)
    {
        var state = new ViewState
        {
            Period = new ChosenPeriod(query.Days), Comparison = Comparison.None, Filters = query.Where, By = query.By[0], AllRows = true,
            Metrics = [.. query.Metrics.Select(metric => metric.Name)],
        };
        var page = await acme.PageAsync(state.At("/explore"));
        var rows = page.QuerySelectorAll("#table tbody tr").Select(PagesTests.Cells).Select(cells => string.Join('|', cells)).ToList();
        var expected = answer.Rows.Select(row => Shown(row.Key(0) is "" ? "Unnamed" : MemberName.Of(query.By[0], row.Key(0)), row)).ToList();
        var total = (await new MetricReader(await acme.WarehouseAsync()).ReadAsync(query with { Totals = true }, Cancel)).Total!.Value;
        if (expected.Count > 1)
            expected.Add(Shown("Total", total));

        Assert.Equal(expected.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
        Assert.Equal(
            query.Metrics.Where(metric => !total[metric].IsNull).Select(metric => $"{metric.Title}: {NumberFormat.Compact(total[metric], metric.Unit, answer.Currency)}, {NumberFormat.Full(total[metric], metric.Unit, answer.Currency)}"),
            page.QuerySelectorAll(".kpi").Select(tile => $"{tile.QuerySelector(".label")!.TextContent}: {tile.QuerySelector(".value")!.TextContent}, {tile.QuerySelector(".value")!.GetAttribute("title")}"));

        string Shown(string name, MetricRow row) => string.Join('|', query.Metrics.Select(metric => NumberFormat.Full(row[metric], metric.Unit, answer.Currency)).Prepend(name));
    }

    async Task<List<string>> JsonAsync(MetricQuery query)
    {
        var body = JsonSerializer.Serialize(new
        {
            metrics = query.Metrics.Select(metric => metric.Name),
            by = query.By.Select(by => by.Name),
            from = $"{query.Days.First:yyyy-MM-dd}",
            to = $"{query.Days.Last:yyyy-MM-dd}",
            where = query.Where.Select(filter => new { dimension = filter.Dimension.Name, @is = filter.Kind is FilterKind.NotIn ? "not_in" : filter.Kind is FilterKind.Contains ? "contains" : "in", values = filter.Values }),
        });
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await acme.PostAsync("/api/v1/query", content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        return [.. answer.RootElement.GetProperty("rows").EnumerateArray().Select(row => Text((
            row.GetProperty("keys").GetProperty(query.By[0].Name).GetString()!,
            [.. query.Metrics.Select(metric => Of(row.GetProperty("values").GetProperty(metric.Name), metric))])))];

        static MetricValue Of(JsonElement value, Metric metric) => value.ValueKind is JsonValueKind.Null ? MetricValue.Null
            : metric is Ratio ? MetricValue.Number(value.GetDouble()) : MetricValue.Exact(value.GetDecimal());
    }

    /// <summary>The printed statement, run as a person would: its parameters written where they stand.</summary>
    async Task<List<string>> SqlAsync(MetricQuery query)
    {
        var lines = (await acme.TextAsync(QueryLink.Of(query, QueryLink.Sql))).Split('\n');
        var values = lines.TakeWhile(line => line.StartsWith("-- @", StringComparison.Ordinal)).Select(line => line[4..].Split(" = ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var statement = string.Join('\n', lines.SkipWhile(line => line.StartsWith("-- @", StringComparison.Ordinal)));
        var warehouse = await acme.WarehouseAsync();
        await using var connection = await warehouse.Source.OpenConnectionAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = Parameter().Replace(statement, match => values[match.Groups[1].Value]);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        List<string> rows = [];
        while (await reader.ReadAsync(Cancel))
            rows.Add(Text((reader.GetValue(0) as string ?? "", [.. Enumerable.Range(1, query.Metrics.Count).Select(i => Of(reader, i))])));
        return rows;
    }

    static MetricValue Of(DbDataReader reader, int column) => reader.GetValue(column) switch
    {
        DBNull => MetricValue.Null,
        double number => MetricValue.Number(number),
        var exact => MetricValue.Exact(Convert.ToDecimal(exact, CultureInfo.InvariantCulture)),
    };

    static string Lines(MetricQuery query, IEnumerable<(string Key, List<MetricValue> Values)> rows) => string.Concat(rows
        .Select(row => row.Values.Select(value => value.ToString()).Prepend(row.Key).Select(Field))
        .Prepend(query.Metrics.Select(metric => metric.Name).Prepend(query.By[0].Name))
        .Select(cells => string.Join(',', cells) + "\n"));

    static string Field(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    static string Text((string Key, List<MetricValue> Values) row) => $"{row.Key}|{string.Join('|', row.Values)}";

    /// <summary>A question that has an answer: metrics that one fact carries by the dimension, and members that are there.</summary>
    static async Task<MetricQuery> AnyAsync(Random random, MetricReader reader)
    {
        var by = Members[random.Next(Members.Length)];
        var askable = Catalogue.BuiltIn.All.Where(metric => metric is not ToDate && Facts.DimensionsOf(metric).Contains(by)
            && metric.Leaves.All(leaf => leaf is Total { Measure.IsNested: false })).ToList();
        var query = Question([.. Pick(random, askable, 4)], by, new(new(2020, 1, 1), new DateOnly(2024, 12, 31)));
        var known = await reader.ReadAsync(query with { Metrics = [CostMetrics.Spend] }, Cancel);
        var members = known.Rows.Select(row => row.Key(0)).Where(key => key is not "").ToList();
        var first = new DateOnly(2020, 1, 1).AddDays(random.Next(1200));
        return query with
        {
            Days = new(first, first.AddDays(random.Next(300, 620))),
            Where = random.Next(3) switch
            {
                0 => [],
                1 => [new(by, [.. Pick(random, members, Math.Min(3, members.Count))])],
                _ => members.Count > 3 ? [new(by, FilterKind.NotIn, [members[random.Next(members.Count)]])] : [],
            },
        };
    }

    static MetricQuery Question(IReadOnlyList<Metric> metrics, Dimension by, DateRange days) =>
        new() { Principal = Owner, Days = days, Metrics = metrics, By = [by], Currency = "USD" };

    static QueryAddress Address(string link)
    {
        var values = QueryHelpers.ParseQuery(link[link.IndexOf('?', StringComparison.Ordinal)..]);
        string? One(string key) => values.TryGetValue(key, out var text) ? text.ToString() : null;
        return new(One("m"), One("by"), One("from"), One("to"), One("grain"), One("f"), One("compare"), One("totals") is { } totals ? bool.Parse(totals) : null, null, One("currency"));
    }

    static IEnumerable<T> Pick<T>(Random random, IReadOnlyList<T> all, int most)
    {
        var shuffled = all.ToArray();
        random.Shuffle(shuffled);
        return shuffled.Take(random.Next(1, Math.Min(most, shuffled.Length) + 1));
    }

    static DateRange Days(Random random)
    {
        var first = new DateOnly(2020, 1, 1).AddDays(random.Next(1500));
        return new(first, first.AddDays(random.Next(400)));
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5394", Justification = "Test data.")]
    static Random Seeded(int seed) => new(seed);

    [GeneratedRegex(@"@(\w+)")]
    private static partial Regex Parameter();
}
