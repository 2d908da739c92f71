using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace Admetry.Tests.Components;

/// <summary>Reads the style sheet's own colours: text at 4.5 to 1 and marks at 3 to 1 by WCAG 2.2, in both themes.</summary>
public sealed partial class TokenTests
{
    static readonly Dictionary<string, (string Light, string Dark)> Tokens = Token().Matches(File.ReadAllText(Sheet()))
        .ToDictionary(match => match.Groups[1].Value, match => (match.Groups[2].Value, match.Groups[3].Value));

    [Theory]
    [InlineData("ink"), InlineData("muted"), InlineData("accent"), InlineData("good"), InlineData("bad"), InlineData("amber")]
    public void Text_can_be_read_on_cards_and_on_the_page(string token)
    {
        foreach (var ground in new[] { "surface", "page" })
        {
            Assert.True(Contrast(Tokens[token].Light, Tokens[ground].Light) >= 4.5, $"{token} on {ground}, light");
            Assert.True(Contrast(Tokens[token].Dark, Tokens[ground].Dark) >= 4.5, $"{token} on {ground}, dark");
        }
    }

    [Theory]
    [InlineData("control"), InlineData("category-1"), InlineData("category-2"), InlineData("category-3"), InlineData("category-4"), InlineData("category-5"), InlineData("category-6")]
    public void Marks_and_the_edges_of_controls_can_be_seen(string token)
    {
        Assert.True(Contrast(Tokens[token].Light, Tokens["surface"].Light) >= 3, $"{token}, light");
        Assert.True(Contrast(Tokens[token].Dark, Tokens["surface"].Dark) >= 3, $"{token}, dark");
    }

    [Fact]
    public void The_word_on_a_filled_button_can_be_read()
    {
        Assert.True(Contrast(Tokens["on-accent"].Light, Tokens["accent"].Light) >= 4.5);
        Assert.True(Contrast(Tokens["on-accent"].Dark, Tokens["accent"].Dark) >= 4.5);
    }

    static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    static double Luminance(string colour)
    {
        var parts = new[] { 1, 3, 5 }.Select(at => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    static string Sheet([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Admetry.App/Assets/tokens.css"));

    [GeneratedRegex(@"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)")]
    private static partial Regex Token();
}
