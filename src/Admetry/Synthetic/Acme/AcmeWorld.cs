using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>ACME Corp: its entities, its plan, and any run of its rows. The same parameters give the same.</summary>
public sealed class AcmeWorld
{
    const int ProbeRows = 640;
    const int RowsOfAUser = 40;
    const int FewestUsers = 1_000;
    const int ArbitrageRiskCount = 3;
    const double ArbitrageFactor = 0.66;

    readonly long[] rates;
    readonly Dictionary<int, PlantedEvent> happenings;
    readonly double[] clicksOfMedia;
    readonly CounterRandom random;

    AcmeWorld(AcmeParameters parameters)
    {
        (Parameters, Entities) = (parameters, AcmeEntities.Create(parameters));
        random = new(unchecked(parameters.Seed * 31 + 7));
        Events = PlantedEvent.Choose(parameters, Entities);
        happenings = Events.ToDictionary(happens => happens.Campaign);
        ArbitrageRisks = [.. Entities.Campaigns.Where(campaign => campaign.Billing is BillingModel.Cpc && !happenings.ContainsKey(campaign.Number))
            .OrderByDescending(campaign => campaign.Size).ThenBy(campaign => campaign.Number).Take(ArbitrageRiskCount).Select(campaign => campaign.Number)];
        (rates, clicksOfMedia) = (new long[Entities.Campaigns.Count], new double[Entities.Campaigns.Count]);
        var costs = Entities.Campaigns.Select(Probe).ToList();
        Plan = AcmePlan.Create(parameters, Entities, Events, costs);
    }

    public AcmeParameters Parameters { get; }

    public AcmeEntities Entities { get; }

    public AcmePlan Plan { get; }

    /// <summary>What was planted for anomaly detectors.</summary>
    public IReadOnlyList<PlantedEvent> Events { get; }

    /// <summary>Campaigns paid by the click whose price does not cover their media.</summary>
    public IReadOnlyList<int> ArbitrageRisks { get; }

    /// <summary>People who may see ads.</summary>
    public long Users => Math.Max(FewestUsers, Parameters.Rows / RowsOfAUser);

    public static AcmeWorld Create(AcmeParameters parameters) =>
        parameters.Problem is { } problem ? throw new ArgumentException(problem, nameof(parameters)) : new(parameters);

    /// <summary>What the advertiser pays for a click, a conversion or a completed view, in micros; 0 for campaigns paid by the mille.</summary>
    public long RateOf(AcmeCampaign campaign) => rates[campaign.Number - 1];

    /// <summary>How many clicks a campaign's day brings by what it spends.</summary>
    public ResponseCurve ResponseOf(AcmeCampaign campaign)
    {
        var daily = Plan.DailyMedia[campaign.Number - 1];
        return new(campaign.Number, campaign.Exponent, daily, daily * clicksOfMedia[campaign.Number - 1]);
    }

    /// <summary>Draws rows into a batch. Threads may fill batches of their own at the same time; the rows do not depend on it.</summary>
    /// <param name="first">The number of the first row, from 0.</param>
    public void Fill(AuctionBatch batch, long first, int count)
    {
        batch.Reset(first, count);
        var draw = new AuctionDraw(this, random);
        var (cell, end, twin) = (-1, first, long.MaxValue);
        for (var i = 0; i < count; i++)
        {
            if (first + i >= end)
            {
                cell = Plan.CellOf(first + i);
                end = Plan.Start(cell + 1);
                twin = Enter(draw, cell);
            }

            batch.Cell[i] = cell;
            draw.Draw(batch, i, first + i < twin ? first + i : first + i - (twin - Plan.Start(cell)));
        }
    }

    /// <returns>The first row of the cell that repeats an earlier one; those behind it repeat the next. None for most cells.</returns>
    long Enter(AuctionDraw draw, int cell)
    {
        var (campaign, day) = (Entities.Campaigns[Plan.Campaign(cell) - 1], AcmeParameters.First.AddDays(Plan.Day(cell)));
        var planted = happenings.GetValueOrDefault(campaign.Number);
        draw.Enter(campaign, day, planted, Math.Pow(Plan.Relative(cell), campaign.Exponent - 1));
        var isTwice = planted is { Kind: EventKind.DuplicateLoad } && day >= planted.First && day <= planted.Last;
        return isTwice ? Plan.Start(cell) + ((Plan.Start(cell + 1) - Plan.Start(cell) + 1) / 2) : long.MaxValue;
    }

    /// <summary>Draws some rows of a campaign to learn what one costs, and sets its rate so that clicks, conversions or views pay for it.</summary>
    /// <returns>What a row costs at the year's mean price, in micros.</returns>
    double Probe(AcmeCampaign campaign)
    {
        var middle = campaign.Start.AddDays((campaign.LastDelivery.DayNumber - campaign.Start.DayNumber) / 2);
        var batch = new AuctionBatch(1);
        var draw = new AuctionDraw(this, new(unchecked(Parameters.Seed * 31 + 8)));
        draw.Enter(campaign, middle, null, 1);
        for (var i = 0; i < ProbeRows; i++)
        {
            batch.Reset(0, 1);
            draw.Draw(batch, 0, ((long)campaign.Number * ProbeRows) + i);
        }

        var expected = draw.Expected;
        var paid = campaign.Billing switch
        {
            BillingModel.Cpc => expected.Clicks,
            BillingModel.Cpa => expected.Conversions,
            BillingModel.Cpcv => expected.Completed,
            _ => 0,
        };
        var flight = campaign.Start.To(campaign.LastDelivery).Average(AcmeCalendar.Price);
        var factor = flight / AcmeCalendar.Price(middle) * (ArbitrageRisks.Contains(campaign.Number) ? ArbitrageFactor : 1);
        rates[campaign.Number - 1] = paid > 0 ? Math.Max(1, (long)(expected.Gross * factor / paid)) : 0;
        clicksOfMedia[campaign.Number - 1] = expected.Media == 0 ? 0 : expected.Clicks / expected.Media;
        return expected.Media / ProbeRows / AcmePlan.RowCost(middle);
    }
}
