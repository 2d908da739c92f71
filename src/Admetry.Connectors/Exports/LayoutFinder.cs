using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports;

/// <summary>Decides, by evidence from the cells, how each column is written, and puts the layout of the file together.</summary>
sealed class LayoutFinder(Sheet sheet, Family family, ReadingHints hints, List<Decision> decisions, CancellationToken cancel)
{
    /// <exception cref="BrokenTableException">The evidence does not suffice; the message says what is missing.</exception>
    public Layout Find(IReadOnlyList<Column> bound)
    {
        var fields = new Field[sheet.Headers.Count];
        foreach (var column in bound.Where(column => column.Fixed is null))
            fields[column.Index] = column.Field;
        foreach (var (index, header) in sheet.Headers.Index())
        {
            if (fields[index] is Field.Unknown && Recognition.Meaning(family,
                HeaderName.Of(header)).Field.Kind() is FieldKind.Ignored)
                fields[index] = Field.Attribute;
        }

        if (hints.Mapping is null && sheet.Kind is not SheetKind.Json)
            Twins.Check(sheet, bound, decisions, cancel);
        var profile = Profile.OfHead(sheet, fields, cancel);
        if (!profile.IsWhole && NeedsWhole(profile, bound))
            profile = Profile.OfAll(sheet, fields, cancel);

        var numbers = new NumberDecisions(profile, bound, hints, decisions);
        var dates = new DateDecisions(sheet, family, profile, bound, hints, decisions, cancel);
        var columns = bound.Select(dates.Decide).Select(numbers.Decide).Select(InZone).Concat(Segments(bound, profile)).ToList();
        foreach (var column in columns.Where(column => column.Fixed is null && profile.DamagedIds[column.Index] > 0))
            decisions.Add(new($"ids in {column.Header}", "not used where damaged",
                $"{profile.DamagedIds[column.Index]} are in scientific notation: a spreadsheet has rounded them"));
        var layout = new Layout
        {
            Family = family,
            Sheet = sheet,
            Hints = hints,
            Columns = columns,
            Period = dates.Period(columns),
            Currency = Currency(columns, profile),
            Level = hints.Mapping?.Level ?? LevelOf(columns),
            Breakdown = BreakdownOf(columns),
        };
        return layout with { Columns = [.. columns.Select(column => KeepApart(column, layout))] };
    }

