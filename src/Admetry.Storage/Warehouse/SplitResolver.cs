using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>Turns what splits a staged row (placement, age and gender, country, device, keyword) and its action types into keys.</summary>
sealed class SplitResolver(StagedRows staged, DbTransaction transaction)
{
    DbConnection Connection => staged.Connection;

    /// <summary>Fills <c>stg_split</c> and <c>stg_action_type</c>.</summary>
    public async Task ResolveAsync(CancellationToken cancel)
    {
        var ages = await KeysAsync("select age_group as Name, age_id as Key from dim_age");
        var genders = await KeysAsync("select gender as Name, gender_id as Key from dim_gender");
        var rows = new List<(int Number, Split Split, long Placement, long Age, long Gender, long Country)>();
        foreach (var (split, number) in staged.Numbers.Splits)
            rows.Add((
                number + 1,
                split,
                split.Breakdown is Breakdown.Placement ? await PlacementAsync(split) : 0,
                split.Breakdown is Breakdown.AgeGender ? ages.GetValueOrDefault(split.Value1) : 0,
                split.Breakdown is Breakdown.AgeGender ? genders.GetValueOrDefault(split.Value2) : 0,
                split.Breakdown is Breakdown.Country ? await CountryAsync(split.Value1)
                    : split.Breakdown is Breakdown.DeviceCountry ? await CountryAsync(split.Value2) : 0));
        var actions = new List<(int Number, long Key)>();
        foreach (var (action, number) in staged.Numbers.Actions)
            actions.Add((number, await ActionTypeAsync(action)));

        var to = staged.Bulk("stg_split");
        foreach (var (number, split, placement, age, gender, country) in rows)
        {
            to.Integer(number);
            to.Long(placement);
            to.Long(age);
            to.Long(gender);
            to.Long(country);
            to.Text(NameOf(split.Breakdown));
            to.Text(split.Value1);
            to.Text(split.Value2);
            to.EndRow();
        }

        foreach (var (number, key) in actions)
        {
            staged.Bulk("stg_action_type").Integer(number);
            staged.Bulk("stg_action_type").Long(key);
            staged.Bulk("stg_action_type").EndRow();
        }

        await staged.FinishAsync(cancel);
    }

    static string NameOf(Breakdown breakdown) => breakdown switch
    {
        Breakdown.Placement => "placement",
        Breakdown.AgeGender => "age_gender",
        Breakdown.Country => "country",
        Breakdown.Device => "device",
        Breakdown.Keyword => "keyword",
        Breakdown.SearchTerm => "search_term",
        Breakdown.DeviceCountry => "device_country",
        _ => "other",
    };

    async Task<Dictionary<string, long>> KeysAsync(string sql) =>
        (await Connection.QueryAsync<(string Name, long Key)>(sql, transaction: transaction)).ToDictionary(row => row.Name, row => row.Key, StringComparer.OrdinalIgnoreCase);

    async Task<long> PlacementAsync(Split split) =>
        await Connection.ExecuteScalarAsync<long?>(
            "select placement_id from dim_placement where publisher_platform = @Value1 and platform_position = @Value2", split, transaction)
        ?? await Connection.ExecuteScalarAsync<long>(
            """
            insert into dim_placement (placement_id, publisher_id, publisher_platform, platform_position, placement_name)
            select max(placement_id) + 1, 0, @Value1, @Value2, @Value1 || case when @Value2 = '' then '' else ' ' || @Value2 end from dim_placement
            returning placement_id
            """,
            split, transaction);

    async Task<long> CountryAsync(string code) =>
        await Connection.ExecuteScalarAsync<long?>("select country_id from dim_country where country_code = @code", new { code }, transaction)
        ?? await Connection.ExecuteScalarAsync<long>(
            "insert into dim_country (country_id, country_code, country_name) select max(country_id) + 1, @code, @name from dim_country returning country_id",
            new { code, name = Countries.NameOf(code) }, transaction);

    async Task<long> ActionTypeAsync(string name) =>
        await Connection.ExecuteScalarAsync<long?>("select action_type_id from dim_action_type where action_type = @name", new { name }, transaction)
        ?? await Connection.ExecuteScalarAsync<long>(
            """
            insert into dim_action_type (action_type_id, action_type, is_conversion, counts_as)
            select max(action_type_id) + 1, @name, @countsAs <> 'none', @countsAs from dim_action_type returning action_type_id
            """,
            new { name, countsAs = name is "purchase" or "lead" or "add_to_cart" ? name : "none" }, transaction);
}
