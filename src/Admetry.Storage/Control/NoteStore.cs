using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Admetry.Storage.Control;

/// <summary>What somebody pinned to days, or to a member of a dimension.</summary>
/// <param name="Days">Both ends included; null for a note on a member.</param>
/// <param name="Dimension">The name of the member's dimension, such as <c>campaign</c>; null for a note on days.</param>
/// <param name="Member">The member's key; null for a note on days.</param>
/// <param name="Client">The code of the client it is about, who may see it; null: it stays in the house.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="At">When, in UTC.</param>
public sealed record Note(long Id, DateRange? Days, string? Dimension, string? Member, string? Client, string Text, string Author, DateTimeOffset At);

/// <summary>Notes that people pinned. They stand beside the warehouse, so that a rebuild leaves them alone.</summary>
public sealed class NoteStore : IDisposable
{
    /// <summary>Longer texts are no notes.</summary>
    public const int LongestText = 500;

    const string Schema = """
        create table if not exists note (
          note_id integer primary key autoincrement, first_day text, last_day text, dimension text, member text, client text,
          text text not null, author text not null, at text not null);
        """;

    readonly SqliteConnection connection;
    readonly Lock gate = new();

    /// <param name="file">A SQLite file of its own, made where there is none: it holds what nothing else could make again.</param>
    public NoteStore(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        connection = ControlDatabase.Open(file);
        connection.Execute(Schema);
    }

    /// <summary>All of them, the oldest first.</summary>
    public IReadOnlyList<Note> All()
    {
        lock (gate)
            return [.. connection.Query<Row>("select * from note order by note_id").Select(row => row.ToNote())];
    }

    /// <returns>The note with its number.</returns>
    /// <exception cref="ArgumentException">It has no text or too long a text, or is pinned to nothing or to two things.</exception>
    public Note Add(Note note)
    {
        Check(note);
        lock (gate)
            return note with
            {
                Id = connection.ExecuteScalar<long>(
                    """
                    insert into note (first_day, last_day, dimension, member, client, text, author, at)
                    values (@first_day, @last_day, @dimension, @member, @client, @text, @author, @at) returning note_id
                    """, Row.Of(note)),
            };
    }

    /// <returns>False where there is no such note.</returns>
    public bool Remove(long id)
    {
        lock (gate)
            return connection.Execute("delete from note where note_id = @id", new { id }) == 1;
    }

    public void Dispose() => connection.Dispose();

    static void Check(Note note)
    {
        if (string.IsNullOrWhiteSpace(note.Text) || note.Text.Length > LongestText)
            throw new ArgumentException($"A note has 1 to {LongestText} letters.", nameof(note));
        if ((note.Days is null) == (note.Dimension is null) || (note.Dimension is null) != (note.Member is null))
            throw new ArgumentException("A note is pinned to days or to a member of a dimension.", nameof(note));
    }

    sealed record Row
    {
        public long note_id { get; init; }
        public string? first_day { get; init; }
        public string? last_day { get; init; }
        public string? dimension { get; init; }
        public string? member { get; init; }
        public string? client { get; init; }
        public string text { get; init; } = "";
        public string author { get; init; } = "";
        public string at { get; init; } = "";

        public static Row Of(Note note) => new()
        {
            note_id = note.Id, first_day = Day(note.Days?.First), last_day = Day(note.Days?.Last), dimension = note.Dimension, member = note.Member,
            client = note.Client, text = note.Text, author = note.Author, at = note.At.ToString("O", CultureInfo.InvariantCulture),
        };

        public Note ToNote() => new(
            note_id, first_day is null || last_day is null ? null : DateRange.TryParse($"{first_day}..{last_day}", out var days) ? days : null, dimension, member, client, text, author,
            DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));

        static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
