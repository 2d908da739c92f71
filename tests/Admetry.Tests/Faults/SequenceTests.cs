using System.Globalization;
using Admetry.App.Pipeline;
using Admetry.App.Workspace;
using Admetry.Tests.Fixtures;
using Admetry.Storage.Warehouse;
using Xunit;

namespace Admetry.Tests.Faults;

/// <summary>Random imports and forgets, one after another: the warehouse always proves itself, and equals its own rebuild.</summary>
[Trait("needs", "server")]
public sealed class SequenceTests(PostgresServer postgres)
{
    const int Steps = 8;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData("duckdb", 40), InlineData("postgres", 10)]
    public async Task Whatever_comes_and_goes_the_warehouse_is_what_landing_says(string engine, int sequences)
    {
        var failures = new List<string>();
        for (var seed = 1; seed <= sequences; seed++)
            if (await RunAsync(engine, seed) is { } failure)
                failures.Add(failure);
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    async Task<string?> RunAsync(string engine, int seed)
    {
        await using var shop = await Workshop.CreateAsync(engine, postgres);
        await using var lease = await shop.OpenAsync();
        var workspace = lease.Workspace;
        var random = new Random(seed);
        var (history, given) = (new List<string>(), new List<string>());
        for (var step = 0; step < Steps; step++)
        {
            history.Add(await StepAsync(workspace, shop, random, given, step));
            var acknowledged = workspace.Control.Records().Where(record => record.Outcome is "loaded").Select(record => (record.LandingOrder, record.Part)).ToList();
            foreach (var check in (await Verification.RunAsync(workspace.Warehouse, acknowledged, Cancel)).Where(check => !check.Holds))
                return $"seed {seed}: {check.Id} {string.Join("; ", check.Violations)}\n{string.Join('\n', history)}";
        }

        var differences = await new RebuildJob(workspace).CompareAsync(null, Cancel);
        return differences.Count == 0 ? null : $"seed {seed}: {string.Join("; ", differences)}\n{string.Join('\n', history)}";
    }

    static async Task<string> StepAsync(OpenWorkspace workspace, Workshop shop, Random random, List<string> given, int step)
    {
        var loads = (await LoadList.ReadAsync(workspace.Warehouse, Cancel)).Where(load => load.State is "active").ToList();
        var choice = random.Next(10);
        if (choice is 0 or 1 && loads.Count > 0)
        {
            var load = loads[random.Next(loads.Count)].LoadId;
            await ForgetJob.RunAsync(workspace, load, null, Cancel);
            return string.Create(CultureInfo.InvariantCulture, $"forget {load}");
        }

        var text = choice switch
        {
            2 when given.Count > 0 => given[random.Next(given.Count)],
            3 when given.Count > 0 => Reordered(given[random.Next(given.Count)]),
            _ => Make(random),
        };
        given.Add(text);
        var outcome = Assert.Single(await Workshop.ImportAsync(workspace, shop.Put(string.Create(CultureInfo.InvariantCulture, $"{step}.csv"), text)));
        return $"{(outcome is PartLoaded loaded ? $"load {loaded.Result.LoadId}{(loaded.Result.IsUnchanged ? " unchanged" : "")}" : ((PartRefused)outcome).Reason)}\n{text}";
    }

    static string Make(Random random)
    {
        var account = random.Next(3) == 0 ? "222" : "111";
        var (first, days, kind) = (random.Next(1, 4), random.Next(1, 4), random.Next(6));
        var rows = new List<AdRow>();
        for (var day = first; day < first + days; day++)
        {
            if (kind is 0)
                rows.Add(new(day, account, "", "", "", Amount(random, 300)));
            else
                foreach (var campaign in new[] { "A", "B", "C" }.Where((_, index) => index == 0 || random.Next(3) > 0))
                    foreach (var ad in kind is 1 or 2 ? new[] { "x", "y" } : [""])
                        rows.Add(new(day, account, campaign, $"9{campaign[0] - 'A'}", ad, Amount(random, 100)));
            if (kind is 5)
                break;
        }

        return AdFiles.Write(rows, total: kind is 2 or 4, lastDay: kind is 5 ? first + days : null);
    }

    // Data rows stand between the header and the totals; the first data row stays first, so that the file's kind stays the same.
    static string Reordered(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n').ToList();
        var last = lines.FindIndex(line => line.StartsWith("Total:", StringComparison.Ordinal));
        lines.Reverse(3, (last < 0 ? lines.Count : last) - 3);
        return string.Join('\n', lines) + "\n";
    }

    static decimal Amount(Random random, int most) => random.Next(100, most * 100) / 100m;
}
