using System.Text;
using Admetry.Connectors.Exports.Families;
using Admetry.Tests.Exports.Rendering;

namespace Admetry.Tests.Exports;

/// <summary>Whole files that <see cref="Mutation"/> damages.</summary>
static class MutationCorpus
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

    /// <summary>Files by hand, and files of every family as text, workbook and JSON.</summary>
    public static IReadOnlyList<byte[]> Of(int seed)
    {
        var random = new Random(seed);
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

    static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));
}
