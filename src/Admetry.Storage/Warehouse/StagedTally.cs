using System.Globalization;

namespace Admetry.Storage.Warehouse;

/// <summary>What is known of one staged table without asking the engine: its fingerprint, and whether rows repeat.</summary>
/// <remarks>Kept while rows stream by, which costs a fraction of the passes over the table that would find the same.</remarks>
sealed class StagedTally
{
    readonly IdentitySet identities = new();
    Int128 sum;
    long count;
    bool isWhole = true;

    /// <summary>Input rows; a row may stand in several rows of the table.</summary>
    public long Heads { get; private set; }

    /// <summary>Whether two input rows have one identity; null where there were too many to remember.</summary>
    public bool? HasRepeats => identities.HasRepeats;

    /// <inheritdoc cref="IdentitySet.Days"/>
    public IEnumerable<(int Entity, int Block, ulong Days)>? Days => identities.Days;

    /// <summary>Count and sum of the content hashes of all rows, in whatever order they came; null once rows may have been dropped.</summary>
    public string? Fingerprint => isWhole ? string.Create(CultureInfo.InvariantCulture, $"{count}:{sum}") : null;

    public void Head(long identity)
    {
        Heads++;
        identities.Add(identity);
    }

    /// <summary>An input row that is nothing but one entity's and split's day.</summary>
    public void Head(int number, long entity, long split, int day)
    {
        Heads++;
        identities.AddDay(number, entity, split, day);
    }

    public void Row(long content)
    {
        count++;
        sum += content;
    }

    /// <summary>Repeated rows are about to be deleted from the table.</summary>
    public void Drop() => isWhole = false;
}
