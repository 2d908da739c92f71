using System.Security.Cryptography;
using System.Text;

namespace Admetry.App.Reports;

/// <summary>The script and the style that a report carries within itself.</summary>
static class ReportAssets
{
    /// <summary>The pages' chart module, and what a file does without a server.</summary>
    public static string Script { get; } = Read("report.js");

    /// <summary>The pages' style, and that of paper.</summary>
    public static string Style { get; } = Read("report.css");

    /// <summary>The word by which a browser believes an element's text and no other, such as sha256-….</summary>
    public static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    /// <summary>Foreign text as a string of a style sheet; it can end neither the string nor the element around it.</summary>
    public static string Quoted(string text) => $"\"{string.Concat(text.EnumerateRunes().Select(rune =>
        Rune.IsLetterOrDigit(rune) || rune.Value is ' ' ? rune.ToString() : FormattableString.Invariant($"\\{rune.Value:x} ")))}\"";

    static string Read(string name)
    {
        using var stream = typeof(ReportAssets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not part of the program: build it again.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
