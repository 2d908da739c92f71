namespace Admetry.Metrics;

/// <summary>Finds what someone who mistyped a name may have meant.</summary>
public static class Nearest
{
    /// <returns>Names at most a third of their letters away, or that hold the word; nearest first, at most three.</returns>
    public static IReadOnlyList<string> Names(string word, IEnumerable<string> names)
    {
        var wanted = word.ToLowerInvariant();
        var near =
            from name in names
            let distance = Distance(wanted, name)
            where distance <= Math.Max(wanted.Length, name.Length) / 3
                || (wanted.Length > 2 && name.Contains(wanted, StringComparison.Ordinal))
            orderby distance, name
            select name;
        return [.. near.Take(3)];
    }

    /// <summary>Letters to add, drop, change or swap with their neighbour (optimal string alignment).</summary>
    internal static int Distance(string from, string to)
    {
        var cost = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
            cost[i, 0] = i;
        for (var j = 0; j <= to.Length; j++)
            cost[0, j] = j;

        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var change = from[i - 1] == to[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[from.Length, to.Length];
    }
}
