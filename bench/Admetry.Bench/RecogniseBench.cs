using Admetry.Connectors.Exports;

namespace Admetry.Bench;

/// <summary>Deciding what a file is, column by column, up to the first row: one small file of each of many families, in turn.</summary>
static class RecogniseBench
{
    public static async IAsyncEnumerable<Outcome> RunAsync()
    {
        var files = FamilyFiles.All;
        foreach (var (family, platform, bytes) in files)
            if (Read(bytes) is not Understood understood || understood.Platform != platform)
                throw new InvalidOperationException($"The file of {family} was not recognised: {(Read(bytes) as Refused)?.Reason}");

        var at = 0;
        yield return await new Contest("recognition of a file", new(() =>
        {
            Read(files[at++ % files.Count].Bytes);
            return Task.CompletedTask;
        }), null, Good.AtMost, 0.05, 0.05).RunAsync();
    }

    static Reading Read(byte[] bytes) => ExportReader.Read(new("report.csv", () => new MemoryStream(bytes)), ReadingHints.None, CancellationToken.None);
}
