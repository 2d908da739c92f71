using Admetry.App;
using Admetry.App.Commands;
using Xunit;

namespace Admetry.Tests.Commands;

/// <summary>The command line as people use it: a workspace, files in the inbox, and what is printed.</summary>
public sealed class CommandLineTests : IDisposable
{
    const string GoogleExport = """
        Campaign performance
        "January 1, 2024 - January 3, 2024"
        Day,Campaign,Campaign status,Currency code,Cost,Impr.,Clicks,CTR,Conversions
        2024-01-01,Brand,Enabled,USD,"1,234.56","25,881",320,1.24%,12.50
        2024-01-02,Brand,Enabled,USD,34.56,881,20, --,0.00
        2024-01-03,"Generic, all",Paused,USD,100.00,"10,000",100,1.00%,3.00
        Total: Campaigns,,,USD,"1,369.12","36,762",440,,15.50
        Total: Account,,,USD,"1,369.12","36,762",440,,15.50
        Total: Search,,,USD,"1,369.12","36,762",440,,15.50

        """;

    readonly string folder = Directory.CreateTempSubdirectory("admetry-cli-").FullName;

    string Inbox => Path.Combine(folder, "inbox");

    [Fact]
    public async Task From_an_empty_folder_to_true_numbers_in_three_commands()
    {
        Assert.Equal(0, (await RunAsync("init")).Code);
        await File.WriteAllTextAsync(Path.Combine(Inbox, "google.csv"), GoogleExport, Cancel);

        var import = await RunAsync("import");
        Assert.Equal("✓ google.csv: google_ads_ui, 3 rows, 2024-01-01..2024-01-03, 3 rows left out, spend 1,369.12 (load 1)\n", import.Output);
        Assert.Equal(0, import.Code);

        var query = await RunAsync("query", "spend,clicks,ctr", "--by", "campaign", "--totals", "--format", "csv");
        Assert.Equal("campaign,spend,clicks,ctr\nBrand,1269.12,340,0.012704581122487109\n\"Generic, all\",100,100,0.01\nTotal,1369.12,440,0.011968880909634948\n", query.Output);
    }

    [Fact]
    public async Task An_exports_own_word_for_a_campaigns_state_is_found_under_the_common_one()
    {
        await ImportedAsync();

        var query = await RunAsync("query", "spend", "--by", "campaign,campaign_status", "--where", "campaign_status=ACTIVE", "--format", "csv");

        Assert.Equal("campaign,campaign_status,spend\nBrand,ACTIVE,1269.12\n", query.Output);
    }

