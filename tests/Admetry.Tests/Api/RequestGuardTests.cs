using System.Net;
using System.Text;
using Admetry.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Admetry.Tests.Api;

public sealed class RequestGuardTests : IAsyncLifetime
{
    WebWorld world = null!;
    WebApplication server = null!;
    HttpClient client = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        world = await WebWorld.CreateAsync(isEmpty: true);
        server = world.Server();
        await server.StartAsync(Cancel);
        client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(server.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        await world.DisposeAsync();
    }

    [Theory]
    [InlineData("evil.example", 421), InlineData("127.0.0.1.evil.example", 421), InlineData("localhost.", 421), InlineData("localhost", 200), InlineData("LOCALHOST", 200)]
    public async Task Only_names_of_this_machine_are_answered(string host, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/definitions") { Headers = { Host = host } };
        using var response = await client.SendAsync(request, Cancel);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example", 403), InlineData("null", 403), InlineData(null, 400)]
    public async Task Another_sites_script_may_not_ask(string? origin, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/query") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var response = await client.SendAsync(request, Cancel);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var form = new FormUrlEncodedContent([new("theme", "dark"), new("back", "/")]);
        using var response = await client.PostAsync(new Uri("/theme", UriKind.Relative), form, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("admetry-theme", string.Join(';', response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/"), InlineData("/api/v1/metrics"), InlineData("/nowhere")]
    public async Task Every_answer_tells_the_browser_what_it_may_do(string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        string Header(string name) => string.Join(' ', response.Headers.GetValues(name));

        Assert.Contains("script-src 'self';", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task An_empty_warehouse_says_how_to_begin()
    {
        var page = await client.GetStringAsync(new Uri("/", UriKind.Relative), Cancel);

        Assert.Contains("No data yet", page, StringComparison.Ordinal);
        Assert.Contains("admetry import", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_there_has_a_page_and_an_address_of_the_api_has_a_problem()
    {
        using var page = await client.GetAsync(new Uri("/nowhere", UriKind.Relative), Cancel);
        using var api = await client.GetAsync(new Uri("/api/v1/nowhere", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("There is no such page", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, api.StatusCode);
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task What_every_page_loads_stays_small_and_charts_come_apart()
    {
        var page = await client.GetStringAsync(new Uri("/", UriKind.Relative), Cancel);
        var script = System.Text.RegularExpressions.Regex.Match(page, "src=\"(assets/admetry[^\"]*js)\"").Groups[1].Value;
        var core = await client.GetStringAsync(new Uri("/" + script, UriKind.Relative), Cancel);

        Assert.InRange(core.Length, 10_000, 130_000);
        Assert.Contains("import(", core, StringComparison.Ordinal);
        Assert.DoesNotContain("zrender", core, StringComparison.Ordinal);
    }
}
