namespace Admetry.Storage.Landing;

/// <summary>Reads a compressed part and stops a bomb: more than 64 GiB out of one part is refused.</summary>
/// <param name="owner">Disposed with the stream; the archive it belongs to.</param>
sealed class BoundedStream(Stream inner, string name, IDisposable? owner = null) : ForwardStream
{
    const long Most = 64L << 30;

    long read;

    /// <summary>Of a gzip payload: says how long it was; null for others, which know it themselves.</summary>
    public GzipEnd? End { get; init; }

    /// <exception cref="LandingException">The compressed data is damaged, cut off, or expands beyond reason.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            var count = inner.Read(buffer);
            read += count;
            if (count == 0 && buffer.Length > 0 && End is { } end && end.Packed != unchecked((uint)read))
                throw new LandingException($"'{name}' is cut off or damaged: {read:N0} bytes came out of it, and its end speaks of {end.Packed ?? 0:N0}.",
                    "Download or compress it again. If it is several gzip files in one, unpack it and import the file.");
            return read <= Most ? count : throw new LandingException($"'{name}' expands to more than 64 GiB.", "Unpack it and split it.");
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new LandingException($"'{name}' is damaged after {read:N0} bytes: {error.Message}", "Download or compress it again.");
        }
    }

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
