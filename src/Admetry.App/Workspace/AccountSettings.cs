namespace Admetry.App.Workspace;

/// <summary>The lists <c>clients</c> and <c>accounts</c>: who there is, and whose a file is.</summary>
static class AccountSettings
{
    public static IReadOnlyList<ClientSettings> Clients(SettingsSection all)
    {
        var clients = new List<ClientSettings>();
        foreach (var item in all.Items("clients", "code", "name", "currency"))
        {
            var code = item.Required("code", "Give the client a short code, such as C101.");
            if (clients.Exists(other => other.Code.Equals(code, StringComparison.OrdinalIgnoreCase)) && code is not "")
                item.Problem("code", "is given twice", "Remove one of the two clients, or give it another code.");
            clients.Add(new(code, item.Text("name"), item.Currency("currency")));
        }

        return clients;
    }

    public static IReadOnlyList<AccountRule> Rules(SettingsSection all)
    {
        var rules = new List<AccountRule>();
        foreach (var item in all.Items("accounts", "files", "platform", "account", "client", "currency", "timezone"))
        {
            var files = item.Required("files", "Say which files are meant, such as 'acme/*' or 'google*.csv'; '*' means all.");
            var rule = new AccountRule(files, item.Platform("platform"), item.Text("account"), item.Text("client"),
                item.Currency("currency"), item.TimeZone("timezone"));
            if (rule is { Platform: null, Account: null, Client: null, Currency: null, TimeZone: null }
                && !item.Has("platform") && !item.Has("currency") && !item.Has("timezone"))
                item.Problem("files", "is a rule that says nothing",
                    "Add platform, account, client, currency or timezone below it.");
            rules.Add(rule);
        }

        return rules;
    }
}
