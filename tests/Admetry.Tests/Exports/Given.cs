using System.Text;
using Admetry.Connectors.Exports;
using Xunit;

namespace Admetry.Tests.Exports;

/// <summary>Files in memory, and short ways to read them.</summary>
static class Given
{
    public static ReceivedFile File(string text, Encoding? encoding = null, string name = "file.csv") =>
        File([.. (encoding ?? new UTF8Encoding(false)).GetPreamble(), .. (encoding ?? new UTF8Encoding(false)).GetBytes(text)], name);

    public static ReceivedFile File(byte[] bytes, string name = "file.csv") => new(name, () => new MemoryStream(bytes));

    public static Understood Understood(string text, ReadingHints? hints = null) => Understood(File(text), hints);

    public static Understood Understood(ReceivedFile file, ReadingHints? hints = null)
    {
        var reading = ExportReader.Read(file, hints ?? ReadingHints.None, TestContext.Current.CancellationToken);
        return reading switch
        {
            Understood understood => understood,
            Refused refused => throw new InvalidOperationException($"refused: {refused.Reason} Remedy: {refused.Remedy}"),
            _ => throw new InvalidOperationException("a third kind of reading"),
        };
    }

    public static Refused Refused(string text, ReadingHints? hints = null) => Refused(File(text), hints);

    public static Refused Refused(ReceivedFile file, ReadingHints? hints = null) => Assert.IsType<Refused>(
        ExportReader.Read(file, hints ?? ReadingHints.None, TestContext.Current.CancellationToken));

    public static List<DeliveryRow> Delivery(string text, ReadingHints? hints = null) =>
        [.. Understood(text, hints).Items.Select(item => item is QuarantinedItem bad
            ? throw new InvalidOperationException($"line {bad.Line}: {bad.Reason}") : item).OfType<DeliveryItem>().SelectMany(item => item.Rows)];
}
