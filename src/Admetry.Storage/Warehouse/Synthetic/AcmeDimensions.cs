using System.Globalization;
using Admetry.Synthetic.Acme;

namespace Admetry.Storage.Warehouse.Synthetic;

/// <summary>Writes the entities of a generated company into the dimensions, with the budgets that its delivery gave.</summary>
sealed class AcmeDimensions(BulkWriters bulk, AcmeWorld world, AcmeKeys keys, IReadOnlyList<IReadOnlyList<AcmeBudget>> budgets, DateTimeOffset at)
{
    static readonly string[] Billing = ["CPM", "CPC", "CPA", "CPCV"];

    AcmeEntities Entities => world.Entities;

    /// <param name="loadId">Of the load, written to the budgets.</param>
    public void Write(long loadId)
    {
        Budgets(loadId);
        Advertisers();
        Campaigns();
        Creatives();
        Publishers();
    }

    void Budgets(long loadId)
    {
        foreach (var (campaign, budget) in Entities.Campaigns.Zip(budgets).SelectMany(pair => pair.Second.Select(budget => (pair.First, budget))))
        {
            var to = bulk["fact_budget"];
            to.Long(keys.Account + campaign.Advertiser.Number);
            to.Long(keys.Campaign + campaign.Number);
            to.Date(budget.From);
            to.Date(campaign.End);
            to.Decimal(budget.Total);
            to.Decimal(budget.Daily);
            to.Text("USD");
            to.Long(loadId);
            to.EndRow();
        }
    }

    void Advertisers()
    {
        foreach (var one in Entities.Advertisers)
        {
            var to = bulk["dim_client"];
            to.Long(keys.Client + one.Number);
            to.Text(Code("ADV", one.Number, 4));
            to.Text(one.Name);
            to.Text(one.Industry.Name);
            to.Text(one.Manager);
            to.Date(one.Joined);
            to.Integer(one.TermsDays);
            to.Text("USD");
            to.Nulls(1);
            to.EndRow();
        }

        foreach (var one in Entities.Advertisers)
        {
            Account(one, keys.Account + one.Number, Platform.Acme, "ACME", one.Name);
            Account(one, keys.Mail(world, one), Platform.Email, AcmeKeys.MailPrefix, $"{one.Name} newsletter");
        }
    }

    void Account(AcmeAdvertiser owner, long key, Platform platform, string prefix, string name)
    {
        var to = bulk["dim_account"];
        to.Long(key);
        to.Integer(platform.Id);
        to.Long(keys.Client + owner.Number);
        to.Text(Code(prefix, owner.Number, 4));
        to.Text(name);
        to.Text("USD");
        to.Text("UTC");
        to.Text(owner.Left == AcmeParameters.Last ? "ACTIVE" : "CLOSED");
        to.EndRow();
    }

    void Campaigns()
    {
        foreach (var one in Entities.Campaigns)
        {
            var to = bulk["dim_campaign"];
            to.Long(keys.Campaign + one.Number);
            to.Long(keys.Account + one.Advertiser.Number);
            to.Text(Code("CMP", one.Number, 6));
            to.Text(one.Name);
            to.Text(Word(one.Objective));
            to.Text(Status(one));
            to.Date(one.Start);
            to.Date(one.End);
            to.Decimal(budgets[one.Number - 1][^1].Total);
            to.Decimal(budgets[one.Number - 1][^1].Daily);
            to.Text(Billing[(int)one.Billing]);
            to.Text("auction");
            to.Timestamp((at.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
            to.EndRow();
        }

        foreach (var (one, line) in Entities.Campaigns.SelectMany(one => one.Lines.Select(line => (one, line))))
        {
            var to = bulk["dim_adset"];
            to.Long(keys.AdSet + line.Number);
            to.Long(keys.Campaign + one.Number);
            to.Text(Code("IOL", line.Number, 6));
            to.Text($"{one.Name} {line.Auction switch { AuctionType.Open => "open", AuctionType.Pmp => "PMP", _ => "direct" }}");
            to.Text(Status(one));
            to.Text(Billing[(int)one.Billing]);
            to.Text(line.Auction is AuctionType.Direct ? "fixed_price" : "first_price");
            to.Text($$"""{"countries":[{{string.Join(',', one.Cities.Select(city => city.Country.Code).Distinct().Order(StringComparer.Ordinal).Select(code => $"\"{code}\""))}}],"cities":{{one.Cities.Distinct().Count()}}}""");
            to.Nulls(1);
            to.EndRow();
        }
    }

    void Creatives()
    {
        foreach (var one in Entities.Campaigns.SelectMany(campaign => campaign.Creatives))
        {
            var to = bulk["dim_creative"];
            to.Long(keys.Creative + one.Number);
            to.Long(keys.Campaign + one.Campaign);
            to.Text(Code("CRE", one.Number, 6));
            to.Text(one.Name);
            to.Text(one.Type);
            to.Boolean(one.Seconds is not null);
            if (one.Seconds is { } seconds)
                to.Integer(seconds);
            else
                to.Nulls(1);
            to.Integer(one.Width);
            to.Integer(one.Height);
            to.Text(string.Create(CultureInfo.InvariantCulture, $"{one.Width}x{one.Height}"));
            to.Integer(one.SizeKb);
            to.Text(one.Title);
            to.Nulls(1);
            to.Text(one.CallToAction);
            to.Text(one.ClickUrl);
            to.Text(one.Seconds is null ? "image" : "video");
            to.Nulls(6);
            to.EndRow();
        }

        // One ad for each creative, in its campaign's first line.
        foreach (var campaign in Entities.Campaigns)
            foreach (var one in campaign.Creatives)
            {
                var to = bulk["dim_ad"];
                to.Long(keys.Ad + one.Number);
                to.Long(keys.AdSet + campaign.Lines[0].Number);
                to.Long(keys.Creative + one.Number);
                to.Text(Code("AD", one.Number, 6));
                to.Text(one.Name);
                to.Text(Status(campaign));
                to.EndRow();
            }
    }

    void Publishers()
    {
        foreach (var one in Entities.Publishers)
        {
            var to = bulk["dim_publisher"];
            to.Long(keys.Publisher + one.Number);
            to.Text(Code("PUB", one.Number, 4));
            to.Text(one.Name);
            to.Text(one.Domain);
            to.Text(one.Category);
            to.Text(one.Tier is PublisherTier.Mfa ? "MFA" : one.Tier.ToString());
            to.Decimal(1 - (AcmeFees.SellSide(AuctionType.Open, one, AcmeParameters.Last) / 1_000_000m));
            to.Integer(one.TermsDays);
            to.Boolean(one.PaidWhenPaid);
            to.EndRow();
        }

        foreach (var one in Entities.Placements)
        {
            var to = bulk["dim_placement"];
            to.Long(keys.Placement + one.Number);
            to.Long(keys.Publisher + one.Publisher);
            to.Text(one.Surface);
            to.Text(one.Position);
            to.Text(one.Name);
            to.Text(one.Device);
            to.Text(one.AdSize);
            to.Text(one.Fold);
            to.EndRow();
        }
    }

    public static string Code(string prefix, int number, int digits) => $"{prefix}-{number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')}";

    public static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    static string Status(AcmeCampaign campaign) => campaign.PausedOn <= AcmeParameters.Last ? CampaignStates.Paused
        : campaign.End <= AcmeParameters.Last ? CampaignStates.Completed : CampaignStates.Active;
}
