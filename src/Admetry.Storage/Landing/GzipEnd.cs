using System.Buffers.Binary;

namespace Admetry.Storage.Landing;

/// <summary>The compressed bytes of a gzip payload on their way to whoever unpacks them; its end says how many bytes were packed.</summary>
/// <remarks>The framework unpacks what there is of a gzip file that was cut off and says nothing: only the length at its end gives that away.</remarks>
sealed class GzipEnd(Stream source) : ForwardStream
{
    const int LengthBytes = 4;

    readonly byte[] last = new byte[LengthBytes];
    long bytes;

    /// <summary>What the end says was packed, modulo 2³²; null where not even an end was read.</summary>
    public uint? Packed => bytes < LengthBytes ? null : BinaryPrimitives.ReadUInt32LittleEndian(last);

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        bytes += read;
        var kept = Math.Min(read, LengthBytes);
        last.AsSpan(kept).CopyTo(last);
        buffer[(read - kept)..read].CopyTo(last.AsSpan(LengthBytes - kept));
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }
}
