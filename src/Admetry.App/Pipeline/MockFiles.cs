using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Admetry.Synthetic;

namespace Admetry.App.Pipeline;

/// <summary>What one run of the generator added.</summary>
/// <param name="Run">Counted from 0.</param>
/// <param name="Lines">How many, by file.</param>
public sealed record MockFilesWritten(int Run, DateRange Days, IReadOnlyDictionary<string, int> Lines);

/// <summary>
/// Writes the six raw sources of <see cref="MockMarketing"/> into a folder, and appends to them on every further run.
/// </summary>
/// <remarks>
/// Each file is written anew beside the old one and takes its place in one step, so a reader never sees half a row. A
/// run that was cut off between two files is finished by the next, since each file's own last day says how far it is.
/// </remarks>
public static partial class MockFiles
{
    static readonly DateOnly FirstDay = new(2024, 1, 1);

    /// <exception cref="InvalidDataException">A file is there that the generator did not write; nothing was
    /// changed.</exception>
    public static async Task<MockFilesWritten> WriteAsync(string directory, int seed, CancellationToken cancel)
    {
        Directory.CreateDirectory(directory);
        var origin = (await DaysAsync(Path.Combine(directory, "web_traffic.csv"), cancel))?.First ?? FirstDay;
        var done = new Dictionary<string, int>();
        foreach (var file in MockMarketing.Generate(seed, 0, origin))
            done[file.Name] = await RunsAsync(Path.Combine(directory, file.Name), file, origin, cancel);

        var run = done.Values.Min();
        var days = new DateRange(origin.AddDays(run * MockMarketing.Days),
            origin.AddDays(((run + 1) * MockMarketing.Days) - 1));
        var added = MockMarketing.Generate(seed, run, days.First).Where(file => done[file.Name] == run).ToList();
        foreach (var file in added)
            await PrepareAsync(Path.Combine(directory, file.Name), file, cancel);
        foreach (var file in added)
            File.Move(Unfinished(Path.Combine(directory, file.Name)), Path.Combine(directory, file.Name), overwrite: true);
        return new(run, days, added.ToDictionary(file => file.Name, file => file.Lines.Count));
    }

    static string Unfinished(string path) => path + ".part";

    // How many runs a file holds: by its clients where it has no days, else by its last day.
    static async Task<int> RunsAsync(string path, MockFile file, DateOnly origin, CancellationToken cancel)
    {
        if (!File.Exists(path))
            return 0;

        if (file.Header is not "" && (await FirstLineAsync(path, cancel)) != file.Header)
            throw new InvalidDataException($"'{path}' does not begin with '{file.Header}'. Choose an empty folder, or move that file away.");

        if (file.Name is "clients.csv")
            return Math.Max(0,
                (await File.ReadAllLinesAsync(path, cancel)).Count(line => line is not "") - MockMarketing.FirstClients);

        return await DaysAsync(path, cancel) is { } days ? MockMarketing.Runs(origin, days.Last) : 0;
    }

    static async Task<string?> FirstLineAsync(string path, CancellationToken cancel)
    {
        using var reader = new StreamReader(path);
        return await reader.ReadLineAsync(cancel);
    }

    static async Task<DateRange?> DaysAsync(string path, CancellationToken cancel)
    {
        if (!File.Exists(path))
            return null;

        var (first, last) = (DateOnly.MaxValue, DateOnly.MinValue);
        await foreach (var line in File.ReadLinesAsync(path, cancel))
        {
            if (!DateOnly.TryParseExact(Day().Match(line).Value, "yyyy-MM-dd", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var day))
                continue;
            (first, last) = (day < first ? day : first, day > last ? day : last);
        }

        return first <= last ? new DateRange(first, last) : null;
    }

    static async Task PrepareAsync(string path, MockFile file, CancellationToken cancel)
    {
        await using var output = new FileStream(Unfinished(path), FileMode.Create, FileAccess.Write);
        var isJson = file.Header is "";
        var kept = isJson ? await CopyArrayAsync(path, output, cancel)
            : await CopyLinesAsync(path, file.Header, output, cancel);
        var lines = isJson ? (kept ? ",\n  " : "[\n  ") + string.Join(",\n  ", file.Lines) + "\n]\n"
            : string.Join('\n', file.Lines) + '\n';
        await output.WriteAsync(Encoding.UTF8.GetBytes(lines), cancel);
        output.Flush(flushToDisk: true);
    }

    static async Task<bool> CopyLinesAsync(string path, string header, FileStream output, CancellationToken cancel)
    {
        if (!File.Exists(path))
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(header + '\n'), cancel);
            return false;
        }

        await using var input = File.OpenRead(path);
        await input.CopyToAsync(output, cancel);
        input.Seek(-1, SeekOrigin.End);
        if (input.ReadByte() != '\n')
            output.WriteByte((byte)'\n');
        return true;
    }

    /// <returns>Whether the array has elements already, which now stand in <paramref name="output"/>, without the
    /// closing bracket.</returns>
    static async Task<bool> CopyArrayAsync(string path, FileStream output, CancellationToken cancel)
    {
        if (!File.Exists(path))
            return false;

        await using var input = File.OpenRead(path);
        var end = LastSign(input, input.Length, out var closing);
        var last = LastSign(input, end, out var before);
        if (closing is not ']' || before is not ('}' or '['))
            throw new InvalidDataException($"'{path}' is not a JSON array of objects. Choose an empty folder, or move that file away.");
        if (before is '[')
            return false;

        input.Seek(0, SeekOrigin.Begin);
        await input.CopyToAsync(output, cancel);
        output.SetLength(last + 1);
        output.Seek(0, SeekOrigin.End);
        return true;
    }

    /// <returns>Where the last sign before <paramref name="end"/> stands that is not white space; -1 if there is
    /// none.</returns>
    static long LastSign(FileStream input, long end, out char sign)
    {
        for (var at = end - 1; at >= 0; at--)
        {
            input.Seek(at, SeekOrigin.Begin);
            sign = (char)input.ReadByte();
            if (!char.IsWhiteSpace(sign))
                return at;
        }

        sign = '\0';
        return -1;
    }

    [GeneratedRegex(@"\b20[0-9]{2}-[0-9]{2}-[0-9]{2}\b")]
    private static partial Regex Day();
}
