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
    static readonly string[] Good =
    [
        "campaign_id,client_id,date,clicks,impressions,cost_usd,device_type,geo\n" + Lines(40, i => $"G{i % 3},C101,2024-01-{1 + i % 28:00},{i},{i * 10},{i}.50,mobile,US"),
        "Campaign report\n\"January 1, 2024 - January 31, 2024\"\nCampaign,Currency code,Clicks,Impr.,Cost\n"
            + Lines(30, i => $"\"Brand, {i}\",EUR,{i},\"1,{i:000}\",{i}.25") + "Total: Campaigns,EUR,435,\"30,435\",442.50\n",
        "Reporting starts,Reporting ends,Campaign name,Amount spent (EUR),Impressions,Results\n,,,30.00,300,\n"
            + Lines(30, i => $"2024-03-01,2024-03-31,\"Name {i}\nsecond line\",1.00,10,{i}"),
        "[" + string.Join(",\n", Enumerable.Range(0, 30).Select(i => $$"""{"fb_campaign_id":"F{{i}}","client":"C1","date":"2024-01-05","clicks":{{i}},"reach":9,"spend":3.25,"platform":"Facebook","geo":"US"}""")) + "]",
        Samples.TikTok + "\n", Samples.Shopify + "\n", Samples.Microsoft + "\n", Samples.Amazon + "\n", Samples.Klaviyo + "\n", Samples.LinkedIn, Samples.Analytics4 + "\n", Samples.Universal + "\n",
        "client_id,date,channel,attributed_revenue\n" + Lines(30, i => $"C{i},2024-01-05,email,{i}.5"),
    ];

    const int Seed = 20260402;

    static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    static int Files => Environment.GetEnvironmentVariable("ADMETRY_LONG") is "1" ? 10_000 : 2_000;

    [Fact]
    public void Every_row_of_a_damaged_file_has_exactly_one_fate_and_memory_stays_bounded()
    {
        var corpus = Corpus();
        var (refused, rejected, most, before) = (0, 0, 0L, GC.GetTotalMemory(forceFullCollection: true));
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

        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Files} damaged files of {corpus.Count} originals from seed {Seed}: {refused} refused, {rejected} taken back; at most {most >> 20} MiB allocated for one file, {kept >> 20} MiB kept after all.");
        Assert.InRange(refused, 1, Files - Files / 4);
        Assert.True(kept < 64 << 20, $"{kept:N0} bytes were kept");
    }

    /// <summary>What reading a file may allocate in all, freed at once or not: a constant, and a multiple of its size.</summary>
    static long Allowed(byte[] bytes) => (48L << 20) + 200L * bytes.Length;

    /// <summary>Files by hand, and files of every family as text, workbook and JSON.</summary>
    static List<byte[]> Corpus()
    {
        var random = new Random(Seed);
        FileKind[] kinds = [FileKind.Text, FileKind.Text, FileKind.Text, FileKind.Workbook, FileKind.Json];
        return
        [
            .. Good.SelectMany(text => Encodings.Select(encoding => encoding.GetBytes(text))),
            .. FamilyCatalogue.All.Where(family => family.Target is not Target.Clients).SelectMany(family => kinds.Select(kind => Unpacked(family, random, kind))),
        ];
    }

    static byte[] Unpacked(Family family, Random random, FileKind kind)
    {
        using var bytes = new MemoryStream();
        using var file = Renderer.Render(family, random, kind).Received.Open();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

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

    static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));
}