    /// <summary>Instants fall on the account's day where its zone is known; without it on the day written.</summary>
    Column InZone(Column column)
    {
        if (column.Fixed is not null || column.Field is not (Field.Day or Field.FirstDay or Field.LastDay))
            return column;
        if (hints.TimeZone is not { } name || !TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return column;
        decisions.Add(new($"days of {column.Header}", name,
            "where a moment names its offset, it falls on the day of the account's zone"));
        return column with { Zone = zone };
    }

    static bool NeedsWhole(Profile profile, IReadOnlyList<Column> bound)
    {
        var cells = bound.Where(column => column.Fixed is null).ToList();
        var decided = cells.Any(column => profile.Numbers[column.Index].Mark is not DecimalMark.Undecided);
        return cells.Any(column => column.Field.Kind() switch
        {
            FieldKind.Date or FieldKind.DateRange => profile.Dates[column.Index].IsUndecided || profile.Dates[column.Index].Dates is 0,
            FieldKind.Share => true,
            FieldKind.Quantity => !decided,
            _ => profile.Numbers[column.Index].IsContradictory,
        });
    }

    /// <summary>Columns without meaning: text keeps rows apart, numbers are left aside.</summary>
    List<Column> Segments(IReadOnlyList<Column> bound, Profile profile)
    {
        if (hints.Mapping is not null)
            return [];

        var known = bound.Select(column => column.Index).ToHashSet();
        var (kept, ignored, rates) = (new List<Column>(), new List<string>(), new List<string>());
        foreach (var (index, header) in sheet.Headers.Index().Where(column => !known.Contains(column.Index)))
        {
            var field = Recognition.Meaning(family, HeaderName.Of(header)).Field;
            if (field is Field.Rate)
                rates.Add(header);
            else if (Splits(field) || (field is Field.Unknown && !family.IgnoresUnknownText && !string.IsNullOrWhiteSpace(header)
                && (profile.Numbers[index].Texts > 0 || IsIdentifier(header))))
                kept.Add(new(index, header.Trim(), field is Field.Unknown ? Field.Unknown : Field.Segment));
            else
                ignored.Add(header);
        }
        TellOfSpend(bound, ignored.Where(header => Recognition.Meaning(family, HeaderName.Of(header)).Field is Field.Unknown && !string.IsNullOrWhiteSpace(header)).ToList());
        Tell("rates", rates, "not loaded: they are recomputed from sums");
        Tell("ignored columns", ignored, "numbers or properties without a place in the warehouse");
        Tell("segment columns", [.. kept.Select(column => column.Header)], "text of unknown meaning keeps rows apart");
        return kept;
    }

    /// <summary>Reports whose spend is called by a name that nobody knows would load as if nothing had been spent.</summary>
    void TellOfSpend(IReadOnlyList<Column> bound, List<string> unknown)
    {
        var couldHave = family.Target is Target.Delivery && (family.Dialect is not null || family.Columns.Values.Any(word => word.Field is Field.Spend));
        if (couldHave && unknown is not [] && !bound.Any(column => column.Field is Field.Spend))
            decisions.Add(new(Decision.Spend, "not read", $"no column is known for it; of numbers whose meaning is unknown there are {string.Join(", ", unknown.Take(8))}"));
    }

    /// <summary>A column that splits rows, and whose place another column has taken, still keeps them apart.</summary>
    static bool Splits(Field field) => field is >= Field.Device and <= Field.Segment;

    static bool IsIdentifier(string header) => PlainText.Of(header) is "id" or [.., ' ', 'i', 'd'];

    void Tell(string what, IReadOnlyList<string> headers, string evidence)
    {
        var named = headers.Where(header => !string.IsNullOrWhiteSpace(header)).ToList();
        if (named.Count > 0)
            decisions.Add(new(what, string.Join(", ", named), evidence));
    }

    string Currency(IReadOnlyList<Column> columns, Profile profile)
    {
        var written = columns.Where(column => column.Currency is not null && column.Field.IsMoney()).Select(column => column.Currency!).Distinct().ToList();
        if (written.Count > 1)
            throw new BrokenTableException(1, $"the headers name {string.Join(" and ", written)}", "Export one currency at a time.");
        var hasAccounts = columns.Any(column => column.Field is Field.AccountId or Field.AccountName or Field.Client);
        if (profile.Currencies.Count > 1 && !hasAccounts && family.Target is not Target.Revenue)
            throw new BrokenTableException(profile.Currencies.Values.Max(),
                $"the file mixes {string.Join(" and ", profile.Currencies.Keys)} without saying which account has which",
                "Add the account's column to the export, or export each currency by itself.");

        var signs = columns.Where(column => column.Fixed is null && column.Field.IsMoney()).SelectMany(column =>
            profile.Numbers[column.Index].Currencies)
            .Concat(written).Distinct().ToList();
        if (signs.Count > 1 && profile.Currencies.Count is 0)
            throw new BrokenTableException(1,
                $"the amounts are in {string.Join(" and in ", signs.Order(StringComparer.Ordinal))}",
                    "Export one currency at a time, or with a currency column.");

        var (value, evidence) = written is [var header] ? (header, "in the header")
            : profile.Currencies.Count > 0 ? (string.Join(", ", profile.Currencies.Keys), "the file's currency column")
            : signs is [var sign] ? (sign, "the sign beside the amounts")
            : hints.Mapping?.Currency is { } mapped ? (mapped, "mapping")
            : hints.Currency is { } hinted ? (hinted, "setting")
            : family.Currency is { } usual ? (usual, "the family's columns")
            : ("", "the file does not say");
        if (columns.Any(column => column.Field.IsMoney()))
            decisions.Add(new("currency", value is "" ? "unknown" : value, evidence));
        return profile.Currencies.Count > 1 ? "" : value;
    }

    Level LevelOf(List<Column> columns)
    {
        var level = Has(columns, Field.AdId, Field.AdName) ? Level.Ad
            : Has(columns, Field.AdSetId, Field.AdSetName) ? Level.AdSet
            : Has(columns, Field.CampaignId, Field.CampaignName) ? Level.Campaign
            : Level.Account;
        if (family.Target is Target.Delivery)
            decisions.Add(new("level", $"{level}", "the finest entity that has a column"));
        return level;
    }

    static Breakdown BreakdownOf(List<Column> columns) =>
        Has(columns, Field.SearchTerm) ? Breakdown.SearchTerm
        : Has(columns, Field.Keyword) ? Breakdown.Keyword
        : Has(columns, Field.PublisherPlatform, Field.Placement) ? Breakdown.Placement
        : Has(columns, Field.Age, Field.Gender) ? Breakdown.AgeGender
        : Has(columns, Field.Device, Field.DevicePlatform) ? Has(columns, Field.Country) ? Breakdown.DeviceCountry : Breakdown.Device
        : Has(columns, Field.Country) ? Breakdown.Country
        : Has(columns, Field.Region, Field.Network) ? Breakdown.Other
        : Breakdown.None;

    /// <summary>A column that splits rows but has no place in the row's own breakdown goes to the segment.</summary>
    static Column KeepApart(Column column, Layout layout) =>
        layout.Family.RowsCarryBreakdowns || column.Field is < Field.Device or >= Field.Segment || IsPartOf(column.Field, layout)
            ? column
            : column with { Field = Field.Segment };

    static bool IsPartOf(Field field, Layout layout) => layout.Breakdown switch
    {
        Breakdown.SearchTerm => field is Field.SearchTerm or Field.MatchType,
        Breakdown.Keyword => field is Field.Keyword or Field.MatchType,
        Breakdown.Placement => field is Field.PublisherPlatform or Field.Placement,
        Breakdown.AgeGender => field is Field.Age or Field.Gender,
        Breakdown.Device => field is Field.Device or Field.DevicePlatform,
        Breakdown.DeviceCountry => field is Field.Device or Field.DevicePlatform or Field.Country,
        Breakdown.Country => field is Field.Country,
        Breakdown.Other => field is Field.Region || (field is Field.Network && !layout.Has(Field.Region)),
        _ => false,
    };

    static bool Has(IReadOnlyList<Column> columns, params ReadOnlySpan<Field> fields)
    {
        foreach (var column in columns)
        {
            if (fields.Contains(column.Field))
                return true;
        }
        return false;
    }
}
