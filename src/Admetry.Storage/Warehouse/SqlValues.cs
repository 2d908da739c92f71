namespace Admetry.Storage.Warehouse;

/// <summary>Collects the values a statement needs while its text is written.</summary>
sealed class SqlValues
{
    readonly Dictionary<string, object> values = [];

    public IReadOnlyDictionary<string, object> All => values;

    /// <returns>How the text refers to <paramref name="value"/>.</returns>
    public string Put(string name, object value)
    {
        values[name] = value;
        return $"@{name}";
    }

    /// <returns>The values between brackets, numbered <c>@f0_0, @f0_1</c>.</returns>
    public string List(string prefix, IEnumerable<object> list) =>
        string.Join(", ", list.Select((value, i) => Put($"{prefix}{i}", value)));
}
