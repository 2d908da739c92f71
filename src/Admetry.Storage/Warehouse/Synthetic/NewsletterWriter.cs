using Admetry.Synthetic.Acme;

namespace Admetry.Storage.Warehouse.Synthetic;

/// <summary>Writes the advertisers' newsletters, which have accounts of their own and no campaigns.</summary>
sealed class NewsletterWriter(BulkWriters bulk, AcmeWorld world, AcmeKeys keys, long loadId)
{
    public void Write()
    {
        var (draw, to) = (new NewsletterDraw(world), bulk["fact_engagement_metrics"]);
        foreach (var (advertiser, sent) in world.Entities.Advertisers.SelectMany(one => draw.Of(one).Select(sent => (one, sent))))
        {
            to.Integer(Calendar.Key(sent.Day));
            to.Long(keys.Mail(world, advertiser));
            to.Long(0);
            to.Long(sent.Sent);
            to.Long(sent.Delivered);
            to.Long(sent.Opens);
            to.Long(sent.Clicks);
            to.Long(sent.HardBounces);
            to.Long(sent.SoftBounces);
            to.Long(sent.Unsubscribes);
            to.Long(sent.Complaints);
            to.Nulls(5);
            to.Long(loadId);
            to.EndRow();
        }
    }
}
