using Admetry.Connectors.Exports.Families;

namespace Admetry.Connectors.Exports;

/// <summary>Builds delivery rows from the cells just read.</summary>
sealed class DeliveryRows(Layout layout, Cells cells)
{
    public DeliveryItem? Build(int line, AdAccount account, DateRange days)
    {
        if (layout.Family.RowsCarryBreakdowns)
            return WithBreakdowns(Row(line, account, days, Breakdown.None, CoreSegment()));
        return new(Row(line, account, days, layout.Breakdown, cells.Segment));
    }

    DeliveryItem WithBreakdowns(DeliveryRow core)
    {
        var further = new List<DeliveryRow>(2);
        if (cells.Text(Field.Device) is { Length: > 0 } device)
            further.Add(Split(core, Breakdown.DeviceCountry, device, cells.Text(Field.Country), []));
        else if (cells.Text(Field.Country) is { Length: > 0 } country)
            further.Add(Split(core, Breakdown.Country, country, "", [Field.PublisherPlatform]));
        if (cells.Text(Field.PublisherPlatform) is { Length: > 0 } placement)
            further.Add(Split(core, Breakdown.Placement, Case(placement), cells.Text(Field.Placement), [Field.Country]));
        return new(core.Line, core, further);
    }

    /// <summary>The other breakdown stays in the segment, so that two rows of one country from two placements add up.</summary>
    DeliveryRow Split(DeliveryRow core, Breakdown breakdown, string value1, string value2, Field[] others) => core with
    {
        Breakdown = breakdown,
        Value1 = value1,
        Value2 = value2,
        Segment = Join(others),
    };

    string CoreSegment() => Join([Field.Device, Field.PublisherPlatform, Field.Country]);

    string Join(Field[] fields)
    {
        var segment = cells.Segment;
        foreach (var field in fields)
        {
            if (cells.Text(field) is { Length: > 0 } value)
                segment = $"{segment}{(segment is "" ? "" : "; ")}{field.Name()}={value}";
        }
        return segment;
    }

    (string, string) Values(Breakdown breakdown) => breakdown switch
    {
        Breakdown.Keyword => (cells.Text(Field.Keyword), cells.Text(Field.MatchType)),
        Breakdown.SearchTerm => (cells.Text(Field.SearchTerm), cells.Text(Field.MatchType)),
        Breakdown.Placement => (Case(cells.Text(Field.PublisherPlatform)), Case(cells.Text(Field.Placement))),
        Breakdown.AgeGender => (Case(cells.Text(Field.Age)), Case(cells.Text(Field.Gender))),
        Breakdown.Country => (cells.Text(Field.Country), ""),
        Breakdown.Device => (Case(cells.Text(cells.Text(Field.Device) is "" ? Field.DevicePlatform : Field.Device)), ""),
        Breakdown.DeviceCountry => (Case(cells.Text(Field.Device)), cells.Text(Field.Country)),
        Breakdown.Other => layout.Has(Field.Region) ? (Field.Region.Name(), cells.Text(Field.Region))
            : (Field.Network.Name(), cells.Text(Field.Network)),
        _ => ("", ""),
    };

    string Case(string text) => layout.Family.LowerCaseBreakdowns ? text.ToLowerInvariant() : text;

    DeliveryRow Row(int line, AdAccount account, DateRange days, Breakdown breakdown, string segment)
    {
        var (value1, value2) = Values(breakdown);
        return new()
        {
            Breakdown = breakdown,
            Value1 = value1,
            Value2 = value2,
            Line = line,
            Account = account,
            First = days.First,
            Last = days.Last,
            Level = layout.Level,
            CampaignId = cells.Text(Field.CampaignId),
            CampaignName = cells.Text(Field.CampaignName),
            CampaignStatus = cells.TextOrNull(Field.CampaignStatus),
            Objective = cells.TextOrNull(Field.Objective),
            AdSetId = cells.Text(Field.AdSetId),
            AdSetName = cells.Text(Field.AdSetName),
            AdId = cells.Text(Field.AdId),
            AdName = cells.Text(Field.AdName),
            CreativeId = cells.Text(Field.CreativeId),
            CreativeName = cells.Text(Field.CreativeName),
            Segment = segment,
            Measures = layout.Family.HasActions ? ActionCells.Measures(cells) : MeasureCells.Read(cells),
            Actions = layout.Family.HasActions ? ActionCells.Read(cells) : [],
        };
    }
}
