using System.Data.Common;
using Admetry.Finance;
using Admetry.Metrics;

namespace Admetry.Storage.Warehouse;

/// <summary>The books as someone may see them.</summary>
/// <param name="Lines">Of the documents.</param>
/// <param name="Clients">By key, those with documents or orders.</param>
/// <param name="Publishers">By key; empty for those who may see only some clients.</param>
public sealed record FinanceBooks(
    Books Books, IReadOnlyList<FinanceLine> Lines, IReadOnlyList<InsertionOrder> Orders, IReadOnlyList<IoLine> OrderLines,
    IReadOnlyDictionary<long, NamedCode> Clients, IReadOnlyDictionary<long, NamedCode> Publishers)
{
    /// <summary>The last day anything in these books is dated; null where they are empty.</summary>
    public DateOnly? LastDay { get; } = Books.Documents.Select(document => (DateOnly?)document.IssueDate)
        .Concat(Books.Payments.Select(payment => (DateOnly?)payment.PaidDate)).Max();
}

/// <summary>Reads the books from an open warehouse, all tables of one moment. Safe for many callers at once.</summary>
public sealed class FinanceReader(WarehouseDatabase warehouse)
{
    /// <remarks>Someone who may see only some clients sees the documents and payments of these, and nothing that is owed to publishers.</remarks>
    /// <exception cref="DbException">The warehouse is unreachable.</exception>
    public Task<FinanceBooks> ReadAsync(Principal principal, CancellationToken cancel) =>
        warehouse.RememberAsync(principal, "", () => AskAsync(principal, cancel), cancel);

    async Task<FinanceBooks> AskAsync(Principal principal, CancellationToken cancel)
    {
        await using var connection = await warehouse.Source.OpenConnectionAsync(cancel);
        await WarehouseTables.SnapshotAsync(connection, warehouse.Dialect, cancel);
        var sight = new Sight(connection, principal, cancel);
        var documents = await sight.ReadAsync("select d.document_id, d.document_no, d.kind, d.client_id, d.publisher_id, d.period, d.issue_date, d.due_date, d.currency, d.total, d.sequential from fin_document d", "d.client_id", "d.document_id", Document);
        var payments = await sight.ReadAsync("select p.payment_id, p.direction, p.client_id, p.publisher_id, p.paid_date, p.amount, p.reference from fin_payment p", "p.client_id", "p.payment_id", Payment);
        var allocations = await sight.ReadAsync("select a.allocation_id, a.payment_id, a.credit_id, a.document_id, a.amount, a.allocated_date from fin_allocation a join fin_document d on d.document_id = a.document_id", "d.client_id", "a.allocation_id", Allocation);
        var lines = await sight.ReadAsync("select l.line_id, l.document_id, l.io_line_id, l.campaign_id, l.publisher_id, l.quantity, l.rate, l.amount, l.residual_micros from fin_line l join fin_document d on d.document_id = l.document_id", "d.client_id", "l.line_id", Line);
        var orders = await sight.ReadAsync("select o.io_id, o.io_no, o.client_id, o.account_id, o.campaign_id, o.terms_days, o.currency, o.cap from insertion_order o", "o.client_id", "o.io_id", Order);
        var orderLines = await sight.ReadAsync("select l.io_line_id, l.io_id, l.adset_id, l.billing_model, l.rate, l.units, l.first_day, l.last_day from io_line l join insertion_order o on o.io_id = l.io_id", "o.client_id", "l.io_line_id", OrderLine);
        var clients = await sight.ReadAsync("select c.client_id, c.client_code, c.client_name from dim_client c join (select client_id from fin_document union select client_id from insertion_order) u on u.client_id = c.client_id", "c.client_id", "c.client_id", Named);
        var publishers = principal.Clients is not null ? []
            : await sight.ReadAsync("select p.publisher_id, p.publisher_code, p.publisher_name from dim_publisher p join (select distinct publisher_id from fin_document) u on u.publisher_id = p.publisher_id", "0", "p.publisher_id", Named);
        return new(new(documents, payments, allocations), lines, orders, orderLines, clients.Where(client => client.Key != 0).ToDictionary(), publishers.Where(publisher => publisher.Key != 0).ToDictionary());
    }

    static FinanceDocument Document(DbDataReader row) => new()
    {
        DocumentId = row.GetInt64(0),
        Number = row.GetString(1),
        Kind = FinanceTables.Kind(row.GetString(2)),
        ClientId = row.GetInt64(3),
        PublisherId = row.GetInt64(4),
        Period = row.GetFieldValue<DateOnly>(5),
        IssueDate = row.GetFieldValue<DateOnly>(6),
        DueDate = row.GetFieldValue<DateOnly>(7),
        Currency = row.GetString(8),
        Total = row.GetDecimal(9),
        IsSequential = row.GetBoolean(10),
    };

    static Payment Payment(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1) is "in" ? PaymentDirection.In : PaymentDirection.Out, row.GetInt64(2), row.GetInt64(3),
        row.GetFieldValue<DateOnly>(4), row.GetDecimal(5), row.GetString(6));

    static Allocation Allocation(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetDecimal(4), row.GetFieldValue<DateOnly>(5));

    static FinanceLine Line(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetDecimal(6), row.GetDecimal(7), row.GetInt64(8));

    static InsertionOrder Order(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt32(5), row.GetString(6),
        row.IsDBNull(7) ? null : row.GetDecimal(7));

    static IoLine OrderLine(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3), row.GetDecimal(4), row.GetInt64(5),
        row.GetFieldValue<DateOnly>(6), row.GetFieldValue<DateOnly>(7));

    static KeyValuePair<long, NamedCode> Named(DbDataReader row) => new(row.GetInt64(0), new(row.GetString(1), row.GetString(2)));

    /// <summary>One connection's reading, with only the rows of clients that someone may see.</summary>
    sealed class Sight(DbConnection connection, Principal principal, CancellationToken cancel)
    {
        public async Task<List<T>> ReadAsync<T>(string select, string client, string order, Func<DbDataReader, T> row)
        {
            var values = new SqlValues();
            var where = principal.Clients switch
            {
                null => "",
                [] => " where 1 = 0",
                var clients => $" where {client} in (select client_id from dim_client where client_id <> 0 and client_code in ({values.List("c", clients)}))",
            };
            var found = new List<T>();
            await using var command = Commands.For(connection, new($"{select}{where} order by {order}", values.All));
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
                found.Add(row(reader));
            return found;
        }
    }
}
