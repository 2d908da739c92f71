namespace Admetry.Finance;

/// <summary>Which way money moved.</summary>
public enum PaymentDirection
{
    /// <summary>A client paid us.</summary>
    In,

    /// <summary>We paid a publisher.</summary>
    Out,
}

/// <summary>One movement on the bank account, on the day it was booked.</summary>
/// <param name="ClientId">Of money in; 0 otherwise.</param>
/// <param name="PublisherId">Of money out; 0 otherwise.</param>
/// <param name="Amount">Major units, whole cents, above zero.</param>
/// <param name="Reference">What the payer wrote: usually the number of the document.</param>
public sealed record Payment(
    long PaymentId, PaymentDirection Direction, long ClientId, long PublisherId, DateOnly PaidDate, decimal Amount, string Reference)
{
    /// <summary>The client or the publisher.</summary>
    public long PartyId => Direction is PaymentDirection.In ? ClientId : PublisherId;

    public BookSide Side => Direction is PaymentDirection.In ? BookSide.Receivable : BookSide.Payable;
}

/// <summary>A part of a payment, or of a credit note or clawback, held against an invoice or a statement.</summary>
/// <param name="PaymentId">0 where a credit is applied.</param>
/// <param name="CreditId">The document of the credit note or clawback; 0 where a payment is applied.</param>
/// <param name="DocumentId">The invoice or statement that it settles.</param>
/// <param name="Amount">Major units, whole cents, above zero.</param>
public sealed record Allocation(
    long AllocationId, long PaymentId, long CreditId, long DocumentId, decimal Amount, DateOnly AllocatedDate);
