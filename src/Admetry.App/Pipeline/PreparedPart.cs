using System.Data.Common;
using Admetry.Connectors.Exports;
using Admetry.Storage.Warehouse;

namespace Admetry.App.Pipeline;

/// <summary>A part that was read: refused, or understood and staged on a connection of its own, to be loaded or dropped.</summary>
public sealed class PreparedPart : IAsyncDisposable
{
    readonly DbConnection? connection;
    readonly StagedRows? staged;
    readonly PartTally? tally;

    /// <summary>A part that is refused.</summary>
    public PreparedPart(Reading refused) => Reading = refused;

    /// <summary>A part whose rows are staged. The connection and they are this one's from now on.</summary>
    public PreparedPart(Reading understood, DbConnection connection, StagedRows staged, PartTally tally)
        : this(understood) => (this.connection, this.staged, this.tally) = (connection, staged, tally);

    /// <summary>What the reader made of the part.</summary>
    public Reading Reading { get; }

    /// <exception cref="InvalidOperationException">The part was refused.</exception>
    public (Understood Understood, StagedRows Rows, PartTally Tally) Staged => staged is not null && tally is not null && Reading is Understood understood
        ? (understood, staged, tally) : throw new InvalidOperationException("A part that is refused has no rows.");

    /// <summary>Drops what was staged and not loaded, and closes the connection.</summary>
    public ValueTask DisposeAsync() => CloseAsync(staged, connection);

    internal static async ValueTask CloseAsync(StagedRows? staged, DbConnection? connection)
    {
        try
        {
            if (staged is not null)
                await staged.DisposeAsync();
        }
        finally
        {
            if (connection is not null)
                await connection.DisposeAsync();
        }
    }
}
