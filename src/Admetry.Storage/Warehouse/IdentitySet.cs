namespace Admetry.Storage.Warehouse;

/// <summary>Says whether an identity was added twice, up to about a million; beyond, it gives its memory back and does not know.</summary>
/// <remarks>
/// Most rows are one entity's day: of those, 64 days share a place and take a bit each, so that a file of any order stays within the
/// processor's caches. Keys are hashes already, so their own bits place them.
/// </remarks>
sealed class IdentitySet
{
    const int FirstPlaces = 1 << 10;
    const int MostPlaces = 1 << 21; // 32 MB

    record struct Place(long Key, ulong Bits, int Entity, int Block);

    Place[]? places = new Place[FirstPlaces];
    int count, lastPlace, lastBlock;
    long lastEntity, lastSplit;
    bool hasRepeats, hasOthers;

    /// <summary>Null: unknown.</summary>
    public bool? HasRepeats => hasRepeats ? true : places is null ? null : false;

    public void Add(long identity)
    {
        if (places is not null)
            Mark(Find(identity), 1);
        lastBlock = 0;
        hasOthers = true;
    }

    /// <summary>The days of each entity, 64 from day <c>Block</c> × 64 as bits; null where they are not known or not all there is.</summary>
    public IEnumerable<(int Entity, int Block, ulong Days)>? Days => places is null || hasOthers ? null
        : places.Where(place => place.Bits != 0).Select(place => (place.Entity, place.Block, place.Bits));

    /// <summary>Adds what is said of one entity and split on one day. It never equals what <see cref="Add"/> adds.</summary>
    /// <param name="number">The entity's number, kept beside its days.</param>
    public void AddDay(int number, long entity, long split, int day)
    {
        if (places is null)
            return;

        var block = (day >> 6) + 1;
        if (block != lastBlock || entity != lastEntity || split != lastSplit)
        {
            StableHash key = new();
            key.Add(entity);
            key.Add(split);
            key.Add(block);
            lastPlace = Find(key.Value);
            if (places is null)
                return;

            (places[lastPlace].Entity, places[lastPlace].Block) = (number, day >> 6);
            (lastEntity, lastSplit, lastBlock) = (entity, split, block);
        }

        Mark(lastPlace, 1UL << (day & 63));
    }

    void Mark(int place, ulong bit)
    {
        if (places is null)
            return;

        if ((places[place].Bits & bit) == 0)
        {
            places[place].Bits |= bit;
            return;
        }

        hasRepeats = true;
        places = null;
    }

    /// <summary>The place of a key, made where it is new. A place without bits is free.</summary>
    int Find(long key)
    {
        if (places is null)
            return 0;

        var place = Locate(places, key);
        if (places[place].Bits != 0)
            return place;

        // Half full at most: a place is found at once.
        if (++count > places.Length / 2)
        {
            Grow();
            if (places is null)
                return 0;
            place = Locate(places, key);
        }

        places[place].Key = key;
        return place;
    }

    void Grow()
    {
        var old = places!;
        places = old.Length < MostPlaces ? new Place[old.Length * 2] : null;
        if (places is null)
            return;

        foreach (var place in old)
            if (place.Bits != 0)
                places[Locate(places, place.Key)] = place;
    }

    static int Locate(Place[] places, long key)
    {
        var mask = places.Length - 1;
        var place = (int)key & mask;
        while (places[place].Bits != 0 && places[place].Key != key)
            place = (place + 1) & mask;
        return place;
    }
}
