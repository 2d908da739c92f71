using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Admetry.Storage.Control;

/// <summary>What happened to one received part, as the user was told.</summary>
/// <param name="Outcome"><c>loaded</c>, <c>unchanged</c>, <c>refused</c> or <c>forgotten</c>.</param>
/// <param name="LoadId">Null when nothing was loaded.</param>
/// <param name="At">UTC, ISO 8601.</param>
public sealed record ImportRecord(long LandingOrder, string Part, string FileName, string Outcome, long? LoadId, string Message, string At);

/// <summary>Runs and acknowledgements, apart from the warehouse: by comparing the two, a lost commit is found.</summary>
/// <remarks>SQLite in WAL with full sync: what <see cref="Record"/> returned from is on the disk.</remarks>
public sealed class ControlStore : IDisposable
{
    const string Schema = """
        create table if not exists import_record (
          landing_order integer not null, part text not null, file_name text not null, outcome text not null, load_id integer,
          message text not null, at text not null, primary key (landing_order, part));
        create table if not exists fence (id integer primary key autoincrement);
        create table if not exists open_import (landing_order integer primary key);
        """;

    readonly SqliteConnection connection;
    readonly Lock gate = new();

    public ControlStore(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        connection = ControlDatabase.Open(file);
        connection.Execute(Schema);
    }

    /// <summary>Held by whoever changes the warehouse from landing: what arrived first is loaded first, so that a replay gives the same.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>A number greater than any given before: the newer loader wins, whoever wakes last.</summary>
    public long NextFence()
    {
        lock (gate)
            return connection.ExecuteScalar<long>("insert into fence default values returning id");
    }

    /// <summary>Acknowledges an outcome; a later one for the same part replaces it.</summary>
    public void Record(long order, string part, string fileName, string outcome, long? loadId, string message, DateTimeOffset at)
    {
        lock (gate)
            connection.Execute(
                """
                insert into import_record values (@order, @part, @fileName, @outcome, @loadId, @message, @at)
                on conflict (landing_order, part) do update set
                  outcome = case when excluded.outcome = 'unchanged' and import_record.outcome = 'loaded' then 'loaded' else excluded.outcome end, load_id = excluded.load_id, message = excluded.message, at = excluded.at
                """,
                new { order, part, fileName, outcome, loadId, message, at = at.ToString("O", CultureInfo.InvariantCulture) });
    }

    /// <summary>Puts these outcomes in the place of what was said before of the same parts, all or none.</summary>
    public void Replace(IReadOnlyList<ImportRecord> records)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute("insert or replace into import_record values (@LandingOrder, @Part, @FileName, @Outcome, @LoadId, @Message, @At)", records, transaction);
            transaction.Commit();
        }
    }

    /// <summary>Notes that the parts of a payload are being loaded; a crash before <see cref="End"/> leaves it to the next start.</summary>
    public void Begin(long order)
    {
        lock (gate)
            connection.Execute("insert or ignore into open_import values (@order)", new { order });
    }

    /// <summary>Every part of the payload has its outcome.</summary>
    public void End(long order)
    {
        lock (gate)
            connection.Execute("delete from open_import where landing_order = @order", new { order });
    }

    /// <summary>Payloads whose loading began and did not end.</summary>
    public IReadOnlyList<long> Open()
    {
        lock (gate)
            return [.. connection.Query<long>("select landing_order from open_import order by landing_order")];
    }

    public IReadOnlyList<ImportRecord> Records()
    {
        lock (gate)
            return [.. connection.Query<ImportRecord>(
                """
                select landing_order as LandingOrder, part as Part, file_name as FileName, outcome as Outcome, load_id as LoadId,
                  message as Message, at as At
                from import_record order by landing_order, part
                """)];
    }

    /// <summary>Parts whose last outcome was to be loaded under a load of their own.</summary>
    public long CountLoaded() => Count("select count(*) from import_record where outcome = 'loaded'");

    public long CountForgotten() => Count("select count(*) from import_record where outcome = 'forgotten'");

    /// <summary>The newest landing order with an outcome; 0 before the first.</summary>
    public long LastOrder() => Count("select coalesce(max(landing_order), 0) from import_record");

    long Count(string sql)
    {
        lock (gate)
            return connection.ExecuteScalar<long>(sql);
    }

    public void Dispose()
    {
        connection.Dispose();
        Turn.Dispose();
    }
}
