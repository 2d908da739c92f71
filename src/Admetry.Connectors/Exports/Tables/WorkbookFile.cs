using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Admetry.Connectors.Exports.Tables;

/// <summary>Knows a workbook by its contents, and keeps away those that cannot be read or would expand beyond reason.</summary>
public static class WorkbookFile
{
    /// <summary>The largest workbook in bytes as received; a sheet's most rows stay well below.</summary>
    public const long LargestFile = 1L << 30;

    // Texts, styles and the like are held in memory; sheets are not.
    const long LargestHeldPart = 512L << 20;
    const long LargestSheet = 16L << 30;
    const int MostExpansion = 400;
    const long SmallEnough = 64L << 20;

    static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>Begins like a zip archive or an old Office document.</summary>
    public static bool MayBe(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 3, 4]) || head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>Checks that the file is a workbook which can be read safely.</summary>
    /// <returns>How many sheets people see.</returns>
    /// <exception cref="BrokenTableException">It is not: the message says what it is and what to do.</exception>
    public static int Check(ReadOnlySpan<byte> head, Func<Stream> open)
    {
        if (head[0] is 0xD0)
            throw IsEncrypted(open)
                ? new(1, "the file is an Excel workbook protected by a password",
                    "Open it, take the password away and save it again, or save it as CSV UTF-8.")
                : new BrokenTableException(1, "the file is an old Excel workbook (.xls)",
                    "Open it and save it as .xlsx or as CSV UTF-8.");

        using var stream = Seekable(open);
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            CheckKind(zip);
            foreach (var entry in zip.Entries)
                CheckSize(entry);
            return VisibleSheets(zip);
        }
        catch (XmlException error)
        {
            throw new BrokenTableException(1, $"the workbook is damaged: {error.Message}",
                "Open it in a spreadsheet and save it again, or save the sheet as CSV UTF-8.");
        }
        catch (InvalidDataException)
        {
            throw new BrokenTableException(1,
                "the file begins like an Excel workbook (.xlsx) or a zip archive, but is damaged or cut off",
                "Download it again; wait until the download has ended.");
        }
    }

    /// <summary>The bytes in a stream that can go back: a workbook's table of contents stands at its end.</summary>
    public static Stream Seekable(Func<Stream> open)
    {
        var source = open();
        if (source.CanSeek)
            return source;

        var spool = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16,
            FileOptions.DeleteOnClose);
        try
        {
            using (source)
                Copy(source, spool);
            spool.Position = 0;
            return spool;
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    static void Copy(Stream source, Stream spool)
    {
        var buffer = new byte[1 << 16];
        for (var total = 0L; source.Read(buffer) is > 0 and var read;)
        {
            if ((total += read) > LargestFile)
                throw new BrokenTableException(1, $"the workbook is larger than {LargestFile >> 20:N0} MiB",
                    "Save the sheet as CSV UTF-8.");
            spool.Write(buffer, 0, read);
        }
    }

    static void CheckKind(ZipArchive zip)
    {
        if (zip.GetEntry("xl/workbook.xml") is not null)
            return;
        if (zip.GetEntry("xl/workbook.bin") is not null)
            throw new BrokenTableException(1, "the file is a binary Excel workbook (.xlsb)",
                "Open it and save it as .xlsx or as CSV UTF-8.");
        if (zip.GetEntry("content.xml") is not null)
            throw new BrokenTableException(1, "the file is an OpenDocument spreadsheet (.ods)",
                "Open it and save it as .xlsx or as CSV UTF-8.");
        // Google Sheets and others may lay the parts out otherwise, yet name them in the table of contents.
        if (zip.GetEntry("[Content_Types].xml") is not null && zip.Entries.Any(entry => entry.Name is "workbook.xml"))
            return;
        throw new BrokenTableException(1, "the file is a zip archive within the archive, not an Excel workbook (.xlsx)",
            "Unpack the archive and import its files.");
    }

    static int VisibleSheets(ZipArchive zip)
    {
        using var part = zip.Entries.First(entry => entry.Name is "workbook.xml").Open();
        using var xml = XmlReader.Create(part, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var count = 0;
        while (xml.Read())
            count += xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" }
                && xml.GetAttribute("state") is null or "visible" ? 1 : 0;
        return count;
    }

    static void CheckSize(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
            throw new BrokenTableException(1, "the workbook's archive is encrypted", "Save it without a password.");
        var isSheet = entry.FullName.Contains("/worksheets/", StringComparison.Ordinal);
        if (entry.Length > (isSheet ? LargestSheet : LargestHeldPart)
            || (entry.Length > SmallEnough && entry.Length > MostExpansion * Math.Max(1, entry.CompressedLength))
            || (!isSheet && !Holds(entry)))
            throw new BrokenTableException(1,
                $"{entry.FullName} in the workbook would expand to {entry.Length >> 20:N0} MiB or more: this looks like a zip bomb",
                "If it is not, save the sheet as CSV UTF-8.");
    }

    /// <summary>Whether a part is no longer than its header says, by unpacking it: what lies would fill the memory.</summary>
    static bool Holds(ZipArchiveEntry entry)
    {
        if (!entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            && !entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            return true;
        using var part = entry.Open();
        var buffer = new byte[1 << 16];
        for (var total = 0L; part.Read(buffer) is > 0 and var read;)
        {
            if ((total += read) > Math.Max(entry.Length, SmallEnough))
                return false;
        }
        return true;
    }

    static bool IsEncrypted(Func<Stream> open)
    {
        using var stream = open();
        var buffer = new byte[1 << 16];
        for (var kept = 0; stream.Read(buffer, kept, buffer.Length - kept) is > 0 and var read;)
        {
            var filled = kept + read;
            if (buffer.AsSpan(0, filled).IndexOf(EncryptedPackage) >= 0)
                return true;
            kept = Math.Min(filled, EncryptedPackage.Length - 1);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }
        return false;
    }
}
