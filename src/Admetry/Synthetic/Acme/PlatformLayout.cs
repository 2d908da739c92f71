using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Admetry.Synthetic.Acme;

/// <summary>How a platform writes its days down: its columns, its units, its words and its signs.</summary>
/// <param name="Digits">Behind the point of money; spend and values are rounded so that those of the file sum to the rounded sum.</param>
/// <param name="Columns">With what stands in them.</param>
sealed record PlatformLayout(Platform Platform, string FileName, int Digits, IReadOnlyList<(string Name, Func<PlatformRow, object> Cell)> Columns)
{
    /// <summary>Between cells; null: an array of JSON objects.</summary>
    public char? Separator { get; init; } = ',';

    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>Of days; null: as <c>2024-12-31</c>.</summary>
    public string DayFormat { get; init; } = "yyyy-MM-dd";

    /// <summary>Lines above the header.</summary>
    public Func<IReadOnlyList<PlatformRow>, IEnumerable<string>> Above { get; init; } = _ => [];

    /// <summary>Lines below the rows.</summary>
    public Func<IReadOnlyList<PlatformRow>, IEnumerable<string>> Below { get; init; } = _ => [];

    /// <summary>The file begins with a byte order mark.</summary>
    public bool IsMarked { get; init; }

    /// <summary>It tells how many conversions there were, and what they were worth.</summary>
    public bool TellsConversions { get; init; } = true;

    /// <param name="days">Of the platform's campaigns.</param>
    public PlatformFile Write(AcmeEntities entities, IReadOnlyList<PlatformDay> days)
    {
        var rows = Rows(entities, days);
        var text = Separator is { } separator ? Table(rows, separator) : Objects(rows);
        var encoding = new UTF8Encoding(IsMarked);
        return new(
            FileName, Platform, [.. encoding.GetPreamble(), .. encoding.GetBytes(text)], rows.Count, rows.Sum(row => row.Spend), rows.Sum(row => row.Impressions),
            rows.Sum(row => row.Clicks), TellsConversions ? rows.Sum(row => row.Conversions) : null, TellsConversions ? rows.Sum(row => row.Value) : null,
            [.. rows.Select(row => row.Campaign.Number).Distinct()]);
    }

    // What rounding leaves over goes to the next row: no row is off by more than a unit, and the file by no more than half of one.
    List<PlatformRow> Rows(AcmeEntities entities, IReadOnlyList<PlatformDay> days)
    {
        var (rows, media, value, spent, valued) = (new List<PlatformRow>(), 0L, 0L, 0m, 0m);
        foreach (var day in days)
        {
            var (spend, worth) = (Rounded(media += day.Media) - spent, Rounded(value += day.Value) - valued);
            (spent, valued) = (spent + spend, valued + worth);
            rows.Add(new(entities.Campaigns[day.Campaign - 1], day.Day, spend, day.Impressions, day.Clicks, day.Conversions, worth));
        }

        return rows;
    }

    decimal Rounded(long micros) => decimal.Round(micros * 0.000001m, Digits, MidpointRounding.ToEven);

    string Table(IReadOnlyList<PlatformRow> rows, char separator)
    {
        var text = new StringBuilder();
        foreach (var line in Above(rows))
            text.Append(line).Append('\n');
        text.AppendJoin(separator, Columns.Select(column => Quoted(column.Name, separator))).Append('\n');
        foreach (var row in rows)
            text.AppendJoin(separator, Columns.Select(column => Quoted(Text(column.Cell(row)), separator))).Append('\n');
        foreach (var line in Below(rows))
            text.Append(line).Append('\n');
        return text.ToString();
    }

    string Objects(IReadOnlyList<PlatformRow> rows)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                json.WriteStartObject();
                foreach (var (name, cell) in Columns)
                    if (cell(row) is long or int or decimal)
                        json.WriteNumber(name, Convert.ToDecimal(cell(row), CultureInfo.InvariantCulture));
                    else
                        json.WriteString(name, Text(cell(row)));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan).Replace("},{", "},\n{", StringComparison.Ordinal);
    }

    string Text(object cell) => cell switch
    {
        DateOnly day => day.ToString(DayFormat, CultureInfo.InvariantCulture),
        decimal amount => amount.ToString(Separator == ';' ? $"N{Digits}" : $"F{Digits}", Culture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString()!,
    };

    static string Quoted(string cell, char separator) =>
        cell.AsSpan().ContainsAny([separator, '"', '\n']) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
