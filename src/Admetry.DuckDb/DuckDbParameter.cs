using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Admetry.DuckDb;

/// <summary>A value for <c>@name</c> or <c>$name</c>. The value's own type decides; null and DBNull are NULL.</summary>
public sealed class DuckDbParameter : DbParameter
{
    string name = "";

    public DuckDbParameter()
    {
    }

    /// <param name="name">With or without its sign; letter case does not count.</param>
    /// <param name="value">A scalar, or an array or list of scalars for a LIST.</param>
    public DuckDbParameter(string name, object? value) => (ParameterName, Value) = (name, value);

    /// <summary>Only <see cref="DbType.String"/> counts: it sends an enum by its name, not by its number.</summary>
    public override DbType DbType { get; set; } = DbType.Object;

    public override ParameterDirection Direction
    {
        get => ParameterDirection.Input;
        set
        {
            if (value != ParameterDirection.Input)
                throw new NotSupportedException("The engine has input parameters only.");
        }
    }

    public override bool IsNullable { get; set; }

    [AllowNull]
    public override string ParameterName
    {
        get => name;
        set => name = value ?? "";
    }

    public override int Size { get; set; }

    [AllowNull]
    public override string SourceColumn { get; set; } = "";

    public override bool SourceColumnNullMapping { get; set; }

    public override object? Value { get; set; }

    public override void ResetDbType() => DbType = DbType.Object;

    /// <summary>Whether this is <paramref name="other"/>, whatever sign stands in front of either.</summary>
    internal bool IsNamed(string other) =>
        name.AsSpan().TrimStart("@$:").Equals(other.AsSpan().TrimStart("@$:"), StringComparison.OrdinalIgnoreCase);
}