    [Fact]
    public async Task A_report_is_one_file_and_a_wrong_question_leaves_none()
    {
        await ImportedAsync();
        var file = Path.Combine(folder, "report.html");

        var none = await RunAsync("report", "overview", "--period", "2023", "--out", file);
        Assert.Equal((2, "There is no data for 1 Jan – 31 Dec 2023. Daily rows reach from 2024-01-01 to 2024-01-03.\n"), (none.Code, none.Error));
        Assert.Equal(2, (await RunAsync("report", "overview", "--out", "report.txt")).Code);
        Assert.Equal(2, (await RunAsync("report", "overview", "--period", "2024", "--from", "2024-01-01", "--out", file)).Code);
        Assert.False(File.Exists(file));

        var written = await RunAsync("report", "overview", "--from", "2024-01-01", "--to", "2024-01-02", "--compare", "none", "--out", file);
        Assert.Equal(0, written.Code);
        Assert.StartsWith("$1,269 spend in 2 days.\n", written.Output, StringComparison.Ordinal);
        Assert.Contains("2024-01-01..2024-01-02", written.Output, StringComparison.Ordinal);
        Assert.Contains(" KB\n", written.Output, StringComparison.Ordinal);
        Assert.Contains("$1,269.12", await File.ReadAllTextAsync(file, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_above_the_threshold_is_named_by_verify_and_breaks_nothing()
    {
        await ImportedAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "admetry.yaml"), "thresholds: { daily_spend: 1000 }\n", Cancel);

        var verify = await RunAsync("verify");

        Assert.Equal(0, verify.Code);
        Assert.Single(verify.Output.Split('\n'), line => line.Contains("worth a question", StringComparison.Ordinal));
        Assert.Contains("worth a question: 2024-01-01: account ", verify.Output, StringComparison.Ordinal);
        Assert.Contains("spent 1,234.56 USD, more than 1,000.00", verify.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dates_that_could_be_two_are_settled_by_an_option_and_the_refusal_is_told_no_more()
    {
        await RunAsync("init");
        await File.WriteAllTextAsync(Path.Combine(Inbox, "open.csv"), "Day,Campaign,Cost,Impr.,Clicks,Currency code,Avg. CPC\n01/02/2024,A,5.50,10,1,EUR,5.50\n", Cancel);
        var refused = await RunAsync("import");
        Assert.Contains("Say which it is with --dates dmy or --dates mdy", refused.Error, StringComparison.Ordinal);
        Assert.Contains("✗ open.csv", (await RunAsync("loads")).Error, StringComparison.Ordinal);

        var settled = await RunAsync("import", "--dates", "mdy");

        Assert.Contains("1 rows, 2024-01-02", settled.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("✗", (await RunAsync("loads")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("rebuild")).Code);
        Assert.Equal("date,spend\n2024-01-02,5.5\n", (await RunAsync("query", "spend", "--by", "date", "--format", "csv")).Output);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_says_so()
    {
        await ImportedAsync();

        var again = await RunAsync("import");

        Assert.Equal((0, "= google.csv: nothing new, it stands as load 1.\n"), (again.Code, again.Output));
    }

    [Fact]
    public async Task A_quarantined_row_ends_with_code_4_and_is_listed_with_its_line_and_text()
    {
        await RunAsync("init");
        await File.WriteAllTextAsync(Path.Combine(Inbox, "g.csv"), "campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo\nG1,C1,2024-01-01,1,10,xyz,mobile,US\nG1,C1,2024-01-02,1,10,2.00,mobile,US\n", Cancel);

        var import = await RunAsync("import");
        var quarantine = await RunAsync("quarantine", "--format", "csv");

        Assert.Equal(4, import.Code);
        Assert.Contains("1 rows are in quarantine", import.Error, StringComparison.Ordinal);
        Assert.StartsWith("load,file,line,rule,reason,text\n1,g.csv,2,number.unreadable,", quarantine.Output, StringComparison.Ordinal);
        Assert.Contains("\"G1,C1,2024-01-01,1,10,xyz,mobile,US\"", quarantine.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_ends_with_code_3_its_reason_and_remedy_and_loads_nothing()
    {
        await RunAsync("init");
        await File.WriteAllTextAsync(Path.Combine(Inbox, "page.csv"), "<!DOCTYPE html><html><body>Log in</body></html>", Cancel);

        var import = await RunAsync("import");

        Assert.Equal(3, import.Code);
        Assert.Contains("page.csv", import.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", import.Error, StringComparison.Ordinal);
        Assert.Equal("load,file,family,state,first_day,last_day,rows,quarantined,duplicates,filtered,shadowed,spend_before,spend_after\n", (await RunAsync("loads", "--format", "csv")).Output);
    }

    [Fact]
    public async Task A_file_that_names_no_account_says_that_it_replaced_what_another_had_said()
    {
        await ImportedAsync();
        await File.WriteAllTextAsync(Path.Combine(Inbox, "google.csv"), GoogleExport.Replace("100.00", "101.00", StringComparison.Ordinal).Replace("1,369.12", "1,370.12", StringComparison.Ordinal), Cancel);

        var again = await RunAsync("import");

        Assert.Contains("spend 1,369.12 → 1,370.12", again.Output, StringComparison.Ordinal);
        Assert.Contains("names no account", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_takes_a_load_back_and_verify_stays_clean()
    {
        await ImportedAsync();

        Assert.Equal(0, (await RunAsync("forget", "1")).Code);

        Assert.Equal("spend\n\n", (await RunAsync("query", "spend", "--format", "csv")).Output);
        var verify = await RunAsync("verify", "--deep");
        Assert.Equal(0, verify.Code);
        Assert.DoesNotContain("✗", verify.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rebuild_gives_the_same_checksums()
    {
        await ImportedAsync();
        var first = await RunAsync("rebuild");

        var second = await RunAsync("rebuild");

        Assert.Equal(first.Output, second.Output);
        Assert.Contains("  core 3 ", first.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update", "spend\n2\n")]
    [InlineData("nothing", "spend\n1\n")]
    public async Task A_restatement_replaces_what_stands_unless_the_first_word_is_to_count(string conflict, string spend)
    {
        const string Header = "campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo\n";
        await RunAsync("init");
        await File.WriteAllTextAsync(Path.Combine(folder, "admetry.yaml"), $"fact_conflict: {conflict}\n", Cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "first.csv"), $"{Header}G1,C1,2024-01-01,1,10,1.00,mobile,US\n", Cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "second.csv"), $"{Header}G1,C1,2024-01-01,1,10,2.00,mobile,US\n", Cancel);

        await RunAsync("import", "first.csv");
        await RunAsync("import", "second.csv");

        Assert.Equal(spend, (await RunAsync("query", "spend", "--format", "csv")).Output);
        Assert.Equal(0, (await RunAsync("verify", "--deep")).Code);
    }

    [Theory]
    [InlineData(2, "query", "spnd")]
    [InlineData(2, "query")]
    [InlineData(2, "nonsense")]
    [InlineData(2, "import", "--period", "yesterday")]
    [InlineData(3, "import", "does-not-exist.csv")]
    [InlineData(3, "forget", "99")]
    public async Task A_mistake_is_told_apart_from_a_failure_and_named_without_a_stack_trace(int code, params string[] arguments)
    {
        await RunAsync("init");

        var run = await RunAsync(arguments);

        Assert.Equal(code, run.Code);
        Assert.NotEqual("", run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_has_help_with_an_example()
    {
        foreach (var command in new[] { "init", "import", "loads", "forget", "quarantine", "query", "metrics", "dimensions", "verify", "rebuild", "generate mock", "export csv", "export sqlite", "export parquet" })
        {
            var help = await RunAsync([.. command.Split(' '), "--help"]);
            Assert.Equal(0, help.Code);
            Assert.Contains($"Example: admetry {command.Split(' ')[0]}", help.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Outside_a_workspace_the_remedy_is_named()
    {
        var run = await RunAsync("loads");

        Assert.Equal(2, run.Code);
        Assert.Contains("admetry init", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sql_of_a_query_can_be_seen()
    {
        await ImportedAsync();

        var run = await RunAsync("query", "spend", "--by", "campaign", "--where", "platform=google_ads", "--sql");

        Assert.Contains("from fact_core_metrics f", run.Output, StringComparison.Ordinal);
        Assert.Contains("-- @f0_0 = google_ads", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    async Task ImportedAsync()
    {
        await RunAsync("init");
        await File.WriteAllTextAsync(Path.Combine(Inbox, "google.csv"), GoogleExport, Cancel);
        Assert.Equal(0, (await RunAsync("import")).Code);
    }

    async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var host = new CommandHost(folder, TimeProvider.System, false, Workspaces.OpenAsync);
        var code = await Root.RunAsync(arguments, host, output, error, Cancel);
        return (code, output.ToString(), error.ToString());
    }
}
