using System.Data.Common;
using Admetry.Synthetic.Acme;
using Dapper;

namespace Admetry.Storage.Warehouse.Synthetic;

/// <summary>Which keys the entities of a generated company have in this warehouse: entity number n has the base plus n.</summary>
/// <param name="Geo">By the city's number; index 0 is Unknown.</param>
/// <param name="Country">By the country's number; index 0 is Unknown.</param>
sealed record AcmeKeys(
    long Client, long Account, long Campaign, long AdSet, long Creative, long Ad, long Publisher, long Placement,
    IReadOnlyList<long> Geo, IReadOnlyList<long> Country, IReadOnlyList<long> CountryOfGeo)
{
    /// <summary>How the accounts of newsletters are numbered at their platform.</summary>
    public const string MailPrefix = "NEWS";

    /// <summary>The accounts that a generated company has, as their keys.</summary>
    public static string Accounts =>
        $"select account_id from dim_account where platform_id = {Platform.Acme.Id} or (platform_id = {Platform.Email.Id} and external_account_id like '{MailPrefix}-%')";

    /// <summary>The account of an advertiser's newsletter: behind those at the exchange.</summary>
    public long Mail(AcmeWorld world, AcmeAdvertiser advertiser) => Account + world.Entities.Advertisers.Count + advertiser.Number;

    /// <summary>Takes the next free keys, and finds or makes the countries and cities.</summary>
    public static async Task<AcmeKeys> TakeAsync(DbConnection connection, DbTransaction? transaction)
    {
        var countries = new List<long> { 0 };
        foreach (var country in AcmeGeography.Countries)
            countries.Add(await connection.ExecuteScalarAsync<long?>("select country_id from dim_country where country_code = @Code", country, transaction)
                ?? await connection.ExecuteScalarAsync<long>(
                    "insert into dim_country (country_id, country_code, country_name, cpm_index) select max(country_id) + 1, @Code, @name, @PriceIndex from dim_country returning country_id",
                    new { country.Code, name = Countries.NameOf(country.Code), country.PriceIndex }, transaction));

        var (cities, countryOf) = (new List<long> { 0 }, new List<long> { 0 });
        foreach (var city in AcmeGeography.Cities)
        {
            var place = new { country = countries[city.Country.Number], city.Region, city.City };
            countryOf.Add(place.country);
            cities.Add(await connection.ExecuteScalarAsync<long?>("select geo_id from dim_geo where country_id = @country and geo_region = @Region and geo_city = @City", place, transaction)
                ?? await connection.ExecuteScalarAsync<long>("insert into dim_geo (geo_id, country_id, geo_region, geo_city) select max(geo_id) + 1, @country, @Region, @City from dim_geo returning geo_id", place, transaction));
        }

        return new(
            await Base("client"), await Base("account"), await Base("campaign"), await Base("adset"), await Base("creative"), await Base("ad"),
            await Base("publisher"), await Base("placement"), cities, countries, countryOf);

        Task<long> Base(string name) => connection.ExecuteScalarAsync<long>($"select max({name}_id) from dim_{name}", transaction: transaction);
    }
}
