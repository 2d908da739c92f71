using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Orders and payments: what was received, less what was given back, on the day it was ordered or paid.</summary>
static class ShopFamilies
{
    static Family Order { get; } = new()
    {
        Name = "",
        Title = "",
        Grade = Grade.Recalled,
        Source = "",
        Target = Target.Revenue,
        IgnoresUnknownText = true,
        KeysAreUnique = true,
    };

    public static IReadOnlyList<Family> All { get; } =
    [
        Order with
        {
            Name = "shopify_orders",
            Title = "Shopify order exports",
            Grade = Grade.Seen,
            Source = "column lists of real exports in public repositories",
            Platform = Platform.Shopify,
            Needs = [new("financial status", 5), new("name", 1), new("total"), new("created at")],
            Signs = [new("lineitem quantity|lineitem name"), new("fulfillment status"), new("paid at")],
            Columns = WordList.Of(
                (OrderId, "name"), (Day, "created at"), (Amount, "total"), (Refunded, "refunded amount"),
                (OrderStatus, "financial status"),
                (Currency, "currency"), (Channel, "source")),
            HasItemRows = true,
            Status = new(["paid", "partially refunded", "refunded"]),
        },
        Order with
        {
            Name = "stripe_payments",
            Title = "Stripe payments exported from the dashboard",
            Grade = Grade.Recalled,
            Source = "memory of the report's columns",
            Platform = Platform.Stripe,
            Needs = [new("amount"), new("amount refunded"), new("created (utc)|created date (utc)", 5), new("status"),
                new("currency")],
            Columns = WordList.Of(
                (OrderId, "id|paymentintent id|payment intent id"), (Day, "created (utc)|created date (utc)"),
                (Amount, "amount@decimals"),
                (Refunded, "amount refunded"), (OrderStatus, "status"), (Currency, "currency")),
            TimesAreUtc = true,
            Status = new(["paid", "refunded", "partially refunded", "partial refund", "succeeded"]),
        },
        Order with
        {
            Name = "stripe_charges",
            Title = "Stripe charges as its interface and data pipelines give them, in coins",
            Grade = Grade.Recalled,
            Source = "the interface's documentation as remembered",
            Platform = Platform.Stripe,
            Needs = [new("amount"), new("amount refunded"), new("created", 5), new("status"), new("currency"),
                new("paid|captured|balance transaction|balance transaction id")],
            Columns = WordList.Of(
                (OrderId, "id"), (Day, "created"), (Amount, "amount@minor"), (Refunded, "amount refunded"),
                (OrderStatus, "status"), (Currency, "currency")),
            TimesAreUtc = true,
            Status = new(["succeeded", "paid"]),
        },
    ];
}
