namespace Admetry.Tests.Fixtures;

/// <summary>A row of the <see cref="ScoreSheet"/>, by its number there.</summary>
public enum Row
{
    Axe = 1,
    Tokens = 2,
    Keyboard = 3,
    Tables = 4,
    Reflow = 5,
    Paint = 6,
    Response = 7,
    Weight = 8,
    Address = 9,
    NoScript = 10,
    Numbers = 11,
    Agreement = 12,
    States = 13,
    Report = 14,
    Paper = 15,
    Mail = 16,
    Definitions = 17,
    Tasks = 18,
    Snapshots = 19,
    Looks = 20,
}

/// <summary>What a row asks for, and what it is worth.</summary>
/// <param name="Title">What must hold.</param>
/// <param name="Points">Given for all of it, and for nothing less.</param>
/// <param name="Open">The part of it that no test measures yet: while there is one, the row is not measured whatever its tests say. Null where tests measure the whole.</param>
public sealed record ScoreRow(Row Row, string Title, int Points, string? Open = null)
{
    /// <summary>The twenty rows, worth a hundred points.</summary>
    public static IReadOnlyList<ScoreRow> All { get; } =
    [
        new(Row.Axe, "axe finds nothing: page × light and dark × 1440 and 390 px", 10),
        new(Row.Tokens, "text ≥ 4.5, marks ≥ 3.0; categories ΔE ≥ 10 for protan, deutan, tritan", 4),
        new(Row.Keyboard, "keys: every control reached, seen, in order, no trap; menu, brush, drill", 6),
        new(Row.Tables, "every chart has a name, a summary and the table of its numbers", 5),
        new(Row.Reflow, "320 px, 200 % and 400 %: nothing scrolls sideways outside tables", 4),
        new(Row.Paint, "LCP p75 ≤ 1.0 s at 10 Mbit/s; ≤ 1.5 s and Lighthouse's score ≥ 0.95 on every page on a slow phone", 6),
        new(Row.Response, "CLS ≤ 0.02, TBT ≤ 300 ms, filter change p95 ≤ 300 ms over five years", 6),
        new(Row.Weight, "first load: JS ≤ 250, CSS ≤ 15, HTML ≤ 40 KB packed; ≤ 12 requests, none to others", 5),
        new(Row.Address, "an address opened afresh shows the same pixels and numbers: 50 states", 6),
        new(Row.NoScript, "without script: values, tables, filters by form", 3),
        new(Row.Numbers, "number rules: formats × 4 cultures × 3 currencies; partial, new, small, ratio", 6),
        new(Row.Agreement, "tile = table = CSV = API for 30 questions; report = page; PDF = report", 6),
        new(Row.States, "empty ×4, error, stale, slow, denied, missing creative", 4),
        new(Row.Report, "report: ≥ 20 visuals, ≤ 5 s, ≤ 5 MB, no network, no finance for clients", 8),
        new(Row.Paper, "PDF: tagged, text = HTML, no clipped table, page x of y, filters, ≤ 3 MB", 5),
        new(Row.Mail, "mail: HTML < 100 KB, plain part, alternative texts, dark", 2, "there is no mail"),
        new(Row.Definitions, "a definition within one action of any number; freshness on every page", 4),
        new(Row.Tasks, "five jobs in at most three interactions each", 5, "timed by hand"),
        new(Row.Snapshots, "24 report charts × 2 themes as they were, to 0.1 % of pixels", 3, "there are no snapshots"),
        new(Row.Looks, "screenshots looked at against the chart rules", 2, "looked at by hand"),
    ];
}
