using Admetry.Storage.Control;
using Xunit;

namespace Admetry.Tests.Storage;

public sealed class NoteStoreTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("admetry-notes-").FullName;

    static readonly Note OnDays = new(0, new(new(2024, 9, 1), new(2024, 9, 3)), null, null, null, "Shop closed", "Ada", new(2024, 9, 4, 8, 0, 0, TimeSpan.Zero));

    static readonly Note OnRow = OnDays with { Days = null, Dimension = "campaign", Member = "Brand; it's \"exact\"", Client = "C101", Text = "Paused by the client" };

    string StoreFile => Path.Combine(folder, "data", "notes.sqlite");

    [Fact]
    public void Notes_outlive_the_process_in_the_order_they_were_written_and_go_when_they_are_removed()
    {
        long first;
        using (var store = new NoteStore(StoreFile))
        {
            first = store.Add(OnDays).Id;
            store.Add(OnRow);
        }

        using var again = new NoteStore(StoreFile);
        Assert.Equal([OnDays with { Id = first }, OnRow with { Id = first + 1 }], again.All());
        Assert.True(again.Remove(first));
        Assert.False(again.Remove(first));
        Assert.Equal("Paused by the client", Assert.Single(again.All()).Text);
    }

    [Fact]
    public void A_note_has_a_text_and_is_pinned_to_one_thing()
    {
        using var store = new NoteStore(StoreFile);

        Assert.Throws<ArgumentException>(() => store.Add(OnDays with { Text = " " }));
        Assert.Throws<ArgumentException>(() => store.Add(OnDays with { Text = new('x', NoteStore.LongestText + 1) }));
        Assert.Throws<ArgumentException>(() => store.Add(OnDays with { Days = null }));
        Assert.Throws<ArgumentException>(() => store.Add(OnDays with { Dimension = "campaign", Member = "x" }));
        Assert.Throws<ArgumentException>(() => store.Add(OnRow with { Member = null }));
        Assert.Empty(store.All());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
