namespace Admetry.Finance;

/// <summary>A figure of the books: what it is called, and how it comes about.</summary>
/// <param name="Name">Unique; the anchor of its definition.</param>
public sealed record FinanceFigure(string Name, string Title, string Definition, string Formula, string Source);

/// <summary>Every figure that is told of the books and of pacing, each defined once.</summary>
public static class FinanceFigures
{
    public static FinanceFigure Receivable { get; } = new("open_receivable", "Open receivable", "What clients owe us on a day.", "invoices − credit notes − payments held against them", "The books");
    public static FinanceFigure Overdue { get; } = new("overdue_receivable", "Overdue receivable", "What clients owe us and should have paid before that day.", "open receivable older than its due date", "The books");
    public static FinanceFigure Allowance { get; } = new("allowance", "Allowance", "What of the receivable is expected never to be paid.", "1 % of current, 3, 10, 25 and 50 % of what is 1–30, 31–60, 61–90 and more days old", "The books");
    public static FinanceFigure Payable { get; } = new("open_payable", "Open payable", "What we owe publishers on a day.", "statements − clawbacks − payments held against them", "The books");
    public static FinanceFigure Dso { get; } = new("dso", "DSO", "Days sales outstanding: how many days of billing clients owe us.", "open receivable ÷ billed in the last 90 days × 90", "The books");
    public static FinanceFigure Dpo { get; } = new("dpo", "DPO", "Days payable outstanding: how many days of publisher cost we owe.", "open payable ÷ publisher cost of the last 90 days × 90", "The books");
    public static FinanceFigure Gap { get; } = new("cash_conversion_gap", "Cash conversion gap", "Above zero, we finance publishers until clients pay.", "DSO − DPO", "The books");
    public static FinanceFigure Collection { get; } = new("collection_effectiveness", "Collection effectiveness", "How much of what could be collected in the last 90 days was.", "(receivable at the beginning + billed − receivable at the end) ÷ (the same − what is not due at the end)", "The books");
    public static FinanceFigure PacingIndex { get; } = new("pacing_index", "Pacing index", "Spend against the plan to the same day: 1 is on plan.", "spend to date ÷ ideal spend to date", "Campaign budgets and the catalogue’s spend");
    public static FinanceFigure BudgetSpent { get; } = new("budget_spent", "Budget spent", "How much of the whole budget is spent.", "spend to date ÷ budget", "Campaign budgets and the catalogue’s spend");
    public static FinanceFigure RequiredRate { get; } = new("required_daily_rate", "Required a day", "What is left of the budget for each day to come.", "(budget − spend to date) ÷ days left", "Campaign budgets and the catalogue’s spend");
    public static FinanceFigure DailyTarget { get; } = new("daily_target", "Target tomorrow", "What to spend on the next day to end on budget, by the plan’s weights.", "(budget − spend to date) × the day’s weight ÷ the weights left", "Campaign budgets and the catalogue’s spend");
    public static FinanceFigure Forecast { get; } = new("forecasted_spend", "Forecast", "What will have been spent on the last day; nine of ten ends lie within the interval.", "spend to date + mean of the last seven days ÷ their mean weight × the weights left", "Campaign budgets and the catalogue’s spend");
    public static FinanceFigure AtRisk { get; } = new("at_risk", "At risk", "How far the forecast, or the end, is from the budget.", "|forecast − budget|", "Campaign budgets and the catalogue’s spend");

    public static IReadOnlyList<FinanceFigure> All { get; } =
        [Receivable, Overdue, Allowance, Payable, Dso, Dpo, Gap, Collection, PacingIndex, BudgetSpent, RequiredRate, DailyTarget, Forecast, AtRisk];
}
