using System.Runtime.InteropServices;

namespace Admetry.DuckDb.Native;

/// <summary>Chapter four: data chunks and their vectors. A vector's memory lives as long as its chunk.</summary>
static unsafe partial class DuckDbLibrary
{
    [LibraryImport(Name, EntryPoint = "duckdb_vector_size"), SuppressGCTransition]
    internal static partial ulong VectorSize();

    [LibraryImport(Name, EntryPoint = "duckdb_create_data_chunk")]
    internal static partial nint CreateDataChunk(nint* types, ulong columns);

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_data_chunk")]
    internal static partial void DestroyDataChunk(ref nint chunk);

    [LibraryImport(Name, EntryPoint = "duckdb_data_chunk_reset")]
    internal static partial void ResetDataChunk(nint chunk);

    [LibraryImport(Name, EntryPoint = "duckdb_data_chunk_get_size"), SuppressGCTransition]
    internal static partial ulong ChunkSize(nint chunk);

    [LibraryImport(Name, EntryPoint = "duckdb_data_chunk_set_size"), SuppressGCTransition]
    internal static partial void SetChunkSize(nint chunk, ulong rows);

    [LibraryImport(Name, EntryPoint = "duckdb_data_chunk_get_vector"), SuppressGCTransition]
    internal static partial nint Vector(nint chunk, ulong column);

    [LibraryImport(Name, EntryPoint = "duckdb_vector_get_data"), SuppressGCTransition]
    internal static partial byte* Data(nint vector);

    [LibraryImport(Name, EntryPoint = "duckdb_vector_get_validity"), SuppressGCTransition]
    internal static partial ulong* Validity(nint vector);

    [LibraryImport(Name, EntryPoint = "duckdb_vector_ensure_validity_writable")]
    internal static partial void EnsureValidityWritable(nint vector);

    /// <summary>Copies bytes into the vector's heap without checking that they are UTF-8.</summary>
    [LibraryImport(Name, EntryPoint = "duckdb_unsafe_vector_assign_string_element_len")]
    internal static partial void AssignString(nint vector, ulong row, byte* bytes, ulong length);

    [LibraryImport(Name, EntryPoint = "duckdb_list_vector_get_child"), SuppressGCTransition]
    internal static partial nint ListChild(nint vector);

    [LibraryImport(Name, EntryPoint = "duckdb_list_vector_get_size"), SuppressGCTransition]
    internal static partial ulong ListSize(nint vector);

    [LibraryImport(Name, EntryPoint = "duckdb_list_vector_set_size")]
    internal static partial int SetListSize(nint vector, ulong size);

    [LibraryImport(Name, EntryPoint = "duckdb_list_vector_reserve")]
    internal static partial int ReserveList(nint vector, ulong capacity);

    [LibraryImport(Name, EntryPoint = "duckdb_array_vector_get_child"), SuppressGCTransition]
    internal static partial nint ArrayChild(nint vector);
}
