using System.Globalization;
using Admetry.Connectors.Exports;
using Admetry.Connectors.Exports.Families;
using Admetry.Tests.Exports.Rendering;
using Xunit;

namespace Admetry.Tests.Exports;

/// <summary>Random known tables, written as each family's files are written: what is read is what was known, or the file is refused.</summary>
public sealed class RenderingTests
{
    const int Seed = 20260401;

    static int Files => Environment.GetEnvironmentVariable("ADMETRY_LONG") is "1" ? 10_000 : 1_000;

    // A list of clients counts nothing: it has neither days nor measures that could be read wrongly.
    static readonly IReadOnlyList<Family> Families = [.. FamilyCatalogue.All.Where(family => family.Target is not Target.Clients)];

    [Fact]
    public void A_known_table_in_any_layout_of_any_family_is_read_exactly_or_refused_for_a_doubt_it_has()
    {
        var counts = Families.ToDictionary(family => family.Name, _ => (Files: 0, Refused: 0));
        var (wrong, elsewhere) = (new List<string>(), 0);
        for (var i = 0; i < Files; i++)
        {
            var family = Families[i % Families.Count];
            var file = Renderer.Render(family, new Random(Seed + i));
            var (files, refused) = counts[family.Name];
            var reading = Read(file, i);
            counts[family.Name] = (files + 1, refused + (reading is Refused ? 1 : 0));
            elsewhere += reading is Understood other && other.Family != family.Name ? 1 : 0;
            if (Problem(file, reading) is { } problem)
                wrong.Add($"file {i}, {family.Name}, {file.What}: {problem}");
        }

        var all = counts.Values.Sum(count => count.Refused);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Files} files of {Families.Count} families from seed {Seed}: {all} refused ({100m * all / Files:0.0} %), {elsewhere} read as another family."));
        foreach (var (name, (files, refused)) in counts)
            TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {files}, {refused} refused");
        Assert.True(wrong.Count is 0, $"{wrong.Count} files:\n{string.Join('\n', wrong.Take(40))}");
        Assert.InRange(all, 1, Files / 25);
        Assert.All(counts, count => Assert.True(count.Value.Files > 0 && count.Value.Refused * 4 < count.Value.Files, $"{count.Key}: {count.Value}"));
    }

    static Reading Read(RenderedFile file, int number)
    {
        try
        {
            return ExportReader.Read(file.Received, ReadingHints.None, TestContext.Current.CancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new InvalidOperationException($"file {number}, {file.Family.Name}, {file.What}", e);
        }
    }

    /// <summary>A doubt is one of two: dates that could be day first or month first, and letters of several code pages.</summary>
    static string? Problem(RenderedFile file, Reading reading) => reading switch
    {
        Understood understood when understood.Platform != file.Family.Platform => $"as {understood.Family}, {understood.Decisions.First(decision => decision.What is "family").Evidence}; {Columns(file)}",
        Understood understood => Comparison.Difference(file, understood) is { } difference ? $"as {understood.Family}: {difference}; {Columns(file)}" : null,
        Refused refused when file.Doubt is "undecided dates" && refused.Reason.Contains("could be day first or month first", StringComparison.Ordinal) => null,
        Refused refused when file.Doubt is "code pages" && refused.Reason.Contains("several code pages", StringComparison.Ordinal) => null,
        Refused refused => $"refused: {refused.Reason}; {Columns(file)}",
        _ => "a third kind of reading",
    };

    static string Columns(RenderedFile file) => string.Join(" | ", file.Columns.Select(column => $"{column.Header}={column.Field}"));
}
