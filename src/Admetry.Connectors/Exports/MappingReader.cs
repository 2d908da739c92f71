using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Makes a family and bound columns of a mapping, so that mapped files go the way of all others.</summary>
static class MappingReader
{
    public static Family FamilyOf(FileMapping mapping) => new()
    {
        Name = $"mapping:{mapping.Name}",
        Title = mapping.Name,
        Grade = Grade.Seen,
        Source = "the mapping",
        Platform = mapping.Target is "revenue" or "clients" ? null : Platform.Find(mapping.Platform ?? "other"),
        Target = (Target)Array.IndexOf(MappingCheck.Targets, mapping.Target),
        TotalLabels = ["total:"],
        TotalWords = ["total", "grand total"],
    };

    /// <summary>What the mapping says of the account and the currency stands before what the caller says.</summary>
    public static ReadingHints Merge(ReadingHints hints, FileMapping mapping) => hints with
    {
        AccountId = mapping.Account ?? hints.AccountId,
        AccountName = mapping.AccountName ?? hints.AccountName,
        ClientCode = mapping.Client ?? hints.ClientCode,
        Currency = mapping.Currency ?? hints.Currency,
    };

    /// <exception cref="BrokenTableException">The mapping is wrong, or names a column that the file does not have.</exception>
    public static List<Column> Bind(FileMapping mapping, Sheet sheet, List<Decision> decisions)
    {
        var columns = mapping.Columns.Select(pair => Bind(mapping, sheet, pair.Key, pair.Value)).ToList();
        var missing = columns.Where(column => column.Index < 0 && column.Fixed is null).Select(column => column.Header).ToList();
        if (missing.Count > 0)
            throw new BrokenTableException(Math.Max(1, sheet.RecordsBefore),
                $"the mapping {mapping.Name} names {string.Join(", ", missing)}, which the file does not have",
                $"Correct the mapping; the file has {string.Join(", ", sheet.Headers.Take(60))}.");

        decisions.Add(new("family", $"mapping:{mapping.Name}", $"{columns.Count} columns of {sheet.Headers.Count} are mapped"));
        return columns;
    }

    /// <exception cref="BrokenTableException">The mapping is wrong.</exception>
    public static void Check(FileMapping mapping)
    {
        if (MappingCheck.Problems(mapping) is { Count: > 0 } problems)
            throw new BrokenTableException(1, $"the mapping {mapping.Name} is wrong: {string.Join(" ", problems)}",
                "Correct the mapping in admetry.yaml.");
    }

    static Column Bind(FileMapping mapping, Sheet sheet, string canonical, string source)
    {
        var field = MappingCheck.FieldOf(canonical);
        if (source is ['=', .. var value])
            return new(-1, canonical, field) { Fixed = value };

        var index = IndexOf(sheet.Headers, source.Trim());
        return new(index, source.Trim(), field)
        {
            Currency = index < 0 || mapping.Currency is not null ? null : HeaderName.Of(sheet.Headers[index]).Currency,
            Factor = mapping.Units.TryGetValue(canonical, out var unit) ? Units.Factor(unit) : 1,
        };
    }

    static int IndexOf(IReadOnlyList<string> headers, string source)
    {
        foreach (var comparison in (ReadOnlySpan<StringComparison>)[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            for (var i = 0; i < headers.Count; i++)
            {
                if (headers[i].Trim().Trim('\uFEFF').Equals(source, comparison))
                    return i;
            }
        }
        return -1;
    }
}
