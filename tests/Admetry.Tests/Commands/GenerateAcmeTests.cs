using Admetry.App;
using Admetry.App.Commands;
using Xunit;

namespace Admetry.Tests.Commands;

/// <summary>A generated company from the command line: made, proved, made again, undone.</summary>
public sealed class GenerateAcmeTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("admetry-acme-").FullName;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_company_is_made_verified_and_asked_for_its_quarters()
    {
        await RunAsync("init");

        var made = await RunAsync("generate", "acme", "--rows", "10000");
        var verified = await RunAsync("verify", "--deep");
        var quarters = await RunAsync("query", "spend,impressions,clicks,ctr,gross_billed", "--by", "quarter", "--format", "csv");

        Assert.StartsWith("✓ ACME Corp: 10,000 auctions, 2020-01-01..2024-12-31, media ", made.Output, StringComparison.Ordinal);
        Assert.Equal(0, verified.Code);
        Assert.Contains("✓ I10  A rebuild from landing gives the same checksums", verified.Output, StringComparison.Ordinal);
        Assert.Contains("✓ A12 ", verified.Output, StringComparison.Ordinal);
        Assert.Equal(20, quarters.Output.Split('\n').Count(line => line.StartsWith("202", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_demonstration_makes_the_company_proves_it_and_says_how_it_stands()
    {
        var demo = await RunAsync("demo", "shown", "--no-serve", "--rows", "20000");
        var again = await RunAsync("demo", "shown", "--no-serve", "--rows", "20000");

        Assert.Equal(0, demo.Code);
        Assert.Contains("✓ verified: the warehouse holds exactly what was loaded", demo.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n2020 .*\n2021 .*\n2022 .*\n2023 .*\n2024 .*\nTotal ", demo.Output);
        Assert.Matches(@"On 2024-12-31 clients owe [\d,]+\.\d\d USD, [\d,]+\.\d\d of it overdue; publishers are owed [\d,]+\.\d\d; DSO [\d.]+ days, DPO [\d.]+ days\.", demo.Output);
        Assert.Matches(@"\d+ campaigns run, \d+ of them behind their plan\.", demo.Output);
        Assert.StartsWith("= ACME Corp stands already, as load 1.", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rebuild_makes_the_same_company_again_and_forgetting_takes_it_away()
    {
        await RunAsync("init");
        await RunAsync("generate", "acme", "--rows", "10000");
        var before = await RunAsync("query", "spend,clicks,conversions,gross_billed,client_revenue", "--by", "client", "--format", "csv");

        Assert.Equal(0, (await RunAsync("rebuild")).Code);
        var after = await RunAsync("query", "spend,clicks,conversions,gross_billed,client_revenue", "--by", "client", "--format", "csv");
        var again = await RunAsync("generate", "acme", "--rows", "10000");
        var other = await RunAsync("generate", "acme", "--rows", "20000");
        var forgotten = await RunAsync("forget", "1");

        Assert.Equal(before, after);
        Assert.Equal("= ACME Corp stands already, as load 1.\n", again.Output);
        Assert.Equal(3, other.Code);
        Assert.Contains("admetry forget 1", other.Error, StringComparison.Ordinal);
        Assert.Equal(0, forgotten.Code);
        Assert.Equal(0, (await RunAsync("generate", "acme", "--rows", "20000")).Code);
    }

    [Theory, InlineData("--rows", "0"), InlineData("--weight", "9999")]
    public async Task What_is_out_of_range_is_said_before_anything_is_made(string option, string value)
    {
        await RunAsync("init");

        var refused = await RunAsync("generate", "acme", option, value);

        Assert.Equal(2, refused.Code);
        Assert.StartsWith($"{option} {value} is not between 1 and ", refused.Error, StringComparison.Ordinal);
        Assert.Equal("", (await RunAsync("loads", "--format", "csv")).Output.Split('\n')[1]);
    }

    [Fact]
    public async Task Dirty_files_are_written_with_what_must_become_of_them_and_importing_the_folder_reads_all()
    {
        await RunAsync("init");

        var made = await RunAsync("generate", "dirty", "dirty");
        var imported = await RunAsync("import", "dirty");
        var loads = await RunAsync("loads", "--format", "csv");

        Assert.Equal(0, made.Code);
        Assert.Equal(30, made.Output.Split('\n').Count(line => line.StartsWith("  line ", StringComparison.Ordinal)));
        Assert.Equal(0, imported.Code);
        Assert.Equal(6, loads.Output.Split('\n').Count(line => line.Contains(",active", StringComparison.Ordinal)));
        Assert.Contains("with negative spend", imported.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var host = new CommandHost(folder, TimeProvider.System, false, Workspaces.OpenAsync);
        var code = await Root.RunAsync(arguments, host, output, error, Cancel, (_, _) => throw new InvalidOperationException("Nothing is served."));
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString());
    }
}
