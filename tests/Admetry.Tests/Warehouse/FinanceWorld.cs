using System.Globalization;
using Admetry.Storage.Warehouse;
using Admetry.Synthetic.Acme;
using Admetry.Tests.Fixtures;
using Admetry.Tests.Synthetic.Acme;

namespace Admetry.Tests.Warehouse;

/// <summary>A warehouse with the books of a small company, the delivery they were made of, and nothing else.</summary>
static class FinanceWorld
{
    public const long Load = 7;
    const int Clients = 12;

    static readonly IReadOnlyList<AcmeOrder> Orders = DeliveryWorld.Orders(9, Clients, campaigns: 90);
    static readonly IReadOnlyList<AcmePayee> Payees = DeliveryWorld.Payees(9, publishers: 12);

    public static IReadOnlyList<MonthlyDelivery> Delivery { get; } = [.. DeliveryWorld.Delivery(9, Orders, Payees)];

    public static AcmeBooks Made { get; } = AcmeFinance.Close(9, Orders, Payees, Delivery);

    public static async Task<TestStore> CreateAsync(string engine, PostgresServer postgres, CancellationToken cancel)
    {
        var store = await TestStore.CreateAsync(engine, postgres, cancel);
        await MetricWorld.RunAsync(store.Warehouse, string.Join(";\n", Dimensions().Append(Facts())), cancel);
        await using var connection = await store.Warehouse.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await FinanceWriter.WriteAsync(connection, Made, Load, cancel);
        await transaction.CommitAsync(cancel);
        return store;
    }

    static IEnumerable<string> Dimensions() =>
    [
        Insert("dim_client (client_id, client_code, client_name)", Enumerable.Range(1, Clients).Select(id => $"({id}, 'ADV-{id:0000}', 'Client {id}')")),
        Insert("dim_account (account_id, platform_id, client_id, external_account_id, account_name, currency)", Enumerable.Range(1, Clients).Select(id => $"({id}, 1, {id}, 'ACME-{id:0000}', 'Account {id}', 'USD')")),
        Insert("dim_publisher (publisher_id, publisher_code, publisher_name)", Payees.Select(payee => $"({payee.PublisherId}, '{payee.PublisherCode}', 'Publisher {payee.PublisherId}')")),
        Insert("dim_campaign (campaign_id, account_id, external_campaign_id, campaign_name)", Orders.Select(order => $"({order.CampaignId}, {order.AccountId}, '{order.CampaignCode}', 'Campaign')")),
        Insert("dim_adset (adset_id, campaign_id, external_adset_id, adset_name)", Orders.SelectMany(order => order.Lines.Select(line => $"({line.AdsetId}, {order.CampaignId}, 'IOL-{line.AdsetId}', 'Line')"))),
    ];

    static string Facts() => Insert(
        "fact_core_metrics (date_id, account_id, campaign_id, adset_id, ad_id, creative_id, gross_billed, spend, publisher_payout, currency, load_id, loaded_at)",
        Delivery.GroupBy(row => (row.Month, row.CampaignId, row.AdsetId)).Select(rows => string.Create(
            CultureInfo.InvariantCulture,
            $"({rows.Key.Month:yyyyMMdd}, {Orders[(int)rows.Key.CampaignId - 1].AccountId}, {rows.Key.CampaignId}, {rows.Key.AdsetId}, 0, 0, {Money(rows, row => row.GrossMicros)}, {Money(rows, row => row.MediaMicros)}, {Money(rows, row => row.PayoutMicros)}, 'USD', {Load}, '2025-02-01 00:00:00+00')")));

    static decimal Money(IEnumerable<MonthlyDelivery> rows, Func<MonthlyDelivery, long> micros) => rows.Sum(micros) / 1_000_000m;

    static string Insert(string table, IEnumerable<string> rows) => $"insert into {table} values {string.Join(", ", rows)}";
}
