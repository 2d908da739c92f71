using System.CommandLine;
using Admetry.App.Components;
using Admetry.Metrics;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Commands;

/// <summary><c>admetry query METRICS</c>: numbers from the catalogue, on the terminal, as CSV or JSON.</summary>
static class QueryCommand
{
    public static Command Create(CommandHost host)
    {
        var metrics = new Argument<string>("METRICS") { Description = "Such as spend,clicks,ctr; 'admetry metrics' lists them." };
        var by = Text("--by", "Break down by these, such as platform,campaign; 'admetry dimensions' lists them.", "DIMENSIONS");
        var from = Text("--from", "The first day; default: the first day with data.", "DAY");
        var to = Text("--to", "The last day; default: the last day with data.", "DAY");
        var where = new Option<string[]>("--where") { Description = "Keep only rows such as channel=search,social or campaign~brand or device!=ctv; may be given more than once.", HelpName = "FILTER", AllowMultipleArgumentsPerToken = false };
        var grain = Text("--grain", "The step of time: day, week, month, quarter, year, or period for range totals.", "GRAIN");
        var compare = Text("--compare", "previous, year, or days such as 2023-01-01..2023-01-31; two of them with a comma between, such as previous,year.", "WITH");
        var order = Text("--order", "Sort by these, such as -spend,campaign: a minus puts the largest first.", "COLUMNS");
        var currency = Text("--currency", "The currency to show money in; default: the workspace's.", "ISO");
        var limit = new Option<int?>("--limit") { Description = "At most so many rows.", HelpName = "ROWS" };
        var totals = new Option<bool>("--totals") { Description = "Adds a row over everything." };
        var sql = new Option<bool>("--sql") { Description = "Prints the SQL instead of running it." };
        var format = LoadCommands.FormatOption();
        return new Command("query",
            "Answers with numbers from the catalogue.\n\nExample: admetry query spend,clicks,ctr --by platform --from 2024-01-01 --to 2024-03-31 --grain month --compare previous")
        {
            metrics, by, from, to, where, grain, compare, order, currency, limit, totals, sql, format,
        }.Does(host, async run =>
        {
            await using var lease = await run.OpenAsync();
            var workspace = lease.Workspace;
            var principal = Principal.Everything("command line");
            var text = new QueryText(workspace.Catalogue);
            var facts = await WarehouseFacts.ReadAsync(workspace.Warehouse, principal, run.Cancel);
            var compared = run.Arguments.GetValue(compare) is { } with ? QueryText.Comparisons(with) : (First: Comparison.None, Second: Comparison.None);
            var query = new MetricQuery
            {
                Principal = principal,
                Metrics = text.Metrics(run.Arguments.GetValue(metrics)!),
                Days = Days(run.Arguments.GetValue(from), run.Arguments.GetValue(to), facts, run.Arguments.GetValue(grain) is "period"),
                By = run.Arguments.GetValue(by) is { } dimensions ? QueryText.By(dimensions) : [],
                Where = [.. (run.Arguments.GetValue(where) ?? []).SelectMany(QueryText.Where)],
                Grain = run.Arguments.GetValue(grain) is { } step ? QueryText.Grain(step) : Grain.None,
                Comparison = compared.First,
                Second = compared.Second,
                OrderBy = run.Arguments.GetValue(order) is { } columns ? text.OrderBy(columns) : [],
                Currency = run.Arguments.GetValue(currency)?.ToUpperInvariant() ?? workspace.Settings.Currency,
                Limit = run.Arguments.GetValue(limit),
                Totals = run.Arguments.GetValue(totals),
            };
            var reader = new MetricReader(workspace.Warehouse);
            if (run.Arguments.GetValue(sql))
            {
                var statement = await reader.ExplainAsync(query, run.Cancel);
                await run.Output.WriteLineAsync(statement.Text);
                foreach (var (name, value) in statement.Parameters)
                    await run.Output.WriteLineAsync(FormattableString.Invariant($"-- @{name} = {value}"));
                return ExitCode.Done;
            }

            var answer = await reader.ReadAsync(query, run.Cancel);
            await MetricTableText.Of(answer).WriteAsync(run.Output, run.Arguments.GetValue(format));
            if (answer.Rows.Count == 0)
                await run.Error.WriteLineAsync($"Nothing in {query.Days}.{Otherwise(query, facts)}");
            if (query.Grain is not Grain.Period && facts.Periods.Where(period => period.Overlaps(query.Days)).ToList() is { Count: > 0 } ranges)
                await run.Error.WriteLineAsync($"Beside days the warehouse holds range totals of {string.Join(", ", ranges.Take(4))}{(ranges.Count > 4 ? $" and {ranges.Count - 4} more" : "")}. A range total counts only where exactly its days are asked for and its account has no daily rows among them; --grain period shows what each says.");
            return ExitCode.Done;
        });
    }

    static string Otherwise(MetricQuery query, WarehouseFacts facts) =>
        query.Grain is Grain.Period && facts.Periods is [] ? " No file has brought range totals: leave out --grain period, and the daily rows answer."
        : facts.Days is not { } known ? " The warehouse has no daily rows yet: 'admetry import' brings some."
        : known.Overlaps(query.Days) ? " Rows of these days are there, but none that says what was asked: leave out a breakdown or a filter."
        : $" Daily rows reach from {known.First:yyyy-MM-dd} to {known.Last:yyyy-MM-dd}.";

    internal static DateRange Days(string? from, string? to, WarehouseFacts facts, bool ofPeriods)
    {
        var known = ofPeriods && facts.Periods is not [] ? new(facts.Periods.Min(period => period.First), facts.Periods.Max(period => period.Last)) : facts.Days ?? (facts.Periods is [var period, ..] ? period : DateRange.Day(new(2000, 1, 1)));
        var first = from is null ? (to is null ? known.First : Min(known.First, Day(to, "--to"))) : Day(from, "--from");
        var last = to is null ? Max(known.Last, first) : Day(to, "--to");
        return last >= first ? new(first, last) : throw new QueryRefusedException($"--to {last:yyyy-MM-dd} comes before --from {first:yyyy-MM-dd}.");
    }

    static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;

    static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;

    static DateOnly Day(string text, string option) => DateRange.TryParse(text, out var day) && day.IsOneDay
        ? day.First
        : throw new QueryRefusedException($"{option} '{text}' is not a day. Write it as 2024-03-31.");

    static Option<string?> Text(string name, string description, string help) => new(name) { Description = description, HelpName = help };
}
