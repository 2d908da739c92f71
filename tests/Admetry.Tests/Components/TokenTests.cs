using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Components;

/// <summary>The colours of the style sheet, read from it: legible on every ground, and told apart by those who see fewer colours.</summary>
public sealed partial class TokenTests
{
    static readonly Dictionary<string, (string Light, string Dark)> Tokens = TokenLine().Matches(File.ReadAllText(PathOf()))
        .ToDictionary(match => match.Groups[1].Value, match => (match.Groups[2].Value, match.Groups[3].Value));

    /// <summary>Machado, Oliveira and Fernandes 2009, severity 1, in linear RGB.</summary>
    static readonly Dictionary<string, double[]> Sight = new()
    {
        ["normal"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protan"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deutan"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritan"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    [Theory]
    [InlineData("ink", 4.5), InlineData("muted", 4.5), InlineData("accent", 4.5), InlineData("good", 4.5), InlineData("bad", 4.5), InlineData("amber", 3)]
    [InlineData("control", 3), InlineData("category-1", 3), InlineData("category-2", 3), InlineData("category-3", 3)]
    [InlineData("category-4", 3), InlineData("category-5", 3), InlineData("category-6", 3), Scored(Row.Tokens)]
    public void Text_and_marks_stand_out_from_every_ground_in_both_themes(string token, double least)
    {
        // Charts stand on cards alone; words and controls stand everywhere.
        foreach (var ground in token.StartsWith("category", StringComparison.Ordinal) ? ["surface"] : new[] { "surface", "page" })
        {
            Assert.InRange(Contrast(Tokens[token].Light, Tokens[ground].Light), least, 21);
            Assert.InRange(Contrast(Tokens[token].Dark, Tokens[ground].Dark), least, 21);
        }
    }

    [Fact, Scored(Row.Tokens)]
    public void Words_on_a_button_are_legible()
    {
        Assert.InRange(Contrast(Tokens["on-accent"].Light, Tokens["accent"].Light), 4.5, 21);
        Assert.InRange(Contrast(Tokens["on-accent"].Dark, Tokens["accent"].Dark), 4.5, 21);
    }

    [Theory, InlineData("normal"), InlineData("protan"), InlineData("deutan"), InlineData("tritan"), Scored(Row.Tokens)]
    public void Categories_are_ten_apart_however_one_sees(string sight)
    {
        foreach (var theme in new Func<(string Light, string Dark), string>[] { token => token.Light, token => token.Dark })
        {
            var seen = Enumerable.Range(1, 6).Select(i => Lab(theme(Tokens[$"category-{i}"]), Sight[sight])).ToList();
            foreach (var (one, i) in seen.Select((colour, i) => (colour, i)))
                Assert.All(seen.Skip(i + 1), other => Assert.True(Distance(one, other) >= 10, $"{sight}: category {i + 1} is {Distance(one, other):0.0} from another"));
        }
    }

    [Fact, Scored(Row.Tokens)]
    public void Good_and_bad_are_eight_apart_without_red_and_green()
    {
        // A sign and an arrow double the colour everywhere.
        foreach (var sight in new[] { Sight["protan"], Sight["deutan"] })
        {
            Assert.True(Distance(Lab(Tokens["good"].Light, sight), Lab(Tokens["bad"].Light, sight)) >= 8);
            Assert.True(Distance(Lab(Tokens["good"].Dark, sight), Lab(Tokens["bad"].Dark, sight)) >= 8);
        }
    }

    [Fact]
    public void The_measure_itself_gives_the_known_values()
    {
        Assert.Equal(21, Contrast("#000000", "#ffffff"), 6);
        Assert.Equal(4.54, Contrast("#767676", "#ffffff"), 2); // the lightest grey that text may have on white
        Assert.Equal(100, Distance(Lab("#000000", Sight["normal"]), Lab("#ffffff", Sight["normal"])), 3);
    }

    static double Contrast(string one, string other)
    {
        double[] light = [Luminance(one), Luminance(other)];
        return (light.Max() + 0.05) / (light.Min() + 0.05);
    }

    static double Luminance(string colour)
    {
        var (red, green, blue) = Linear(colour);
        return (0.2126 * red) + (0.7152 * green) + (0.0722 * blue);
    }

    /// <summary>OKLab (Ottosson 2020), a hundredfold.</summary>
    static (double L, double A, double B) Lab(string colour, double[] sight)
    {
        var (r, g, b) = Linear(colour);
        (r, g, b) = (Clamp((sight[0] * r) + (sight[1] * g) + (sight[2] * b)), Clamp((sight[3] * r) + (sight[4] * g) + (sight[5] * b)), Clamp((sight[6] * r) + (sight[7] * g) + (sight[8] * b)));
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        return (100 * ((0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s)),
            100 * ((1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s)),
            100 * ((0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s)));
    }

    static double Distance((double L, double A, double B) one, (double L, double A, double B) other) =>
        Math.Sqrt(Math.Pow(one.L - other.L, 2) + Math.Pow(one.A - other.A, 2) + Math.Pow(one.B - other.B, 2));

    static (double Red, double Green, double Blue) Linear(string colour) => (Channel(colour, 1), Channel(colour, 3), Channel(colour, 5));

    static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    static double Clamp(double value) => Math.Clamp(value, 0, 1);

    static string PathOf([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Admetry.App", "Assets", "tokens.css"));

    [GeneratedRegex(@"--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")]
    private static partial Regex TokenLine();
}
