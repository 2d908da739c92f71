using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>The members of one level of the ad tree that a load touches: finds them by id or by name, and makes the missing ones.</summary>
/// <remarks>
/// An entity seen by name alone has the external id <c>''</c>. It takes its id when a source first gives one for that name under the
/// same parent; a name that two entities with ids share stays apart from both, since nobody can tell which is meant.
/// </remarks>
/// <param name="keepsNames">An id's new name is not taken over: an old file is read again.</param>
sealed class NamedMembers(long nextKey, bool keepsNames)
{
    readonly Dictionary<(long Parent, string Id), Member> byId = [];
    readonly Dictionary<(long Parent, string Name), List<Member>> byName = [];
    readonly List<Member> changed = [];
    long next = nextKey;

    /// <summary>One member; <see cref="IsNew"/> until it stands in the warehouse.</summary>
    internal sealed class Member
    {
        public required long Key { get; init; }
        public required long Parent { get; init; }
        public required string Id { get; set; }
        public required string Name { get; set; }
        public string? Status { get; set; }
        public string? Objective { get; set; }
        public long Creative { get; set; }
        public bool IsNew { get; init; }
        public bool IsChanged { get; set; }
    }

    /// <summary>New and changed members, in the order in which they were met.</summary>
    public IReadOnlyList<Member> Changed => changed;

    public void Know(Member member) => Index(member);

    public Member Find(long parent, string id, string name)
    {
        var named = byName.GetValueOrDefault((parent, name));
        if (id is not "")
        {
            if (byId.TryGetValue((parent, id), out var known))
                return Rename(known, name);
            return named?.SingleOrDefault(member => member.Id is "" && name is not "") is { } nameless ? Adopt(nameless, id) : Add(parent, id, name);
        }

        if (named is [var only])
            return only;
        return named?.SingleOrDefault(member => member.Id is "") ?? Add(parent, "", name);
    }

    public void Touch(Member member)
    {
        if (member.IsChanged)
            return;

        member.IsChanged = true;
        changed.Add(member);
    }

    Member Rename(Member member, string name)
    {
        if (keepsNames || name is "" || name == member.Name)
            return member;

        byName[(member.Parent, member.Name)].Remove(member);
        member.Name = name;
        Index(member);
        Touch(member);
        return member;
    }

    Member Adopt(Member member, string id)
    {
        member.Id = id;
        byId[(member.Parent, id)] = member;
        Touch(member);
        return member;
    }

    Member Add(long parent, string id, string name)
    {
        var member = new Member { Key = next++, Parent = parent, Id = id, Name = name is "" ? id : name, IsNew = true };
        Index(member);
        Touch(member);
        return member;
    }

    void Index(Member member)
    {
        if (member.Id is not "")
            byId[(member.Parent, member.Id)] = member;
        if (!byName.TryGetValue((member.Parent, member.Name), out var same))
            byName.Add((member.Parent, member.Name), same = []);
        same.Add(member);
    }

    /// <summary>Reads the members under the accounts at hand, and the first free key.</summary>
    public static async Task<NamedMembers> ReadAsync(DbConnection connection, DbTransaction transaction, bool keepsNames, string table, string key, string members)
    {
        var highest = await connection.ExecuteScalarAsync<long>($"select coalesce(max({key}), 0) from {table}", transaction: transaction);
        var named = new NamedMembers(highest + 1, keepsNames);
        foreach (var member in await connection.QueryAsync<Member>(members, transaction: transaction))
            named.Know(member);
        return named;
    }
}
