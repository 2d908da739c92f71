namespace Admetry.Synthetic.Acme;

/// <summary>What people, spreadsheets and scripts do to exports before anyone loads them.</summary>
public enum DirtyKind
{
    /// <summary>A byte order mark in the middle, where one file was copied behind another.</summary>
    MarkInTheMiddle,

    /// <summary>A row that ends in a carriage return alone.</summary>
    CarriageReturn,

    /// <summary>An amount with the sign of its currency and grouped in its way: <c>Rp 150.000</c>.</summary>
    SignedAmount,

    /// <summary>A bound instead of a number: <c>&lt; 10</c>.</summary>
    Bound,

    /// <summary>A row of totals among the rows, or below them.</summary>
    Total,

    /// <summary>A campaign's day a second time.</summary>
    DuplicateDay,

    /// <summary>A day written in another way than the others.</summary>
    OtherDateFormat,

    /// <summary>A row of a file in UTF-16 that does not say so.</summary>
    Utf16,

    /// <summary>A word for none where a number belongs: <c>NULL</c>.</summary>
    NullWord,

    /// <summary>Money that came back.</summary>
    NegativeSpend,
}

/// <summary>What must become of a dirty row; nothing else will do.</summary>
public enum DirtyFate
{
    /// <summary>It is read as if it were clean.</summary>
    Read,

    /// <summary>It is read, and whoever loads it is told its line.</summary>
    Named,

    /// <summary>It is no data, and is left out with a reason.</summary>
    LeftOut,

    /// <summary>It counts once with the row it repeats, and whoever loads it is told its line.</summary>
    Once,
}

/// <summary>One dirty row.</summary>
/// <param name="Line">Of its file, from 1; CR, LF and CRLF each end a line.</param>
public sealed record DirtyRow(string File, int Line, DirtyKind Kind, DirtyFate Fate);

/// <summary>An export with its dirt.</summary>
/// <param name="Rows">Rows of data that must stand in a warehouse.</param>
/// <param name="Spend">What they add up to, in <paramref name="Currency"/>.</param>
/// <param name="Impressions">What they add up to; cells without a number are none.</param>
public sealed record DirtyFile(
    string Name, byte[] Content, IReadOnlyList<DirtyRow> Planted, string Currency, int Rows, decimal Spend, long Impressions);
