using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>Gives equal keys of one column the same string, so that a name is made once and not once a row. Bounded; forgets when crowded.</summary>
sealed class KeyTexts
{
    const int Slots = 1 << 12;

    readonly Dictionary<int, string> numbers = [];
    string?[] kept = [];
    int made;

    public string Of(int number) => Known(number) ?? Keep(number, number.ToString(CultureInfo.InvariantCulture));

    public string Of(TimePart part, DateOnly first) => Known(first.DayNumber) ?? Keep(first.DayNumber, TimeKeys.Format(part, first));

    /// <param name="text">UTF-8.</param>
    public string Of(ReadOnlySpan<byte> text)
    {
        // A short answer is not worth a table of its own.
        if (kept is [] && made++ < 512)
            return Encoding.UTF8.GetString(text);
        if (kept is [])
            kept = new string?[Slots];

        ref var slot = ref kept[Slot(text)];
        return slot is { } known && Ascii.Equals(text, known) ? known : slot = Encoding.UTF8.GetString(text);
    }

    string? Known(int number) => numbers.GetValueOrDefault(number);

    string Keep(int number, string text) => numbers[number] = text;

    static int Slot(ReadOnlySpan<byte> text)
    {
        var mixed = (ulong)text.Length;
        for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..])
            mixed = (mixed ^ MemoryMarshal.Read<ulong>(text)) * 0x9E3779B97F4A7C15;
        foreach (var one in text)
            mixed = (mixed ^ one) * 0x9E3779B97F4A7C15;
        return (int)(mixed >> 52);
    }
}
