using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>How the labels of a family's totals rows start: most cells of a file are dismissed by their first two letters.</summary>
sealed class TotalStarts
{
    const int Ascii = 128;

    readonly string[] labels;
    readonly bool[] pairs = new bool[Ascii * Ascii];

    public TotalStarts(Family family)
    {
        labels = [.. family.TotalLabels, .. family.TotalWords];
        for (var first = 0; first < Ascii; first++)
            for (var second = 0; second < Ascii; second++)
                pairs[first * Ascii + second] = labels.Any(label => Fits(label, (char)first, (char)second));
    }

    /// <summary>Whether some label starts as <paramref name="text"/> does, which is not empty. True may be wrong, false never is.</summary>
    public bool MayStart(ReadOnlySpan<char> text) => text.Length > 1 && text[0] < Ascii && text[1] < Ascii
        ? pairs[text[0] * Ascii + text[1]]
        : Starts(PlainText.Letter(text[0]));

    bool Starts(char letter)
    {
        foreach (var label in labels)
            if (label[0] == letter)
                return true;
        return false;
    }

    // Signs that are dropped from a text when it is compared leave open what follows.
    static bool Fits(string label, char first, char second) => label[0] == PlainText.Letter(first)
        && (label.Length is 1 || char.IsControl(second) || char.IsWhiteSpace(second) || second is '_' || label[1] == PlainText.Letter(second));
}
