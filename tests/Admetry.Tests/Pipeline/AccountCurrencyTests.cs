using System.Text;
using Admetry.App;
using Admetry.App.Pipeline;
using Admetry.App.Workspace;
using Admetry.Connectors.Exports;
using Xunit;

namespace Admetry.Tests.Pipeline;

public sealed class AccountCurrencyTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("admetry-currency-").FullName;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_currency_than_the_accounts_is_said_before_loading_and_refused_by_it()
    {
        await using var lease = await Workspaces.OpenAsync(WorkspaceFolder.Init(folder), Cancel);
        var uploads = new Uploads(lease.Workspace);
        await ImportAsync(lease.Workspace, Report("EUR", "2024-01-01"));

        var same = await uploads.ExplainAsync(await KeepAsync(uploads, Report("EUR", "2024-01-02")), ReadingHints.None, Cancel);
        var other = await uploads.ExplainAsync(await KeepAsync(uploads, Report("USD", "2024-01-02")), ReadingHints.None, Cancel);
        var refused = Assert.IsType<PartRefused>(await ImportAsync(lease.Workspace, Report("USD", "2024-01-02")));

        const string Why = "The Google Ads account of earlier files, which name none, is in EUR, but this file is in USD.";
        Assert.DoesNotContain(Assert.Single(same).Findings, finding => finding.Contains("but this file", StringComparison.Ordinal));
        Assert.Contains(Assert.Single(other).Findings, finding => finding.StartsWith(Why, StringComparison.Ordinal));
        Assert.Equal(Why, refused.Reason);
        Assert.Contains("--account", refused.Remedy, StringComparison.Ordinal);
    }

    static string Report(string currency, string day) => $"Day,Campaign,Campaign ID,Currency code,Impr.,Clicks,Cost\n{day},Brand,1,{currency},100,10,1.50\n";

    static async Task<Upload> KeepAsync(Uploads uploads, string text)
    {
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await uploads.KeepAsync("report.csv", content, Cancel);
    }

    async Task<PartOutcome> ImportAsync(OpenWorkspace workspace, string text)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, text, Cancel);
        return Assert.Single(await new ImportJob(workspace).RunAsync(file, ReadingHints.None, "export", null, Cancel));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
