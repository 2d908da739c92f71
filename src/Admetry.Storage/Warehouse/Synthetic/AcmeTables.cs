namespace Admetry.Storage.Warehouse.Synthetic;

/// <summary>The tables that only a generated company fills.</summary>
static class AcmeTables
{
    /// <summary>The tables of single events.</summary>
    public static IReadOnlyList<string> Logs { get; } = ["log_impression", "log_click", "log_conversion", "fact_touchpoint"];

    /// <summary>Roll-ups of the log that no other source fills.</summary>
    public static IReadOnlyList<string> RollUps { get; } = ["fact_inventory_metrics"];

    /// <summary>The families of slices it has a say in.</summary>
    public static IReadOnlyList<string> Facts { get; } = ["core", "country", "age_gender", "placement", "device", "action", "engagement", "revenue"];
}
