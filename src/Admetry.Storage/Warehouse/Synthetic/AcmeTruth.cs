using System.Data.Common;
using Admetry.Synthetic.Acme;
using Dapper;

namespace Admetry.Storage.Warehouse.Synthetic;

/// <summary>Writes what was planted into a schema of its own, which nothing but a scorer reads.</summary>
sealed class AcmeTruth(DbConnection connection, DbTransaction transaction, SqlDialect dialect, AcmeWorld world, AcmeKeys keys)
{
    /// <summary>The schema's name: <c>truth</c> in DuckDB's file, on PostgreSQL the warehouse's with <c>_truth</c>.</summary>
    public static async Task<string> SchemaAsync(DbConnection connection, DbTransaction? transaction, SqlDialect dialect) => dialect.IsPostgres
        ? $"\"{WarehouseDatabase.TruthOf((await connection.ExecuteScalarAsync<string>("select current_schema()", transaction: transaction))!)}\""
        : "truth";

    public static async Task DropAsync(DbConnection connection, DbTransaction transaction, SqlDialect dialect) =>
        await connection.ExecuteAsync($"drop schema if exists {await SchemaAsync(connection, transaction, dialect)} cascade", transaction: transaction);

    public async Task WriteAsync(JourneyWriter journeys, IReadOnlyList<PlantedError> errors, CancellationToken cancel)
    {
        var schema = await SchemaAsync(connection, transaction, dialect);
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            drop schema if exists {schema} cascade;
            create schema {schema};
            create table {schema}.creative_test (campaign_id bigint, creative_a bigint, creative_b bigint, factor double precision);
            create table {schema}.anomaly (kind varchar, campaign_id bigint, first_day date, last_day date);
            create table {schema}.funnel_step (device_type smallint, tier varchar, step varchar, chance double precision);
            create table {schema}.funnel_break (device_type smallint, step varchar, first_day date, last_day date, factor double precision);
            create table {schema}.expected_media (date_id integer, media_micros double precision);
            create table {schema}.pacing_cause (campaign_id bigint, cause varchar, delivery double precision);
            create table {schema}.arbitrage_risk (campaign_id bigint);
            create table {schema}.finance_error (kind varchar, client_id bigint, document_id bigint, payment_id bigint);
            create table {schema}.channel_effect (channel varchar, role varchar, effect double precision, half_life_days double precision, orders double precision);
            """, transaction: transaction, cancellationToken: cancel));
        await new AcmeModelTruth(connection, transaction, schema, world, keys).WriteAsync(cancel);
        await ManyAsync("creative_test", world.Entities.Tests.Select(test => (object)new
        {
            campaign = keys.Campaign + test.Campaign,
            a = keys.Creative + CreativeOf(test, 0),
            b = keys.Creative + CreativeOf(test, 1),
            factor = test.Factor,
        }), "@campaign, @a, @b, @factor");
        await ManyAsync("anomaly", world.Events.Select(happens => (object)new
        {
            kind = AcmeDimensions.Word(happens.Kind), campaign = keys.Campaign + happens.Campaign, first = Text(happens.First), last = Text(happens.Last),
        }), "@kind, @campaign, cast(@first as date), cast(@last as date)");
        await ManyAsync("funnel_step", Steps(), "@device, @tier, @step, @chance");
        await ManyAsync("funnel_break", new[] { DeviceType.Mobile, DeviceType.Tablet }.Select(device => (object)new
        {
            device = (short)device, first = Text(VisitFunnel.Broken.First), last = Text(VisitFunnel.Broken.Last), factor = VisitFunnel.BrokenFactor,
        }), "@device, 'purchase', cast(@first as date), cast(@last as date), @factor");
        await ManyAsync("expected_media", world.Plan.Media.Select((media, day) => (object)new { date = Calendar.Key(AcmeParameters.First.AddDays(day)), media }), "@date, @media");
        await ManyAsync("pacing_cause", world.Entities.Campaigns.Select(campaign => (object)new
        {
            campaign = keys.Campaign + campaign.Number, cause = campaign.Curve > 1 ? "early" : AcmeDimensions.Word(campaign.Cause), delivery = campaign.Delivery,
        }), "@campaign, @cause, @delivery");
        await ManyAsync("arbitrage_risk", world.ArbitrageRisks.Select(campaign => (object)new { campaign = keys.Campaign + campaign }), "@campaign");
        await ManyAsync("finance_error", errors.Select(error => (object)new { kind = error.Kind.ToString(), error.PartyId, error.DocumentId, error.PaymentId }), "@kind, @PartyId, @DocumentId, @PaymentId");
        await ManyAsync("channel_effect", JourneyChannel.All.Select((channel, i) => (object)new
        {
            channel.Name, role = AcmeDimensions.Word(channel.Role), channel.Effect, half = JourneyChannel.HalfLife, orders = journeys.Credit[i],
        }).Append(new { Name = "none", role = "none", Effect = JourneyChannel.BaseRate, half = 0.0, orders = (double)journeys.ByThemselves }), "@Name, @role, @Effect, @half, @orders");

        async Task ManyAsync(string table, IEnumerable<object> rows, string values) =>
            await connection.ExecuteAsync($"insert into {schema}.{table} select {values}", rows, transaction);
    }

    int CreativeOf(CreativeTest test, int index) => world.Entities.Campaigns[test.Campaign - 1].Creatives[index].Number;

    static IEnumerable<object> Steps() =>
        from device in Enum.GetValues<DeviceType>()
        from tier in Enum.GetValues<PublisherTier>()
        let steps = VisitFunnel.Steps(device, tier)
        from step in new[] { ("product", steps.ToProduct), ("cart", steps.ToCart), ("checkout", steps.ToCheckout) }
        select new { device = (short)device, tier = AcmeDimensions.Word(tier), step = step.Item1, chance = step.Item2 };

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", null);
}
