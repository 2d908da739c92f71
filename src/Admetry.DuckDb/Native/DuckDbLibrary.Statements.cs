using System.Runtime.InteropServices;

namespace Admetry.DuckDb.Native;

/// <summary>Chapter two: splitting, preparing, binding and executing statements. Parameter names are ours to free.</summary>
/// <remarks>An extracted statement can be prepared once: the engine moves it out of the list.</remarks>
static unsafe partial class DuckDbLibrary
{
    [LibraryImport(Name, EntryPoint = "duckdb_query", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Query(ConnectionHandle connection, string sql, out NativeResult result);

    [LibraryImport(Name, EntryPoint = "duckdb_extract_statements", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ulong ExtractStatements(ConnectionHandle connection, string sql, out nint statements);

    [LibraryImport(Name, EntryPoint = "duckdb_extract_statements_error")]
    internal static partial nint ExtractStatementsError(nint statements);

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_extracted")]
    internal static partial void DestroyExtracted(ref nint statements);

    [LibraryImport(Name, EntryPoint = "duckdb_prepare_extracted_statement")]
    internal static partial int PrepareExtracted(
        ConnectionHandle connection, nint statements, ulong index, out StatementHandle statement);

    [LibraryImport(Name, EntryPoint = "duckdb_prepare_error")]
    internal static partial nint PrepareError(StatementHandle statement);

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_prepare")]
    internal static partial void DestroyPrepare(ref nint statement);

    [LibraryImport(Name, EntryPoint = "duckdb_prepared_statement_type")]
    internal static partial NativeStatementType StatementType(StatementHandle statement);

    [LibraryImport(Name, EntryPoint = "duckdb_nparams")]
    internal static partial ulong ParameterCount(StatementHandle statement);

    [LibraryImport(Name, EntryPoint = "duckdb_parameter_name")]
    internal static partial nint ParameterName(StatementHandle statement, ulong index);

    [LibraryImport(Name, EntryPoint = "duckdb_bind_value")]
    internal static partial int BindValue(StatementHandle statement, ulong index, nint value);

    [LibraryImport(Name, EntryPoint = "duckdb_pending_prepared")]
    internal static partial int PendingPrepared(StatementHandle statement, out nint pending);

    [LibraryImport(Name, EntryPoint = "duckdb_pending_prepared_streaming")]
    internal static partial int PendingPreparedStreaming(StatementHandle statement, out nint pending);

    [LibraryImport(Name, EntryPoint = "duckdb_pending_error")]
    internal static partial nint PendingError(nint pending);

    [LibraryImport(Name, EntryPoint = "duckdb_execute_pending")]
    internal static partial int ExecutePending(nint pending, out NativeResult result);

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_pending")]
    internal static partial void DestroyPending(ref nint pending);
}
