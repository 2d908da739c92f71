namespace Admetry.Synthetic.Acme;

/// <summary>How many auctions each campaign has on each day: fixed before the first row is drawn, and exactly as many as asked for.</summary>
/// <remarks>
/// What is wanted of each day is the demand's (<see cref="AcmeDemand"/>); rows are money through what a row costs.
/// Rows are numbered day by day, campaign by campaign. Rounding is carried on, so that no row is lost or made.
/// </remarks>
public sealed class AcmePlan
{
    const double Spike = 4;
    const double Twice = 2;

    /// <summary>What of a day lies in the hours that a shifted clock takes to the next.</summary>
    const double Evening = 0.35;

    readonly long[] starts;
    readonly short[] days;
    readonly int[] campaigns;
    readonly float[] relative;

    AcmePlan(long[] starts, short[] days, int[] campaigns, float[] relative, double[] media, double[] daily) =>
        (this.starts, this.days, this.campaigns, this.relative, Media, DailyMedia) = (starts, days, campaigns, relative, media, daily);

    /// <summary>Campaign days with a place in the plan, also those of no row.</summary>
    public int Cells => days.Length;

    /// <summary>All rows: the parameters' number.</summary>
    public long Rows => starts[^1];

    /// <summary>Expected media cost of each day in micros, without noise and planted events: the truth a forecast is held against.</summary>
    public IReadOnlyList<double> Media { get; }

    /// <summary>By campaign: what a day of it spends on average, in micros. Of this a cell's <see cref="Relative"/> is a part or a multiple.</summary>
    public IReadOnlyList<double> DailyMedia { get; }

    /// <summary>What a cell spends beside its campaign's average day; noise and planted spikes are in it, rows that stand twice are not.</summary>
    public double Relative(int cell) => relative[cell];

    /// <summary>The day of a cell, counted from 0.</summary>
    public int Day(int cell) => days[cell];

    /// <summary>The campaign's number.</summary>
    public int Campaign(int cell) => campaigns[cell];

    /// <summary>The first row of a cell; that of the cell behind it is one past its last.</summary>
    public long Start(int cell) => starts[cell];

    /// <summary>The cell that a row belongs to.</summary>
    public int CellOf(long row)
    {
        var found = Array.BinarySearch(starts, row);
        if (found < 0)
            return ~found - 1;
        while (starts[found + 1] == row) // cells without rows stand before
            found++;
        return found;
    }

    /// <param name="costs">What a row of each campaign costs at the year's mean price, in micros.</param>
    public static AcmePlan Create(AcmeParameters parameters, AcmeEntities entities, IReadOnlyList<PlantedEvent> events, IReadOnlyList<double> costs)
    {
        var happenings = Multiples(events);
        var (cellDays, cellCampaigns, weights, spends, expected) = (new List<short>(), new List<int>(), new List<double>(), new List<double>(), new double[AcmeParameters.DayCount]);
        for (var day = 0; day < AcmeParameters.DayCount; day++)
        {
            var price = RowCost(AcmeParameters.First.AddDays(day));
            foreach (var (campaign, wanted) in entities.Demand.Of(day))
            {
                var noise = entities.Demand.Noise(campaign, day);
                var rows = wanted / (costs[campaign - 1] * price);
                cellDays.Add((short)day);
                cellCampaigns.Add(campaign);
                var (spent, counted) = happenings.GetValueOrDefault((campaign, day), (1, 1));
                weights.Add(rows * noise * spent * counted);
                spends.Add(wanted * noise * spent);
                expected[day] += wanted;
            }
        }

        var scale = parameters.Rows / weights.Sum();
        var daily = entities.Demand.Daily;
        return new(
            Cumulative(weights, scale, parameters.Rows), [.. cellDays], [.. cellCampaigns], [.. spends.Zip(cellCampaigns, (spent, campaign) => (float)(spent / daily[campaign - 1]))],
            [.. expected.Select(want => want * scale)], [.. daily.Select(mean => mean * scale)]);
    }

    /// <summary>What planted events make of a campaign's day: how many times it spends, and how many times that is counted.</summary>
    static Dictionary<(int Campaign, int Day), (double Spent, double Counted)> Multiples(IReadOnlyList<PlantedEvent> events)
    {
        var multiples = new Dictionary<(int, int), (double, double)>();
        foreach (var happens in events)
        {
            if (happens.Kind is EventKind.SpendSpike or EventKind.DuplicateLoad)
                foreach (var day in happens.First.To(happens.Last))
                    multiples[(happens.Campaign, Index(day))] = happens.Kind is EventKind.SpendSpike ? (Spike, 1) : (1, Twice);
            if (happens.Kind is EventKind.TimezoneShift)
                (multiples[(happens.Campaign, Index(happens.First))], multiples[(happens.Campaign, Index(happens.Last) + 1)]) = ((1, 1 - Evening), (1, 1 + Evening));
        }

        return multiples;
    }

    /// <summary>What a row costs on a day beside the year's mean: prices, less what bidders have learned to save.</summary>
    internal static double RowCost(DateOnly day) => AcmeCalendar.Price(day) * (1 - AcmeCalendar.Shade(day));

    static int Index(DateOnly day) => day.DayNumber - AcmeParameters.First.DayNumber;

    static long[] Cumulative(List<double> weights, double scale, long rows)
    {
        var starts = new long[weights.Count + 1];
        var reached = 0.0;
        for (var i = 0; i < weights.Count; i++)
            starts[i + 1] = Math.Min(rows, (long)Math.Round((reached += weights[i]) * scale));
        starts[^1] = rows;
        return starts;
    }
}
