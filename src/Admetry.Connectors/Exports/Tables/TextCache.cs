namespace Admetry.Connectors.Exports.Tables;

/// <summary>Gives equal text the same string, so that a campaign's name is allocated once and not once a row. Bounded; forgets when crowded.</summary>
public sealed class TextCache
{
    const int Slots = 1 << 14;
    const int LongestKept = 256;

    readonly string?[] kept = new string?[Slots];

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return "";
        if (text.Length > LongestKept)
            return text.ToString();

        ref var slot = ref kept[string.GetHashCode(text) & (Slots - 1)];
        return slot is { } known && text.SequenceEqual(known) ? known : slot = text.ToString();
    }
}
