using System.Text;
using Admetry.Connectors.Exports;
using Admetry.Connectors.Exports.Tables;
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

    static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    static readonly string[] Splinters = ["\"", "\n", ",", "\r", "\0", "é", "{", "}", "[", "]", "-", "1e999", "\"\"", ";", "\t", "\uFEFF", "99999999999999999999", "\\u0000", "\\uD800"];

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void Every_row_of_a_damaged_file_has_exactly_one_fate(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 100; i++)
        {
            var bytes = Mutate(random, Encodings[random.Next(Encodings.Length)].GetBytes(Good[random.Next(Good.Length)]));
            var file = Given.File(bytes);
            var reading = ExportReader.Read(file, ReadingHints.None, TestContext.Current.CancellationToken);
            if (reading is Refused refused)
                Assert.True(refused.Reason is not "" && refused.Remedy is not "");
            else
                CheckRows(Assert.IsType<Understood>(reading), bytes, $"seed {seed}, file {i}");
        }
    }

    /// <summary>Counts the rows below the header by another reading of the same bytes.</summary>
    static void CheckRows(Understood reading, byte[] bytes, string name)
    {
        var items = reading.Items.ToList();
        var isRejected = items.LastOrDefault() is RejectedItem;
        var rows = items.Where(item => item is not (ControlTotalItem or RejectedItem)).ToList();

        Assert.All(rows.OfType<QuarantinedItem>(), bad => Assert.True(bad.Reason is not "" && bad.RuleId is not "" && bad.Text.Length <= 8192));
        Assert.DoesNotContain(items.SkipLast(1), item => item is RejectedItem);
        Assert.Equal(rows.Select(row => row.Line).Order(), rows.Select(row => row.Line));
        Assert.Equal(rows.Count, rows.Select(row => row.Line).Distinct().Count());
        if (!isRejected && !bytes.AsSpan(0, 2).Contains((byte)'['))
            Assert.Equal(RecordsBelowHeader(reading, bytes), rows.Count);
        Assert.False(name is "");
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

    static byte[] Mutate(Random random, byte[] bytes)
    {
        var mutated = bytes.ToList();
        for (var times = random.Next(1, 6); times > 0 && mutated.Count > 10; times--)
        {
            var at = random.Next(mutated.Count);
            switch (random.Next(6))
            {
                case 0: mutated[at] = (byte)random.Next(256); break;
                case 1: mutated.RemoveRange(at, Math.Min(random.Next(1, 40), mutated.Count - at)); break;
                case 2: mutated.InsertRange(at, Encoding.UTF8.GetBytes(Splinters[random.Next(Splinters.Length)])); break;
                case 3: mutated.RemoveRange(at, mutated.Count - at); break;
                case 4: mutated.InsertRange(at, mutated.GetRange(at, Math.Min(random.Next(1, 80), mutated.Count - at))); break;
                default: (mutated[at], mutated[^1]) = (mutated[^1], mutated[at]); break;
            }
        }
        return [.. mutated];
    }

    static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));
}
