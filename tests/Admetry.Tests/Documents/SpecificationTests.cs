using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace Admetry.Tests.Documents;

/// <summary><c>docs/specification.md</c> claims nothing that has no proof, and every proof exists.</summary>
public sealed partial class SpecificationTests
{
    static readonly string[] Commands =
    [
        "admetry init", "admetry demo", "admetry generate mock", "admetry import", "admetry loads", "admetry forget", "admetry quarantine",
        "admetry query", "admetry metrics", "admetry dimensions", "admetry verify", "admetry rebuild", "admetry serve", "admetry doctor",
        "admetry export csv", "admetry export sqlite", "admetry export parquet",
        "make demo", "make test", "make quick", "make bench", "make build", "make test-long",
    ];

    static readonly HashSet<string> Tests =
    [
        .. from type in typeof(SpecificationTests).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           where method.GetCustomAttributes<FactAttribute>().Any()
           select $"{type.Name}.{method.Name}",
    ];

    [Fact]
    public void Every_line_is_done_with_a_proof_or_planned()
    {
        var rows = Rows();

        Assert.True(rows.Count > 80);
        Assert.DoesNotContain(rows, row => row.State is "done" ? row.Proofs is [] : row is not { State: "planned", Proofs: [] });
    }

    [Fact]
    public void Every_proof_is_a_test_or_a_command_that_exists() =>
        Assert.DoesNotContain(Rows().SelectMany(row => row.Proofs), proof => !Tests.Contains(proof) && !Commands.Contains(proof));

    static List<(string State, string[] Proofs)> Rows() =>
    [
        .. from line in File.ReadLines(Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/specification.md"))
           where line.StartsWith("| ", StringComparison.Ordinal) && !line.EndsWith("| Proof |", StringComparison.Ordinal)
           let cells = line.Trim('|').Split('|')
           select (cells[1].Trim(), Quoted().Matches(cells[2]).Select(match => match.Groups[1].Value).ToArray()),
    ];

    static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
