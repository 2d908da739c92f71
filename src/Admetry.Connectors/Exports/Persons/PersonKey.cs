using System.Security.Cryptography;
using System.Text;

namespace Admetry.Connectors.Exports.Persons;

/// <summary>Turns what identifies a person into a token that only this workspace's key can make: equal persons, equal tokens.</summary>
/// <param name="secret">32 random bytes of the workspace. Without them nobody can try addresses out.</param>
public sealed class PersonKey(byte[] secret)
{
    /// <summary>How a token begins, so that one is never hidden twice.</summary>
    public const string Mark = "person:";

    /// <returns><c>person:</c> and 32 hexadecimal digits of the HMAC-SHA-256 of the text, trimmed and in lower case; a blank and a token stay as they are.</returns>
    public string Hide(string text) => string.IsNullOrWhiteSpace(text) || IsToken(text)
        ? text
        : Mark + Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text.Trim().ToLowerInvariant())).AsSpan(0, 16));

    static bool IsToken(string text) =>
        text.Length == Mark.Length + 32 && text.StartsWith(Mark, StringComparison.Ordinal) && text.AsSpan(Mark.Length).IndexOfAnyExcept("0123456789abcdef") < 0;
}
