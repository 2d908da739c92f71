using System.Data;
using System.Data.Common;

namespace Admetry.DuckDb;

/// <summary>A transaction on a snapshot of the database. Disposing it without a commit rolls it back.</summary>
public sealed class DuckDbTransaction : DbTransaction
{
    DuckDbConnection? connection;

    internal DuckDbTransaction(DuckDbConnection connection)
    {
        connection.Execute("begin transaction");
        this.connection = connection;
    }

    protected override DbConnection? DbConnection => connection;

    public override IsolationLevel IsolationLevel => IsolationLevel.Snapshot;

    /// <exception cref="DuckDbException">Another transaction changed the same rows; this one is rolled back.</exception>
    public override void Commit() => End("commit");

    public override void Rollback() => End("rollback");

    // A commit that fails has ended the transaction too: the engine rolls it back.
    void End(string sql)
    {
        var open = connection ?? throw new InvalidOperationException("The transaction has ended already.");
        open.RequireIdle();
        Forget();
        open.Execute(sql);
    }

    /// <summary>Ends it without a word to the engine, which has closed the connection.</summary>
    internal void Forget()
    {
        connection?.Transaction = null;
        connection = null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && connection is { } open)
        {
            open.AbandonReader();
            Rollback();
        }

        base.Dispose(disposing);
    }
}
