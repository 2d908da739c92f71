using System.Globalization;
using System.Text;

namespace Admetry.App.Reports;

/// <summary>A report as rows of text: invariant, empty where there is nothing to say.</summary>
public sealed record ReportTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    const int Digits = 6;

    /// <summary>A derived number, to six decimals, without needless zeros; empty for null.</summary>
    public static string Number(decimal? value) =>
        value is { } number
            ? Math.Round(number, Digits, MidpointRounding.AwayFromZero).ToString("0.######", CultureInfo.InvariantCulture) : "";

    /// <summary>The whole report as CSV, UTF-8.</summary>
    public string ToCsv() => CsvText.Line(Header) + string.Concat(Rows.Select(CsvText.Line));

    /// <summary>Writes the CSV beside the file and puts it in its place in one step.</summary>
    public Task WriteAsync(string path, CancellationToken cancel) => WholeFile.WriteAsync(path, Encoding.UTF8.GetBytes(ToCsv()), cancel);
}
