using Admetry.App.Panels;
using Admetry.Metrics;
using Admetry.Storage.Control;

namespace Admetry.App.Pages;

/// <summary>Where notes are read and pinned; closed on a server that has no workspace behind it.</summary>
public sealed record NoteBoard(NoteStore? Store)
{
    /// <summary>What may be shown to <paramref name="principal"/> on a page with these filters.</summary>
    public PinnedNotes For(Principal principal, IReadOnlyList<Filter> filters) => Store is null ? PinnedNotes.None : PinnedNotes.Of(Store.All(), principal, filters);

    /// <summary>Only who sees every client pins notes and takes them away.</summary>
    public bool MayWrite(Principal principal) => Store is not null && principal.Clients is null;
}
