using System.Data.Common;
using System.Globalization;
using Admetry.Synthetic.Acme;
using Dapper;

namespace Admetry.Storage.Warehouse.Synthetic;

/// <summary>Writes the truth of models: breaks of level, responses to spend, what makes a creative good, and how customers buy.</summary>
sealed class AcmeModelTruth(DbConnection connection, DbTransaction transaction, string schema, AcmeWorld world, AcmeKeys keys)
{
    const int RowsAtOnce = 1_000;

    public async Task WriteAsync(CancellationToken cancel)
    {
        await RunAsync(
            $"""
            create table {schema}.structural_break (kind varchar, measure varchar, first_day date, last_day date, before double precision, after double precision);
            create table {schema}.spend_response (campaign_id bigint, exponent double precision, factor double precision, daily_spend double precision);
            create table {schema}.creative_weight (feature varchar, weight double precision);
            create table {schema}.creative_score (creative_id bigint, score double precision, is_good boolean);
            create table {schema}.customer_model (r double precision, alpha double precision, a double precision, b double precision,
              p double precision, q double precision, gamma double precision, customers bigint);
            create table {schema}.customer (user_no bigint, client_id bigint, rate double precision, dropout double precision, mean_amount double precision);
            """, cancel);
        await InsertAsync("structural_break", StructuralBreak.All.Select(one =>
            Row($"'{one.Kind}', '{one.Measure}', date '{one.First:yyyy-MM-dd}', {(one.Last is { } last ? Row($"date '{last:yyyy-MM-dd}'") : "null")}, {one.Before}, {one.After}")), cancel);
        await InsertAsync("spend_response", world.Entities.Campaigns.Select(world.ResponseOf).Select(curve =>
            Row($"{keys.Campaign + curve.Campaign}, {curve.Exponent:R}, {curve.Factor:R}, {curve.DailyMedia / 1_000_000:R}")), cancel);
        await InsertAsync("creative_weight", CreativeScore.Features.Select(feature => Row($"'{feature.Name}', {feature.Weight}")).Prepend(Row($"'base', {CreativeScore.Base}")), cancel);
        await InsertAsync("creative_score", world.Entities.Campaigns.SelectMany(campaign => campaign.Creatives).Where(creative => creative.IsGood is not null).Select(creative =>
            Row($"{keys.Creative + creative.Number}, {creative.Score:R}, {(creative.IsGood is true ? "true" : "false")}")), cancel);
        await CustomersAsync(cancel);
    }

    async Task CustomersAsync(CancellationToken cancel)
    {
        var draw = new CustomerDraw(world);
        await InsertAsync("customer_model",
        [
            Row($"{CustomerDraw.R}, {CustomerDraw.Alpha}, {CustomerDraw.A}, {CustomerDraw.B}, {CustomerDraw.P}, {CustomerDraw.Q}, {CustomerDraw.GammaScale}, {draw.Count}"),
        ], cancel);
        await InsertAsync("customer", Enumerable.Range(1, draw.Count).Select(draw.Draw).Select(customer =>
            Row($"{CustomerWriter.UserNo(world, customer.Number)}, {keys.Client + customer.Advertiser}, {customer.Rate:R}, {customer.Dropout:R}, {customer.MeanAmount:R}")), cancel);
    }

    async Task InsertAsync(string table, IEnumerable<string> rows, CancellationToken cancel)
    {
        foreach (var some in rows.Chunk(RowsAtOnce))
            await RunAsync($"insert into {schema}.{table} values ({string.Join("), (", some)})", cancel);
    }

    Task RunAsync(string sql, CancellationToken cancel) => connection.ExecuteAsync(new CommandDefinition(sql, transaction: transaction, cancellationToken: cancel));

    static string Row(FormattableString row) => row.ToString(CultureInfo.InvariantCulture);
}
