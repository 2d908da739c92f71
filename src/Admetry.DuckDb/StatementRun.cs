using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

/// <summary>The statements of one command, run in their order, each when its turn comes.</summary>
/// <remarks>They are prepared one by one, since a statement may need what the one before it has created.</remarks>
sealed class StatementRun : IDisposable
{
    readonly DuckDbConnection connection;
    readonly DuckDbParameterCollection parameters;
    PreparedStatement? prepared;
    nint extracted;
    readonly ulong count;
    ulong next;

    /// <summary>Splits <paramref name="sql"/> into its statements.</summary>
    public StatementRun(DuckDbConnection connection, string sql, DuckDbParameterCollection parameters)
    {
        (this.connection, this.parameters) = (connection, parameters);
        count = DuckDbLibrary.ExtractStatements(connection.Handle, sql, out extracted);
        if (count > 0 || DuckDbLibrary.Text(DuckDbLibrary.ExtractStatementsError(extracted)) is not { } error)
            return;
        DuckDbLibrary.DestroyExtracted(ref extracted);
        throw DuckDbException.FromText(error);
    }

    /// <summary>Runs a statement that its command keeps.</summary>
    public StatementRun(DuckDbConnection connection, PreparedStatement kept, DuckDbParameterCollection parameters) =>
        (this.connection, this.parameters, prepared, count) = (connection, parameters, kept, 1);

    /// <summary>Takes the only statement out, prepared, for its command to keep; null where there are several.</summary>
    public PreparedStatement? TakeOnly() =>
        count == 1 && next == 0 ? prepared ??= new(connection.Handle, extracted, 0) : null;

    public bool IsFinished => next == count;

    public bool TryRun(Interruption interruption, out NativeResult result)
    {
        result = default;
        if (next == count)
            return false;

        var index = next++;
        if (prepared is not null)
        {
            result = prepared.Execute(parameters, interruption);
            return true;
        }

        try
        {
            using var statement = new PreparedStatement(connection.Handle, extracted, index);
            result = statement.Execute(parameters, interruption);
            return true;
        }
        catch (DuckDbException error) when (index > 0 && error.Line is not null)
        {
            throw error.WithoutPlace();
        }
    }

    /// <summary>Gives up the statements not run yet.</summary>
    public void Dispose()
    {
        next = count;
        if (extracted != 0)
            DuckDbLibrary.DestroyExtracted(ref extracted);
    }
}
