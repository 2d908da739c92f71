using System.Globalization;
using System.Text;

namespace Admetry.Connectors.Exports.Tables;

/// <summary>How the bytes of a file become text, and what in the bytes says so.</summary>
public sealed record TextEncoding(Encoding Encoding, int Mark, string Name, string Evidence)
{
    const int ChunkSize = 1 << 18;

    // Bytes that Windows-1252 leaves undefined: text that has them is in some other encoding.
    static readonly byte[] UndefinedInWindows1252 = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

    static readonly byte[] Replacement = [0xEF, 0xBF, 0xBD];

    public bool IsUtf8 => Encoding is UTF8Encoding;

    /// <summary>Opens the text behind the byte order mark.</summary>
    public TextReader Reader(Stream stream)
    {
        Skip(stream, Mark);
        return new StreamReader(stream, Encoding, detectEncodingFromByteOrderMarks: false, 1 << 16);
    }

    /// <summary>The bytes as UTF-8 without byte order mark.</summary>
    public Stream Utf8(Stream stream)
    {
        Skip(stream, Mark);
        return IsUtf8 ? stream : Encoding.CreateTranscodingStream(stream, Encoding, new UTF8Encoding(false));
    }

    /// <summary>Decides by byte order mark, then by the place of zero bytes, then by whether all bytes of the file are valid UTF-8.</summary>
    /// <exception cref="BrokenTableException">No encoding fits, or an earlier program has already lost letters.</exception>
    /// <param name="isWord">Whether a plain text is the name of a column, which tells East Asian code pages apart; null: they are not looked for.</param>
    public static TextEncoding Detect(ReadOnlySpan<byte> head, Func<Stream> open, Func<string, bool>? isWord = null) => head switch
    {
        [0xFF, 0xFE, 0, 0, ..] => new(new UTF32Encoding(false, false, true), 4, "UTF-32 LE", "byte order mark FF FE 00 00"),
        [0, 0, 0xFE, 0xFF, ..] => new(new UTF32Encoding(true, false, true), 4, "UTF-32 BE", "byte order mark 00 00 FE FF"),
        [0xFF, 0xFE, ..] => Utf16(bigEndian: false, 2, "byte order mark FF FE"),
        [0xFE, 0xFF, ..] => Utf16(bigEndian: true, 2, "byte order mark FE FF"),
        _ when ZeroShare(head, 1) > 0.4 => Utf16(bigEndian: false, 0, "every second byte is zero"),
        _ when ZeroShare(head, 0) > 0.4 => Utf16(bigEndian: true, 0, "every first byte of two is zero"),
        _ when ReadsAsUtf16(head, bigEndian: false) => Utf16(bigEndian: false, 0, "two bytes a letter make text of it"),
        _ when ReadsAsUtf16(head, bigEndian: true) => Utf16(bigEndian: true, 0, "two bytes a letter make text of it"),
        _ => Scan(open, head is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0, isWord),
    };

    static TextEncoding Utf16(bool bigEndian, int mark, string evidence) =>
        new(new UnicodeEncoding(bigEndian, false, true), mark, bigEndian ? "UTF-16 BE" : "UTF-16 LE", evidence);

    static double ZeroShare(ReadOnlySpan<byte> head, int offset)
    {
        var (zeros, all) = (0, 0);
        for (var i = offset; i < Math.Min(head.Length, 4096); i += 2)
        {
            all++;
            zeros += head[i] is 0 ? 1 : 0;
        }
        return all < 2 ? 0 : (double)zeros / all;
    }

