using System.Globalization;
using System.Numerics;
using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

/// <summary>A column's type as the engine describes it, with what is needed to read and write its cells.</summary>
/// <param name="Id">The engine's type.</param>
/// <param name="Storage">How a DECIMAL or ENUM lies in memory; otherwise the type itself.</param>
/// <param name="Width">Digits of a DECIMAL, else 0.</param>
/// <param name="Scale">Digits behind the point of a DECIMAL, else 0.</param>
/// <param name="Words">An ENUM's dictionary, else empty.</param>
/// <param name="Element">The type of a LIST's or ARRAY's elements, else null.</param>
/// <param name="ArraySize">The fixed length of an ARRAY, else 0.</param>
sealed record ColumnType(
    NativeType Id, NativeType Storage, byte Width, byte Scale, string[] Words, ColumnType? Element, int ArraySize)
{
    /// <summary>Describes <paramref name="logicalType"/> and destroys it.</summary>
    public static ColumnType Take(nint logicalType)
    {
        try
        {
            var id = DuckDbLibrary.TypeId(logicalType);
            return id switch
            {
                NativeType.Decimal => new(id, DuckDbLibrary.DecimalStorage(logicalType),
                    DuckDbLibrary.DecimalWidth(logicalType), DuckDbLibrary.DecimalScale(logicalType), [], null, 0),
                NativeType.Enum => new(id, DuckDbLibrary.EnumStorage(logicalType), 0, 0, Dictionary(logicalType), null, 0),
                NativeType.List => new(id, id, 0, 0, [], Take(DuckDbLibrary.ListElement(logicalType)), 0),
                NativeType.Array => new(id, id, 0, 0, [], Take(DuckDbLibrary.ArrayElement(logicalType)),
                    (int)DuckDbLibrary.ArraySize(logicalType)),
                _ => new(id, id, 0, 0, [], null, 0),
            };
        }
        finally
        {
            DuckDbLibrary.DestroyLogicalType(ref logicalType);
        }
    }

    static string[] Dictionary(nint logicalType)
    {
        var words = new string[DuckDbLibrary.EnumSize(logicalType)];
        for (var i = 0; i < words.Length; i++)
            words[i] = DuckDbLibrary.TakeText(DuckDbLibrary.EnumWord(logicalType, (ulong)i))!;
        return words;
    }

    /// <summary>What <c>GetValue</c> gives for this type; <see cref="object"/> where it gives only an error.</summary>
    public Type ClrType => Id switch
    {
        NativeType.Boolean => typeof(bool),
        NativeType.TinyInt => typeof(sbyte),
        NativeType.SmallInt => typeof(short),
        NativeType.Integer => typeof(int),
        NativeType.BigInt or NativeType.HugeInt => typeof(long),
        NativeType.UTinyInt => typeof(byte),
        NativeType.USmallInt => typeof(ushort),
        NativeType.UInteger => typeof(uint),
        NativeType.UBigInt => typeof(ulong),
        NativeType.UHugeInt => typeof(BigInteger),
        NativeType.Float => typeof(float),
        NativeType.Double => typeof(double),
        NativeType.Decimal => typeof(decimal),
        NativeType.Date => typeof(DateOnly),
        NativeType.Time => typeof(TimeOnly),
        NativeType.Timestamp or NativeType.TimestampSeconds or NativeType.TimestampMilliseconds
            or NativeType.TimestampNanoseconds or NativeType.TimestampTz => typeof(DateTime),
        NativeType.Varchar or NativeType.Enum => typeof(string),
        NativeType.Blob => typeof(byte[]),
        NativeType.Uuid => typeof(Guid),
        NativeType.List or NativeType.Array => IsListOfScalars ? Element!.ClrType.MakeArrayType() : typeof(object),
        _ => typeof(object),
    };

    /// <summary>Whether this is a LIST or ARRAY that becomes a CLR array.</summary>
    public bool IsListOfScalars => Element is { Element: null } && Element.ClrType != typeof(object);

    /// <summary>Below this the digits of a DECIMAL of 64 bits stay; 0 for other types.</summary>
    public long Limit { get; } = Id == NativeType.Decimal && Storage == NativeType.BigInt ? (long)DecimalDigits.PowersOfTen[Width] : 0;

    /// <summary>Bytes of a cell that holds its whole value; 0 where it only points at one.</summary>
    public int CellSize => Storage switch
    {
        NativeType.Boolean or NativeType.TinyInt or NativeType.UTinyInt => 1,
        NativeType.SmallInt or NativeType.USmallInt => 2,
        NativeType.Integer or NativeType.UInteger or NativeType.Float or NativeType.Date => 4,
        NativeType.BigInt or NativeType.UBigInt or NativeType.Double or NativeType.Time or NativeType.Timestamp
            or NativeType.TimestampSeconds or NativeType.TimestampMilliseconds or NativeType.TimestampNanoseconds
            or NativeType.TimestampTz => 8,
        NativeType.HugeInt or NativeType.UHugeInt or NativeType.Uuid => 16,
        _ => 0,
    };

    /// <summary>The type's name in SQL.</summary>
    public string SqlName => Id switch
    {
        NativeType.Decimal => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({Width},{Scale})"),
        NativeType.List => $"{Element!.SqlName}[]",
        NativeType.Array => string.Create(CultureInfo.InvariantCulture, $"{Element!.SqlName}[{ArraySize}]"),
        NativeType.TimestampSeconds => "TIMESTAMP_S",
        NativeType.TimestampMilliseconds => "TIMESTAMP_MS",
        NativeType.TimestampNanoseconds => "TIMESTAMP_NS",
        NativeType.TimestampTz => "TIMESTAMP WITH TIME ZONE",
        NativeType.TimeTz => "TIME WITH TIME ZONE",
        NativeType.TimeNanoseconds => "TIME_NS",
        NativeType.SqlNull => "NULL",
        _ => Id.ToString().ToUpperInvariant(),
    };

    /// <summary>How to write a column of a type the driver does not read, so that it does.</summary>
    public string Remedy(string column) => Id switch
    {
        NativeType.Struct or NativeType.Map or NativeType.Union => $"cast({column} as VARCHAR), or name its fields",
        NativeType.TimeTz or NativeType.TimeNanoseconds => $"cast({column} as TIME)",
        NativeType.List or NativeType.Array => $"cast({column} as VARCHAR), or unnest({column})",
        _ => $"cast({column} as VARCHAR)",
    };
}
