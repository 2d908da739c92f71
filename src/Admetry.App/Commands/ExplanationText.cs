using System.Globalization;
using Admetry.Connectors.Exports.Explanations;

namespace Admetry.App.Commands;

/// <summary>Prints what importing a file would decide, with the evidence.</summary>
static class ExplanationText
{
    public static async Task WriteAsync(TextWriter output, Explanation told)
    {
        await output.WriteLineAsync(told.Refusal is { } refused
            ? $"✗ {told.File}{(refused.Line is { } line ? $", line {line}" : "")}: {refused.Reason}\n  {refused.Remedy}"
            : Text($"✓ {told.File}: {told.Family}, {told.InputRows:N0} rows: {told.AcceptedRows:N0} understood, {told.QuarantinedRows:N0} for quarantine, {told.FilteredRows:N0} totals and empty rows{(told.Days is { } days ? $", {days}" : "")}"));
        await DecisionsAsync(output, told);
        await ColumnsAsync(output, told);
        foreach (var sum in told.Sums)
            await output.WriteLineAsync(Text($"  sum   {sum.Measure} {sum.Sum:#,0.######} {sum.Currency}").TrimEnd());
        foreach (var check in told.Checks)
            await output.WriteLineAsync(Text($"  {(check.Holds ? "✓" : check.IsBinding ? "✗" : "·")} line {check.Line} '{check.Label}': {check.Measure} {check.Expected:#,0.######} in the file, {check.Actual:#,0.######} read{(check.Holds || check.IsBinding ? "" : " (it may cover more than these rows)")}"));
        foreach (var finding in told.Findings)
            await output.WriteLineAsync($"  ! {finding}");
        foreach (var row in told.Quarantined)
            await output.WriteLineAsync($"  ! line {row.Line} for quarantine: {row.Reason}");
        if (told.Persons.Count > 0)
            await output.WriteLineAsync($"  persons: {string.Join(", ", told.Persons)} would be kept as tokens");
        await PreviewAsync(output, told.Preview);
        if (told.Draft is { } draft)
            await output.WriteLineAsync($"\n  A mapping to correct and paste into admetry.yaml:\n\n{draft}");
        await output.WriteLineAsync();
    }

    static async Task DecisionsAsync(TextWriter output, Explanation told)
    {
        if (told.Decisions is [])
            return;
        await output.WriteLineAsync("\n  Decisions");
        var table = new TextTable([new("decision", "Decision"), new("value", "Value"), new("evidence", "Evidence")]);
        foreach (var decision in told.Decisions)
            table.Add(decision.What, Short(decision.Value), Short(decision.Evidence));
        await table.WriteAsync(output, OutputFormat.Table);
    }

    static async Task ColumnsAsync(TextWriter output, Explanation told)
    {
        if (told.Columns is [])
            return;
        await output.WriteLineAsync("\n  Columns");
        var table = new TextTable([new("column", "Column"), new("meaning", "Read as"), new("examples", "Such as")]);
        foreach (var column in told.Columns)
            table.Add(column.Header, column.Meaning is not "" ? column.Meaning : told.Refusal is not null && column.Guess is not "" ? $"{column.Guess}?" : "–", Short(string.Join(" · ", column.Examples)));
        await table.WriteAsync(output, OutputFormat.Table);
        await output.WriteLineAsync();
    }

    static async Task PreviewAsync(TextWriter output, Preview preview)
    {
        if (preview.Rows is [])
            return;
        await output.WriteLineAsync("\n  First rows, as understood");
        var table = new TextTable([.. preview.Columns.Select(name => new TextColumn(name, name))]);
        foreach (var row in preview.Rows)
            table.Add([.. row]);
        await table.WriteAsync(output, OutputFormat.Table);
    }

    static string Short(string text) => text.Length <= 100 ? text : $"{text[..99]}…";

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
