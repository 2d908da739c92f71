using System.Data.Common;
using System.Globalization;

namespace Admetry.Storage.Warehouse;

/// <summary>What a campaign did in the auctions of one way of buying.</summary>
/// <param name="Kind">Of its creatives, such as video; "" where none says.</param>
/// <param name="Auction">1 open, 2 private marketplace, 3 direct.</param>
/// <param name="Bids">Impressions bid for.</param>
/// <param name="Wins">Impressions won.</param>
public sealed record AuctionTally(long Campaign, string Kind, int Auction, long Bids, long Wins);

/// <summary>What the log of an exchange says of all its campaigns in some days.</summary>
/// <param name="Places">By campaign: how many cities it bid in. Campaigns without a log are missing.</param>
public sealed record AuctionLog(IReadOnlyList<AuctionTally> Tallies, IReadOnlyDictionary<long, int> Places)
{
    /// <summary>By campaign: the wins that all campaigns of its kind have from as many bids of the same ways of buying.</summary>
    public IReadOnlyDictionary<long, double> ExpectedWins { get; } = Expected(Tallies);

    static Dictionary<long, double> Expected(IReadOnlyList<AuctionTally> tallies)
    {
        var rates = tallies.GroupBy(tally => (tally.Kind, tally.Auction))
            .ToDictionary(group => group.Key, group => (double)group.Sum(tally => tally.Wins) / group.Sum(tally => tally.Bids));
        return tallies.GroupBy(tally => tally.Campaign)
            .ToDictionary(campaign => campaign.Key, campaign => campaign.Sum(tally => tally.Bids * rates[(tally.Kind, tally.Auction)]));
    }
}

/// <summary>Reads how campaigns fare in auctions, from a roll-up of the exchange's log; other platforms keep theirs to themselves.</summary>
/// <remarks>It counts every campaign, whoever asks: levels to compare with, never shown with a name.</remarks>
public sealed class AuctionReader(WarehouseDatabase warehouse)
{
    /// <exception cref="DbException">The warehouse is unreachable.</exception>
    public async Task<AuctionLog> ReadAsync(DateRange days, CancellationToken cancel)
    {
        var within = string.Create(CultureInfo.InvariantCulture, $"date_id between {Calendar.Key(days.First)} and {Calendar.Key(days.Last)}");
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        var tallies = await ListAsync(connection,
            $"""
            select i.campaign_id, coalesce(r.kind, ''), i.auction_type, i.bids, i.wins
            from (select campaign_id, auction_type, sum(bids) as bids, sum(wins) as wins from rollup_auction_day where {within} group by campaign_id, auction_type) i
            left join (select campaign_id, min(creative_type) as kind from dim_creative group by campaign_id) r on r.campaign_id = i.campaign_id
            order by i.campaign_id, i.auction_type
            """, row => new AuctionTally(row.GetInt64(0), row.GetString(1), row.GetInt16(2), Long(row, 3), Long(row, 4)), cancel);
        var places = await ListAsync(connection,
            $"select campaign_id, count(*) from (select distinct campaign_id, geo_id from rollup_auction_day where {within}) i group by campaign_id",
            row => (row.GetInt64(0), (int)Long(row, 1)), cancel);
        return new(tallies, places.ToDictionary());
    }

    static long Long(DbDataReader row, int column) => Convert.ToInt64(Convert.ToDecimal(row.GetValue(column), CultureInfo.InvariantCulture));

    static async Task<List<T>> ListAsync<T>(DbConnection connection, string sql, Func<DbDataReader, T> row, CancellationToken cancel)
    {
        var found = new List<T>();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            found.Add(row(reader));
        return found;
    }
}
