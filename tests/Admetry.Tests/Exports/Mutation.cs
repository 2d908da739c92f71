using System.IO.Compression;
using System.Text;

namespace Admetry.Tests.Exports;

/// <summary>Damages files as downloads, editors and other programs do, and as none does.</summary>
sealed class Mutation(Random random, IReadOnlyList<byte[]> corpus)
{
    static readonly string[] Splinters =
    [
        "\"", "\n", ",", "\r", "\0", "é", "{", "}", "[", "]", "-", "1e999", "\"\"", ";", "\t", "\uFEFF", "99999999999999999999", "\\u0000", "\\uD800", "\uFFFD",
    ];

    static readonly byte[][] Marks = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0x1F, 0x8B], "%PDF"u8.ToArray(), "PK\x03\x04"u8.ToArray()];

    public byte[] Of(byte[] original)
    {
        var isWorkbook = original is [0x50, 0x4B, 0x03, 0x04, ..];
        if (isWorkbook && random.Next(3) > 0)
            return InsideWorkbook(original);
        var bytes = original.ToList();
        for (var times = random.Next(1, 4); times > 0 && bytes.Count > 10; times--)
            Once(bytes);
        return [.. bytes];
    }

    void Once(List<byte> bytes)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(13))
        {
            case 0: bytes[at] = (byte)random.Next(256); break;
            case 1: bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)); break;
            case 2: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Splinters[random.Next(Splinters.Length)])); break;
            case 3: bytes.RemoveRange(at, bytes.Count - at); break;
            case 4: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 80), bytes.Count - at))); break;
            case 5: (bytes[at], bytes[^1]) = (bytes[^1], bytes[at]); break;
            case 6: Line(bytes, at, (from, length) => bytes.InsertRange(from, bytes.GetRange(from, length))); break;
            case 7: Line(bytes, at, bytes.RemoveRange); break;
            case 8: Delimiter(bytes, at); break;
            case 9: bytes.InsertRange(random.Next(2) is 0 ? 0 : at, Marks[random.Next(Marks.Length)]); break;
            case 10: Splice(bytes, at); break;
            case 11: bytes.InsertRange(at, Enumerable.Repeat((byte)"x9\", "[random.Next(5)], random.Next(1, 200_000))); break;
            default: Reencode(bytes); break;
        }
    }

    static void Line(List<byte> bytes, int at, Action<int, int> change)
    {
        var from = bytes.LastIndexOf((byte)'\n', at) + 1;
        var to = bytes.IndexOf((byte)'\n', at);
        if (to >= from)
            change(from, to - from + 1);
    }

    static void Delimiter(List<byte> bytes, int at)
    {
        var found = bytes.FindIndex(at, b => b is (byte)',' or (byte)';' or (byte)'\t');
        if (found >= 0)
            bytes.RemoveAt(found);
    }

    void Splice(List<byte> bytes, int at)
    {
        var other = corpus[random.Next(corpus.Count)];
        bytes.RemoveRange(at, bytes.Count - at);
        bytes.AddRange(other[random.Next(other.Length)..]);
    }

    /// <summary>The bytes taken for Latin-1 and written as UTF-8, or UTF-8 written as UTF-16 without a mark.</summary>
    void Reencode(List<byte> bytes)
    {
        byte[] all = [.. bytes];
        var changed = random.Next(2) is 0 ? Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(all)) : Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(all));
        bytes.Clear();
        bytes.AddRange(changed);
    }

    /// <summary>Damages one part of the workbook and packs it again, for damage to the zip itself is met at once.</summary>
    byte[] InsideWorkbook(byte[] bytes)
    {
        var parts = new Dictionary<string, string>();
        using (var zip = new ZipArchive(new MemoryStream(bytes)))
        {
            foreach (var entry in zip.Entries)
            {
                using var text = new StreamReader(entry.Open());
                parts[entry.FullName] = text.ReadToEnd();
            }
        }
        var name = random.Next(4) > 0 ? parts.Keys.Last() : parts.Keys.ElementAt(random.Next(parts.Count));
        var part = Encoding.UTF8.GetBytes(parts[name]).ToList();
        for (var times = random.Next(1, 4); times > 0 && part.Count > 10; times--)
            Once(part);
        parts[name] = Encoding.UTF8.GetString([.. part]);
        return Workbook.Zip(parts);
    }
}
