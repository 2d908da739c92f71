namespace Admetry.Storage.Warehouse;

/// <summary>Says whether a number was added twice, up to some millions of numbers; then it gives its memory back and does not know.</summary>
/// <remarks>The numbers are hashes already, so their own bits place them. A set of the base library takes three times the memory.</remarks>
sealed class IdentitySet
{
    const int FirstSlots = 1 << 12;
    const int MostSlots = 1 << 22; // 32 MB

    long[]? slots = new long[FirstSlots];
    int count;
    bool hasZero, hasRepeats;

    /// <summary>Null: unknown.</summary>
    public bool? HasRepeats => hasRepeats ? true : slots is null ? null : false;

    public void Add(long number)
    {
        if (slots is null || hasRepeats)
            return;

        if (number == 0)
        {
            hasRepeats = hasZero;
            hasZero = true;
            return;
        }

        if (!TryPlace(slots, number))
        {
            hasRepeats = true;
            slots = null;
            return;
        }

        // Half full at most: a place is found at once.
        if (++count > slots.Length / 2)
            Grow();
    }

    void Grow()
    {
        var old = slots!;
        slots = old.Length < MostSlots ? new long[old.Length * 2] : null;
        if (slots is null)
            return;

        foreach (var number in old)
            if (number != 0)
                TryPlace(slots, number);
    }

    static bool TryPlace(long[] slots, long number)
    {
        for (var place = (int)number & (slots.Length - 1); ; place = (place + 1) & (slots.Length - 1))
        {
            var found = slots[place];
            if (found == number)
                return false;
            if (found != 0)
                continue;

            slots[place] = number;
            return true;
        }
    }
}
