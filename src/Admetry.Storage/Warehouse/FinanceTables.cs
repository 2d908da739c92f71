using Admetry.Finance;

namespace Admetry.Storage.Warehouse;

/// <summary>The tables of the books and the words they use.</summary>
static class FinanceTables
{
    public static IReadOnlyList<string> All { get; } = ["insertion_order", "io_line", "fin_document", "fin_line", "fin_payment", "fin_allocation"];

    /// <summary>What each of them says, over alias f: numbers of documents and codes of parties for keys.</summary>
    public static IReadOnlyList<(string Table, string[] Columns, string Joins)> Hashed { get; } =
    [
        ("insertion_order", ["f.io_no", "c.client_code", "f.terms_days", "f.currency", "f.cap"], Client),
        ("io_line", ["o.io_no", "s.external_adset_id", "f.billing_model", "f.rate", "f.units", "f.first_day", "f.last_day"],
            "join insertion_order o on o.io_id = f.io_id join dim_adset s on s.adset_id = f.adset_id"),
        ("fin_document",
            ["f.document_no", "f.kind", "c.client_code", "p.publisher_code", "f.period", "f.issue_date", "f.due_date", "f.currency", "f.total", "f.sequential"], $"{Client} {Publisher}"),
        ("fin_line", ["d.document_no", "p.publisher_code", "k.external_campaign_id", "f.quantity", "f.rate", "f.amount", "f.residual_micros"],
            $"join fin_document d on d.document_id = f.document_id join dim_campaign k on k.campaign_id = f.campaign_id {Publisher}"),
        ("fin_payment", ["f.direction", "c.client_code", "p.publisher_code", "f.paid_date", "f.amount", "f.reference"], $"{Client} {Publisher}"),
        ("fin_allocation", ["d.document_no", "y.reference", "y.paid_date", "n.document_no", "f.amount", "f.allocated_date"],
            "join fin_document d on d.document_id = f.document_id left join fin_payment y on y.payment_id = f.payment_id left join fin_document n on n.document_id = f.credit_id"),
    ];

    const string Client = "join dim_client c on c.client_id = f.client_id";
    const string Publisher = "join dim_publisher p on p.publisher_id = f.publisher_id";

    public static string Of(DocumentKind kind) => kind switch
    {
        DocumentKind.Invoice => "ar_invoice",
        DocumentKind.CreditNote => "ar_credit_note",
        DocumentKind.Statement => "ap_statement",
        _ => "ap_clawback",
    };

    /// <exception cref="FormatException">The table holds another word.</exception>
    public static DocumentKind Kind(string text) => text switch
    {
        "ar_invoice" => DocumentKind.Invoice,
        "ar_credit_note" => DocumentKind.CreditNote,
        "ap_statement" => DocumentKind.Statement,
        "ap_clawback" => DocumentKind.Clawback,
        _ => throw new FormatException($"{text} is no kind of document."),
    };

    public static string Of(PaymentDirection direction) => direction is PaymentDirection.In ? "in" : "out";
}
