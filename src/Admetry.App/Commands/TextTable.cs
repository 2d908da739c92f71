using System.Text;
using System.Text.Json;
using Admetry.App.Reports;

namespace Admetry.App.Commands;

/// <summary>How data is printed.</summary>
public enum OutputFormat { Table, Csv, Json }

/// <summary>One printed column.</summary>
/// <param name="IsNumber">Right aligned in tables, a number in JSON.</param>
public sealed record TextColumn(string Name, string Title, bool IsNumber = false);

/// <summary>Rows for people (aligned), for spreadsheets (CSV) or for programs (JSON).</summary>
/// <remarks>
/// A table shows the rounded form where a row has one, the others the exact text. Terminal control characters that stand in names are replaced, and
/// cells that a spreadsheet would run as a formula get a leading apostrophe.
/// </remarks>
public sealed class TextTable(IReadOnlyList<TextColumn> columns)
{
    readonly List<string?[]> rows = [];
    readonly List<string?[]> shown = [];

    /// <param name="exact">Null is an empty cell, and null in JSON.</param>
    public void Add(params string?[] exact)
    {
        rows.Add(exact);
        shown.Add(exact);
    }

    /// <summary>A row whose table form differs from its exact form.</summary>
    public void Add(string?[] exact, string?[] forPeople)
    {
        rows.Add(exact);
        shown.Add(forPeople);
    }

    public async Task WriteAsync(TextWriter output, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Csv: await WriteCsvAsync(output); break;
            case OutputFormat.Json: await output.WriteLineAsync(Json()); break;
            default: await WriteTableAsync(output); break;
        }
    }

    async Task WriteCsvAsync(TextWriter output)
    {
        await output.WriteAsync($"{string.Join(',', columns.Select(column => CsvText.Cell(column.Name)))}\n");
        foreach (var row in rows)
            await output.WriteAsync($"{string.Join(',', row.Select(CsvText.Cell))}\n");
    }

    async Task WriteTableAsync(TextWriter output)
    {
        var cells = shown.Select(row => row.Select(cell => Plain(cell ?? "")).ToArray()).ToList();
        var widths = columns.Select((column, i) => cells.Select(row => row[i].Length).Append(column.Title.Length).Max()).ToArray();
        await output.WriteLineAsync(Line([.. columns.Select(column => column.Title)], widths));
        await output.WriteLineAsync(string.Join("  ", widths.Select(width => new string('─', width))));
        foreach (var row in cells)
            await output.WriteLineAsync(Line(row, widths));
    }

    string Line(string[] cells, int[] widths) => string.Join("  ", cells.Select((cell, i) =>
        columns[i].IsNumber ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd();

    string Json()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true }))
        {
            writer.WriteStartArray();
            foreach (var row in rows)
                WriteRow(writer, row);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    void WriteRow(Utf8JsonWriter writer, string?[] row)
    {
        writer.WriteStartObject();
        for (var i = 0; i < columns.Count; i++)
        {
            writer.WritePropertyName(columns[i].Name);
            if (string.IsNullOrEmpty(row[i]) && (row[i] is null || columns[i].IsNumber))
                writer.WriteNullValue();
            else if (columns[i].IsNumber)
                writer.WriteRawValue(row[i]!);
            else
                writer.WriteStringValue(row[i]);
        }

        writer.WriteEndObject();
    }

    static string Plain(string text) => text.Any(char.IsControl) ? new([.. text.Select(character => char.IsControl(character) ? '·' : character)]) : text;
}
