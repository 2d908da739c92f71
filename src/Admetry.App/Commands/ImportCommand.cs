using System.CommandLine;
using System.Globalization;
using Admetry.App.Pipeline;
using Admetry.Connectors.Exports;

namespace Admetry.App.Commands;

/// <summary><c>admetry import PATH…</c>: receives files, recognises them and loads what they say.</summary>
static class ImportCommand
{
    public static Command Create(CommandHost host)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files or folders; .gz and .zip are looked into. Default: the workspace's inbox.", Arity = ArgumentArity.ZeroOrMore };
        var period = new Option<string?>("--period") { Description = "The days a file without any date covers.", HelpName = "FIRST..LAST" };
        var client = new Option<string?>("--client") { Description = "The client the files belong to.", HelpName = "CODE" };
        var account = new Option<string?>("--account") { Description = "The account's id on its platform, where the file does not say.", HelpName = "ID" };
        var currency = new Option<string?>("--currency") { Description = "The currency, where the file does not say.", HelpName = "ISO" };
        var dates = new Option<string?>("--dates") { Description = "The order of dates that could be read two ways: dmy, mdy or ymd.", HelpName = "ORDER" };
        dates.AcceptOnlyFromAmong("dmy", "mdy", "ymd");
        var numbers = new Option<string?>("--numbers") { Description = "How numbers that could be read two ways are written: 1,234.56 or 1.234,56.", HelpName = "EXAMPLE" };
        numbers.AcceptOnlyFromAmong("1,234.56", "1.234,56");
        var explain = new Option<bool>("--explain") { Description = "Prints every decision with its evidence, the rows understood and the checksums, and loads nothing. Needs no workspace." };
        return new Command("import",
            "Brings files into the warehouse: exports of ad platforms, the raw files of a pipeline, or anything a mapping describes.\n\nExample: admetry import ~/Downloads/google-ads.csv meta.csv\n         admetry import --explain report.xlsx")
        {
            paths, period, client, account, currency, dates, numbers, explain,
        }.Does(host, async run =>
        {
            if (run.Arguments.GetValue(period) is { } text && !DateRange.TryParse(text, out _))
            {
                await run.Error.WriteLineAsync($"--period '{text}' is not a range of days. Write it as 2024-01-01..2024-01-31.");
                return ExitCode.WrongUsage;
            }

            if (run.Arguments.GetValue(currency) is { } code && (code.Length != 3 || !code.All(char.IsAsciiLetter)))
            {
                await run.Error.WriteLineAsync($"--currency '{code}' is not a currency. Write its three letters, such as EUR.");
                return ExitCode.WrongUsage;
            }

            var hints = ReadingHints.None with
            {
                Period = DateRange.TryParse(run.Arguments.GetValue(period), out var days) ? days : null,
                ClientCode = run.Arguments.GetValue(client),
                AccountId = run.Arguments.GetValue(account),
                Currency = run.Arguments.GetValue(currency)?.ToUpperInvariant(),
                Corrections = (run.Arguments.GetValue(dates), run.Arguments.GetValue(numbers)) is (null, null)
                    ? null
                    : new() { DateOrder = run.Arguments.GetValue(dates), Numbers = run.Arguments.GetValue(numbers) },
            };
            var given = run.Arguments.GetValue(paths) ?? [];
            if (run.Arguments.GetValue(explain))
                return await ExplainAsync(run, given, hints);

            await using var lease = await run.OpenAsync();
            return await RunAsync(run, lease, given is [] ? [lease.Workspace.Folder.Inbox] : [.. given.Select(run.PathOf)], hints);
        });
    }

    static async Task<int> ExplainAsync(CommandRun run, string[] given, ReadingHints hints)
    {
        var folder = given is [] || run.HasWorkspace ? run.Folder : null;
        var files = ImportJob.FilesOf(given is [] ? [folder!.Inbox] : given.Select(run.PathOf));
        if (files is [])
            await run.Error.WriteLineAsync("There is no file to explain.");

        var (read, refused) = (0, 0);
        var today = DateOnly.FromDateTime(run.Host.Clock.GetUtcNow().UtcDateTime);
        foreach (var told in files.SelectMany(file => ExplainJob.Run(folder, file, hints, today, run.Cancel)))
        {
            await ExplanationText.WriteAsync(run.Output, told);
            (read, refused) = told.Refusal is null ? (read + 1, refused) : (read, refused + 1);
        }

        return refused == 0 ? ExitCode.Done : read == 0 ? ExitCode.Failed : ExitCode.DoneInPart;
    }

    /// <summary>Imports every file of the paths and prints a line for each part.</summary>
    public static async Task<int> RunAsync(CommandRun run, WorkspaceLease lease, IReadOnlyList<string> paths, ReadingHints hints)
    {
        var files = ImportJob.FilesOf(paths);
        if (files is [])
        {
            await run.Error.WriteLineAsync($"There is no file in {string.Join(", ", paths)}.");
            return ExitCode.Done;
        }

        var job = new ImportJob(lease.Workspace);
        var progress = new ProgressLine(run);
        var (loaded, troubled) = (0, 0);
        foreach (var file in files)
        {
            IReadOnlyList<PartOutcome> outcomes;
            try
            {
                outcomes = await job.RunAsync(file, hints, "export", progress, run.Cancel);
            }
            finally
            {
                progress.End();
            }

            foreach (var outcome in outcomes)
            {
                await WriteAsync(run, outcome);
                loaded += outcome is PartLoaded ? 1 : 0;
                troubled += (outcome is PartRefused refused && !(refused.IsNoReport && outcomes.Any(part => part is PartLoaded)))
                    || outcome is PartLoaded { Result: { QuarantinedRows: > 0, IsUnchanged: false } } ? 1 : 0;
            }
        }

        return troubled == 0 ? ExitCode.Done : loaded == 0 ? ExitCode.Failed : ExitCode.DoneInPart;
    }

    static async Task WriteAsync(CommandRun run, PartOutcome outcome)
    {
        switch (outcome)
        {
            case PartRefused refused:
                await run.Error.WriteLineAsync($"{(refused.IsNoReport ? "·" : "✗")} {Name(refused)}{(refused.Line is { } line ? $", line {line}" : "")}: {refused.Reason}\n  {refused.Remedy}");
                break;
            case PartLoaded { Result.IsUnchanged: true } same:
                await run.Output.WriteLineAsync($"= {Name(same)}: nothing new, it stands as load {same.Result.LoadId}.");
                break;
            case PartLoaded done:
                await run.Output.WriteLineAsync(Line(done));
                foreach (var warning in done.Warnings)
                    await run.Error.WriteLineAsync($"  ! {warning}");
                break;
        }
    }

    static string Name(PartOutcome outcome) =>
        outcome.Part == outcome.Manifest.FileName || outcome.Manifest.FileName == $"{outcome.Part}.gz" ? outcome.Manifest.FileName : $"{outcome.Manifest.FileName}/{outcome.Part}";

    static string Line(PartLoaded done)
    {
        var result = done.Result;
        var parts = new List<string> { Count(result.AcceptedRows, "rows") };
        if (result.Days is { } days)
            parts.Add(days.ToString());
        if (result.DuplicateRows > 0)
            parts.Add(Count(result.DuplicateRows, "duplicates dropped"));
        if (result.FilteredRows > 0)
            parts.Add(Count(result.FilteredRows, "rows left out"));
        if (result.QuarantinedRows > 0)
            parts.Add(Count(result.QuarantinedRows, "in quarantine"));
        if (result.SpendAfter is { } after)
            parts.Add(result.SpendBefore is { } before and not 0
                ? string.Create(CultureInfo.InvariantCulture, $"spend {before:N2} → {after:N2}")
                : string.Create(CultureInfo.InvariantCulture, $"spend {after:N2}"));
        return $"✓ {Name(done)}: {done.Family}, {string.Join(", ", parts)} (load {result.LoadId})";
    }

    static string Count(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}");
}
