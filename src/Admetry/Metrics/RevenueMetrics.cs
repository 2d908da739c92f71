using static Admetry.Metrics.ConversionMetrics;
using static Admetry.Metrics.CostMetrics;

namespace Admetry.Metrics;

/// <summary>What comes back for what is spent: by the platforms’ claim, and by the client’s own books.</summary>
/// <remarks>Client revenue is no platform's claim: it is never credited to a campaign here, so it cannot be counted twice.</remarks>
public static class RevenueMetrics
{
    public static Ratio Roas { get; } = new("roas", "ROAS", Unit.Multiple, Better.Higher, ConversionValue, Spend)
    {
        Definition = "Return on ad spend: conversion value for each unit of spend; 4 reads four back for every one spent.",
    };

    public static Ratio PurchaseRoas { get; } =
        new("purchase_roas", "Purchase ROAS", Unit.Multiple, Better.Higher, PurchaseValue, Spend)
        {
            Definition = "Purchase value for each unit of spend.",
        };

    public static Difference ConversionProfit { get; } =
        new("conversion_profit", "Conversion profit", Unit.Money, Better.Higher, ConversionValue, [Spend])
        {
            Definition = "Conversion value less spend.",
        };

    public static Ratio Roi { get; } = new("roi", "ROI", Unit.Share, Better.Higher, ConversionProfit, Spend)
    {
        Definition = "Return on investment: conversion value less spend, as a share of spend.",
    };

    public static Ratio ActionRoas { get; } =
        new("action_roas", "Action ROAS", Unit.Multiple, Better.Higher, ActionValue, Spend)
        {
            Definition = "Action value of one type in one attribution window for each unit of spend.",
        };

    public static Total ClientRevenue { get; } =
        new("client_revenue", "Client revenue", Unit.Money, Better.Higher, Measure.ClientRevenue)
        {
            Definition = "Revenue by the client’s own books, whatever led to it.",
            Source = "The client’s shop or ledger",
        };

    public static Ratio Mer { get; } = new("mer", "MER", Unit.Multiple, Better.Higher, ClientRevenue, Spend)
    {
        Definition = "Marketing efficiency ratio: all client revenue for each unit of spend on any platform.",
    };

    public static Ratio AdvertisingCostShare { get; } =
        new("advertising_cost_share", "Advertising cost share", Unit.Share, Better.Lower, Spend, ClientRevenue)
        {
            Definition = "Spend as a share of client revenue.",
        };

    public static IReadOnlyList<Metric> All { get; } =
    [
        Roas, PurchaseRoas, ConversionProfit, Roi, ActionRoas, ClientRevenue, Mer, AdvertisingCostShare,
    ];
}
