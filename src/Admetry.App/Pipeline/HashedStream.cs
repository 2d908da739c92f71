using System.Security.Cryptography;
using Admetry.Storage.Landing;

namespace Admetry.App.Pipeline;

/// <summary>Reads another stream and says what all of it hashed to, once its end was reached.</summary>
/// <param name="source">Closed with this one.</param>
/// <param name="ended">Told the SHA-256 in lower-case hexadecimal, once.</param>
sealed class HashedStream(Stream source, Action<string> ended) : ForwardStream
{
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    bool hasEnded;

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
