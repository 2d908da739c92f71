using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports.Persons;

/// <summary>Copies delimited text and hides the cells of columns that say who a person is. Records keep their lines.</summary>
/// <param name="headers">Of the tables in the file; below each, its own columns are hidden.</param>
sealed class TablePersons(CsvTable from, char delimiter, TextWriter to, PersonKey key, IReadOnlyList<(IReadOnlyList<string> Names, HashSet<int> Columns)> headers)
{
    int line = 1;

    /// <exception cref="BrokenTableException">The text cannot be read any further.</exception>
    public void Copy()
    {
        HashSet<int> hidden = [];
        var isFirst = true;
        while (from.Read())
        {
            var start = headers.FirstOrDefault(header => IsHeader(header.Names));
            if (start.Names is not null)
                hidden = start.Columns;
            if (!isFirst)
                Break();
            while (line < from.Line)
                Break();
            for (var i = 0; i < from.Count; i++)
                Write(i, start.Names is null && hidden.Contains(i));
            isFirst = false;
        }

        if (!from.EndsWithoutLineBreak && !isFirst)
            to.Write('\n');
    }

    void Break()
    {
        to.Write('\n');
        line++;
    }

    void Write(int column, bool isHidden)
    {
        if (column > 0)
            to.Write(delimiter);
        var cell = from.Cell(column);
        var text = isHidden ? key.Hide(cell.ToString()) : cell;
        line += text.Count('\n');
        if (text.IndexOfAny(['"', '\n', '\r', delimiter]) < 0)
            to.Write(text);
        else
            to.Write($"\"{text.ToString().Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    bool IsHeader(IReadOnlyList<string> names)
    {
        if (from.Count < names.Count)
            return false;
        for (var i = 0; i < names.Count; i++)
            if (!from.Cell(i).SequenceEqual(names[i]))
                return false;
        return true;
    }
}
