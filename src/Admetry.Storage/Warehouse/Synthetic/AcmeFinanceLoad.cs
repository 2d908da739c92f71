using System.Data.Common;
using System.Globalization;
using Admetry.Synthetic.Acme;
using Dapper;

namespace Admetry.Storage.Warehouse.Synthetic;

/// <summary>Closes the months of a generated company and writes its books beside the facts, in the same transaction.</summary>
sealed class AcmeFinanceLoad(DbConnection connection, DbTransaction transaction, AcmeWorld world, AcmeKeys keys, long loadId)
{
    /// <returns>What was planted in the books.</returns>
    public async Task<IReadOnlyList<PlantedError>> WriteAsync(CancellationToken cancel)
    {
        var delivery = await DeliveryAsync(cancel);
        var books = AcmeFinance.Close(world.Parameters.Seed, [.. world.Entities.Campaigns.Select(Order)], [.. world.Entities.Publishers.Select(Payee)], delivery);
        await FinanceWriter.WriteAsync(connection, books, loadId, cancel);
        return books.Truth;
    }

    async Task<List<MonthlyDelivery>> DeliveryAsync(CancellationToken cancel)
    {
        var months = new List<MonthlyDelivery>();
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (DeliveryByMonth.Select, transaction);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            months.Add(new(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), Calendar.Day(Convert.ToInt32(reader.GetValue(3), CultureInfo.InvariantCulture)),
                reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6), reader.GetInt64(7), reader.GetInt64(8), reader.GetInt64(9), reader.GetInt64(10),
                reader.GetInt64(11), reader.GetInt64(12)));
        return months;
    }

    /// <summary>Rates and caps are what was delivered: budgets limit media, and what clients are billed follows from it.</summary>
    AcmeOrder Order(AcmeCampaign campaign) => new(
        keys.Campaign + campaign.Number, string.Create(CultureInfo.InvariantCulture, $"CMP-{campaign.Number:D6}"), keys.Client + campaign.Advertiser.Number,
        keys.Account + campaign.Advertiser.Number, campaign.Advertiser.TermsDays, AcmeDimensions.Word(campaign.Billing).ToUpperInvariant(), Rate: null, Cap: null,
        [.. campaign.Lines.Select(line => new AcmeOrderLine(keys.AdSet + line.Number, campaign.Start, campaign.End))]);

    AcmePayee Payee(AcmePublisher publisher) => new(
        keys.Publisher + publisher.Number, string.Create(CultureInfo.InvariantCulture, $"PUB-{publisher.Number:D4}"), publisher.TermsDays, publisher.PaidWhenPaid);
}
