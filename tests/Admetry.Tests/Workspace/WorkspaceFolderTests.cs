using Admetry.App.Workspace;
using Xunit;

namespace Admetry.Tests.Workspace;

/// <summary>A workspace is a folder with settings; nothing named in it reaches out of it.</summary>
public sealed class WorkspaceFolderTests : IDisposable
{
    readonly string root = Directory.CreateTempSubdirectory("admetry-workspace-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void A_new_workspace_has_settings_that_are_the_defaults()
    {
        var folder = WorkspaceFolder.Init(Path.Combine(root, "new"));
        var settings = folder.ReadSettings();

        Assert.True(Directory.Exists(folder.Inbox));
        Assert.Contains(".admetry/", File.ReadAllLines(Path.Combine(folder.Root, ".gitignore")));
        Assert.Equal(("UTC", 10_000m, WarehouseEngine.DuckDb), (settings.TimeZone, settings.DailySpendThreshold, settings.Warehouse.Engine));
        Assert.Empty(settings.Sources);
    }

    [Fact]
    public void Every_commented_setting_of_a_new_workspace_is_a_right_one()
    {
        var folder = WorkspaceFolder.Init(root);
        var lines = File.ReadAllLines(folder.SettingsFile).Select(Uncommented).Where(line => !line.Contains("connection:", StringComparison.Ordinal)
            && !line.Contains("schema:", StringComparison.Ordinal));

        var settings = SettingsReader.Read(string.Join('\n', lines), "admetry.yaml");

        Assert.Equal(("ACME Corp", "USD", "4GB", 4), (settings.Name, settings.Currency, settings.Warehouse.MemoryLimit, settings.Warehouse.Threads));
        Assert.Equal(["C101"], settings.Clients.Select(client => client.Code));
        Assert.Equal(["cost_per_cart", "own_conversion_value"], settings.Metrics.Select(metric => metric.Name));
        Assert.Equal((1, 1, 1, 1), (settings.Accounts.Count, settings.Sources.Count, settings.Rates.Count, settings.RateFiles.Count));
    }

    [Fact]
    public void An_existing_workspace_is_never_overwritten()
    {
        var folder = WorkspaceFolder.Init(root);
        File.WriteAllText(folder.SettingsFile, "name: mine\n");

        var error = Assert.Throws<SettingsException>(() => WorkspaceFolder.Init(root));

        Assert.Contains("there are settings already", error.Message, StringComparison.Ordinal);
        Assert.Equal("name: mine\n", File.ReadAllText(folder.SettingsFile));
    }

    [Fact]
    public void The_folder_named_goes_before_the_folder_one_stands_in()
    {
        WorkspaceFolder.Init(root);
        var other = WorkspaceFolder.Init(Path.Combine(root, "other"));

        Assert.Equal(root, WorkspaceFolder.Find(null, root).Root);
        Assert.Equal(other.Root, WorkspaceFolder.Find("other", root).Root);
    }

    [Fact]
    public void A_folder_without_settings_is_told_how_to_become_a_workspace()
    {
        var error = Assert.Throws<SettingsException>(() => WorkspaceFolder.Find(null, root));

        Assert.Contains(Path.Combine(root, "admetry.yaml"), error.Message, StringComparison.Ordinal);
        Assert.Contains("admetry init", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/x")]
    [InlineData("a\0b")]
    [InlineData("")]
    public void A_path_out_of_the_workspace_is_refused(string path) =>
        Assert.Throws<UnauthorizedAccessException>(() => PathConfinement.Resolve(root, path));

    [Fact]
    public void A_link_out_of_the_workspace_is_refused_however_many_links_it_takes()
    {
        Directory.CreateSymbolicLink(Path.Combine(root, "far"), Path.GetTempPath());
        Directory.CreateSymbolicLink(Path.Combine(root, "near"), "far");
        Directory.CreateSymbolicLink(Path.Combine(root, "round"), "round");

        Assert.Throws<UnauthorizedAccessException>(() => PathConfinement.Resolve(root, "far/x"));
        Assert.Throws<UnauthorizedAccessException>(() => PathConfinement.Resolve(root, "near/x"));
        Assert.Throws<UnauthorizedAccessException>(() => PathConfinement.Resolve(root, "round/x"));
    }

    [Fact]
    public void A_path_inside_is_resolved_through_links_that_stay_inside()
    {
        Directory.CreateDirectory(Path.Combine(root, "a"));
        Directory.CreateSymbolicLink(Path.Combine(root, "b"), "a");

        Assert.Equal(Path.Combine(root, "b", "x.csv"), PathConfinement.Resolve(root, "a/../b/x.csv"));
    }

    [Theory]
    [InlineData("*.csv", "north/a.CSV", true)]
    [InlineData("a?.csv", "a1.csv", true)]
    [InlineData("a?.csv", "a12.csv", false)]
    [InlineData("north/*", "north/a.csv", true)]
    [InlineData("north/*", "north/deep/a.csv", false)]
    [InlineData("north/", "north/deep/a.csv", true)]
    [InlineData("**/google*.csv", "google_ads.csv", true)]
    [InlineData("**/google*.csv", "a/b/google_ads.csv", true)]
    [InlineData("a.csv", "axcsv", false)]
    [InlineData("[a]+(b).csv", "[a]+(b).csv", true)]
    public void A_pattern_matches_as_people_expect(string pattern, string path, bool matches) =>
        Assert.Equal(matches, FileGlob.Matches(pattern, path));

    // An example is a comment that looks like a key, an item or a brace of YAML; an explanation is a sentence.
    static string Uncommented(string line)
    {
        var text = line.TrimStart();
        var rest = text.StartsWith("# ", StringComparison.Ordinal) ? text[2..] : "";
        var isExample = rest.Split("  #")[0].TrimStart() is var example
            && (example.StartsWith('-') || example.Split(' ')[0] is [.. var key, ':'] && key.All(c => char.IsAsciiLetterLower(c) || c is '_'));
        return isExample ? line[..^text.Length] + rest : line;
    }
}
