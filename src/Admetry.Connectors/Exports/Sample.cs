using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>The first records of a table, in which its header is looked for.</summary>
/// <param name="Lines">The records as written.</param>
/// <param name="FollowsBlank">Whether an empty line stands above the record.</param>
sealed record Sample(IReadOnlyList<string[]> Records, IReadOnlyList<string> Lines, IReadOnlyList<bool> FollowsBlank)
{
    const int MostRecords = 400;
    const int LongestLine = 1000;

    /// <param name="isCut">The text ends where the sample does, so that its last record may be half of one.</param>
    /// <param name="mayBreak">Damage is no news even in the first record; without it, only behind the first.</param>
    /// <exception cref="BrokenTableException">The first record cannot be read.</exception>
    public static Sample Of(TableReader table, bool isCut, bool mayBreak)
    {
        var sample = (Records: new List<string[]>(), Lines: new List<string>(), Blanks: new List<bool>());
        var isBlank = false;
        try
        {
            while (sample.Records.Count < MostRecords && table.Read())
            {
                if (table.EndsWithoutLineBreak && isCut && sample.Records.Count > 0)
                    break;
                var record = CellsOf(table);
                sample.Records.Add(record);
                sample.Lines.Add(table.RawText(LongestLine));
                sample.Blanks.Add(table.FollowsBlank || isBlank);
                isBlank = record.All(string.IsNullOrWhiteSpace);
            }
        }
        catch (BrokenTableException) when (sample.Records.Count > 0 || mayBreak)
        {
            // The sample may end within a quoted cell; the records before it suffice, and the real reading tells of real damage.
        }
        return new(sample.Records, sample.Lines, sample.Blanks);
    }

    /// <summary>The cells of the current record.</summary>
    public static string[] CellsOf(TableReader table)
    {
        var record = new string[table.Count];
        for (var i = 0; i < record.Length; i++)
            record[i] = table.Cell(i).ToString();
        return record;
    }
}
