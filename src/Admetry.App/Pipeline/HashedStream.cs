using System.Security.Cryptography;

namespace Admetry.App.Pipeline;

/// <summary>Reads another stream and says what all of it hashed to, once its end was reached.</summary>
/// <param name="source">Closed with this one.</param>
/// <param name="ended">Told the SHA-256 in lower-case hexadecimal, once.</param>
sealed class HashedStream(Stream source, Action<string> ended) : Stream
{
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    bool hasEnded;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        if (read > 0)
            hash.AppendData(buffer[..read]);
        else if (buffer.Length > 0 && !hasEnded)
            End();
        return read;
    }

    void End()
    {
        hasEnded = true;
        ended(Convert.ToHexStringLower(hash.GetHashAndReset()));
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
            source.Dispose();
            hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
