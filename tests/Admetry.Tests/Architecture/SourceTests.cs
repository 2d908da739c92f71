using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace Admetry.Tests.Architecture;

/// <summary>What the compiler cannot see: the folder is the namespace, a file fits in one reading, a public type says what it is.</summary>
public sealed partial class SourceTests
{
    const int LongestFile = 300;

    [Fact]
    public void Every_namespace_mirrors_its_folder() =>
        Assert.Empty(
            from file in Sources()
            let declared = Namespace().Match(File.ReadAllText(file)).Groups[1].Value
            let folder = Path.GetRelativePath(Root("src"), Path.GetDirectoryName(file)!).Replace('/', '.')
            where declared is not "" && declared != folder
            select $"{file} declares {declared}, not {folder}");

    [Fact]
    public void Every_file_fits_in_one_reading() =>
        Assert.DoesNotContain(Sources(), file => File.ReadLines(file).Count() > LongestFile);

    [Fact]
    public void Every_public_type_has_a_docstring() =>
        Assert.Empty(
            from file in Sources()
            let lines = File.ReadAllLines(file)
            from declared in lines.Index()
            where PublicType().IsMatch(declared.Item)
            let above = lines.Take(declared.Index).Reverse().SkipWhile(line => line.TrimStart().StartsWith('[')).FirstOrDefault()
            where above is null || !above.TrimStart().StartsWith("///", StringComparison.Ordinal)
            select $"{file}: {declared.Item.Trim()}");

    [Fact]
    public void No_file_swallows_every_error() =>
        Assert.DoesNotContain(Sources(), file => SwallowsAll().IsMatch(File.ReadAllText(file)));

    static IEnumerable<string> Sources() => Directory.EnumerateFiles(Root("src"), "*.cs", SearchOption.AllDirectories);

    static string Root(string folder, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(here, "../../../..", folder));

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^public (?!.*\bpartial\b)(sealed |static |abstract |readonly |unsafe )*(class|record|struct|enum|interface|delegate) ")]
    private static partial Regex PublicType();

    [GeneratedRegex(@"catch\s*(\(\s*(System\.)?Exception\b[^)]*\))?\s*\{\s*\}")]
    private static partial Regex SwallowsAll();
}
