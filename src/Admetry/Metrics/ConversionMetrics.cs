using static Admetry.Metrics.DeliveryMetrics;

namespace Admetry.Metrics;

/// <summary>What people did after the ad: conversions, purchases, leads, actions by window, and what they are worth.</summary>
/// <remarks>
/// Conversions are counted in fractions, as platforms that model attribution report them, on the day and in the window of the platform.
/// </remarks>
public static class ConversionMetrics
{
    public static Total Conversions { get; } =
        new("conversions", "Conversions", Unit.Quantity, Better.Higher, Measure.Conversions)
        {
            Definition = "Results the account counts as conversions, in the window set at the platform.",
        };

    public static Total ConversionValue { get; } =
        new("conversion_value", "Conversion value", Unit.Money, Better.Higher, Measure.ConversionValue)
        {
            Definition = "What the platform says the conversions are worth.",
        };

    public static Ratio ConversionRate { get; } =
        new("conversion_rate", "Conversion rate", Unit.Share, Better.Higher, Conversions, Clicks)
        {
            Definition = "Conversions for each click.",
        };

    public static Total Purchases { get; } =
        new("purchases", "Purchases", Unit.Quantity, Better.Higher, Measure.Purchases)
        {
            Definition = "Purchases that the platform credits to its ads.",
        };

    public static Total PurchaseValue { get; } =
        new("purchase_value", "Purchase value", Unit.Money, Better.Higher, Measure.PurchaseValue)
        {
            Definition = "What the platform says the purchases are worth.",
        };

    public static Ratio AverageOrderValue { get; } =
        new("average_order_value", "Average order value", Unit.Money, Better.Higher, PurchaseValue, Purchases)
        {
            Definition = "Purchase value for each purchase.",
        };

    public static Total Leads { get; } = new("leads", "Leads", Unit.Quantity, Better.Higher, Measure.Leads)
    {
        Definition = "Leads that the platform credits to its ads.",
    };

    public static Total AddToCart { get; } =
        new("add_to_cart", "Adds to cart", Unit.Quantity, Better.Higher, Measure.AddToCart)
        {
            Definition = "Products put into a cart, as the platform credits them.",
        };

    public static Total ActionCount { get; } =
        new("action_count", "Actions", Unit.Quantity, Better.Higher, Measure.ActionCount)
        {
            Definition = "Actions of one type in one attribution window, as the platform credits them.",
        };

    public static Total ActionValue { get; } =
        new("action_value", "Action value", Unit.Money, Better.Higher, Measure.ActionValue)
        {
            Definition = "What the actions of one type in one attribution window are worth.",
        };

    public static IReadOnlyList<Metric> All { get; } =
    [
        Conversions, ConversionValue, ConversionRate, Purchases, PurchaseValue, AverageOrderValue, Leads, AddToCart,
        ActionCount, ActionValue,
    ];
}
