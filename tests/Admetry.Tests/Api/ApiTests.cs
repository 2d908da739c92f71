using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Admetry.Metrics;
using Admetry.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Admetry.Tests.Api;

/// <summary>The API over a real server and a real warehouse. A request with the header X-Client asks as someone who sees that client alone.</summary>
public sealed class ApiTests : IAsyncLifetime
{
    WebWorld world = null!;
    WebApplication server = null!;
    HttpClient client = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        world = await WebWorld.CreateAsync();
        server = world.Server(who: context =>
            context.Request.Headers["X-Client"].ToString() is { Length: > 0 } code ? new("test", [code]) : Principal.Everything("test"));
        await server.StartAsync(Cancel);
        client = new() { BaseAddress = new(server.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_query_is_answered_with_typed_values()
    {
        var answer = await QueryAsync("""
            {"metrics": ["spend", "impressions", "ctr", "leads"], "by": ["platform"], "from": "2024-09-01", "to": "2024-09-30",
             "where": [{"dimension": "client", "values": ["C102"]}], "compare": "previous", "totals": true}
            """);

        var row = Assert.Single(answer.GetProperty("rows").EnumerateArray());
        Assert.Equal("meta_ads", row.GetProperty("keys").GetProperty("platform").GetString());
        Assert.Equal(9000m, row.GetProperty("values").GetProperty("spend").GetDecimal());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("values").GetProperty("leads").ValueKind);
        Assert.Equal(9000m, row.GetProperty("previous").GetProperty("spend").GetDecimal());
        Assert.Equal(0m, row.GetProperty("change").GetProperty("spend").GetDecimal());
        Assert.Equal(9000m, answer.GetProperty("total").GetProperty("values").GetProperty("spend").GetDecimal());
        Assert.Equal("USD", answer.GetProperty("currency").GetString());
        Assert.Equal("2024-07-28", answer.GetProperty("comparedWith").GetProperty("from").GetString());
        Assert.Equal(["key platform ", "value spend money", "value impressions count", "value ctr share", "value leads quantity"],
            answer.GetProperty("columns").EnumerateArray().Select(column => $"{column.GetProperty("kind")} {column.GetProperty("name")} {column.GetProperty("unit")}"));
    }

    [Fact]
    public async Task Numbers_are_those_that_the_facts_add_up_to()
    {
        var answer = await QueryAsync("""{"metrics": ["spend", "clicks"], "from": "2024-09-02", "to": "2024-10-01"}""");
        await using var connection = await world.Warehouse.Source.OpenConnectionAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "select cast(sum(spend) as decimal(18,6)), cast(sum(clicks) as bigint) from fact_core_metrics where date_id between 20240902 and 20241001";
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        await reader.ReadAsync(Cancel);

        var values = answer.GetProperty("rows")[0].GetProperty("values");
        Assert.Equal(reader.GetDecimal(0), values.GetProperty("spend").GetDecimal());
        Assert.Equal(reader.GetInt64(1), values.GetProperty("clicks").GetInt64());
    }

    [Fact]
    public async Task Ids_are_text_with_every_digit()
    {
        var answer = await QueryAsync("""{"metrics": ["spend"], "by": ["campaign_id"], "from": "2024-09-30", "to": "2024-09-30", "orderBy": [{"name": "campaign_id"}], "limit": 2}""");

        Assert.Equal(["90071992547409931", "900719925474099310"],
            answer.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("keys").GetProperty("campaign_id").GetString()));
    }

