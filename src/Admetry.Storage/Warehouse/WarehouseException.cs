namespace Admetry.Storage.Warehouse;

/// <summary>The warehouse cannot be used as it is. The message says why, the remedy what to do.</summary>
public sealed class WarehouseException(string message, string remedy, Exception? inner = null) : Exception(message, inner)
{
    public string Remedy { get; } = remedy;

    /// <summary>Its schema is another than this program makes: it cannot be opened, only set aside and built anew from landing.</summary>
    public bool IsOfAnotherSchema { get; init; }
}
