using System.Text;
using System.Text.Json;
using Admetry.Connectors.Exports;
using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;
using Admetry.Tests.Exports.Rendering;
using Xunit;

namespace Admetry.Tests.Exports;

/// <summary>Damaged files: whatever is done to the bytes, each row has one fate; nothing throws.</summary>
public sealed class MutationTests
{
    const int Seed = 20260402;

    static int Files => Environment.GetEnvironmentVariable("ADMETRY_LONG") is "1" ? 10_000 : 2_000;

    [Fact]
    public void Every_row_of_a_damaged_file_has_exactly_one_fate_in_bounded_memory()
    {
        var corpus = MutationCorpus.Of(Seed);
        var (refused, rejected, most) = (0, 0, 0L);
        for (var i = 0; i < Files; i++)
        {
            var random = new Random(Seed + i);
            var bytes = new Mutation(random, corpus).Of(corpus[i % corpus.Count]);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                var reading = ExportReader.Read(Given.File(bytes), ReadingHints.None, TestContext.Current.CancellationToken);
                refused += reading is Refused ? 1 : 0;
                if (reading is Refused { Reason: var reason, Remedy: var remedy })
                    Assert.True(reason is not "" && remedy is not "");
                else
                    rejected += CheckRows(Assert.IsType<Understood>(reading), bytes) ? 1 : 0;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                throw new InvalidOperationException($"file {i} of seed {Seed}", e);
            }
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Assert.True(allocated < Allowed(bytes), $"file {i} of seed {Seed}, {bytes.Length} bytes: {allocated:N0} bytes were allocated");
            most = Math.Max(most, allocated);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Files} damaged files of {corpus.Count} originals from seed {Seed}: {refused} refused, {rejected} taken back; at most {most >> 20} MiB allocated for one file.");
        Assert.InRange(refused, 1, Files - Files / 4);
    }

    /// <summary>What reading a file may allocate in all, freed at once or not: a constant, and a multiple of its size.</summary>
    static long Allowed(byte[] bytes) => (48L << 20) + 200L * bytes.Length;

    /// <summary>Counts the rows below the header by another reading of the same bytes.</summary>
    /// <returns>Whether the file was taken back.</returns>
    static bool CheckRows(Understood reading, byte[] bytes)
    {
        var items = reading.Items.ToList();
        var isRejected = items.LastOrDefault() is RejectedItem;
        var rows = items.Where(item => item is not (ControlTotalItem or RejectedItem)).ToList();

        Assert.All(rows.OfType<QuarantinedItem>(), bad => Assert.True(bad.Reason is not "" && bad.RuleId is not "" && bad.Text.Length <= 8192));
        Assert.All(items.OfType<RejectedItem>(), bad => Assert.True(bad is { Line: > 0, Reason: not "", Remedy: not "" }));
        Assert.DoesNotContain(items.SkipLast(1), item => item is RejectedItem);
        Assert.Equal(rows.Select(row => row.Line).Order(), rows.Select(row => row.Line));
        Assert.Equal(rows.Count, rows.Select(row => row.Line).Distinct().Count());
        if (!isRejected && reading.Decisions.Any(decision => decision.What is "delimiter"))
            Assert.Equal(RecordsBelowHeader(reading, bytes), rows.Count);
        else if (!isRejected && Elements(bytes) is { } elements)
            Assert.Equal(elements, rows.Count);
        return isRejected;
    }

    static int RecordsBelowHeader(Understood reading, byte[] bytes)
    {
        var encoding = TextEncoding.Detect(bytes, () => new MemoryStream(bytes));
        var delimiter = reading.Decisions.Single(decision => decision.What is "delimiter").Value;
        var header = int.Parse(reading.Decisions.Single(decision => decision.What is "header").Value.Split(' ')[1]);
        using var table = new CsvTable(encoding.Reader(new MemoryStream(bytes)), delimiter is "tab" ? '\t' : delimiter[0]);
        var records = -header;
        while (table.Read())
            records++;
        return records;
    }

    /// <summary>How many elements a JSON array of UTF-8 has; null for what is none, or damaged.</summary>
    static int? Elements(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind is JsonValueKind.Array ? document.RootElement.GetArrayLength() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
