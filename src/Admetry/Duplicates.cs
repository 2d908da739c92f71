namespace Admetry;

/// <summary>What becomes of rows of one file that have the same key and differ. Equal rows are one thing said twice in any case.</summary>
public enum Duplicates : byte
{
    /// <summary>They are increments of one thing, and add up.</summary>
    Sum,

    /// <summary>They contradict each other, and none can be believed.</summary>
    Quarantine,

    /// <summary>The later one corrects the earlier.</summary>
    Last,
}
