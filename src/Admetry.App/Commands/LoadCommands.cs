using System.CommandLine;
using System.Globalization;
using Admetry.App.Pipeline;
using Admetry.Storage.Control;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Commands;

/// <summary><c>loads</c>, <c>forget</c> and <c>quarantine</c>: what came in, undoing it, and what was turned away.</summary>
static class LoadCommands
{
    public static Option<OutputFormat> FormatOption() => new("--format") { Description = "How to print: table, csv or json.", HelpName = "table|csv|json" };

    public static Command Loads(CommandHost host)
    {
        var format = FormatOption();
        return new Command("loads", "Lists what came in and what each load changed.\n\nExample: admetry loads --format csv") { format }.Does(host, async run =>
        {
            await using var lease = await run.OpenAsync();
            var table = new TextTable(
            [
                new("load", "Load", true), new("file", "File"), new("family", "Family"), new("state", "State"), new("first_day", "First day"),
                new("last_day", "Last day"), new("rows", "Rows", true), new("quarantined", "Quarantined", true), new("duplicates", "Duplicates", true),
                new("filtered", "Filtered", true), new("shadowed", "Shadowed", true), new("spend_before", "Spend before", true), new("spend_after", "Spend after", true),
            ]);
            foreach (var load in await LoadList.ReadAsync(lease.Workspace.Warehouse, run.Cancel))
                table.Add(
                    Text(load.LoadId), load.Part == load.FileName ? load.FileName : $"{load.FileName}/{load.Part}", load.Family, load.State,
                    Day(load.FirstDay), Day(load.LastDay), Text(load.AcceptedRows), Text(load.QuarantinedRows), Text(load.DuplicateRows),
                    Text(load.FilteredRows), Text(load.ShadowedRows), Money(load.SpendBefore), Money(load.SpendAfter));
            await table.WriteAsync(run.Output, run.Arguments.GetValue(format));

            var records = lease.Workspace.Control.Records();
            foreach (var refused in records.Where(record => record.Outcome is "refused" && !records.Any(later => LoadedSince(record, later))))
                await run.Error.WriteLineAsync($"✗ {(refused.Part is "" || refused.Part == refused.FileName ? refused.FileName : $"{refused.FileName}/{refused.Part}")}: {refused.Message}");
            return ExitCode.Done;
        });
    }

    // Whoever was told why a file is refused and gave it again with what it lacked is not told again.
    static bool LoadedSince(ImportRecord refused, ImportRecord later) => later.LandingOrder > refused.LandingOrder
        && later.Outcome is "loaded" or "unchanged" && later.FileName == refused.FileName && later.Part == refused.Part;

    public static Command Forget(CommandHost host)
    {
        var id = new Argument<long>("LOAD") { Description = "The number 'admetry loads' shows." };
        return new Command("forget", "Undoes one load and restores what it had replaced. The file stays in landing.\n\nExample: admetry forget 12") { id }.Does(host, async run =>
        {
            await using var lease = await run.OpenAsync();
            var progress = new ProgressLine(run);
            var result = await ForgetJob.RunAsync(lease.Workspace, run.Arguments.GetValue(id), progress, run.Cancel);
            progress.End();
            await run.Output.WriteLineAsync($"Forgot load {result.LoadId} ({result.FileName}).{(result.Restored is [] ? "" : $" Looked again at load {string.Join(", ", result.Restored)} for what it had replaced.")}{(result.LeavesNames ? " Built the warehouse anew, so that nothing is called as it said." : "")}");
            return ExitCode.Done;
        });
    }

    public static Command Quarantine(CommandHost host)
    {
        var format = FormatOption();
        var load = new Option<long?>("--load") { Description = "Only this load.", HelpName = "LOAD" };
        var limit = new Option<int?>("--limit") { Description = "At most so many rows.", HelpName = "ROWS" };
        return new Command("quarantine", "Lists the rows that could not be believed: file, line, reason and text.\n\nExample: admetry quarantine --format csv > rejected.csv") { load, limit, format }.Does(host, async run =>
        {
            await using var lease = await run.OpenAsync();
            var table = new TextTable([new("load", "Load", true), new("file", "File"), new("line", "Line", true), new("rule", "Rule"), new("reason", "Reason"), new("text", "Text")]);
            foreach (var row in await LoadList.QuarantineAsync(lease.Workspace.Warehouse, run.Arguments.GetValue(load), run.Arguments.GetValue(limit), run.Cancel))
                table.Add(
                    [Text(row.LoadId), row.FileName, Text(row.Line), row.RuleId, row.Reason, row.Raw],
                    [Text(row.LoadId), row.FileName, Text(row.Line), row.RuleId, row.Reason, row.Raw.Length > 60 ? $"{row.Raw[..59]}…" : row.Raw]);
            await table.WriteAsync(run.Output, run.Arguments.GetValue(format));
            return ExitCode.Done;
        });
    }

    static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    static string? Day(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string? Money(decimal? amount) => amount?.ToString("0.00####", CultureInfo.InvariantCulture);
}
