using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Admetry.App;
using Admetry.App.Commands;
using Xunit;

namespace Admetry.Tests.Documents;

/// <summary>What the README shows works: its commands parse, its make targets and links exist.</summary>
public sealed partial class ReadmeTests
{
    static readonly string Text = File.ReadAllText(PathOf("README.md"));

    [Fact]
    public void Every_command_of_the_tour_is_one()
    {
        var host = new CommandHost("/", TimeProvider.System, false, (_, _) => throw new InvalidOperationException("Only parsed."));
        var root = Root.Create(host, (_, _) => Task.FromResult(0));
        var lines = Tour().Matches(Text).Select(match => match.Groups[1].Value.Trim()).ToList();

        Assert.True(lines.Count >= 10);
        Assert.All(lines, line => Assert.Empty(root.Parse(line).Errors.Select(error => $"{line}: {error.Message}")));
    }

    [Fact]
    public void Every_make_target_exists()
    {
        var makefile = File.ReadAllText(PathOf("Makefile"));
        Assert.All(Target().Matches(Text), match => Assert.Contains($"\n{match.Groups[1].Value}:", makefile, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_link_leads_somewhere() =>
        Assert.All(Link().Matches(Text), match => Assert.True(Path.Exists(PathOf(match.Groups[1].Value)), match.Groups[1].Value));

    static string PathOf(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../..", path));

    [GeneratedRegex(@"^\.{1,2}/admetry ([^#\n]*)", RegexOptions.Multiline)]
    private static partial Regex Tour();

    [GeneratedRegex(@"^make ([a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex Target();

    [GeneratedRegex(@"\]\((?!http)([^)#]+)\)")]
    private static partial Regex Link();
}
