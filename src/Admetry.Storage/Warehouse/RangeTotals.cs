using System.Data.Common;

namespace Admetry.Storage.Warehouse;

/// <summary>Which tables of range totals have rows: a question asks no other. Most warehouses have daily rows alone.</summary>
/// <param name="OfDelivery">fact_period_metrics.</param>
/// <param name="OfEngagement">fact_period_engagement.</param>
public sealed record RangeTotals(bool OfDelivery, bool OfEngagement)
{
    /// <summary>For who does not know: an empty table adds nothing to an answer.</summary>
    public static RangeTotals Anywhere { get; } = new(true, true);

    internal bool Has(Fact period) => period.Table switch
    {
        "fact_period_metrics" => OfDelivery,
        "fact_period_engagement" => OfEngagement,
        _ => true,
    };

    internal static async Task<RangeTotals> ReadAsync(DbDataSource source, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "select exists (select 1 from fact_period_metrics), exists (select 1 from fact_period_engagement)";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return new(reader.GetBoolean(0), reader.GetBoolean(1));
    }
}
