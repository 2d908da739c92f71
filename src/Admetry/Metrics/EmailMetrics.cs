namespace Admetry.Metrics;

/// <summary>What became of the e-mails sent.</summary>
/// <remarks>Rates of opening and clicking divide by delivered e-mails, bounce rates by sent ones.</remarks>
public static class EmailMetrics
{
    public static Total EmailsSent { get; } =
        new("emails_sent", "E-mails sent", Unit.Count, Better.Neither, Measure.EmailsSent)
        {
            Definition = "E-mails handed over for delivery.",
        };

    public static Total Delivered { get; } =
        new("delivered", "E-mails delivered", Unit.Count, Better.Higher, Measure.Delivered)
        {
            Definition = "E-mails sent that did not bounce.",
        };

    public static Total Opens { get; } = new("opens", "Opens", Unit.Count, Better.Higher, Measure.Opens)
    {
        Definition = "E-mails opened; inflated by mail programs that open them unasked.",
    };

    public static Total EmailClicks { get; } =
        new("email_clicks", "E-mail clicks", Unit.Count, Better.Higher, Measure.EmailClicks)
        {
            Definition = "E-mails of which a link was clicked.",
        };

    public static Total HardBounces { get; } =
        new("hard_bounces", "Hard bounces", Unit.Count, Better.Lower, Measure.HardBounces)
        {
            Definition = "E-mails refused for good.",
        };

    public static Total SoftBounces { get; } =
        new("soft_bounces", "Soft bounces", Unit.Count, Better.Lower, Measure.SoftBounces)
        {
            Definition = "E-mails refused for now.",
        };

    public static Total Unsubscribes { get; } =
        new("unsubscribes", "Unsubscribes", Unit.Count, Better.Lower, Measure.Unsubscribes)
        {
            Definition = "People who asked for no more e-mail.",
        };

    public static Total Complaints { get; } =
        new("complaints", "Complaints", Unit.Count, Better.Lower, Measure.Complaints)
        {
            Definition = "E-mails reported as spam.",
        };

    public static Ratio DeliveryRate { get; } =
        new("delivery_rate", "Delivery rate", Unit.Share, Better.Higher, Delivered, EmailsSent)
        {
            Definition = "The share of e-mails sent that was delivered.",
        };

    public static Ratio OpenRate { get; } = new("open_rate", "Open rate", Unit.Share, Better.Higher, Opens, Delivered)
    {
        Definition = "The share of delivered e-mails that was opened.",
    };

    public static Ratio ClickRate { get; } =
        new("click_rate", "Click rate", Unit.Share, Better.Higher, EmailClicks, Delivered)
        {
            Definition = "The share of delivered e-mails that was clicked.",
        };

    public static Ratio ClickToOpenRate { get; } =
        new("click_to_open_rate", "Click-to-open rate", Unit.Share, Better.Higher, EmailClicks, Opens)
        {
            Definition = "The share of opened e-mails that was clicked.",
        };

    public static Ratio HardBounceRate { get; } =
        new("hard_bounce_rate", "Hard bounce rate", Unit.Share, Better.Lower, HardBounces, EmailsSent)
        {
            Definition = "The share of e-mails sent that was refused for good.",
        };

    public static Ratio SoftBounceRate { get; } =
        new("soft_bounce_rate", "Soft bounce rate", Unit.Share, Better.Lower, SoftBounces, EmailsSent)
        {
            Definition = "The share of e-mails sent that was refused for now.",
        };

    public static Ratio UnsubscribeRate { get; } =
        new("unsubscribe_rate", "Unsubscribe rate", Unit.Share, Better.Lower, Unsubscribes, Delivered)
        {
            Definition = "Unsubscribes for each delivered e-mail.",
        };

    public static Ratio ComplaintRate { get; } =
        new("complaint_rate", "Complaint rate", Unit.Share, Better.Lower, Complaints, Delivered)
        {
            Definition = "Complaints for each delivered e-mail.",
        };

    public static IReadOnlyList<Metric> All { get; } =
    [
        EmailsSent, Delivered, Opens, EmailClicks, HardBounces, SoftBounces, Unsubscribes, Complaints, DeliveryRate,
        OpenRate, ClickRate, ClickToOpenRate, HardBounceRate, SoftBounceRate, UnsubscribeRate, ComplaintRate,
    ];
}
