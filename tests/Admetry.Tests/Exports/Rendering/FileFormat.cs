using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Admetry.Tests.Exports.Rendering;

enum FileKind { Text, Workbook, Json }

/// <summary>How cells become the bytes of a file.</summary>
sealed record FileFormat(FileKind Kind, char Delimiter, string LineEnd, bool QuotesAll, bool IsLineByLine)
{
    static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static FileKind KindOf(Random random, bool isTable) =>
        random.Next(8) is 0 ? FileKind.Workbook : isTable && random.Next(4) is 0 ? FileKind.Json : FileKind.Text;

    public static FileFormat Of(Random random, FileKind kind) =>
        new(kind, ",,;\t"[random.Next(4)], new[] { "\n", "\r\n", "\r\n", "\r" }[random.Next(4)], random.Next(3) is 0, random.Next(2) is 0);

    public override string ToString() => Kind is not FileKind.Text ? $"{Kind}"
        : $"delimiter {(Delimiter is '\t' ? "tab" : Delimiter)}, ends {LineEnd.Length}{(LineEnd[0] is '\r' ? "r" : "n")}{(QuotesAll ? ", all quoted" : "")}";

    /// <returns>The bytes, and the name of their encoding.</returns>
    public (byte[] Bytes, string Encoding) Write(List<string[]> above, string[] headers, List<Cell[]> rows, List<string[]> below, Random random)
    {
        switch (Kind)
        {
            case FileKind.Workbook:
                return (Exports.Workbook.Of(("Report", [.. above.Where(line => line.Length > 0), headers, .. rows.Select(row => row.Select(Held).ToArray()), .. below.Where(line => line.Length > 0)])), "workbook");
            case FileKind.Json:
                return (Encoding.UTF8.GetBytes(Json(headers, rows)), "UTF-8");
            default:
                var text = new StringBuilder();
                foreach (var line in above)
                    text.Append(line.Length is 0 ? "" : Quoted(line[0], QuotesAll || line[0].Contains(','))).Append(LineEnd);
                foreach (var line in rows.Select(row => row.Select(cell => cell.Text)).Prepend(headers))
                    text.Append(string.Join(Delimiter, line.Select(cell => Quoted(cell, QuotesAll)))).Append(LineEnd);
                foreach (var line in below)
                    text.Append(line.Length is 0 ? "" : Quoted(line[0], true)).Append(LineEnd);
                return Encoded(text.ToString(), random);
        }
    }

    static object? Held(Cell cell) => cell.Typed is "" || (cell.Typed is null && cell.Text is "") ? null : cell.Typed ?? cell.Text;

    string Quoted(string cell, bool always) => always || cell.Contains(Delimiter) || cell.IndexOfAny(['"', '\n', '\r']) >= 0
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    string Json(string[] headers, List<Cell[]> rows)
    {
        var elements = rows.Select(row => "{" + string.Join(",", headers.Zip(row, (header, cell) =>
            $"{JsonSerializer.Serialize(header, Letters)}:{Value(cell)}")) + "}");
        return IsLineByLine ? string.Join("\n", elements) + "\n" : $"[{string.Join(",\n", elements)}]";
    }

    static string Value(Cell cell) => cell switch
    {
        { Typed: double number } => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        { Text: "" } => "null",
        _ => JsonSerializer.Serialize(cell.Text, Letters),
    };

    static (byte[], string) Encoded(string text, Random random)
    {
        if (random.Next(5) is 0 && InWindows(text) is { } bytes)
            return (bytes, text.All(char.IsAscii) ? "ASCII" : "windows-1252");
        Encoding encoding = random.Next(6) switch
        {
            0 => new UnicodeEncoding(false, true),
            1 => new UnicodeEncoding(false, false),
            2 => new UnicodeEncoding(true, true),
            3 => new UnicodeEncoding(true, false),
            4 => new UTF8Encoding(true),
            _ => new UTF8Encoding(false),
        };
        return ([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], $"{encoding.WebName}{(encoding.Preamble.Length > 0 ? " with mark" : "")}");
    }

    /// <summary>Null where the page lacks a letter of the text.</summary>
    static byte[]? InWindows(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }
}
