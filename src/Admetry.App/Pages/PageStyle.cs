using System.Text;
using Admetry.App.Reports;

namespace Admetry.App.Pages;

/// <summary>The style that each page carries in its head.</summary>
/// <remarks>Asked for apart, it would be one more round trip before the first word is painted: half a second on a slow phone. Packed, it is five kilobytes.</remarks>
static class PageStyle
{
    public static string Text { get; } = Read();

    /// <summary>The word by which a browser believes it, for the policy of a page.</summary>
    public static string Hash { get; } = ReportAssets.Hash(Text);

    static string Read()
    {
        using var stream = typeof(PageStyle).Assembly.GetManifestResourceStream("admetry.css")
            ?? throw new InvalidOperationException("admetry.css is not part of the program: build it again.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
