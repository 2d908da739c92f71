using System.Runtime.InteropServices;

namespace Admetry.DuckDb.Native;

/// <summary>Chapter five: logical types. Each one returned is ours to destroy; dictionary words are ours to free.</summary>
static unsafe partial class DuckDbLibrary
{
    [LibraryImport(Name, EntryPoint = "duckdb_create_logical_type")]
    internal static partial nint CreateLogicalType(NativeType type);

    [LibraryImport(Name, EntryPoint = "duckdb_create_decimal_type")]
    internal static partial nint CreateDecimalType(byte width, byte scale);

    [LibraryImport(Name, EntryPoint = "duckdb_destroy_logical_type")]
    internal static partial void DestroyLogicalType(ref nint type);

    [LibraryImport(Name, EntryPoint = "duckdb_get_type_id")]
    internal static partial NativeType TypeId(nint type);

    [LibraryImport(Name, EntryPoint = "duckdb_decimal_width")]
    internal static partial byte DecimalWidth(nint type);

    [LibraryImport(Name, EntryPoint = "duckdb_decimal_scale")]
    internal static partial byte DecimalScale(nint type);

    [LibraryImport(Name, EntryPoint = "duckdb_decimal_internal_type")]
    internal static partial NativeType DecimalStorage(nint type);

    [LibraryImport(Name, EntryPoint = "duckdb_enum_internal_type")]
    internal static partial NativeType EnumStorage(nint type);

    [LibraryImport(Name, EntryPoint = "duckdb_enum_dictionary_size")]
    internal static partial uint EnumSize(nint type);

    [LibraryImport(Name, EntryPoint = "duckdb_enum_dictionary_value")]
    internal static partial nint EnumWord(nint type, ulong index);

    [LibraryImport(Name, EntryPoint = "duckdb_list_type_child_type")]
    internal static partial nint ListElement(nint type);

    [LibraryImport(Name, EntryPoint = "duckdb_array_type_child_type")]
    internal static partial nint ArrayElement(nint type);

    [LibraryImport(Name, EntryPoint = "duckdb_array_type_array_size")]
    internal static partial ulong ArraySize(nint type);
}
