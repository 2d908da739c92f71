using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Admetry.Tests.Fixtures;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Scorecard))]

namespace Admetry.Tests.Fixtures;

/// <summary>Gathers what the tests of this run say of each row, and when the last is over prints the sheet and keeps it in artifacts/tests, where <c>make test</c> reads it.</summary>
public sealed class Scorecard : IDisposable
{
    static readonly ConcurrentBag<ScoredCase> Cases = [];
    static readonly ConcurrentDictionary<string, bool> Misses = new();

    /// <summary>The running test's row is not met, though not so far from it that anything is broken: the sheet says so, and the test passes.</summary>
    public static void Miss() => Misses[TestContext.Current.Test!.UniqueID] = true;

    internal static bool IsMissed(ITest test) => Misses.ContainsKey(test.UniqueID);

    internal static void Count(Row row, MethodInfo test, bool held) => Cases.Add(new(row, NameOf(test), held));

    /// <summary>Every test that carries a row.</summary>
    internal static ILookup<Row, string> Tests() => (
        from type in typeof(Scorecard).Assembly.GetTypes()
        from method in type.GetMethods()
        from scored in method.GetCustomAttributes<ScoredAttribute>()
        select (scored.Row, Name: NameOf(method))).ToLookup(test => test.Row, test => test.Name);

    public void Dispose()
    {
        if (Cases.IsEmpty)
            return;

        var sheet = new ScoreSheet(Tests(), Cases).ToString();
        Console.Out.WriteLine(sheet);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Folder()).FullName, "scorecard.txt"), sheet);
    }

    static string NameOf(MethodInfo test) => $"{test.DeclaringType!.Name}.{test.Name}";

    static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "artifacts", "tests"));
}

/// <summary>Counts each case of a test towards a row of the <see cref="ScoreSheet"/>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ScoredAttribute(Row row) : BeforeAfterTestAttribute
{
    public Row Row => row;

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (TestContext.Current.TestState?.Result is TestResult.Passed or TestResult.Failed)
            Scorecard.Count(row, methodUnderTest, TestContext.Current.TestState.Result is TestResult.Passed && !Scorecard.IsMissed(test));
    }
}
