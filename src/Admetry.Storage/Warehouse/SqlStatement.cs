namespace Admetry.Storage.Warehouse;

/// <summary>One SELECT and the values of its parameters, named without the @.</summary>
public sealed record SqlStatement(string Text, IReadOnlyDictionary<string, object> Parameters);
