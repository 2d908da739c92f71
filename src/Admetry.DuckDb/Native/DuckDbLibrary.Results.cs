using System.Runtime.InteropServices;

namespace Admetry.DuckDb.Native;

/// <summary>Chapter three: results. Column names and errors belong to the result; logical types are ours to destroy.</summary>
static unsafe partial class DuckDbLibrary
{
    [LibraryImport(Name, EntryPoint = "duckdb_destroy_result")]
    internal static partial void DestroyResult(ref NativeResult result);

    [LibraryImport(Name, EntryPoint = "duckdb_result_error")]
    internal static partial nint ResultError(ref NativeResult result);

    [LibraryImport(Name, EntryPoint = "duckdb_result_error_type")]
    internal static partial int ResultErrorType(ref NativeResult result);

    [LibraryImport(Name, EntryPoint = "duckdb_result_return_type")]
    internal static partial NativeReturnType ReturnType(NativeResult result);

    [LibraryImport(Name, EntryPoint = "duckdb_result_statement_type")]
    internal static partial NativeStatementType ResultStatementType(NativeResult result);

    [LibraryImport(Name, EntryPoint = "duckdb_rows_changed")]
    internal static partial ulong RowsChanged(ref NativeResult result);

    [LibraryImport(Name, EntryPoint = "duckdb_row_count")]
    internal static partial ulong RowCount(ref NativeResult result);

    [LibraryImport(Name, EntryPoint = "duckdb_column_count")]
    internal static partial ulong ColumnCount(ref NativeResult result);

    [LibraryImport(Name, EntryPoint = "duckdb_column_name")]
    internal static partial nint ColumnName(ref NativeResult result, ulong column);

    [LibraryImport(Name, EntryPoint = "duckdb_column_logical_type")]
    internal static partial nint ColumnLogicalType(ref NativeResult result, ulong column);

    [LibraryImport(Name, EntryPoint = "duckdb_fetch_chunk")]
    internal static partial nint FetchChunk(NativeResult result);
}
