using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

/// <summary>Statements of the driver's own, which return nothing.</summary>
static class NativeQuery
{
    public static void Run(ConnectionHandle connection, string sql)
    {
        var state = DuckDbLibrary.Query(connection, sql, out var result);
        try
        {
            if (state != 0)
                throw DuckDbException.From(ref result);
        }
        finally
        {
            DuckDbLibrary.DestroyResult(ref result);
        }
    }
}
