using System.Text.RegularExpressions;

namespace Admetry.Tests.Specifications;

/// <summary>The SQL of a specification, as it stands in its text.</summary>
static partial class SeedSql
{
    /// <summary>The file, in <c>shared/specs</c> beside the repository or in <c>ADMETRY_SPECS</c>; null where neither is there.</summary>
    public static string? Find(string prefix)
    {
        var folders = Environment.GetEnvironmentVariable("ADMETRY_SPECS") is { Length: > 0 } said
            ? [said]
            : Above(AppContext.BaseDirectory).Select(folder => Path.Combine(folder, "shared", "specs"));
        return folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, $"{prefix}_*")).FirstOrDefault();
    }

    /// <summary>Each statement of the fenced SQL blocks that hold whole statements, in the order of the text, ending in its semicolon.</summary>
    public static IReadOnlyList<string> Statements(string text) =>
    [
        .. from block in Block().Matches(text)
           let sql = block.Groups["sql"].Value
           where !sql.Contains("...", StringComparison.Ordinal)
           from statement in Statement().Matches(sql)
           where Start().IsMatch(statement.Value)
           select statement.Value.Trim(),
    ];

    static IEnumerable<string> Above(string folder)
    {
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
            yield return place.FullName;
    }

    [GeneratedRegex("```sql\r?\n(?<sql>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("[^;]*;")]
    private static partial Regex Statement();

    [GeneratedRegex(@"^(\s|--[^\n]*\n)*(SELECT|CREATE|DROP)\b")]
    private static partial Regex Start();
}
