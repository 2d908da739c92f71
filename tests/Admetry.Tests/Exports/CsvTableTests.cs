using System.Text;
using Admetry.Connectors.Exports.Tables;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Admetry.Tests.Exports;

public sealed class CsvTableTests
{
    static readonly char[] Delimiters = [',', ';', '\t', '|'];
    static readonly string[] LineEnds = ["\n", "\r\n", "\r"];
    static readonly string[] Pieces = ["a", "Été", " ", "\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", "😀", "12.5", "x y", "--", "\u2212", "'"];
    static readonly Encoding[] Encodings =
        [new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];

    [Fact]
    public void What_is_written_in_any_way_is_read_back()
    {
        var tables = from seed in Gen.Choose(0, int.MaxValue - 1) select Render(seed);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(tables.ToArbitrary(), table =>
        {
            var read = Read(table.Bytes, table.Delimiter);
            Assert.Equal(table.Rows.Select(Joined), read.Select(Joined));
            Assert.Equal(table.Rows.Select(Joined), Read(table.Bytes, table.Delimiter, most: 1 + table.Bytes.Length % 90).Select(Joined));
        }));
    }

    [Fact]
    public void Lines_are_counted_through_cells_that_hold_line_breaks()
    {
        using var table = Table("a,b\n\"x\r\ny\rz\",1\n\n\nlast,2");
        var lines = new List<int>();
        while (table.Read())
            lines.Add(table.Line);

        Assert.Equal([1, 2, 7], lines);
        Assert.True(table.EndsWithoutLineBreak);
    }

    [Theory]
    [InlineData("a,\"b\"c,d", "a|\"b\"c|d")]
    [InlineData("5\" screen,b", "5\" screen|b")]
    [InlineData("\"a\" ,b", "a|b")]
    [InlineData(",,", "||")]
    [InlineData("\"\",\"\"\"\"", "|\"")]
    [InlineData("a,b,", "a|b|")]
    [InlineData("\"a\nb\",c", "a\nb|c")]
    [InlineData("a,  \"b,c\", \"d\"", "a|b,c|d")]
    [InlineData("a, \"b\"c,d", "a| \"b\"c|d")]
    [InlineData(" a, b ,  ", " a| b |  ")]
    [InlineData("a, \"b,c", "a| \"b|c")]
    [InlineData("a, \"b \"\"c\"\" d\" ,e", "a|b \"c\" d|e")]
    [InlineData("a,b\n\u001a", "a|b")]
    [InlineData("a,b\u001a", "a|b\u001a")]
    public void Odd_quotes_lose_no_text(string text, string cells)
    {
        using var table = Table(text);

        Assert.True(table.Read());
        Assert.Equal(cells, Joined([.. Enumerable.Range(0, table.Count).Select(i => table.Cell(i).ToString())]));
        Assert.False(table.Read());
    }

    [Fact]
    public void A_quote_behind_blanks_that_does_not_close_on_its_line_takes_no_other_line_with_it()
    {
        using var table = Table("a, \"b,c\nd, \"e,f\n");

        Assert.True(table.Read());
        Assert.Equal((3, " \"b"), (table.Count, table.Cell(1).ToString()));
        Assert.True(table.Read());
        Assert.Equal((3, " \"e"), (table.Count, table.Cell(1).ToString()));
        Assert.False(table.Read());
    }

    [Fact]
    public void A_quote_that_is_never_closed_names_the_row_it_opens()
    {
        using var table = Table("a,b\n1,2\n3,\"four\n5,6\n");
        table.Read();
        table.Read();

        Assert.Contains("line 3", Assert.Throws<BrokenTableException>(() => table.Read()).Message);
    }

    [Fact]
    public void A_line_of_200_million_characters_is_refused_with_little_memory()
    {
        using var table = new CsvTable(new EndlessLine(200_000_000), ',');
        table.Read();
        var before = GC.GetTotalAllocatedBytes();
        var broken = Assert.Throws<BrokenTableException>(() => table.Read());

        Assert.Equal(2, broken.Line);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 200_000_000, "the line was held");
    }

    [Fact]
    public void A_cell_of_more_than_a_million_characters_is_refused()
    {
        using var table = Table("a,b\n" + new string('x', TableReader.LongestCell + 1) + ",1\n");
        table.Read();

        Assert.Equal(2, Assert.Throws<BrokenTableException>(() => table.Read()).Line);
    }

    [Fact]
    public void More_columns_than_any_report_has_are_refused()
    {
        using var table = Table(new string(',', TableReader.MostColumns + 2));

        Assert.Throws<BrokenTableException>(() => table.Read());
    }

    static (byte[] Bytes, char Delimiter, List<string[]> Rows) Render(int seed)
    {
        var random = new Random(seed);
        var (delimiter, columns) = (Delimiters[random.Next(4)], random.Next(2, 7));
        var end = LineEnds[random.Next(3)];
        var rows = Enumerable.Range(0, random.Next(1, random.Next(2, 60))).Select(_ => Cells(random, columns)).ToList();
        var text = string.Join(end, rows.Select(row => string.Join(delimiter, row.Select(cell => Quoted(random, cell, delimiter)))))
            + (random.Next(2) is 0 ? end : "");
        var encoding = Encodings[random.Next(4)];
        return ([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], delimiter, rows);
    }

    static string[] Cells(Random random, int columns) => [.. Enumerable.Range(0, columns)
        .Select(_ => string.Concat(Enumerable.Range(0, random.Next(random.Next(20) is 0 ? 90 : 4)).Select(_ => Pieces[random.Next(Pieces.Length)])))];

    static string Quoted(Random random, string cell, char delimiter) =>
        cell.Contains(delimiter) || cell.AsSpan().IndexOfAny('\r', '\n', '"') >= 0 || random.Next(3) is 0
            ? $"\"{cell.Replace("\"", "\"\"")}\""
            : cell;

    /// <param name="most">No more characters come at once.</param>
    static List<string[]> Read(byte[] bytes, char delimiter, int most = int.MaxValue)
    {
        var encoding = TextEncoding.Detect(bytes, () => new MemoryStream(bytes));
        using var table = new CsvTable(new Trickle(encoding.Reader(new MemoryStream(bytes)), most), delimiter);
        var rows = new List<string[]>();
        while (table.Read())
            rows.Add([.. Enumerable.Range(0, table.Count).Select(i => table.Cell(i).ToString())]);
        return rows;
    }

    static CsvTable Table(string text) => new(new StringReader(text), ',');

    static string Joined(string[] cells) => string.Join('|', cells);

    /// <summary>A header, then one line without end, made as it is read.</summary>
    sealed class EndlessLine(long length) : TextReader
    {
        readonly StringReader header = new("a,b\n");
        long left = length;

        public override int Read(char[] buffer, int index, int count)
        {
            var read = header.Read(buffer, index, count);
            if (read > 0)
                return read;
            read = (int)Math.Min(left, count);
            buffer.AsSpan(index, read).Fill('x');
            left -= read;
            return read;
        }
    }

    sealed class Trickle(TextReader source, int most) : TextReader
    {
        public override int Read(char[] buffer, int index, int count) => source.Read(buffer, index, Math.Min(count, most));

        protected override void Dispose(bool disposing)
        {
            source.Dispose();
            base.Dispose(disposing);
        }
    }
}
