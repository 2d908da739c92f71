using System.Globalization;
using Admetry.Connectors.Exports;
using Admetry.Connectors.Exports.Families;
using Admetry.Tests.Exports.Rendering;
using Xunit;

namespace Admetry.Tests.Exports;

/// <summary>Files that say something else than before, or say it otherwise: read rightly, held back or refused, never read wrongly in silence.</summary>
public sealed class MeaningTests
{
    const int Seed = 20260403;
    const int FilesPerFamily = 8;

    static readonly IReadOnlyList<Family> Families = [.. FamilyCatalogue.All.Where(family => family.Target is not Target.Clients)];

    /// <summary>What was done, and what may become of it.</summary>
    /// <param name="MustBeRead">The change takes nothing away and leaves nothing in doubt.</param>
    sealed record Change(string Name, bool MustBeRead, bool HasTotals, Action<Draft, Random> Do);

    static readonly Change[] Changes =
    [
        new("columns shuffled", true, false, Shuffle),
        new("columns shuffled with the totals row", false, true, Shuffle),
        new("an unknown column added", true, false, (draft, random) => Insert(draft, random.Next(draft.Headers.Count + 1), "Frobnication index", _ => new($"{random.Next(1000)}"))),
        new("an unknown text added", true, false, (draft, random) => Insert(draft, random.Next(draft.Headers.Count + 1), "Frobnication remark", row => new($"remark {row}"))),
        new("a metric named nonsense", false, false, (draft, random) => draft.Headers[Measure(draft, random)] = "Xyzzy 42"),
        new("a metric twice", true, false, (draft, random) => Measure(draft, random, at => Insert(draft, at + 1, draft.Headers[at], row => draft.Rows[row][at]))),
        new("a metric twice, and not the same", false, false, (draft, random) => Measure(draft, random, at => Insert(draft, at, draft.Headers[at], row => Other(draft.Rows[row][at])))),
        new("number marks changed about", true, false, (draft, _) => Swap(draft, _ => true)),
        new("number marks changed about in half of the rows", false, false, (draft, _) => Swap(draft, row => row % 2 is 0)),
        new("totals row taken away", true, true, (draft, _) => Totals(draft, draft.Rows.RemoveAt)),
    ];

