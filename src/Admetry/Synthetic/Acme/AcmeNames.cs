using Bogus;

namespace Admetry.Synthetic.Acme;

/// <summary>Names of companies and people, from a seeded source of its own; rows never draw from it.</summary>
sealed class AcmeNames
{
    readonly Faker faker;
    readonly HashSet<string> companies = new(StringComparer.OrdinalIgnoreCase);
    readonly string[] managers;

    public AcmeNames(int seed)
    {
        faker = new("en") { Random = new(seed) };
        managers = [.. Enumerable.Range(0, 9).Select(_ => $"{faker.Name.FirstName()} {faker.Name.LastName()}")];
    }

    /// <summary>One of the few people who look after advertisers.</summary>
    public string Manager(double u) => managers[(int)(u * managers.Length)];

    /// <summary>A company that none is called yet.</summary>
    public string Company() => Unused(() => faker.Company.CompanyName());

    /// <summary>A publisher's name and its domain.</summary>
    public (string Name, string Domain) Publisher(string category)
    {
        var word = category.Split(' ', '&')[0];
        var name = Unused(() => faker.Random.Int(0, 3) switch
        {
            0 => $"{faker.Address.City()} {word} Daily",
            1 => $"{word} {faker.Hacker.Noun()} Network".Replace("  ", " ", StringComparison.Ordinal),
            2 => $"The {faker.Address.StreetName().Split(' ')[0]} {word} Post",
            _ => $"{faker.Name.LastName()} {word}",
        });
        name = string.Join(' ', name.Split(' ').Select(part => part.Length > 0 ? char.ToUpperInvariant(part[0]) + part[1..] : part));
        return (name, $"{string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()}.example");
    }

    string Unused(Func<string> make)
    {
        for (var attempt = 2; ; attempt++)
        {
            var name = make();
            if (companies.Add(name))
                return name;
            if (attempt > 20 && companies.Add($"{name} {attempt}"))
                return $"{name} {attempt}";
        }
    }
}
