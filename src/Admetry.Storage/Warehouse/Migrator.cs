using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>A numbered step of the schema. <c>0001_name.postgres.sql</c> stands in for <c>0001_name.sql</c> on PostgreSQL.</summary>
sealed record Migration(int Number, string Name, string Sql)
{
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
}

/// <summary>Brings a warehouse to this program's schema, each step in a transaction of its own.</summary>
static class Migrator
{
    /// <exception cref="WarehouseException">The warehouse was made by a newer program, or a step it ran has changed since.</exception>
    public static async Task MigrateAsync(DbConnection connection, SqlDialect dialect, CancellationToken cancel)
    {
        await connection.ExecuteAsync("create table if not exists schema_migration (number integer primary key, name varchar not null, checksum varchar not null)");
        var done = (await connection.QueryAsync<(int Number, string Name, string Checksum)>("select number, name, checksum from schema_migration"))
            .ToDictionary(row => row.Number);
        var known = For(dialect);
        Refuse(done, known);

        foreach (var step in known.Where(step => !done.ContainsKey(step.Number)))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            await connection.ExecuteAsync(new CommandDefinition(step.Sql, transaction: transaction, cancellationToken: cancel));
            await connection.ExecuteAsync("insert into schema_migration values (@Number, @Name, @Checksum)", step, transaction);
            await transaction.CommitAsync(cancel);
        }
    }

    /// <summary>The steps of a dialect in order.</summary>
    public static IReadOnlyList<Migration> For(SqlDialect dialect)
    {
        var assembly = typeof(Migrator).Assembly;
        return [..
            from resource in assembly.GetManifestResourceNames()
            where resource.EndsWith(".sql", StringComparison.Ordinal)
            let isPostgres = resource.EndsWith(".postgres.sql", StringComparison.Ordinal)
            where dialect.IsPostgres || !isPostgres
            group (resource, isPostgres) by int.Parse(resource[..4], CultureInfo.InvariantCulture) into step
            orderby step.Key
            let chosen = step.OrderByDescending(file => file.isPostgres).First().resource
            select new Migration(step.Key, chosen, Text(assembly, chosen))];
    }

    static void Refuse(Dictionary<int, (int Number, string Name, string Checksum)> done, IReadOnlyList<Migration> known)
    {
        var newest = known[^1].Number;
        if (done.Keys.Any(number => number > newest))
            throw new WarehouseException(
                $"The warehouse has schema {done.Keys.Max()}, this program knows {newest}.", "Update Admetry: a newer version wrote this warehouse.");

        foreach (var step in known)
            if (done.TryGetValue(step.Number, out var ran) && ran.Checksum != step.Checksum)
                throw new WarehouseException(
                    $"The warehouse was built with another text of migration {ran.Name}.", "Run 'admetry rebuild' to build it anew from landing.") { IsOfAnotherSchema = true };
    }

    static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
