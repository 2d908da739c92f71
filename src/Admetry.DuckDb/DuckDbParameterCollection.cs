using System.Collections;
using System.Data.Common;

namespace Admetry.DuckDb;

/// <summary>A command's parameters. The statement takes those it names; the order counts only for <c>?</c>.</summary>
public sealed class DuckDbParameterCollection : DbParameterCollection
{
    readonly List<DuckDbParameter> items = [];

    public override int Count => items.Count;

    public override object SyncRoot => items;

    internal IReadOnlyList<DuckDbParameter> Items => items;

    public DuckDbParameter Add(string name, object? value)
    {
        var parameter = new DuckDbParameter(name, value);
        items.Add(parameter);
        return parameter;
    }

    public override int Add(object value)
    {
        items.Add((DuckDbParameter)value);
        return items.Count - 1;
    }

    public override void AddRange(Array values) => items.AddRange(values.Cast<DuckDbParameter>());

    public override void Clear() => items.Clear();

    public override bool Contains(object value) => IndexOf(value) >= 0;

    public override bool Contains(string value) => IndexOf(value) >= 0;

    public override void CopyTo(Array array, int index) => ((ICollection)items).CopyTo(array, index);

    public override IEnumerator GetEnumerator() => items.GetEnumerator();

    public override int IndexOf(object value) => value is DuckDbParameter parameter ? items.IndexOf(parameter) : -1;

    public override int IndexOf(string parameterName) => items.FindIndex(item => item.IsNamed(parameterName));

    public override void Insert(int index, object value) => items.Insert(index, (DuckDbParameter)value);

    public override void Remove(object value) => items.Remove((DuckDbParameter)value);

    public override void RemoveAt(int index) => items.RemoveAt(index);

    public override void RemoveAt(string parameterName) => items.RemoveAt(Place(parameterName));

    protected override DbParameter GetParameter(int index) => items[index];

    protected override DbParameter GetParameter(string parameterName) => items[Place(parameterName)];

    protected override void SetParameter(int index, DbParameter value) => items[index] = (DuckDbParameter)value;

    protected override void SetParameter(string parameterName, DbParameter value) =>
        items[Place(parameterName)] = (DuckDbParameter)value;

    int Place(string name) =>
        IndexOf(name) is var place and >= 0 ? place : throw new ArgumentException($"There is no parameter {name}.");
}
