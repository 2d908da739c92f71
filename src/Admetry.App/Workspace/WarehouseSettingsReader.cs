using System.Globalization;
using System.Text.RegularExpressions;

namespace Admetry.App.Workspace;

/// <summary>The group <c>warehouse</c>: which engine, and how it is reached or bounded.</summary>
static partial class WarehouseSettingsReader
{
    const string SecretRemedy =
        "Write 'connection: env:NAME' and put the connection string into the environment variable NAME: settings are shared, passwords are not.";

    public static WarehouseSettings Read(SettingsSection all)
    {
        var section = all.Section("warehouse", "engine", "connection", "schema", "memory_limit", "threads", "temp_directory");
        var engine = section.Choice("engine", WarehouseEngine.DuckDb, ("duckdb", WarehouseEngine.DuckDb),
            ("postgres", WarehouseEngine.Postgres));
        if (engine is WarehouseEngine.Postgres && !section.Has("connection"))
            section.Problem("connection", "is missing", SecretRemedy);

        string[] strangers = engine is WarehouseEngine.Postgres ? ["memory_limit", "threads", "temp_directory"]
            : ["connection", "schema"];
        foreach (var key in strangers.Where(section.Has))
            section.Problem(key,
                $"has no meaning for the engine {(engine is WarehouseEngine.Postgres ? "postgres" : "duckdb")}",
                "Remove the line, or change 'engine'.");

        return new()
        {
            Engine = engine,
            ConnectionVariable = section.Value<string?>("connection", null, Variable,
                "is not the name of an environment variable", SecretRemedy),
            Schema = section.Value<string?>("schema", null, Identifier, "is not a schema's name",
                "Write small letters, digits and _, such as marketing."),
            MemoryLimit = section.Value<string?>("memory_limit", null, Size, "is not a size",
                "Write a number and a unit, such as 4GB or 512MB."),
            Threads = section.Value<int?>("threads", null, Threads, "is not a number of threads",
                "Write a whole number from 1 to 1024."),
            TempDirectory = section.Value<string?>("temp_directory", null, Folder, "is not a folder",
                "Write an absolute path, or one inside the workspace."),
        };
    }

    static bool Variable(string text, out string? name)
    {
        name = VariableForm().Match(text) is { Success: true } match ? match.Groups[1].Value : null;
        return name is not null;
    }

    static bool Identifier(string text, out string? name) => IdentifierForm().IsMatch(name = text);

    static bool Size(string text, out string? size) => SizeForm().IsMatch(size = text);

    static bool Threads(string text, out int? threads)
    {
        threads = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return threads is >= 1 and <= 1024;
    }

    static bool Folder(string text, out string? folder)
    {
        folder = text;
        return !text.Contains('\0') && (Path.IsPathFullyQualified(text) || !text.Replace('\\', '/').Split('/').Contains(".."));
    }

    [GeneratedRegex("^env:([A-Za-z_][A-Za-z0-9_]*)$")]
    private static partial Regex VariableForm();

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$")]
    private static partial Regex IdentifierForm();

    [GeneratedRegex("^[0-9]{1,6}(\\.[0-9]{1,3})? ?(KB|MB|GB|TB|KiB|MiB|GiB|TiB)$")]
    private static partial Regex SizeForm();
}
