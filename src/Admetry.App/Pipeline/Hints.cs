using Admetry.App.Workspace;
using Admetry.Connectors.Exports;

namespace Admetry.App.Pipeline;

/// <summary>Puts together what is known of a file before it is opened: the command line, the settings' rules, the inbox folder.</summary>
static class Hints
{
    public static ReadingHints For(OpenWorkspace workspace, string file, ReadingHints said)
    {
        var inbox = Path.GetRelativePath(workspace.Folder.Inbox, file).Replace('\\', '/');
        var isInside = !inbox.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(inbox);
        var path = isInside ? inbox : Path.GetFileName(file);
        var rule = workspace.Settings.Accounts.FirstOrDefault(rule => rule.Matches(path));
        var mapping = said.Mapping ?? workspace.Settings.Sources.FirstOrDefault(source =>
            source.Files.Any(pattern => FileGlob.Matches(pattern, path) || FileGlob.Matches(pattern, Path.GetFileName(file))));

        // inbox/acme/google.csv belongs to the client acme, whatever else is said of it.
        var folder = isInside && inbox.Split('/') is [var first, _, ..] ? first : null;
        var client = said.ClientCode ?? rule?.Client ?? folder;
        return said with
        {
            Mapping = mapping,
            AccountId = said.AccountId ?? rule?.Account ?? client,
            ClientCode = client,
            Currency = said.Currency ?? rule?.Currency ?? workspace.Settings.Clients.FirstOrDefault(known => known.Code == client)?.Currency,
            TimeZone = said.TimeZone ?? rule?.TimeZone,
        };
    }
}