    public static TheoryData<string> Names { get; } = [.. Changes.Select(change => change.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_file_with_another_meaning_is_read_rightly_or_not_at_all(string name)
    {
        var change = Changes.Single(change => change.Name == name);
        var (right, held, less, refused, wrong) = (0, 0, 0, 0, new List<string>());
        foreach (var (number, family) in Families.Index())
        {
            for (var i = 0; i < FilesPerFamily; i++)
            {
                var random = new Random(Seed + number * 100 + i);
                var (file, reading) = Read(family, random, change);
                if (reading is Refused { Reason: not "", Remedy: not "" } && (!change.MustBeRead || file.Doubt is not null))
                    refused++;
                else if (reading is Understood understood && Comparison.Difference(file, understood) is null)
                    right++;
                else if (!change.MustBeRead && reading is Understood partly && partly.Items.Any(item => item is QuarantinedItem or RejectedItem) && Comparison.HasOnlyKnownRows(file, partly))
                    held++;
                else if (!change.MustBeRead && reading is Understood other && Comparison.HasNoOtherNumbers(file, other))
                    less++;
                else
                    wrong.Add($"{family.Name} {i}, {file.What}: {(reading is Understood read ? $"as {read.Family}, {read.Items.First()}, {Comparison.Difference(file, read)}" : ((Refused)reading).Reason)}; {string.Join(" | ", file.Columns.Select(column => column.Header))}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {right} read rightly, {held} with rows held back, {less} with a column less, {refused} refused.");
        Assert.True(wrong.Count is 0, $"{wrong.Count} files:\n{string.Join('\n', wrong.Take(30))}");
        Assert.True(right > 0 || !change.MustBeRead);
    }

    [Fact]
    public void A_totals_row_that_does_not_fit_is_told_and_the_rows_are_read()
    {
        var told = 0;
        foreach (var (number, family) in Families.Index())
        {
            for (var i = 0; i < FilesPerFamily; i++)
            {
                var isChanged = false;
                var file = Renderer.Render(family, new Random(Seed + number * 100 + i), FileKind.Text, hasTotals: true, draft => isChanged = Spoil(draft));
                if (!isChanged || ExportReader.Read(file.Received, ReadingHints.None, TestContext.Current.CancellationToken) is not Understood reading)
                    continue;
                var broken = reading.Items.OfType<ControlTotalItem>().Where(total => !total.Holds).ToList();
                Assert.True(broken.Count > 0, $"{family.Name} {i}: {file.What}");
                Assert.True(Comparison.HasOnlyKnownRows(file, reading), $"{family.Name} {i}: {file.What}");
                told++;
            }
        }

        Assert.True(told > 30, $"only {told} files had a totals row that could be spoilt");
    }

    static (RenderedFile File, Reading Reading) Read(Family family, Random random, Change change)
    {
        Draft? changed = null;
        var file = Renderer.Render(family, random, FileKind.Text, change.HasTotals, draft => change.Do(changed = draft, random));
        if (changed!.Headers.IndexOf("Xyzzy 42") is >= 0 and var lost)
        {
            file = file with { Currency = null };
            foreach (var row in file.Table.Rows)
                row.Numbers.Remove(changed.Columns[lost].Field);
        }
        return (file, ExportReader.Read(file.Received, ReadingHints.None, TestContext.Current.CancellationToken));
    }

    static void Shuffle(Draft draft, Random random)
    {
        var order = Enumerable.Range(0, draft.Headers.Count).ToArray();
        random.Shuffle(order);
        Replace(draft.Headers, [.. order.Select(at => draft.Headers[at])]);
        foreach (var row in draft.Rows)
            Replace(row, [.. order.Select(at => row[at])]);
    }

    static void Replace<T>(List<T> list, T[] by)
    {
        list.Clear();
        list.AddRange(by);
    }

    static void Insert(Draft draft, int at, string header, Func<int, Cell> cell)
    {
        foreach (var (number, row) in draft.Rows.Index())
            row.Insert(at, cell(number));
        draft.Headers.Insert(at, header);
    }

    static Cell Other(Cell cell) => cell.Text.IndexOfAny([.. "0123456789"]) is >= 0 and var digit ? new(cell.Text.Insert(digit, "1")) : cell;

    static int Measure(Draft draft, Random random)
    {
        var measures = draft.Columns.Index().Where(column => column.Item.Field.IsDelivery() || column.Item.Field.IsEngagement() || column.Item.Field is Field.Amount).ToList();
        return measures[random.Next(measures.Count)].Index;
    }

    static void Measure(Draft draft, Random random, Action<int> change) => change(Measure(draft, random));

    /// <summary>Points for commas and commas for points, in numbers alone.</summary>
    static void Swap(Draft draft, Func<int, bool> which)
    {
        foreach (var (number, row) in draft.Rows.Index().Where(row => which(row.Index)))
        {
            foreach (var (at, column) in draft.Columns.Index().Where(column => column.Item.Field.IsNumber() || column.Item.Field is Field.Rate))
                row[at] = new(string.Concat(row[at].Text.Select(c => c is '.' ? ',' : c is ',' ? '.' : c)));
        }
    }

    static void Totals(Draft draft, Action<int> change)
    {
        if (draft.TotalsAt is { } at)
            change(at);
    }

    /// <summary>Puts a digit before the totals of the first measure that is summed.</summary>
    static bool Spoil(Draft draft)
    {
        if (draft.TotalsAt is not { } at)
            return false;
        var found = draft.Columns.Index().Where(column => column.Index > 0 && column.Item.Field is Field.Spend or Field.Clicks or Field.Impressions or Field.WebSessions or Field.EmailsSent
            && draft.Rows[at][column.Index].Text.Any(char.IsAsciiDigit)).Select(column => (int?)column.Index).FirstOrDefault();
        if (found is not { } index)
            return false;
        var text = draft.Rows[at][index].Text;
        var digit = text.IndexOfAny([.. "0123456789"]);
        var other = text[digit] is '9' ? '8' : (char)(text[digit] + 1);
        draft.Rows[at][index] = new(text[..digit] + other.ToString(CultureInfo.InvariantCulture) + text[(digit + 1)..]);
        return true;
    }
}
