using System.Text;

namespace Admetry.Synthetic.Acme;

/// <summary>One export while it is written, line by line.</summary>
sealed class DirtyTable(string name, string currency)
{
    readonly StringBuilder text = new();
    readonly List<DirtyRow> planted = [];
    int line = 1, rows;
    decimal spend;
    long impressions;

    /// <summary>A line that is no row of data.</summary>
    public void Line(string content, (DirtyKind Kind, DirtyFate Fate)? dirt = null, string end = "\n")
    {
        if (dirt is var (kind, fate))
            planted.Add(new(name, line, kind, fate));
        text.Append(content).Append(end);
        line++;
    }

    /// <summary>A row that must stand with these numbers.</summary>
    public void Row(string content, decimal itsSpend, long itsImpressions, (DirtyKind Kind, DirtyFate Fate)? dirt = null, string end = "\n")
    {
        Line(content, dirt, end);
        (rows, spend, impressions) = (rows + 1, spend + itsSpend, impressions + itsImpressions);
    }

    public decimal Spend => spend;

    public long Impressions => impressions;

    public int Rows => rows;

    public DirtyFile Close(Encoding encoding) => new(name, encoding.GetBytes(text.ToString()), planted, currency, rows, spend, impressions);
}
