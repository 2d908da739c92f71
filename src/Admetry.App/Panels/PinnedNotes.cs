using System.Globalization;
using Admetry.Metrics;
using Admetry.Storage.Control;

namespace Admetry.App.Panels;

/// <summary>The notes that a page may show to whoever asks, in the order they were written.</summary>
public sealed record PinnedNotes(IReadOnlyList<Note> Seen)
{
    public static PinnedNotes None { get; } = new([]);

    /// <summary>Those that <paramref name="principal"/> may see: of their clients, and of the house only for who sees every client.</summary>
    /// <param name="filters">A page kept to some clients leaves out notes about others.</param>
    public static PinnedNotes Of(IEnumerable<Note> all, Principal principal, IReadOnlyList<Filter> filters) => new(
    [
        .. all.Where(note => MaySee(principal, note)).Where(note => note.Client is not { } client || filters.Where(filter => filter.Dimension == Dimensions.Client).All(filter => filter.Kind switch
        {
            FilterKind.In => filter.Values.Contains(client, StringComparer.Ordinal),
            FilterKind.NotIn => !filter.Values.Contains(client, StringComparer.Ordinal),
            _ => filter.Values.Any(value => client.Contains(value, StringComparison.OrdinalIgnoreCase)),
        })),
    ]);

    public static bool MaySee(Principal principal, Note note) =>
        principal.Clients is not { } clients || (note.Client is { } client && clients.Contains(client, StringComparer.Ordinal));

    /// <summary>What is pinned to a member, as one text; <c>""</c> where nothing is.</summary>
    public string On(Dimension dimension, string key) =>
        string.Join(" · ", Seen.Where(note => note.Dimension == dimension.Name && note.Member == key).Select(note => Written(note)));

    /// <summary>What is pinned to each of some members; null where nothing is.</summary>
    public IReadOnlyList<string>? On(Dimension dimension, IEnumerable<string> keys) => Any([.. keys.Select(key => On(dimension, key))]);

    /// <summary>What is pinned to each step of a course, once: to the first step that the note's days touch. Null where nothing is.</summary>
    public IReadOnlyList<string>? Along(TrendSteps steps)
    {
        var days = steps.Firsts.Select((_, step) => steps.DaysOf(step)).ToList();
        var touching = days.Select(step => Seen.Where(note => note.Days is { } pinned && pinned.Overlaps(step)).ToList()).ToList();
        return Any([.. touching.Select((notes, step) => string.Join(" · ",
            notes.Where(note => step == 0 || !touching[step - 1].Contains(note)).Select(note => Written(note, days[step]))))]);
    }

    static IReadOnlyList<string>? Any(string[] texts) => texts.All(text => text is "") ? null : texts;

    static string Written(Note note, DateRange? step = null) =>
        $"{note.Text} ({(note.Days is { } days && days != step ? $"{days.ToString().Replace("..", " to ", StringComparison.Ordinal)}, " : "")}{note.Author}, {note.At.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture)})";
}
