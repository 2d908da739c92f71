using System.IO.Compression;
using Admetry.App.Workspace;
using Admetry.Connectors.Exports;
using Admetry.Connectors.Exports.Persons;
using Admetry.Storage.Landing;

namespace Admetry.App.Pipeline;

/// <summary>What goes into landing: the file itself, or a copy of it in which persons are tokens.</summary>
/// <param name="Content">At its start; disposing it removes the copy.</param>
/// <param name="Hidden">The columns that were hidden; empty for most files.</param>
/// <param name="Path">Where the content can be read a second time; null for a copy.</param>
sealed record GuardedFile(Stream Content, string Name, IReadOnlyList<string> Hidden, string? Path = null) : IDisposable
{
    public void Dispose() => Content.Dispose();
}

/// <summary>Keeps persons out of landing: looks into files and archives before anything of them is kept.</summary>
static class PersonGuard
{
    static readonly DateTimeOffset NoMoment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="PersonsNotHiddenException">The file names persons and cannot be rewritten: a workbook, or broken text.</exception>
    public static GuardedFile Open(WorkspaceFolder folder, string file, CancellationToken cancel)
    {
        var name = Path.GetFileName(file);
        var parts = Parts(name, () => Read(file));
        var hidden = parts.Select(part => Find(part, cancel)).ToList();
        if (hidden.All(columns => columns.Count is 0))
            return new(Read(file), name, [], file);

        var key = new PersonKey(WorkspaceSecret.Read(folder));
        Directory.CreateDirectory(folder.Temp);
        var copy = new FileStream(Path.Combine(folder.Temp, $"{Guid.NewGuid():N}.part"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            if (parts is [var only] && !IsZip(file))
                PersonFilter.Hide(only, key, copy);
            else
                Pack(parts, hidden, key, copy);
            copy.Position = 0;
            return new(copy, parts is [var single] && !IsZip(file) ? Path.GetFileName(single.Name) : name, [.. hidden.SelectMany(columns => columns).Distinct()]);
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    // The same archive must give the same bytes again, so its entries carry no moment of their own.
    static void Pack(IReadOnlyList<ReceivedFile> parts, List<IReadOnlyList<string>> hidden, PersonKey key, Stream to)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (part, columns) in parts.Zip(hidden))
        {
            var entry = zip.CreateEntry(part.Name, CompressionLevel.Fastest);
            entry.LastWriteTime = NoMoment;
            using var stream = entry.Open();
            if (columns.Count > 0)
            {
                PersonFilter.Hide(part, key, stream);
                continue;
            }

            using var source = part.Open();
            source.CopyTo(stream);
        }
    }

    static IReadOnlyList<string> Find(ReceivedFile part, CancellationToken cancel)
    {
        try
        {
            return PersonFilter.Find(part, cancel);
        }
        catch (LandingException)
        {
            return []; // damaged in itself: refused when it is read
        }
    }

    // An archive that cannot be opened is landed as it came, and refused with the reason when it is read.
    static IReadOnlyList<ReceivedFile> Parts(string name, Func<Stream> open)
    {
        try
        {
            return [.. Archive.Parts(name, open).Select(part => part.ToFile())];
        }
        catch (LandingException)
        {
            return [];
        }
    }

    static bool IsZip(string file)
    {
        using var stream = Read(file);
        Span<byte> magic = stackalloc byte[2];
        return stream.ReadAtLeast(magic, 2, throwOnEndOfStream: false) is 2 && magic.SequenceEqual("PK"u8);
    }

    static FileStream Read(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 20);
}