    /// <summary>Whether zero bytes stand where a table of letters beyond Latin would have them: every pair of bytes is a sign that texts
    /// have, and among them are line breaks and what is ASCII in any table.</summary>
    internal static bool ReadsAsUtf16(ReadOnlySpan<byte> head, bool bigEndian)
    {
        head = head[..(Math.Min(head.Length, 4096) & ~1)];
        if (!head.Contains((byte)0))
            return false;
        var (ascii, breaks, signs) = (0, 0, 0);
        for (var i = 0; i < head.Length; i += 2, signs++)
        {
            var sign = (char)(bigEndian ? head[i] << 8 | head[i + 1] : head[i + 1] << 8 | head[i]);
            var isBreak = sign is '\n' or '\r';
            if (!isBreak && sign is not '\t' && char.GetUnicodeCategory(sign) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
                return false;
            ascii += sign < 128 ? 1 : 0;
            breaks += isBreak ? 1 : 0;
        }
        return breaks > 0 && ascii * 20 >= signs;
    }

    static TextEncoding Scan(Func<Stream> open, int mark, Func<string, bool>? isWord)
    {
        using var stream = open();
        var buffer = new byte[ChunkSize];
        var (kept, line, isUtf8, undefinedAt, isPlain) = (0, 1, true, 0, true);
        while (stream.Read(buffer, kept, buffer.Length - kept) is var read)
        {
            var chunk = buffer.AsSpan(0, kept + read);
            if (chunk.IsEmpty)
                break;
            var whole = read is 0 ? chunk.Length : chunk.Length - Unfinished(chunk);
            var isAscii = Ascii.IsValid(chunk); // of which nothing else has to be asked
            isPlain &= isAscii;
            isUtf8 = isUtf8 && (isAscii || System.Text.Unicode.Utf8.IsValid(chunk[..whole]));
            if (!isAscii && isUtf8 && chunk.IndexOf(Replacement) is >= 0 and var lost)
                throw LostLetters(line + chunk[..lost].Count((byte)'\n'));
            if (!isAscii && undefinedAt is 0 && chunk[..whole].IndexOfAny(UndefinedInWindows1252) is >= 0 and var found)
                undefinedAt = line + chunk[..found].Count((byte)'\n');
            line += chunk[..whole].Count((byte)'\n');
            chunk[whole..].CopyTo(buffer);
            kept = chunk.Length - whole;
            if (read is 0)
                break;
        }

        return isUtf8 ? new(new UTF8Encoding(false, true), mark, "UTF-8",
                mark > 0 ? "byte order mark EF BB BF" : isPlain ? "plain ASCII" : "all bytes are valid UTF-8")
            : mark is 0 && isWord is not null && EastPages.Find(Start(open), isWord) is var (eastern, page)
                ? new(eastern, 0, page, "some bytes are not valid UTF-8; the page makes known names of columns of them")
            : mark is 0 && CodePages.Find(Start(open)) is var (encoding, name) && (undefinedAt is 0 || name is not "Windows-1252")
                ? new(encoding, 0, name, "some bytes are not valid UTF-8; the page makes words of them")
            : undefinedAt is 0 && mark is 0 ? throw new BrokenTableException(1,
                "the text is not UTF-8, and could be written in several code pages of Windows",
                "Save the file as UTF-8 and try again.")
            : throw new BrokenTableException(Math.Max(1, undefinedAt), "the text is neither UTF-8, UTF-16 nor Windows-1252",
                "Save the file as UTF-8 and try again.");
    }

    static byte[] Start(Func<Stream> open)
    {
        using var stream = open();
        var start = new byte[ChunkSize];
        return start[..stream.ReadAtLeast(start, ChunkSize, throwOnEndOfStream: false)];
    }

    static BrokenTableException LostLetters(int line) => new(line,
        $"line {line} holds the replacement character U+FFFD: a program before has lost letters there",
        "Export the file again as UTF-8, without opening it in between.");

    /// <summary>How many bytes at the end belong to a character that goes on behind them.</summary>
    static int Unfinished(ReadOnlySpan<byte> chunk)
    {
        for (var back = 1; back <= Math.Min(3, chunk.Length); back++)
        {
            var lead = chunk[^back];
            if (lead >= 0xC0)
                return lead >= (back switch { 1 => 0xC0, 2 => 0xE0, _ => 0xF0 }) ? back : 0;
            if (lead < 0x80)
                return 0;
        }
        return 0;
    }

    static void Skip(Stream stream, int bytes)
    {
        Span<byte> mark = stackalloc byte[4];
        stream.ReadExactly(mark[..bytes]);
    }
}
