using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Admetry.Tests.Exports;

/// <summary>A number shown in a format, such as 0.05 as a percentage or 45000 as a date.</summary>
sealed record Shown(double Value, string Format);

/// <summary>Writes workbooks as spreadsheets do: a zip of XML parts, texts shared or in place, formats by number.</summary>
static class Workbook
{
    public static byte[] Of(params (string Name, object?[][] Rows)[] sheets) => Of(_ => { }, sheets);

    /// <param name="spoil">May change the parts before they are packed.</param>
    public static byte[] Of(Action<Dictionary<string, string>> spoil, params (string Name, object?[][] Rows)[] sheets)
    {
        var formats = sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row).OfType<Shown>().Select(cell => cell.Format).Distinct().ToList();
        var parts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>",
            ["_rels/.rels"] = Relations(("rId1", "officeDocument", "xl/workbook.xml")),
            ["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{string.Concat(sheets.Select((sheet, i) =>
                $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = Relations([.. sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")), ("rId99", "styles", "styles.xml")]),
            ["xl/styles.xml"] = $"<styleSheet xmlns=\"{Main}\"><numFmts>{string.Concat(formats.Select((format, i) =>
                $"<numFmt numFmtId=\"{200 + i}\" formatCode=\"{SecurityElement.Escape(format)}\"/>"))}</numFmts><cellXfs><xf numFmtId=\"0\"/>{string.Concat(formats.Select((_, i) =>
                $"<xf numFmtId=\"{200 + i}\" applyNumberFormat=\"1\"/>"))}</cellXfs></styleSheet>",
        };
        foreach (var (at, (_, rows)) in sheets.Index())
            parts[$"xl/worksheets/sheet{at + 1}.xml"] = Sheet(rows, formats);
        spoil(parts);
        return Zip(parts);
    }

    public static byte[] Zip(IReadOnlyDictionary<string, string> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                part.Write(text);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>A day as a spreadsheet holds it, in a format that a reader must look at to know.</summary>
    public static Shown Day(int year, int month, int day, string format = "dd/mm/yyyy") =>
        new(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).ToOADate(), format);

    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    static string Relations(params (string Id, string Kind, string Target)[] to) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(to.Select(one =>
            $"<Relationship Id=\"{one.Id}\" Type=\"{Office}/{one.Kind}\" Target=\"{one.Target}\"/>"))}</Relationships>";

    static string Sheet(object?[][] rows, List<string> formats)
    {
        var text = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        foreach (var (r, row) in rows.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\">");
            foreach (var (c, cell) in row.Index())
                text.Append(Cell($"{Letters(c)}{r + 1}", cell, formats));
            text.Append("</row>");
        }
        return text.Append("</sheetData></worksheet>").ToString();
    }

    static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + column / 26 - 1)}{(char)('A' + column % 26)}";

    static string Cell(string at, object? cell, List<string> formats) => cell switch
    {
        null => "",
        string text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
        bool truth => $"<c r=\"{at}\" t=\"b\"><v>{(truth ? 1 : 0)}</v></c>",
        Shown shown => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"{formats.IndexOf(shown.Format) + 1}\"><v>{shown.Value:R}</v></c>"),
        _ => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><v>{cell}</v></c>"),
    };
}
