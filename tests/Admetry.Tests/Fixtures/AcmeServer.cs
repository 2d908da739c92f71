using Admetry.App;
using Admetry.App.Components;
using Admetry.Metrics;
using Admetry.Storage.Control;
using Admetry.Storage.Warehouse;
using Admetry.Storage.Warehouse.Synthetic;
using Admetry.Synthetic.Acme;
using Admetry.Tests.Fixtures;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Xunit;

[assembly: AssemblyFixture(typeof(AcmeServer))]

namespace Admetry.Tests.Fixtures;

/// <summary>ACME Corp behind a real server, made by the first test that asks and shared by all: nobody writes to it.</summary>
/// <remarks>A request with the header X-Client asks as someone who sees that client alone; with <see cref="Nobody"/>, none.</remarks>
public sealed class AcmeServer : IAsyncDisposable
{
    /// <summary>The value of X-Client that stands for someone without clients.</summary>
    public const string Nobody = "-";

    const string Header = "X-Client";

    readonly Lazy<Task<(string Folder, WarehouseDatabase Warehouse, NoteStore Notes, WebApplication Server, HttpClient Http)>> started = new(StartAsync);

    /// <summary>The morning after the last day of data.</summary>
    public static DateTimeOffset Morning { get; } = new(2025, 1, 1, 9, 30, 0, TimeSpan.Zero);

    public async Task<string> UrlAsync() => (await started.Value).Server.Urls.First();

    public async Task<WarehouseDatabase> WarehouseAsync() => (await started.Value).Warehouse;

    /// <summary>Does not follow redirects: a test says what it expects.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path, string? client = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (client is not null)
            request.Headers.Add(Header, client);
        return await (await started.Value).Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, HttpContent content) =>
        await (await started.Value).Http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);

    /// <summary>The text of an answer of 200.</summary>
    public async Task<string> TextAsync(string path, string? client = null)
    {
        using var response = await GetAsync(path, client);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode == 200, $"{path}: {(int)response.StatusCode} {text}");
        return text;
    }

    /// <summary>A page as a browser without script has it.</summary>
    public async Task<IHtmlDocument> PageAsync(string path, string? client = null) => new HtmlParser().ParseDocument(await TextAsync(path, client));

    static async Task<(string, WarehouseDatabase, NoteStore, WebApplication, HttpClient)> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("admetry-acme-").FullName;
        var warehouse = await WarehouseDatabase.OpenDuckDbAsync(Path.Combine(folder, "warehouse.duckdb"), new(Threads: 2), CancellationToken.None);
        var company = new AcmeParameters(AcmeParameters.DefaultSeed, 30_000, 1_000);
        await AcmeLoad.CommitAsync(
            warehouse, company, Staging.Request("acme", 1, company.Rows, "generated") with { Family = AcmeLoad.Family }, threads: 2, null, CancellationToken.None);
        var notes = new NoteStore(Path.Combine(folder, "notes.sqlite"));
        var server = WebHost.Build(new()
        {
            Url = "http://127.0.0.1:0",
            Warehouse = warehouse,
            Metrics = new(warehouse),
            Notes = notes,
            Catalogue = Catalogue.BuiltIn,
            Site = new("ACME Corp", "USD", TimeZoneInfo.Utc),
            Clock = new TestClock(Morning),
            Who = context => context.Request.Headers[Header].ToString() switch
            {
                "" => Principal.Everything("test"),
                Nobody => new("test", []),
                var code => new("test", [code]),
            },
            Configure = builder => builder.Logging.ClearProviders(),
        });
        await server.StartAsync();
        return (folder, warehouse, notes, server, new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(server.Urls.First()) });
    }

    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated)
            return;

        var (folder, warehouse, notes, server, http) = await started.Value;
        http.Dispose();
        await server.StopAsync();
        await server.DisposeAsync();
        notes.Dispose();
        await warehouse.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
