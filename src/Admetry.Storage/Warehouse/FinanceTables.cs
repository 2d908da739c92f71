using Admetry.Finance;

namespace Admetry.Storage.Warehouse;

/// <summary>The tables of the books and the words they use.</summary>
static class FinanceTables
{
    public static IReadOnlyList<string> All { get; } = ["insertion_order", "io_line", "fin_document", "fin_line", "fin_payment", "fin_allocation"];

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
