using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>Finds or makes the accounts and clients a staged part names.</summary>
sealed class AccountResolver(StagedRows staged, DbTransaction transaction)
{
    /// <summary>An account's key and the one currency all its money is in; <c>''</c> while nobody has said.</summary>
    internal readonly record struct Account(long Key, string Currency);

    DbConnection Connection => staged.Connection;

    /// <returns>The account of each staged number.</returns>
    /// <exception cref="WarehouseException">A file's currency is not the one its account has.</exception>
    public async Task<Dictionary<int, Account>> ResolveAsync(bool isReplay)
    {
        var resolved = new Dictionary<int, Account>();
        foreach (var (account, number) in staged.Numbers.Accounts.OrderBy(pair => pair.Value))
            resolved[number] = await AccountAsync(account, isReplay);
        return resolved;
    }

    /// <summary>The key of a client by its code, made if missing; 0 for an empty code.</summary>
    public async Task<long> ClientAsync(string? code)
    {
        if (string.IsNullOrEmpty(code))
            return 0;

        var known = await Connection.ExecuteScalarAsync<long?>("select client_id from dim_client where client_code = @code", new { code }, transaction);
        return known ?? await Connection.ExecuteScalarAsync<long>(
            "insert into dim_client (client_id, client_code, client_name) select max(client_id) + 1, @code, @code from dim_client returning client_id",
            new { code }, transaction);
    }

    /// <summary>Writes what a client file says: the newest word wins, and what it does not say stays.</summary>
    public async Task WriteAsync(IReadOnlyList<ClientRow> clients)
    {
        foreach (var client in clients)
        {
            var key = await ClientAsync(client.ClientCode);
            await Connection.ExecuteAsync(
                """
                update dim_client set client_name = coalesce(@Name, client_name), industry = coalesce(@Industry, industry),
                  account_manager = coalesce(@AccountManager, account_manager),
                  signup_date = coalesce(cast(@signup as date), signup_date), currency = coalesce(@Currency, currency)
                where client_id = @key
                """,
                new { client.Name, client.Industry, client.AccountManager, signup = client.SignupDate?.ToString("yyyy-MM-dd", null), client.Currency, key }, transaction);
        }
    }

    async Task<Account> AccountAsync(AdAccount account, bool isReplay)
    {
        var client = await ClientAsync(account.ClientCode);
        var known = await Connection.QuerySingleOrDefaultAsync<(long Key, string Currency, long Client)?>(
            "select account_id, currency, client_id from dim_account where platform_id = @Id and external_account_id = @ExternalId",
            new { account.Platform.Id, account.ExternalId }, transaction);
        if (known is not { } row)
            return new(await AddAsync(account, client), account.Currency);

        if (AccountCurrencies.Conflict(account, row.Currency) is { } conflict)
            throw conflict;

        await Connection.ExecuteAsync(
            """
            update dim_account set account_name = case when @isReplay then account_name else coalesce(@Name, account_name) end,
              timezone = case when @isReplay then timezone else coalesce(@TimeZone, timezone) end,
              currency = case when currency = '' then @Currency else currency end,
              client_id = case when client_id = 0 then @client else client_id end
            where account_id = @Key
            """,
            new { account.Name, account.TimeZone, account.Currency, client, row.Key, isReplay }, transaction);
        return new(row.Key, row.Currency is "" ? account.Currency : row.Currency);
    }

    Task<long> AddAsync(AdAccount account, long client) => Connection.ExecuteScalarAsync<long>(
        """
        insert into dim_account (account_id, platform_id, client_id, external_account_id, account_name, currency, timezone, account_status)
        select max(account_id) + 1, @platform, @client, @ExternalId, @name, @Currency, @TimeZone, 'ACTIVE' from dim_account
        returning account_id
        """,
        new
        {
            platform = account.Platform.Id,
            client,
            account.ExternalId,
            name = account.Name ?? (account.ExternalId is "" ? $"{account.Platform.Name} account" : account.ExternalId),
            account.Currency,
            account.TimeZone,
        },
        transaction);
}
