using System.Data.Common;
using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

/// <summary>An error of the engine, in its own words.</summary>
/// <remarks>
/// <see cref="Line"/> and <see cref="Column"/> count from 1 within the statement's text; both are null where the engine
/// names no place. The error is transient where running the same transaction again can succeed: a write conflict.
/// </remarks>
public sealed class DuckDbException : DbException
{
    internal DuckDbException(string message, DuckDbErrorType type, Exception? inner = null) : base(message, inner)
    {
        ErrorType = type;
        (Line, Column) = ErrorPosition.Find(message) ?? (null, null);
    }

    /// <summary>The engine's kind of error.</summary>
    public DuckDbErrorType ErrorType { get; }

    /// <summary>The line of the statement that the engine points at.</summary>
    public int? Line { get; }

    /// <summary>The character in <see cref="Line"/>; null also where the engine shows only a part of a long line.</summary>
    public int? Column { get; }

    public override bool IsTransient =>
        ErrorType == DuckDbErrorType.Transaction && Message.Contains("onflict", StringComparison.Ordinal);

    DuckDbException(DuckDbException inner) : base(inner.Message, inner) => ErrorType = inner.ErrorType;

    /// <summary>
    /// The same without its place: in the later statements of a command the engine points to a wrong one.
    /// </summary>
    internal DuckDbException WithoutPlace() => new(this);

    /// <summary>Takes the error out of a failed result, which stays the caller's to destroy.</summary>
    internal static DuckDbException From(ref NativeResult result) =>
        new(DuckDbLibrary.Text(DuckDbLibrary.ResultError(ref result)) ?? "The engine gave no reason.",
            (DuckDbErrorType)DuckDbLibrary.ResultErrorType(ref result));

    /// <summary>Makes an error of a text that begins with its kind, as in <c>Parser Error: …</c>.</summary>
    internal static DuckDbException FromText(string? message) =>
        new(message ?? "The engine gave no reason.", ErrorPosition.Kind(message));
}
