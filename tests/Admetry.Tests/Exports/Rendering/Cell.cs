namespace Admetry.Tests.Exports.Rendering;

/// <summary>A cell as text files write it, and as workbooks and JSON hold it.</summary>
/// <param name="Typed">Null: the text itself. Else a number, or a number shown in a format.</param>
sealed record Cell(string Text, object? Typed = null)
{
    public static Cell Blank { get; } = new("");
}
