using System.Runtime.InteropServices;

namespace Admetry.DuckDb.Native;

/// <summary>Chapter six: single values, for binding. Each one is ours to destroy, after binding as well.</summary>
static unsafe partial class DuckDbLibrary
{
    [LibraryImport(Name, EntryPoint = "duckdb_destroy_value")]
    internal static partial void DestroyValue(ref nint value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_null_value")]
    internal static partial nint CreateNull();

    [LibraryImport(Name, EntryPoint = "duckdb_create_bool")]
    internal static partial nint CreateBoolean([MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_int8")]
    internal static partial nint CreateInt8(sbyte value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_int16")]
    internal static partial nint CreateInt16(short value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_int32")]
    internal static partial nint CreateInt32(int value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_int64")]
    internal static partial nint CreateInt64(long value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_uint8")]
    internal static partial nint CreateUInt8(byte value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_uint16")]
    internal static partial nint CreateUInt16(ushort value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_uint32")]
    internal static partial nint CreateUInt32(uint value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_uint64")]
    internal static partial nint CreateUInt64(ulong value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_hugeint")]
    internal static partial nint CreateHugeInt(NativeHugeInt value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_uhugeint")]
    internal static partial nint CreateUHugeInt(NativeHugeInt value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_decimal")]
    internal static partial nint CreateDecimal(NativeDecimal value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_float")]
    internal static partial nint CreateFloat(float value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_double")]
    internal static partial nint CreateDouble(double value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_date")]
    internal static partial nint CreateDate(int days);

    [LibraryImport(Name, EntryPoint = "duckdb_create_time")]
    internal static partial nint CreateTime(long microseconds);

    [LibraryImport(Name, EntryPoint = "duckdb_create_timestamp")]
    internal static partial nint CreateTimestamp(long microseconds);

    [LibraryImport(Name, EntryPoint = "duckdb_create_timestamp_tz")]
    internal static partial nint CreateTimestampTz(long microseconds);

    [LibraryImport(Name, EntryPoint = "duckdb_create_interval")]
    internal static partial nint CreateInterval(NativeInterval value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_uuid")]
    internal static partial nint CreateUuid(NativeHugeInt value);

    [LibraryImport(Name, EntryPoint = "duckdb_create_varchar_length")]
    internal static partial nint CreateVarchar(byte* text, ulong length);

    [LibraryImport(Name, EntryPoint = "duckdb_create_blob")]
    internal static partial nint CreateBlob(byte* bytes, ulong length);

    /// <summary>Makes a list of copies, each cast to the element type.</summary>
    [LibraryImport(Name, EntryPoint = "duckdb_create_list_value")]
    internal static partial nint CreateList(nint elementType, nint* values, ulong count);
}
