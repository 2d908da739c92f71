using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Knows by its first bytes what is no text table at all, and says what to do with it.</summary>
static class FileGuard
{
    const int HeadSize = 8 << 10;

    sealed record Signature(byte[] Bytes, string What, string Remedy);

    static readonly Signature[] Signatures =
    [
        new([0x1F, 0x8B], "a gzip file", "Name it so that it ends in .gz, and it will be unpacked."),
        new("%PDF"u8.ToArray(), "a PDF", "Export the report as CSV."),
        new("PAR1"u8.ToArray(), "a Parquet file", "Export the report as CSV or JSON."),
        new("SQLite format 3"u8.ToArray(), "a SQLite database", "Export the table as CSV."),
        new([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)", "Export the report as CSV."),
        new([0xFF, 0xD8, 0xFF], "a picture (JPEG)", "Export the report as CSV."),
        new([0x42, 0x5A, 0x68], "a bzip2 file", "Unpack it first."),
        new([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive", "Unpack it first."),
        new([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard file", "Unpack it first."),
    ];

    /// <returns>The file's first bytes; those of a workbook are given as they are.</returns>
    /// <exception cref="BrokenTableException">The file is empty, or something else than a table of text.</exception>
    public static byte[] Head(ReceivedFile file)
    {
        using var stream = file.Open();
        var head = new byte[HeadSize];
        head = head[..stream.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false)];
        if (head.Length is 0)
            throw new BrokenTableException(1, "the file is empty (0 bytes)", "Download it again; wait until the download has ended.");
        if (WorkbookFile.MayBe(head))
            return head;
        if (Array.Find(Signatures, known => head.AsSpan().StartsWith(known.Bytes)) is { } signature)
            throw new BrokenTableException(1, $"the file is {signature.What}, not a table of text", signature.Remedy);
        if (head.AsSpan().TrimStart(" \t\r\n\uFEFF"u8).StartsWith("<?xml"u8))
            throw new BrokenTableException(1, "the file is XML, not a table of text", "Export the report as CSV, TSV or JSON.");
        if (IsHtml(head))
            throw new BrokenTableException(1, "the file is an HTML page, not a report: perhaps the sign-in page of the platform",
                "Sign in, and download the report again.");
        if (IsBinary(head))
            throw new BrokenTableException(1, "the file holds binary data, not text", "Export the report as CSV, TSV or JSON.");
        return head;
    }

    static bool IsHtml(ReadOnlySpan<byte> head)
    {
        Span<char> text = stackalloc char[256];
        var length = 0;
        foreach (var b in head)
        {
            if (length < text.Length && b is > 32 and < 128)
                text[length++] = char.ToLowerInvariant((char)b);
        }
        text = text[..length];
        return text.StartsWith("<!doctypehtml") || text.StartsWith("<html") || text.StartsWith("<head");
    }

    /// <summary>Control characters other than white space; zero bytes are those of UTF-16 when they stand at every second place.</summary>
    static bool IsBinary(ReadOnlySpan<byte> head)
    {
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..] || TextEncoding.ReadsAsUtf16(head, bigEndian: false) || TextEncoding.ReadsAsUtf16(head, bigEndian: true))
            return false;
        var (control, even, odd) = (0, 0, 0);
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] is 0)
                (even, odd) = i % 2 is 0 ? (even + 1, odd) : (even, odd + 1);
            else if (head[i] is < 32 and not (9 or 10 or 11 or 12 or 13 or 26 or 27))
                control++;
        }
        var isUtf16 = Math.Max(even, odd) > head.Length * 0.2 && Math.Min(even, odd) < head.Length * 0.02;
        return control * 20 > head.Length || (!isUtf16 && (even + odd) * 10 > head.Length);
    }
}
