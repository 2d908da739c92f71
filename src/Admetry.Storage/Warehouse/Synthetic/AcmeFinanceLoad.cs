using System.Data.Common;
using Admetry.Synthetic.Acme;
using Dapper;

namespace Admetry.Storage.Warehouse.Synthetic;

/// <summary>Closes the months of a generated company and writes its books, in the load's transaction, once the facts stand.</summary>
sealed class AcmeFinanceLoad(DbConnection connection, DbTransaction transaction, AcmeWorld world, AcmeKeys keys, long loadId)
{
    static readonly string[] Billing = ["CPM", "CPC", "CPA", "CPCV"];

    /// <returns>The books, with what is wrong in them on purpose.</returns>
    public async Task<AcmeBooks> WriteAsync(CancellationToken cancel)
    {
        // Divided here: engines differ in what that gives.
        var worth = (await connection.QueryAsync<(long Campaign, decimal Gross, decimal Budget, decimal Spend)>(new CommandDefinition(
            """
            select f.campaign_id, sum(f.gross_billed), max(c.budget_total), sum(f.spend)
            from fact_core_metrics f join dim_campaign c on c.campaign_id = f.campaign_id
            where f.load_id = @loadId group by f.campaign_id having sum(f.spend) > 0 and sum(f.gross_billed) > 0
            """, new { loadId }, transaction, cancellationToken: cancel)))
            .ToDictionary(row => row.Campaign, row => Math.Ceiling(row.Gross * Math.Max(1, row.Budget / row.Spend) * 100) / 100);
        var orders = world.Entities.Campaigns.Select(campaign => Order(campaign, worth.TryGetValue(keys.Campaign + campaign.Number, out var most) ? most : null)).ToList();
        var books = AcmeFinance.Close(world.Parameters.Seed, orders, [.. world.Entities.Publishers.Select(Payee)], await DeliveryAsync(cancel));
        await FinanceWriter.WriteAsync(connection, books, loadId, cancel);
        return books;
    }

    /// <param name="worth">The budget at the price that was paid, gross for media: what is booked. Null: nothing was delivered.</param>
    AcmeOrder Order(AcmeCampaign campaign, decimal? worth) => new(
        keys.Campaign + campaign.Number, AcmeDimensions.Code("CMP", campaign.Number, 6), keys.Client + campaign.Advertiser.Number,
        keys.Account + campaign.Advertiser.Number, campaign.Advertiser.TermsDays, Billing[(int)campaign.Billing],
        world.RateOf(campaign) is > 0 and var rate ? rate / 1_000_000m : null,
        worth,
        [.. campaign.Lines.Select(line => new AcmeOrderLine(keys.AdSet + line.Number, campaign.Start, campaign.End))]);

    AcmePayee Payee(AcmePublisher publisher) => new(
        keys.Publisher + publisher.Number, AcmeDimensions.Code("PUB", publisher.Number, 4), publisher.TermsDays, publisher.PaidWhenPaid);

    async Task<List<MonthlyDelivery>> DeliveryAsync(CancellationToken cancel)
    {
        var delivery = new List<MonthlyDelivery>();
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction, command.CommandTimeout) = (DeliveryByMonth.Select, transaction, 0);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            delivery.Add(new(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), Calendar.Day(Convert.ToInt32(reader.GetValue(3), null)),
                reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6), reader.GetInt64(7), reader.GetInt64(8), reader.GetInt64(9),
                reader.GetInt64(10), reader.GetInt64(11), reader.GetInt64(12)));
        return delivery;
    }
}
