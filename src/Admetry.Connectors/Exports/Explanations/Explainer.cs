using Admetry.Connectors.Exports.Families;
using Admetry.Connectors.Exports.Persons;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports.Explanations;

/// <summary>Reads a file to its end as an import would, and tells what it found instead of loading it.</summary>
public static class Explainer
{
    const int MostShown = 12;
    const int MostExamples = 3;
    const int MostAccounts = 1_000;
    const int LongestExample = 60;

    /// <param name="today">For days in the future.</param>
    /// <exception cref="IOException">The stream fails.</exception>
    public static Explanation Explain(ReceivedFile file, ReadingHints hints, DateOnly today, CancellationToken cancel)
    {
        var reading = ExportReader.Read(file, hints, cancel);
        var columns = Columns(reading);
        var known = (reading as Understood)?.Layout?.Family;
        var explained = new Explanation
        {
            File = file.Name,
            Decisions = reading.Decisions,
            Columns = columns,
            Persons = Persons(file, cancel),
            Family = (reading as Understood)?.Family,
            Title = hints.Mapping is null ? known?.Title : (reading as Understood)?.Family,
            IsSeen = hints.Mapping is null && known is not null ? known.Grade is Grade.Seen : null,
            Refusal = reading as Refused,
            Draft = hints.Mapping is null && IsUnknown(reading) ? MappingDraft.Of(file.Name, columns) : null,
        };
        return reading is Understood read ? new Summary(today).Of(explained, read) : explained;
    }

    /// <summary>The columns of the file and what each is read as, without going through its rows.</summary>
    /// <returns>The columns, and whether no family knows them, so that a mapping is needed.</returns>
    public static (IReadOnlyList<ExplainedColumn> Columns, bool IsUnknown) Columns(ReceivedFile file, ReadingHints hints, CancellationToken cancel)
    {
        var reading = ExportReader.Read(file, hints, cancel);
        return (Columns(reading), IsUnknown(reading));
    }

    static bool IsUnknown(Reading reading) =>
        reading is Refused { Sheet.Headers.Count: > 1 } && !reading.Decisions.Any(decision => decision.What is "family");

    static List<ExplainedColumn> Columns(Reading reading)
    {
        if (reading.Sheet is not { } sheet)
            return [];

        var meanings = ((reading as Understood)?.Layout?.Columns ?? reading.Bound)?.Where(column => column.Fixed is null && column.Field is not Field.Unknown)
            .ToDictionary(column => column.Index, column => column.Field.Name()) ?? [];
        var examples = Examples(sheet);
        return
        [
            .. from header in sheet.Headers.Index()
               let shown = examples[header.Index]
               select new ExplainedColumn(header.Item.Trim(), meanings.GetValueOrDefault(header.Index, ""), MappingDraft.Guess(header.Item, shown)?.Name() ?? "", shown),
        ];
    }

    static List<string>[] Examples(Sheet sheet)
    {
        List<string>[] examples = [.. sheet.Headers.Select(_ => new List<string>())];
        using var table = sheet.Open();
        foreach (var record in Sample.Of(table, isCut: true, mayBreak: true).Records)
            for (var i = 0; i < Math.Min(record.Length, examples.Length); i++)
                if (examples[i].Count < MostExamples && !string.IsNullOrWhiteSpace(record[i]) && !examples[i].Contains(Short(record[i])))
                    examples[i].Add(Short(record[i]));
        return examples;
    }

    static string Short(string cell) => cell.Trim() is { Length: > LongestExample } text ? $"{text[..(LongestExample - 1)]}…" : cell.Trim();

    static IReadOnlyList<string> Persons(ReceivedFile file, CancellationToken cancel)
    {
        try
        {
            return PersonFilter.Find(file, cancel);
        }
        catch (PersonsNotHiddenException error)
        {
            return [$"{error.Message}: {error.Remedy}"];
        }
    }

    /// <summary>Gathers what the rows give.</summary>
    sealed class Summary(DateOnly today)
    {
        readonly Plausibility plausibility = new(today);
        readonly SortedDictionary<(string Name, string Currency), decimal> sums = [];
        readonly List<string> order = [];
        readonly List<IReadOnlyList<(string Name, string? Text)>> shown = [];
        readonly List<QuarantinedItem> quarantined = [];
        readonly List<ControlTotalItem> checks = [];
        readonly HashSet<AdAccount> accounts = [];
        (long Accepted, long Quarantined, long Filtered) rows;
        DateRange? days;
        Refused? rejection;

        public Explanation Of(Explanation explained, Understood read)
        {
            foreach (var item in read.Items)
                Take(item, read.Decisions);
            string[] columns = [.. shown.SelectMany(row => row.Where(cell => cell.Text is not null)).Select(cell => cell.Name).Distinct()];
            string[] ordered = shown is [] ? [] : [.. shown[0].Select(cell => cell.Name).Where(columns.Contains)];
            return explained with
            {
                Refusal = rejection,
                InputRows = rows.Accepted + rows.Quarantined + rows.Filtered,
                AcceptedRows = rows.Accepted,
                QuarantinedRows = rows.Quarantined,
                FilteredRows = rows.Filtered,
                Days = days,
                Accounts = [.. accounts],
                Sums = [.. sums.OrderBy(sum => order.IndexOf(sum.Key.Name)).Select(sum => new ExplainedSum(sum.Key.Name, sum.Key.Currency, sum.Value))],
                Checks = checks,
                Preview = new(ordered, [.. shown.Select(row => ordered.Select(name => row.First(cell => cell.Name == name).Text ?? "").ToArray())]),
                Quarantined = quarantined,
                Findings = plausibility.Findings,
            };
        }

        void Take(ReadItem item, IReadOnlyList<Decision> decisions)
        {
            switch (item)
            {
                case ControlTotalItem check: checks.Add(check); return;
                case RejectedItem rejected: rejection = new(rejected.Reason, rejected.Remedy, rejected.Line) { Decisions = decisions }; return;
                case FilteredItem: rows.Filtered++; return;
                case QuarantinedItem row:
                    rows.Quarantined++;
                    if (quarantined.Count < MostShown)
                        quarantined.Add(row);
                    return;
            }

            rows.Accepted++;
            plausibility.Take(item);
            if (((item as DeliveryItem)?.Row.Account ?? (item as EngagementItem)?.Row.Account) is { } account && accounts.Count < MostAccounts)
                accounts.Add(account);
            if (RowColumns.Days(item) is { } range)
                days = days is { } known ? new(range.First < known.First ? range.First : known.First, range.Last > known.Last ? range.Last : known.Last) : range;
            foreach (var (name, currency, value) in RowColumns.Amounts(item))
            {
                if (!sums.ContainsKey((name, currency)))
                    order.Add(name);
                sums[(name, currency)] = sums.GetValueOrDefault((name, currency)) + value;
            }

            if (shown.Count < MostShown)
                shown.Add([.. RowColumns.Cells(item)]);
        }
    }
}
