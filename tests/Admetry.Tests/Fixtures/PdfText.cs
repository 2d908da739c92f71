using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Admetry.Tests.Fixtures;

/// <summary>The text of a PDF as someone who selects it gets it: glyphs through the fonts' own tables of characters.</summary>
/// <remarks>It reads what Chromium writes: plain objects, deflated streams, fonts of two bytes a glyph.</remarks>
static partial class PdfText
{
    public static int Pages(byte[] pdf) => PageObject().Count(Encoding.Latin1.GetString(pdf));

    public static bool IsTagged(byte[] pdf) => Encoding.Latin1.GetString(pdf).Contains("/MarkInfo <</Type /MarkInfo\n/Marked true", StringComparison.Ordinal);

    /// <summary>All pages, without spaces: where they stand is the layout's business.</summary>
    public static string Of(byte[] pdf) => string.Concat(ByPage(pdf));

    /// <summary>The same, page by page.</summary>
    public static IReadOnlyList<string> ByPage(byte[] pdf)
    {
        var objects = Object().Matches(Encoding.Latin1.GetString(pdf)).ToDictionary(found => found.Groups[1].Value, found => found.Groups[2].Value);
        var fonts = new Dictionary<string, Dictionary<int, string>>();
        foreach (var (_, body) in objects)
            foreach (Match name in FontName().Matches(body))
                if (objects.TryGetValue(name.Groups[2].Value, out var font) && Unicode().Match(font) is { Success: true } table)
                    fonts[name.Groups[1].Value] = Characters(Stream(objects[table.Groups[1].Value]));
        List<string> pages = [];
        foreach (var content in objects.Values.Where(body => body.Contains("FlateDecode", StringComparison.Ordinal)).Select(Stream).Where(content => content.Contains(" Tf", StringComparison.Ordinal)))
        {
            var text = new StringBuilder();
            Read(content, fonts, text);
            pages.Add(text.ToString());
        }

        return pages;
    }

    /// <summary>Text without spaces, joined letters taken apart: the form that <see cref="Of"/> answers in.</summary>
    public static string Squeezed(string text) =>
        string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)).Select(letter => letter is >= '\uFB00' and <= '\uFB04' ? Joined[letter - '\uFB00'] : letter.ToString()));

    static readonly string[] Joined = ["ff", "fi", "fl", "ffi", "ffl"];

    static void Read(string content, Dictionary<string, Dictionary<int, string>> fonts, StringBuilder text)
    {
        Dictionary<int, string> font = [];
        foreach (Match word in Shown().Matches(content))
            if (word.Groups[1].Success)
                font = fonts.GetValueOrDefault(word.Groups[1].Value, []);
            else
                for (var i = 0; i + 4 <= word.Groups[2].Length; i += 4)
                    text.Append(Squeezed(font.GetValueOrDefault(Hex(word.Groups[2].Value.Substring(i, 4)), "")));
    }

    static Dictionary<int, string> Characters(string table)
    {
        var characters = new Dictionary<int, string>();
        foreach (Match range in Range().Matches(table))
            for (int glyph = Hex(range.Groups[1].Value), step = 0; glyph + step <= Hex(range.Groups[2].Value); step++)
                characters[glyph + step] = step == 0 ? Units(range.Groups[3].Value) : char.ConvertFromUtf32(Hex(range.Groups[3].Value) + step);
        foreach (Match one in Single().Matches(Ranges().Replace(table, "")))
            characters[Hex(one.Groups[1].Value)] = Units(one.Groups[2].Value);
        return characters;
    }

    static string Stream(string body)
    {
        var start = body.IndexOf("stream\n", StringComparison.Ordinal) + "stream\n".Length;
        using var packed = new MemoryStream(Encoding.Latin1.GetBytes(body[start..body.LastIndexOf("endstream", StringComparison.Ordinal)]));
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.Latin1);
        try
        {
            return reader.ReadToEnd();
        }
        catch (InvalidDataException)
        {
            return ""; // a font's program or an image, packed in another way
        }
    }

    static string Units(string hex) => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hex));

    static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/Type /Page\n")]
    private static partial Regex PageObject();

    [GeneratedRegex(@"(?<=^|\n)(\d+) 0 obj\n(.*?)\nendobj", RegexOptions.Singleline)]
    private static partial Regex Object();

    [GeneratedRegex(@"/(F\d+) (\d+) 0 R")]
    private static partial Regex FontName();

    [GeneratedRegex(@"/ToUnicode (\d+) 0 R")]
    private static partial Regex Unicode();

    [GeneratedRegex(@"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj")]
    private static partial Regex Shown();

    [GeneratedRegex(@"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> <((?:[0-9A-Fa-f]{4})+)>")]
    private static partial Regex Range();

    [GeneratedRegex(@"beginbfrange.*?endbfrange", RegexOptions.Singleline)]
    private static partial Regex Ranges();

    [GeneratedRegex(@"<([0-9A-Fa-f]{4})> <((?:[0-9A-Fa-f]{4})+)>")]
    private static partial Regex Single();
}
