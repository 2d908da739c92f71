namespace Admetry.Synthetic.Acme;

/// <summary>Chooses by shares.</summary>
static class Choice
{
    const int Places = 1024;

    /// <summary>The index that a number between 0 and 1 falls on.</summary>
    public static int Of<T>(double u, IReadOnlyList<T> choices, Func<T, double> share)
    {
        var left = u * choices.Sum(share);
        for (var i = 0; i < choices.Count - 1; i++)
            if ((left -= share(choices[i])) < 0)
                return i;
        return choices.Count - 1;
    }

    /// <summary>Each choice as often among 1,024 as its share: who chooses millions of times looks one up.</summary>
    public static T[] Table<T>(IEnumerable<(T Choice, double Share)> choices)
    {
        var all = choices.ToList();
        var table = new T[Places];
        var (total, reached, i) = (all.Sum(choice => choice.Share), 0.0, 0);
        foreach (var (choice, share) in all)
        {
            reached += share / total;
            for (; i < Places && (i + 0.5) / Places < reached; i++)
                table[i] = choice;
        }

        for (; i < Places; i++)
            table[i] = all[^1].Choice;
        return table;
    }

    public static T In<T>(T[] table, double u) => table[(int)(u * table.Length)];
}
