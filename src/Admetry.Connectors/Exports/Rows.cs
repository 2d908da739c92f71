using Admetry.Connectors.Exports.Families;

namespace Admetry.Connectors.Exports;

/// <summary>Builds the row that the family's target wants from the cells just read.</summary>
sealed class Rows
{
    readonly Layout layout;
    readonly Cells cells;
    readonly Accounts accounts;
    readonly DeliveryRows delivery;
    readonly RevenueRows revenue;
    readonly int entityColumns;

    public Rows(Layout layout, Cells cells)
    {
        this.layout = layout;
        this.cells = cells;
        accounts = new(layout, cells);
        delivery = new(layout, cells);
        revenue = new(layout, cells);
        entityColumns = Entities.Count(layout.Has);
    }

    /// <summary>No campaign, ad set or ad is named.</summary>
    public bool HasNoEntity => cells.Text(Field.CampaignName) is "" && cells.Text(Field.CampaignId) is "" && cells.Text(Field.AdSetName) is ""
        && cells.Text(Field.AdSetId) is "" && cells.Text(Field.AdName) is "" && cells.Text(Field.AdId) is "";

    /// <summary>What stands alone where other rows have a day or several names: a name, or the label of totals; null elsewhere.</summary>
    public string? OnlyName()
    {
        if (entityColumns < 2 || layout.Family.Target is not Target.Delivery || cells.Days(Field.Day) is not null)
            return null;
        var (only, names) = ("", 0);
        foreach (var entity in Entities)
        {
            if (cells.Text(entity) is { Length: > 0 } text)
                (only, names) = (text, names + 1);
        }
        return names is 1 ? only : null;
    }

    static readonly Field[] Entities =
        [Field.CampaignId, Field.CampaignName, Field.AdSetId, Field.AdSetName, Field.AdId, Field.AdName];

    /// <summary>What the rows of the file are about, entity or else account, is named in other rows and not in this one.</summary>
    public bool HasNoOwner => layout.Family.Target is Target.Engagement ? HasNoDimension
        : layout.Level is not Level.Account ? HasNoEntity
        : (layout.Has(Field.AccountName) || layout.Has(Field.AccountId))
            && cells.Text(Field.AccountName) is "" && cells.Text(Field.AccountId) is "";

    /// <summary>The row says neither when nor what, while the file has columns for it.</summary>
    bool HasNoDimension => cells.Segment is "" && cells.Text(Field.CampaignName) is "" && cells.Text(Field.CampaignId) is ""
        && cells.Days(Field.Day) is null
        && layout.Columns.Any(column =>
            column.Field is Field.Unknown or Field.Segment or Field.CampaignName or Field.CampaignId or Field.Day);

    /// <summary>Null when the row breaks a rule; the cells then say which.</summary>
    public ReadItem? Build(int line) => layout.Family.Target switch
    {
        Target.Revenue => revenue.Build(line, Day),
        Target.Clients => Client(line),
        Target.Engagement => Engagement(line),
        _ => Delivery(line),
    };

    DeliveryItem? Delivery(int line)
    {
        if (layout.Level is not Level.Account && HasNoEntity)
            return Broken<DeliveryItem>(cells.HasDamagedId ? Rules.DamagedId : Rules.EntityMissing, cells.HasDamagedId
                ? "a spreadsheet has rounded the row's id, and the row has no name to use instead"
                : "the row names no campaign, ad set or ad");
        return Days() is { } days && accounts.Current(line) is { } account ? delivery.Build(line, account, days) : null;
    }

    DateRange? Days()
    {
        if ((cells.Days(Field.Day) ?? cells.Days(Field.Week) ?? cells.Days(Field.Month) ?? cells.Days(Field.Days)) is { } days)
            return days;
        if (cells.Days(Field.FirstDay) is { } first && cells.Days(Field.LastDay) is { } last)
        {
            if (last.First >= first.First)
                return new(first.First, last.First);
            cells.Break(Rules.RangeReversed, $"the row ends on {last.First:yyyy-MM-dd}, before it starts on {first.First:yyyy-MM-dd}");
            return null;
        }
        if (layout.Period is null && layout.Family.FirstDayIsDay && cells.Days(Field.FirstDay) is { } alone)
            return alone;
        if (layout.Period is { } period && !layout.Has(Field.Day))
            return period;
        cells.Break(Rules.DayMissing, "the row has no day");
        return null;
    }

    DateOnly? Day()
    {
        if (Days() is not { } days)
            return null;
        if (days.IsOneDay)
            return days.First;
        cells.Break(Rules.DayUnreadable, $"the row covers {days}, and only days can be stored");
        return null;
    }

    EngagementItem? Engagement(int line)
    {
        if (Days() is not { } days || accounts.Current(line) is not { } account)
            return null;
        return new(new()
        {
            Line = line,
            Account = account,
            Day = days.First,
            Through = days.IsOneDay ? null : days.Last,
            CampaignId = cells.Text(Field.CampaignId),
            CampaignName = cells.Text(Field.CampaignName),
            Segment = cells.Segment,
            EmailsSent = cells.Count(Field.EmailsSent),
            Delivered = cells.Count(Field.Delivered),
            Opens = cells.Count(Field.Opens) ?? ShareOf(Field.EmailsSent, Field.OpenRate),
            Clicks = cells.Count(Field.EmailClicks) ?? cells.Count(Field.Clicks) ?? ShareOf(Field.EmailsSent, Field.ClickRate),
            HardBounces = cells.Count(Field.HardBounces),
            SoftBounces = cells.Count(Field.SoftBounces),
            Unsubscribes = cells.Count(Field.Unsubscribes),
            Complaints = cells.Count(Field.Complaints),
            Pageviews = cells.Count(Field.Pageviews),
            WebSessions = cells.Count(Field.WebSessions),
            Engaged = cells.Count(Field.Engaged),
            Bounces = cells.Count(Field.Bounces) ?? ShareOf(Field.WebSessions, Field.BounceRate),
            DurationSeconds = cells.Number(Field.DurationSeconds) ?? cells.Number(Field.AverageDuration) * cells.Number(Field.WebSessions),
        });
    }

    /// <summary>A count that the file gives only as a share of another; halves are rounded up.</summary>
    long? ShareOf(Field whole, Field share) =>
        cells.Number(whole) * cells.Number(share) is { } count ? (long)decimal.Round(count, MidpointRounding.AwayFromZero) : null;

    ClientItem? Client(int line) => cells.TextOrNull(Field.Client) is not { } code
        ? Broken<ClientItem>(Rules.ClientMissing, "the row names no client")
        : new(new()
        {
            Line = line,
            ClientCode = code,
            Name = cells.TextOrNull(Field.ClientName),
            Industry = cells.TextOrNull(Field.Industry),
            AccountManager = cells.TextOrNull(Field.AccountManager),
            SignupDate = cells.Days(Field.SignupDate)?.First,
            Currency = cells.TextOrNull(Field.Currency),
        });

    T? Broken<T>(string rule, string reason) where T : class
    {
        cells.Break(rule, reason);
        return null;
    }
}
