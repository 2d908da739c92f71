using System.CommandLine;
using System.Globalization;
using Admetry.App.Pipeline;
using Admetry.App.Workspace;
using Admetry.Synthetic.Acme;

namespace Admetry.App.Commands;

/// <summary><c>admetry generate mock DIR</c> and <c>dirty DIR</c> and <c>payloads DIR</c>: made-up files to try things on. <c>admetry generate acme</c>: a made-up company.</summary>
static class GenerateCommand
{
    public const int DefaultSeed = 42;

    public static Command Create(CommandHost host)
    {
        var directory = new Argument<string>("DIR") { Description = "Where the six files are, or will be." };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same files.", DefaultValueFactory = _ => DefaultSeed, HelpName = "NUMBER" };
        var runs = new Option<int>("--runs") { Description = "How many times two weeks are added.", DefaultValueFactory = _ => 1, HelpName = "NUMBER" };
        var mock = new Command("mock", "Writes six raw marketing files, and appends two more weeks to them on every run.\n\nExample: admetry generate mock data/raw") { directory, seed, runs }.Does(host, async run =>
        {
            for (var i = 0; i < Math.Max(1, run.Arguments.GetValue(runs)); i++)
            {
                var written = await MockFiles.WriteAsync(run.PathOf(run.Arguments.GetValue(directory)!), run.Arguments.GetValue(seed), run.Cancel);
                await run.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{written.Days}: {string.Join(", ", written.Lines.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Key} +{file.Value:N0}")))}"));
            }

            return ExitCode.Done;
        });
        return new Command("generate", "Makes data to try things on.") { Acme(host), mock, Payloads(host), Dirty(host) };
    }

    static Command Payloads(CommandHost host)
    {
        var directory = new Argument<string>("DIR") { Description = "Where the twelve files will be; files of their names are replaced." };
        var rows = new Option<long>("--rows") { Description = "How many ad auctions the company has.", DefaultValueFactory = _ => AcmeParameters.DefaultRows, HelpName = "NUMBER" };
        var seed = new Option<int>("--seed") { Description = "The same seed and size give the same files.", DefaultValueFactory = _ => DefaultSeed, HelpName = "NUMBER" };
        return new Command("payloads", "Writes the last half-year of ACME Corp as twelve platforms would give them out, each campaign by one of them.\n\nExample: admetry generate payloads data/platforms") { directory, rows, seed }.Does(host, async run =>
        {
            var size = run.Arguments.GetValue(rows);
            var parameters = new AcmeParameters(run.Arguments.GetValue(seed), size, AcmeParameters.DefaultWeight(size));
            if (parameters.Problem is { } problem)
            {
                await run.Error.WriteLineAsync(problem);
                return ExitCode.WrongUsage;
            }

            var folder = run.PathOf(run.Arguments.GetValue(directory)!);
            Directory.CreateDirectory(folder);
            foreach (var file in PlatformExports.Create(parameters))
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, file.Name), file.Content, run.Cancel);
                await run.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {file.Rows} rows, spend {file.Spend:0.00####} USD, {file.Impressions} impressions, {file.Clicks} clicks once imported"));
            }

            return ExitCode.Done;
        });
    }

    static Command Dirty(CommandHost host)
    {
        var directory = new Argument<string>("DIR") { Description = "Where the six files will be; files of their names are replaced." };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same files.", DefaultValueFactory = _ => DefaultSeed, HelpName = "NUMBER" };
        return new Command("dirty", "Writes six exports with thirty dirty rows, and what must become of each, to try an import on.\n\nExample: admetry generate dirty data/dirty") { directory, seed }.Does(host, async run =>
        {
            var folder = run.PathOf(run.Arguments.GetValue(directory)!);
            Directory.CreateDirectory(folder);
            foreach (var file in DirtyExports.Create(new(run.Arguments.GetValue(seed), AcmeParameters.DefaultRows, AcmeParameters.DefaultWeight(AcmeParameters.DefaultRows))))
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, file.Name), file.Content, run.Cancel);
                await run.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {file.Rows} rows, spend {file.Spend} {file.Currency}, {file.Impressions} impressions once imported"));
                foreach (var dirt in file.Planted)
                    await run.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  line {dirt.Line}: {Words(dirt.Kind)}, {Fate(dirt.Fate)}"));
            }

            return ExitCode.Done;
        });
    }

    static string Words(DirtyKind kind) => kind switch
    {
        DirtyKind.MarkInTheMiddle => "a byte order mark in the middle",
        DirtyKind.CarriageReturn => "ended by a carriage return alone",
        DirtyKind.SignedAmount => "an amount with its currency's sign",
        DirtyKind.Bound => "a bound instead of a number",
        DirtyKind.Total => "a row of totals",
        DirtyKind.DuplicateDay => "a day said twice",
        DirtyKind.OtherDateFormat => "a day written in another way",
        DirtyKind.Utf16 => "in UTF-16",
        DirtyKind.NullWord => "a word instead of a number",
        DirtyKind.NegativeSpend => "negative spend",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of dirt."),
    };

    static string Fate(DirtyFate fate) => fate switch
    {
        DirtyFate.Read => "must be read as if it were clean",
        DirtyFate.Named => "must be read and named",
        DirtyFate.LeftOut => "must be left out",
        DirtyFate.Once => "must count once and be named",
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, "Not a fate."),
    };

    static Command Acme(CommandHost host)
    {
        var rows = new Option<long>("--rows") { Description = "How many ad auctions.", DefaultValueFactory = _ => AcmeParameters.DefaultRows, HelpName = "NUMBER" };
        var seed = new Option<int>("--seed") { Description = "The same seed and size give the same company.", DefaultValueFactory = _ => DefaultSeed, HelpName = "NUMBER" };
        var weight = new Option<int?>("--weight") { Description = "How many impressions one auction stands for; default: 1000, and 1 for more than ten million rows.", HelpName = "NUMBER" };
        var folder = new Option<string?>("--out") { Description = "Writes Parquet files into this folder, of any size, and leaves the workspace alone.", HelpName = "DIR" };
        return new Command("acme", "Makes five years of ACME Corp, an ad exchange, in the workspace: log, facts and books.\n\nExample: admetry generate acme --rows 100000") { rows, seed, weight, folder }.Does(host, async run =>
        {
            var size = run.Arguments.GetValue(rows);
            var parameters = new AcmeParameters(run.Arguments.GetValue(seed), size, run.Arguments.GetValue(weight) ?? AcmeParameters.DefaultWeight(size));
            if (parameters.Problem is { } problem)
            {
                await run.Error.WriteLineAsync(problem);
                return ExitCode.WrongUsage;
            }

            if (run.Arguments.GetValue(folder) is { } directory)
            {
                var progress = new ProgressLine(run);
                await AcmeJob.WriteParquetAsync(parameters, run.PathOf(directory), progress, run.Cancel);
                progress.End();
                await run.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"✓ ACME Corp: {parameters.Rows:N0} auctions in {directory}"));
                return ExitCode.Done;
            }

            await using var lease = await run.OpenAsync();
            return await RunAsync(run, lease.Workspace, parameters);
        });
    }

    /// <summary>Makes the company in a workspace, unless exactly it stands there already, and says so.</summary>
    public static async Task<int> RunAsync(CommandRun run, OpenWorkspace workspace, AcmeParameters parameters)
    {
        var progress = new ProgressLine(run);
        var started = run.Host.Clock.GetTimestamp();
        var outcome = await AcmeJob.RunAsync(workspace, parameters, progress, run.Cancel);
        progress.End();
        if (outcome is PartRefused refused)
        {
            await run.Error.WriteLineAsync($"{refused.Reason} {refused.Remedy}");
            return ExitCode.Failed;
        }

        var result = ((PartLoaded)outcome).Result;
        await run.Output.WriteLineAsync(result.IsUnchanged
            ? $"= ACME Corp stands already, as load {result.LoadId}."
            : string.Create(CultureInfo.InvariantCulture, $"✓ ACME Corp: {result.InputRows:N0} auctions, {result.Days}, media {result.SpendAfter:N2} USD (load {result.LoadId}, {run.Host.Clock.GetElapsedTime(started).TotalSeconds:0.0} s)"));
        return ExitCode.Done;
    }
}
