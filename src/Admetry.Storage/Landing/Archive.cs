using System.IO.Compression;

namespace Admetry.Storage.Landing;

/// <summary>Looks into gzip and zip payloads without ever unpacking them to the disk, so an entry's path can do no harm.</summary>
public static class Archive
{
    const int MostEntries = 10_000;
    const long SmallEnough = 100L << 20;
    const int MostExpansion = 100;
    const int MostOfReport = 12;
    const long LargestReport = 16L << 20;

    /// <exception cref="LandingException">The archive is broken, encrypted, nested, or expands beyond reason.</exception>
    public static IReadOnlyList<LandedPart> Parts(string fileName, Func<Stream> open)
    {
        using var head = open();
        Span<byte> magic = stackalloc byte[4];
        var read = head.ReadAtLeast(magic, 4, throwOnEndOfStream: false);
        return magic[..read] switch
        {
            [0x1f, 0x8b, ..] => [new(WithoutGz(fileName), () => Unpacked(fileName, open()))],
            [(byte)'P', (byte)'K', 3, 4] or [(byte)'P', (byte)'K', 5, 6] => Entries(fileName, open),
            _ => [new(fileName, open)],
        };
    }

    static BoundedStream Unpacked(string fileName, Stream packed)
    {
        var end = new GzipEnd(packed);
        return new BoundedStream(new GZipStream(end, CompressionMode.Decompress), fileName) { End = end };
    }

    // TRICKY: a zip's directory stands at its end, and landing keeps a compressed stream that cannot seek: the archive is spooled.
    static List<LandedPart> Entries(string fileName, Func<Stream> open)
    {
        using var spool = Spool(open);
        try
        {
            using var zip = new ZipArchive(spool, ZipArchiveMode.Read, leaveOpen: true);
            if (IsWorkbook(zip))
                return [new(fileName, open)];
            if (zip.Entries.Count > MostEntries)
                throw new LandingException($"'{fileName}' holds {zip.Entries.Count:N0} files.", $"Split it: at most {MostEntries:N0} files are read from one archive.");

            List<LandedPart> beside = [.. zip.Entries.Where(IsData).OrderBy(entry => entry.FullName, StringComparer.Ordinal).Select(entry => Part(fileName, entry, open))];
            return beside.Count > MostOfReport || spool.Length > LargestReport ? beside : [.. beside.Select(part => part with { Beside = beside })];
        }
        catch (InvalidDataException error)
        {
            throw new LandingException($"'{fileName}' is not a whole zip archive: {error.Message}", "Download it again.");
        }
    }

    // A spreadsheet is a zip too, but one file for its owner.
    static bool IsWorkbook(ZipArchive zip) =>
        zip.GetEntry("[Content_Types].xml") is not null || zip.GetEntry("content.xml") is not null;

    static bool IsData(ZipArchiveEntry entry) =>
        entry.Name is not "" && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal) && entry.Name is not ".DS_Store" and not "Thumbs.db";

    static LandedPart Part(string fileName, ZipArchiveEntry entry, Func<Stream> open)
    {
        if (entry.IsEncrypted)
            throw new LandingException($"'{fileName}' is encrypted.", "Unpack it with its password and import the files.");
        if (entry.Length > SmallEnough && entry.Length > MostExpansion * Math.Max(1, entry.CompressedLength))
            throw new LandingException($"'{entry.FullName}' in '{fileName}' would expand {entry.Length / Math.Max(1, entry.CompressedLength):N0} times.", "This looks like a zip bomb. If it is not, unpack it and import the file.");

        var path = entry.FullName;
        return new(path, () => OpenEntry(fileName, path, open));
    }

    static BoundedStream OpenEntry(string fileName, string path, Func<Stream> open)
    {
        var spool = Spool(open);
        var zip = new ZipArchive(spool, ZipArchiveMode.Read);
        return new BoundedStream(zip.GetEntry(path)!.Open(), $"{path} in {fileName}", zip);
    }

    static FileStream Spool(Func<Stream> open)
    {
        var spool = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        using var source = open();
        source.CopyTo(spool);
        spool.Position = 0;
        return spool;
    }

    static string WithoutGz(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
}
