using System.Diagnostics;
using Admetry.Connectors.Exports;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Exports;

/// <summary>What recognising and reading cost the process.</summary>
[Collection(nameof(Alone))]
public sealed class ReadingCostTests
{
    [Fact]
    public void Reading_damaged_files_keeps_no_memory()
    {
        const int Seed = 20260403;
        var corpus = MutationCorpus.Of(Seed);
        Read(0, 200);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Read(200, 800);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.True(kept < 8 << 20, $"{kept:N0} bytes were kept");

        void Read(int first, int count)
        {
            for (var i = first; i < first + count; i++)
            {
                var bytes = new Mutation(new Random(Seed + i), corpus).Of(corpus[i % corpus.Count]);
                if (ExportReader.Read(Given.File(bytes), ReadingHints.None, TestContext.Current.CancellationToken) is Understood reading)
                    Assert.All(reading.Items, item => Assert.True(item.Line >= 0));
            }
        }
    }

    [Fact]
    public void Recognition_is_quick()
    {
        var texts = new[] { Samples.Microsoft, Samples.TikTok, Samples.Shopify, Samples.Analytics4, Samples.Klaviyo, Samples.SearchConsole };
        var book = Workbook.Of(("Data", [["Campaign", "Day", "Cost", "Impr.", "Clicks"], .. Enumerable.Range(1, 200).Select(i => new object?[] { $"C{i}", "2024-03-01", i + 0.5, i * 10, i })]));
        ReceivedFile[] files = [.. texts.Select(text => Given.File(text)), Given.File(book)];
        foreach (var file in files)
            Given.Understood(file);

        var best = Enumerable.Range(0, 5).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            foreach (var file in files)
                Given.Understood(file);
            return watch.Elapsed;
        });

        Assert.True(best < TimeSpan.FromMilliseconds(50 * files.Length), $"{best.TotalMilliseconds / files.Length:F1} ms a file");
    }
}