    [Theory]
    [InlineData("""{"metrics": ["spnd"], "from": "2024-01-01", "to": "2024-01-31"}""", 400, "spend")]
    [InlineData("""{"metrics": [], "from": "2024-01-01", "to": "2024-01-31"}""", 400, "no metric")]
    [InlineData("""{"metrics": ["spend"], "from": "2024-02-01", "to": "2024-01-31"}""", 400, "no range of days")]
    [InlineData("""{"metrics": ["spend"], "by": ["platfrom"], "from": "2024-01-01", "to": "2024-01-31"}""", 400, "\"platform\"")]
    [InlineData("""{"metrics": ["spend"], "grain": "hour", "from": "2024-01-01", "to": "2024-01-31"}""", 400, "hour")]
    [InlineData("""{"metrics": ["spend"], "where": [{"dimension": "client"}], "from": "2024-01-01", "to": "2024-01-31"}""", 400, "no values")]
    [InlineData("""{"metrics": ["spend"], "limit": 0, "from": "2024-01-01", "to": "2024-01-31"}""", 400, "limit")]
    [InlineData("""{"metrics": ["spend"], "colour": "red", "from": "2024-01-01", "to": "2024-01-31"}""", 400, "colour")]
    [InlineData("""{"metrics": [null], "from": "2024-01-01", "to": "2024-01-31"}""", 400, "no metric")]
    [InlineData("{", 400, "JSON")]
    [InlineData("""{"metrics": ["reach"], "from": "2024-01-01", "to": "2024-01-31", "by": ["keyword", "country"]}""", 422, "remedy")]
    public async Task What_cannot_be_answered_is_refused_with_reason_and_remedy(string body, int status, string word)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("/api/v1/query", UriKind.Relative), content, Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(word, text.Replace("\\u0022", "'", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        using var problem = JsonDocument.Parse(text);
        Assert.NotEmpty(problem.RootElement.GetProperty("reasons").EnumerateArray());
        Assert.NotEqual("", problem.RootElement.GetProperty("remedy").GetString());
    }

    [Fact]
    public async Task Performance_has_exactly_the_seeds_shape_and_sums()
    {
        var answer = await client.GetFromJsonAsync<JsonElement>("/api/v1/campaigns/5/performance?days=7", Cancel);

        Assert.Equal(["campaign", "ads", "metrics", "summary"], answer.EnumerateObject().Select(part => part.Name));
        Assert.Equal(["total_impressions", "total_clicks", "total_conversions", "total_spend", "avg_ctr", "avg_cpc"],
            answer.GetProperty("summary").EnumerateObject().Select(part => part.Name));
        Assert.Equal("5", answer.GetProperty("campaign").GetProperty("id").GetString());
        Assert.Equal("90071992547409935", answer.GetProperty("campaign").GetProperty("external_id").GetString());
        Assert.Equal(["Tent", "Boots"], answer.GetProperty("ads").EnumerateArray().Select(ad => ad.GetProperty("name").GetString()));

        var days = answer.GetProperty("metrics").EnumerateArray().ToList();
        Assert.Equal(["2024-09-25", "2024-09-26", "2024-09-27", "2024-09-28", "2024-09-29", "2024-09-30", "2024-10-01"],
            days.Select(day => day.GetProperty("date").GetString()));
        var summary = answer.GetProperty("summary");
        Assert.Equal(days.Sum(day => day.GetProperty("spend").GetDecimal()), summary.GetProperty("total_spend").GetDecimal());
        Assert.Equal(days.Sum(day => day.GetProperty("clicks").GetInt64()), summary.GetProperty("total_clicks").GetInt64());
        Assert.Equal((double)summary.GetProperty("total_clicks").GetInt64() / summary.GetProperty("total_impressions").GetInt64(),
            summary.GetProperty("avg_ctr").GetDouble(), 1e-12);
        Assert.Equal((double)summary.GetProperty("total_spend").GetDecimal() / summary.GetProperty("total_clicks").GetInt64(),
            summary.GetProperty("avg_cpc").GetDouble(), 1e-12);
    }

    [Fact]
    public async Task Performance_takes_the_platforms_id_too_and_thirty_days_unless_told()
    {
        var answer = await client.GetFromJsonAsync<JsonElement>("/api/v1/campaigns/90071992547409935/performance", Cancel);

        Assert.Equal("5", answer.GetProperty("campaign").GetProperty("id").GetString());
        Assert.Equal("2024-09-02", answer.GetProperty("metrics")[0].GetProperty("date").GetString());
    }

    [Fact]
    public async Task A_campaign_without_delivery_sums_to_zero_and_divides_by_nothing_to_zero()
    {
        var answer = await client.GetFromJsonAsync<JsonElement>("/api/v1/campaigns/16/performance", Cancel);

        Assert.Empty(answer.GetProperty("metrics").EnumerateArray());
        Assert.All(answer.GetProperty("summary").EnumerateObject(), part => Assert.Equal(0, part.Value.GetDecimal()));
    }

    [Fact]
    public async Task An_unknown_campaign_is_null()
    {
        using var response = await client.GetAsync(new Uri("/api/v1/campaigns/nothing/performance", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("null", await response.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Who_sees_one_client_sees_nothing_of_another()
    {
        client.DefaultRequestHeaders.Add("X-Client", "C101");
        var answer = await QueryAsync("""{"metrics": ["spend"], "by": ["client"], "from": "2024-09-01", "to": "2024-09-30", "totals": true}""");
        using var foreign = await client.GetAsync(new Uri("/api/v1/campaigns/15/performance", UriKind.Relative), Cancel);
        var page = await client.GetStringAsync(new Uri("/?n=all", UriKind.Relative), Cancel);

        var row = Assert.Single(answer.GetProperty("rows").EnumerateArray());
        Assert.Equal("C101", row.GetProperty("keys").GetProperty("client").GetString());
        Assert.Equal(row.GetProperty("values").GetProperty("spend").GetDecimal(), answer.GetProperty("total").GetProperty("values").GetProperty("spend").GetDecimal());
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.DoesNotContain("Beta", page, StringComparison.Ordinal);
        Assert.Contains("Alpha Outdoor", page, StringComparison.Ordinal);
        Assert.DoesNotContain("google_ads_report.csv", await client.GetStringAsync(new Uri("/data", UriKind.Relative), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_dimensions_and_the_description_are_listed()
    {
        var metrics = await client.GetFromJsonAsync<JsonElement>("/api/v1/metrics", Cancel);
        var dimensions = await client.GetFromJsonAsync<JsonElement>("/api/v1/dimensions", Cancel);
        var description = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Cancel);

        Assert.Equal(Catalogue.BuiltIn.All.Select(metric => metric.Name), metrics.EnumerateArray().Select(metric => metric.GetProperty("name").GetString()));
        Assert.Equal(Dimensions.All.Count, dimensions.GetArrayLength());
        Assert.Equal(["/api/v1/query", "/api/v1/query.csv", "/api/v1/query.sql", "/api/v1/query.curl", "/api/v1/campaigns/{id}/performance", "/api/v1/metrics", "/api/v1/dimensions"],
            description.GetProperty("paths").EnumerateObject().Select(path => path.Name).Where(path => path.StartsWith("/api", StringComparison.Ordinal)));
    }

    async Task<JsonElement> QueryAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("/api/v1/query", UriKind.Relative), content, Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
