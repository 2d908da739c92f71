using System.Data.Common;
using Admetry.Synthetic.Acme;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>Writes the books of a load, table after table, and takes them out again, in the caller's transaction.</summary>
/// <remarks>What was planted in them is not written here.</remarks>
public static class FinanceWriter
{
    public static async Task WriteAsync(DbConnection connection, AcmeBooks books, long loadId, CancellationToken cancel)
    {
        await using var writers = new BulkWriters(connection);
        Orders(writers, books, loadId);
        Documents(writers, books, loadId);
        Lines(writers["fin_line"], books, loadId);
        Payments(writers, books, loadId);
        await writers.CompleteAsync(cancel);
    }

    /// <summary>Takes the books of a load out again.</summary>
    public static async Task ClearAsync(DbConnection connection, DbTransaction transaction, long loadId, CancellationToken cancel)
    {
        foreach (var table in FinanceTables.All)
            await connection.ExecuteAsync(new CommandDefinition($"delete from {table} where load_id = @loadId", new { loadId }, transaction, cancellationToken: cancel));
    }

    static void Orders(BulkWriters writers, AcmeBooks books, long loadId)
    {
        var to = writers["insertion_order"];
        foreach (var order in books.Orders)
        {
            to.Long(order.IoId);
            to.Text(order.Number);
            to.Long(order.ClientId);
            to.Long(order.AccountId);
            to.Long(order.CampaignId);
            to.Integer(order.TermsDays);
            to.Text(order.Currency);
            to.Decimal(order.Cap);
            End(to, loadId);
        }

        to = writers["io_line"];
        foreach (var line in books.OrderLines)
        {
            to.Long(line.IoLineId);
            to.Long(line.IoId);
            to.Long(line.AdsetId);
            to.Text(line.BillingModel);
            to.Decimal(line.Rate);
            to.Long(line.Units);
            to.Date(line.FirstDay);
            to.Date(line.LastDay);
            End(to, loadId);
        }
    }

    static void Documents(BulkWriters writers, AcmeBooks books, long loadId)
    {
        var to = writers["fin_document"];
        foreach (var document in books.Documents)
        {
            to.Long(document.DocumentId);
            to.Text(document.Number);
            to.Text(FinanceTables.Of(document.Kind));
            to.Long(document.ClientId);
            to.Long(document.PublisherId);
            to.Date(document.Period);
            to.Date(document.IssueDate);
            to.Date(document.DueDate);
            to.Text(document.Currency);
            to.Decimal(document.Total);
            to.Boolean(document.IsSequential);
            End(to, loadId);
        }
    }

    static void Lines(BulkWriter to, AcmeBooks books, long loadId)
    {
        foreach (var line in books.Lines)
        {
            to.Long(line.LineId);
            to.Long(line.DocumentId);
            to.Long(line.IoLineId);
            to.Long(line.CampaignId);
            to.Long(line.PublisherId);
            to.Long(line.Quantity);
            to.Decimal(line.Rate);
            to.Decimal(line.Amount);
            to.Long(line.ResidualMicros);
            End(to, loadId);
        }
    }

    static void Payments(BulkWriters writers, AcmeBooks books, long loadId)
    {
        var to = writers["fin_payment"];
        foreach (var payment in books.Payments)
        {
            to.Long(payment.PaymentId);
            to.Text(FinanceTables.Of(payment.Direction));
            to.Long(payment.ClientId);
            to.Long(payment.PublisherId);
            to.Date(payment.PaidDate);
            to.Decimal(payment.Amount);
            to.Text(payment.Reference);
            End(to, loadId);
        }

        to = writers["fin_allocation"];
        foreach (var allocation in books.Allocations)
        {
            to.Long(allocation.AllocationId);
            to.Long(allocation.PaymentId);
            to.Long(allocation.CreditId);
            to.Long(allocation.DocumentId);
            to.Decimal(allocation.Amount);
            to.Date(allocation.AllocatedDate);
            End(to, loadId);
        }
    }

    static void End(BulkWriter to, long loadId)
    {
        to.Long(loadId);
        to.EndRow();
    }
}
