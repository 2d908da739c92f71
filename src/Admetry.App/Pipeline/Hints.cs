using Admetry.App.Workspace;
using Admetry.Connectors.Exports;

namespace Admetry.App.Pipeline;

/// <summary>Puts together what is known of a file before it is opened: the command line, the settings' rules, the inbox folder.</summary>
public static class Hints
{
    public static ReadingHints For(WorkspaceFolder folder, Settings settings, string file, ReadingHints said)
    {
        var inbox = Path.GetRelativePath(folder.Inbox, file).Replace('\\', '/');
        var isInside = !inbox.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(inbox);
        var path = isInside ? inbox : Path.GetFileName(file);
        var rule = settings.Accounts.FirstOrDefault(rule => rule.Matches(path));
        var mapping = said.Mapping ?? settings.Sources.FirstOrDefault(source =>
            source.Files.Any(pattern => FileGlob.Matches(pattern, path) || FileGlob.Matches(pattern, Path.GetFileName(file))));

        // inbox/acme/google.csv belongs to the client acme, whatever else is said of it.
        var place = isInside && inbox.Split('/') is [var first, _, ..] ? first : null;
        var client = said.ClientCode ?? rule?.Client ?? place;
        return said with
        {
            Mapping = mapping,
            AccountId = said.AccountId ?? rule?.Account ?? client,
            ClientCode = client,
            Currency = said.Currency ?? rule?.Currency ?? settings.Clients.FirstOrDefault(known => known.Code == client)?.Currency,
            TimeZone = said.TimeZone ?? rule?.TimeZone,
        };
    }
}
