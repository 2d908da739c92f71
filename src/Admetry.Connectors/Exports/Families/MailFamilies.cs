using static Admetry.Connectors.Exports.Families.Field;

namespace Admetry.Connectors.Exports.Families;

/// <summary>Reports of e-mail sends. Opens and clicks are those of people, counted once each.</summary>
static class MailFamilies
{
    const string Rates = "open rate|click rate|placed order rate|spam complaints rate|bounce rate|unsubscribe rate"
        + "|revenue per recipient|click-to-open rate|complaint rate";

    public static IReadOnlyList<Family> All { get; } =
    [
        new()
        {
            Name = "klaviyo_campaigns",
            Title = "Klaviyo campaign reports",
            Grade = Grade.Seen,
            Source = "the column list of a real file",
            Platform = Platform.Klaviyo,
            Target = Target.Engagement,
            Needs = [new("total recipients"), new("send time|send date"), new("unique opens")],
            Signs = [new("spam complaints"), new("unique placed order|placed order rate"),
                new("campaign channel|campaign id"), new("tags", 1)],
            Never = ["abuse complaints", "times forwarded"],
            Columns = WordList.Of(
                (Day, "send time|send date"), (CampaignName, "campaign name"), (CampaignId, "campaign id"),
                (Segment, "list|variation name|campaign channel"),
                (EmailsSent, "total recipients"), (Delivered, "successful deliveries"), (Opens, "unique opens|total opens"),
                (EmailClicks, "unique clicks|total clicks"),
                (Unsubscribes, "unsubscribes"), (Complaints, "spam complaints"), (Rate, Rates),
                (Field.Attribute, "tags|subject|send weekday|bounces|revenue|unique placed order|total placed order"
                    + "|winning variation?|status|message channel")),
            Threshold = 12,
            TotalWords = ["total", "totals"],
        },
        new()
        {
            Name = "mailchimp_campaigns",
            Title = "Mailchimp campaign reports",
            Grade = Grade.Recalled,
            Source = "a column list from memory",
            Platform = Platform.Mailchimp,
            Target = Target.Engagement,
            Needs = [new("total recipients"), new("send date"), new("unique opens")],
            Signs = [new("abuse complaints"), new("hard bounces"), new("times forwarded|forwarded opens"),
                new("unique id|folder id")],
            Never = ["spam complaints"],
            Columns = WordList.Of(
                (Day, "send date"), (CampaignName, "title"), (CampaignId, "unique id"), (Segment, "list|audience"),
                (EmailsSent, "total recipients"),
                (Delivered, "successful deliveries"), (Opens, "unique opens|total opens"),
                (EmailClicks, "unique clicks|total clicks"),
                (HardBounces, "hard bounces"), (SoftBounces, "soft bounces"), (Unsubscribes, "unsubscribes"),
                (Complaints, "abuse complaints"), (Rate, Rates),
                (Field.Attribute, "subject|send weekday|total bounces|times forwarded|forwarded opens"
                    + "|times liked on facebook|folder id|total orders|total gross sales"
                    + "|total revenue|analytics roi|campaign cost|revenue created|visits|new visits|pages/visit"
                        + "|per visit value|e-commerce conversion rate")),
            Threshold = 12,
            TotalWords = ["total", "totals"],
        },
    ];
}
