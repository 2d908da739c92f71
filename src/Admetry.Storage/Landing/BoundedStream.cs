namespace Admetry.Storage.Landing;

/// <summary>Reads a compressed part and stops a bomb: more than 64 GiB out of one part is refused.</summary>
/// <param name="owner">Disposed with the stream; the archive it belongs to.</param>
sealed class BoundedStream(Stream inner, string name, IDisposable? owner = null) : Stream
{
    const long Most = 64L << 30;

    long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="LandingException">The compressed data is damaged, cut off, or expands beyond reason.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            var count = inner.Read(buffer);
            read += count;
            return read <= Most ? count : throw new LandingException($"'{name}' expands to more than 64 GiB.", "Unpack it and split it.");
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new LandingException($"'{name}' is damaged after {read:N0} bytes: {error.Message}", "Download or compress it again.");
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            owner?.Dispose();
        }

        base.Dispose(disposing);
    }
}
