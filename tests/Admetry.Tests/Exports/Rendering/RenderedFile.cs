using System.IO.Compression;
using Admetry.Connectors.Exports;
using Admetry.Connectors.Exports.Families;

namespace Admetry.Tests.Exports.Rendering;

/// <summary>A file in the layout of a family, with the table that it says.</summary>
/// <param name="What">In which way it is written, for messages.</param>
/// <param name="Currency">What the import must find; <c>""</c> where the file does not say; null where that is not asked.</param>
/// <param name="Doubt">Why it may be refused; null where it must be read.</param>
sealed record RenderedFile(
    Family Family, KnownTable Table, IReadOnlyList<PlannedColumn> Columns, byte[] Bytes, string What, string? Currency, string? Doubt, bool IsPacked)
{
    /// <summary>A packed file comes as a stream that cannot be wound back, as the landing gives it.</summary>
    public ReceivedFile Received => IsPacked
        ? new("report.csv", () => new GZipStream(new MemoryStream(Bytes), CompressionMode.Decompress))
        : new("report.csv", () => new MemoryStream(Bytes));
}
