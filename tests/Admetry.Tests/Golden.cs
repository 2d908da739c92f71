using System.Runtime.CompilerServices;
using Xunit;

namespace Admetry.Tests;

/// <summary>Golden files: text too long to write in an assertion, reviewed once and then held still.</summary>
static class Golden
{
    /// <summary>
    /// Compares <paramref name="actual"/> with <c>{test class}.{test}.golden</c> beside the test. Run with
    /// <c>ACCEPT=1</c> to write it instead, and read the diff before you commit.
    /// </summary>
    public static void Matches(string actual, [CallerFilePath] string file = "", [CallerMemberName] string test = "") =>
        MatchesFile($"{Path.ChangeExtension(file, null)}.{test}.golden", actual);

    /// <summary>The same for a file with a name of its own, such as a page of the documentation.</summary>
    public static void MatchesFile(string golden, string actual)
    {
        if (Environment.GetEnvironmentVariable("ACCEPT") is "1")
            File.WriteAllText(golden, actual + "\n");

        Assert.Equal(File.ReadAllText(golden), actual + "\n");
    }
}
