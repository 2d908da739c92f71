using System.CommandLine;
using System.Globalization;
using Admetry.App.Reports;
using Admetry.App.Workspace;
using Admetry.Finance;
using Admetry.Metrics;
using Admetry.Pacing;
using Admetry.Storage.Warehouse;
using Admetry.Synthetic.Acme;

namespace Admetry.App.Commands;

/// <summary><c>admetry demo</c>: a workspace with five years of ACME Corp, verified, its headline numbers, and the dashboard over it.</summary>
static class DemoCommand
{
    public static Command Create(CommandHost host, Func<CommandRun, ServeOptions, Task<int>> serve)
    {
        var directory = new Argument<string>("DIR") { Description = "Where the demonstration's workspace is, or will be.", DefaultValueFactory = _ => "admetry-demo" };
        var url = new Option<string>("--url") { Description = "Where to serve.", DefaultValueFactory = _ => ServeCommand.DefaultUrl, HelpName = "URL" };
        var noServe = new Option<bool>("--no-serve") { Description = "Stops after the numbers." };
        var rows = new Option<long>("--rows") { Description = "How many ad auctions the made-up company has.", DefaultValueFactory = _ => AcmeParameters.DefaultRows, HelpName = "NUMBER" };
        return new Command("demo", "Makes a workspace with five years of ACME Corp, a made-up ad-tech company, verifies it, prints its numbers, and serves the dashboard.\n\nExample: admetry demo") { directory, url, noServe, rows }
            .Does(host, async run =>
            {
                var root = run.PathOf(run.Arguments.GetValue(directory)!);
                var isNew = !File.Exists(Path.Combine(root, WorkspaceFolder.SettingsName));
                var folder = isNew ? WorkspaceFolder.Init(root) : new WorkspaceFolder(root);
                var size = run.Arguments.GetValue(rows);
                var parameters = new AcmeParameters(GenerateCommand.DefaultSeed, size, AcmeParameters.DefaultWeight(size));
                await using (var lease = await host.Open(folder, run.Cancel))
                {
                    var code = await GenerateCommand.RunAsync(run, lease.Workspace, parameters);
                    if (code != ExitCode.Done)
                        return code;
                    if (!await VerifyAsync(run, lease.Workspace))
                        return ExitCode.Failed;
                    await HeadlineAsync(run, lease.Workspace);
                }

                return run.Arguments.GetValue(noServe) ? ExitCode.Done : await serve(run with { Root = root }, new(run.Arguments.GetValue(url)!, Watches: true));
            });
    }

    static async Task<bool> VerifyAsync(CommandRun run, OpenWorkspace workspace)
    {
        var acknowledged = workspace.Control.Records().Where(record => record.Outcome is "loaded").Select(record => (record.LandingOrder, record.Part)).ToList();
        var broken = (await Verification.RunAsync(workspace.Warehouse, acknowledged, run.Cancel)).Where(check => !check.Holds).ToList();
        await run.Output.WriteLineAsync(broken is [] ? "✓ verified: the warehouse holds exactly what was loaded\n" : $"✗ {string.Join("; ", broken.Select(check => check.Claim))}");
        return broken is [];
    }

    /// <summary>The company year by year, what it is owed, and how its campaigns stand.</summary>
    static async Task HeadlineAsync(CommandRun run, OpenWorkspace workspace)
    {
        var principal = Principal.Everything("demo");
        var facts = await WarehouseFacts.ReadAsync(workspace.Warehouse, principal, run.Cancel);
        var days = facts.Days!.Value;
        var answer = await new MetricReader(workspace.Warehouse).ReadAsync(new()
        {
            Principal = principal, Days = days, Grain = Grain.Year, Totals = true,
            Metrics = new QueryText(workspace.Catalogue).Metrics("gross_billed,net_revenue,margin,spend,impressions,ctr,conversions,cpa"),
        }, run.Cancel);
        await MetricTableText.Of(answer).WriteAsync(run.Output, OutputFormat.Table);
        await run.Output.WriteLineAsync();
        if (await FinanceReport.ReadAsync(workspace.Warehouse, principal, days.Last, AgeingBasis.DueDate, run.Cancel) is { } books)
            await run.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"On {books.AsOf:yyyy-MM-dd} clients owe {books.Receivable.Buckets.Open:N2} {books.Currency}, {books.Receivable.Buckets.Overdue:N2} of it overdue; publishers are owed {books.Payable?.Buckets.Open:N2}; DSO {books.Receivable.DaysOutstanding:0.0} days, DPO {books.Payable?.DaysOutstanding:0.0} days."));
        var pacing = await PacingReport.ReadAsync(workspace.Warehouse, principal, days.Last, PacingCurve.Season, run.Cancel);
        var running = pacing.Lines.Where(line => line.End is null).ToList();
        await run.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{running.Count} campaigns run, {running.Count(line => line.Reading.Band is PacingBand.Under or PacingBand.SevereUnder)} of them behind their plan.\n"));
    }
}
