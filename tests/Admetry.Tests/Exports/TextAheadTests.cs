using System.Text;
using Admetry.Connectors.Exports.Tables;
using Xunit;

namespace Admetry.Tests.Exports;

public sealed class TextAheadTests
{
    [Theory, InlineData(0), InlineData(1), InlineData(65_536), InlineData(65_537), InlineData(1_000_000)]
    public void Every_character_comes_once_and_in_order(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + i % 26)));
        using var ahead = new TextAhead(new StringReader(text));

        Assert.Equal(text, ahead.ReadToEnd());
        Assert.Equal(0, ahead.Read(new char[1], 0, 1));
    }

    [Fact]
    public void A_byte_that_is_no_letter_is_told_behind_the_text_before_it()
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)'x', 200_000), 0xFF];
        using var ahead = new TextAhead(new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, true), false, 1 << 12));
        var (buffer, read) = (new char[1_000], 0);

        Assert.Throws<DecoderFallbackException>(() =>
        {
            while (ahead.Read(buffer, 0, buffer.Length) is > 0 and var more)
                read += more;
        });

        Assert.InRange(read, 190_000, 200_000);
    }

    [Fact]
    public async Task Who_closes_early_ends_the_reading_and_closes_the_source_once()
    {
        var source = new Endless();
        var ahead = new TextAhead(source);
        var buffer = new char[10];
        Assert.Equal(10, ahead.Read(buffer, 0, 10));
        Assert.Equal(new string('z', 10), new string(buffer));

        ahead.Dispose();
        ahead.Dispose();

        Assert.Equal(1, source.Closed);
        var reads = source.Reads;
        await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(reads, source.Reads);
    }

    sealed class Endless : TextReader
    {
        public int Closed { get; private set; }

        public int Reads { get; private set; }

        public override int Read(char[] buffer, int index, int count)
        {
            Reads++;
            buffer.AsSpan(index, count).Fill('z');
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            Closed++;
            base.Dispose(disposing);
        }
    }
}
