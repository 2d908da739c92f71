using System.CommandLine;
using System.Globalization;
using System.Text;
using Admetry.App.Components;
using Admetry.App.Reports;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Commands;

/// <summary><c>admetry report overview</c>: the dashboard as one file for people who have no access to it.</summary>
static class ReportCommand
{
    public static Command Create(CommandHost host) => new("report", "Writes reports for people: one file, interactive or on paper.") { Overview(host) };

    static Command Overview(CommandHost host)
    {
        var clients = new Option<string[]>("--client") { Description = "The code of a client; may be given more than once. Default: all clients, for the house.", HelpName = "CODE" };
        var from = new Option<string?>("--from") { Description = "The first day.", HelpName = "DAY" };
        var to = new Option<string?>("--to") { Description = "The last day.", HelpName = "DAY" };
        var period = new Option<string?>("--period") { Description = "Such as 2024-Q4, 2024-11, 2024, lq (last quarter), mtd or 90d; default: the last 30 days with data.", HelpName = "PERIOD" };
        var compare = new Option<string>("--compare") { Description = "previous, year, none, or days such as 2023-01-01..2023-01-31.", HelpName = "WITH", DefaultValueFactory = _ => "previous" };
        var isInternal = new Option<bool>("--internal") { Description = "With margins and payouts, which a client's file leaves out." };
        var output = new Option<string>("--out") { Description = "The file to write; one that is there is replaced. It ends in .html or .pdf; a PDF needs Chromium.", HelpName = "FILE", Required = true };
        return new Command("overview", "Writes the overview, campaigns, channels, conversions, video and quality of some clients as one HTML file that needs no network, or as PDF.\n\nExample: admetry report overview --client C101 --period 2024-Q3 --out alpha.html")
        {
            clients, from, to, period, compare, isInternal, output,
        }.Does(host, async run =>
        {
            var path = run.PathOf(run.Arguments.GetValue(output)!);
            var isPdf = Path.GetExtension(path).ToUpperInvariant() switch
            {
                ".HTML" => false,
                ".PDF" => true,
                _ => throw new QueryRefusedException($"--out {path} ends in neither .html nor .pdf."),
            };
            await using var lease = await run.OpenAsync();
            var workspace = lease.Workspace;
            var facts = await WarehouseFacts.ReadAsync(workspace.Warehouse, Principal.Everything("report"), run.Cancel);
            var question = new OverviewQuestion(
                [.. (run.Arguments.GetValue(clients) ?? []).Distinct()],
                PeriodOf(run.Arguments.GetValue(period), run.Arguments.GetValue(from), run.Arguments.GetValue(to), facts),
                QueryText.Comparison(run.Arguments.GetValue(compare)!), run.Arguments.GetValue(isInternal)) { Notes = workspace.Notes.All() };
            var report = await OverviewReport.ReadAsync(workspace.Warehouse, Site.Of(workspace), host.Clock, question, run.Cancel);
            var html = await ReportRenderer.HtmlAsync(report);
            var bytes = isPdf ? await PdfPrinter.PrintAsync(html, run.Cancel) : Encoding.UTF8.GetBytes(html);
            await WholeFile.WriteAsync(path, bytes, run.Cancel);
            await run.Output.WriteLineAsync(report.Headline);
            await run.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{path}: {report.Subject}, {report.Covered}, {report.Sections.Count} sections, {bytes.Length / 1024.0:N0} KB"));
            return ExitCode.Done;
        });
    }

    static Period PeriodOf(string? period, string? from, string? to, WarehouseFacts facts) => (period, from ?? to) switch
    {
        (null, null) => Period.Default,
        (null, _) => new ChosenPeriod(QueryCommand.Days(from, to, facts, ofPeriods: false)),
        (_, null) => Period.Parse(period) ?? throw new QueryRefusedException($"--period '{period}' is no period. Write it as 2024-Q4, 2024-11, 2024, lq, mtd or 90d."),
        _ => throw new QueryRefusedException("--period and --from or --to both say which days. Give one of them."),
    };
}
