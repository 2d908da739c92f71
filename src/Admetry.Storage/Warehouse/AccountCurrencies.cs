using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>An account's money is in one currency: a file that names another is refused.</summary>
public static class AccountCurrencies
{
    /// <summary>What a load of these accounts would be refused for, one sentence each; empty when it would not.</summary>
    /// <exception cref="DbException">The warehouse is unreachable.</exception>
    public static async Task<IReadOnlyList<string>> ConflictsAsync(WarehouseDatabase warehouse, IEnumerable<AdAccount> accounts, CancellationToken cancel)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        var known = (await connection.QueryAsync<(int Platform, string ExternalId, string Currency)>(new CommandDefinition(
            "select platform_id, external_account_id, currency from dim_account where currency <> ''", cancellationToken: cancel)))
            .ToDictionary(row => (row.Platform, row.ExternalId), row => row.Currency);
        return
        [
            .. from account in accounts
               let conflict = Conflict(account, known.GetValueOrDefault((account.Platform.Id, account.ExternalId)))
               where conflict is not null
               select $"{conflict.Message} {conflict.Remedy}",
        ];
    }

    /// <param name="known">The currency the account has in the warehouse; null or empty: none yet.</param>
    /// <returns>Null when both may stand beside each other.</returns>
    internal static WarehouseException? Conflict(AdAccount account, string? known) =>
        account.Currency is "" || string.IsNullOrEmpty(known) || account.Currency == known ? null : new(
            $"The {account.Platform.Name} account {(account.ExternalId is "" ? "of earlier files, which name none," : $"'{account.ExternalId}'")} is in {known}, but this file is in {account.Currency}.",
            "Name another account for this file (--account ID), or correct the currency of the first import.");
}
