namespace Admetry.App.Api;

/// <summary>Text as one word of a POSIX shell, whatever it holds.</summary>
public static class ShellWord
{
    /// <summary>Between single quotes nothing means anything but the quote that ends them; that one is written outside of them.</summary>
    /// <exception cref="ArgumentException">The text holds NUL, which no command's argument can.</exception>
    public static string Of(string text) => text.Contains('\0', StringComparison.Ordinal)
        ? throw new ArgumentException("No word of a shell can hold NUL.", nameof(text))
        : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
