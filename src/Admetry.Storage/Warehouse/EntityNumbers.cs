using System.Globalization;

namespace Admetry.Storage.Warehouse;

/// <summary>The ad tree's path of a row, as its source names it.</summary>
readonly record struct EntityPath(
    int Account, Level Level, string CampaignId, string CampaignName, string AdSetId, string AdSetName, string AdId, string AdName,
    string CreativeId, string CreativeName)
{
    /// <summary>Of what nearly always tells paths apart: ids where there are any, else names.</summary>
    public override int GetHashCode() => HashCode.Combine(Account, Telling(CampaignId, CampaignName), Telling(AdSetId, AdSetName), Telling(AdId, AdName));

    static string Telling(string id, string name) => id.Length > 0 ? id : name;
}

/// <summary>What splits a row beyond its ad.</summary>
readonly record struct Split(Breakdown Breakdown, string Value1, string Value2);

/// <summary>Gives each path, split and action of one file a small number, so that staged rows hold numbers instead of texts.</summary>
sealed class EntityNumbers
{
    readonly OrderedDictionary<AdAccount, int> accounts = [];
    readonly Dictionary<EntityPath, int> entities = [];
    readonly Dictionary<Split, int> splits = [];
    readonly List<long> reported = [];
    readonly List<long> entityHashes = [];
    readonly List<long> splitHashes = [0];
    readonly Dictionary<string, int> actions = new(StringComparer.Ordinal);
    AdAccount? lastAccount;
    int lastAccountNumber;
    EntityPath lastPath;
    int lastPathNumber = -1;

    public IReadOnlyCollection<KeyValuePair<AdAccount, int>> Accounts => accounts;

    public IReadOnlyCollection<KeyValuePair<EntityPath, int>> Entities => entities;

    public IReadOnlyCollection<KeyValuePair<Split, int>> Splits => splits;

    public IReadOnlyCollection<KeyValuePair<string, int>> Actions => actions;

    /// <summary>The newest status and objective of each campaign path; null where the source gives none.</summary>
    public Dictionary<int, (string? Status, string? Objective)> Campaigns { get; } = [];

    public int Account(AdAccount account)
    {
        if (!ReferenceEquals(account, lastAccount))
            (lastAccount, lastAccountNumber) = (account, Number(accounts, account));
        return lastAccountNumber;
    }

    public int Entity(DeliveryRow row)
    {
        var path = new EntityPath(
            Account(row.Account), row.Level, row.CampaignId, row.CampaignName, row.AdSetId, row.AdSetName, row.AdId, row.AdName,
            row.CreativeId, row.CreativeName);
        if (lastPathNumber < 0 || path != lastPath)
            (lastPath, lastPathNumber) = (path, Entity(path));
        if (row.CampaignStatus is not null || row.Objective is not null)
            Campaigns[lastPathNumber] = (CampaignStates.Of(row.CampaignStatus), row.Objective);
        return lastPathNumber;
    }

    public int Entity(EngagementRow row) => Entity(new EntityPath(
        Account(row.Account), row.CampaignId is "" && row.CampaignName is "" ? Level.Account : Level.Campaign,
        row.CampaignId, row.CampaignName, "", "", "", "", "", ""));

    /// <summary>0 for a row that nothing splits.</summary>
    public int Split(DeliveryRow row)
    {
        if (row.Breakdown is Breakdown.None)
            return 0;

        var split = new Split(row.Breakdown, row.Value1, row.Value2);
        var number = 1 + Number(splits, split);
        if (number == splitHashes.Count)
            splitHashes.Add(HashOf(((int)split.Breakdown).ToString(CultureInfo.InvariantCulture), split.Value1, split.Value2));
        return number;
    }

    /// <summary>Notes which measures an account's rows report: a blank cell of such a measure is zero, one of another is not reported.</summary>
    public void Report(int account, long measures)
    {
        while (reported.Count <= account)
            reported.Add(0);
        reported[account] |= measures;
    }

    /// <summary>The measures any row of the account reports, one bit each; 0 for accounts without delivery.</summary>
    public long ReportedBy(int account) => account < reported.Count ? reported[account] : 0;

    /// <summary>The measures that some account reports, and those that every account does.</summary>
    public (long Some, long All) ReportedByAccounts => (
        reported.Aggregate(0L, (some, bits) => some | bits),
        reported.Count < accounts.Count ? 0 : reported.Aggregate(-1L, (all, bits) => all & bits));

    /// <summary>A fingerprint of an entity's names, which does not depend on the order of the file.</summary>
    public long EntityHash(int entity) => entityHashes[entity];

    public long SplitHash(int split) => splitHashes[split];

    public int Action(string actionType) => Number(actions, actionType);

    int Entity(EntityPath path)
    {
        var number = Number(entities, path);
        if (number == entityHashes.Count)
        {
            var account = accounts.GetAt(path.Account).Key;
            entityHashes.Add(HashOf(
                account.Platform.Code, account.ExternalId, account.Currency, path.CampaignId, path.CampaignName, path.AdSetId, path.AdSetName,
                path.AdId, path.AdName, path.CreativeId, path.CreativeName));
        }

        return number;
    }

    static long HashOf(params ReadOnlySpan<string> texts)
    {
        StableHash hash = new();
        foreach (var text in texts)
            hash.Add(text);
        return hash.Value;
    }

    static int Number<T>(IDictionary<T, int> numbers, T key) where T : notnull
    {
        if (!numbers.TryGetValue(key, out var number))
            numbers.Add(key, number = numbers.Count);
        return number;
    }
}
