using YamlDotNet.RepresentationModel;

namespace Admetry.App.Workspace;

/// <summary>Gathers what is wrong with one settings file, in the order of its lines.</summary>
sealed class SettingsProblems(string file)
{
    readonly List<SettingsProblem> all = [];

    public int Count => all.Count;

    public void Add(YamlNode? node, string key, string? value, string reason, string remedy, int otherwise = 1) =>
        all.Add(new(file, (int)(node?.Start.Line ?? otherwise), key, value, reason, remedy));

    /// <exception cref="SettingsException">Something was wrong.</exception>
    public void ThrowIfAny()
    {
        if (all is not [])
            throw new SettingsException([.. all.OrderBy(problem => problem.Line)]);
    }
}

static class Words
{
    /// <summary>"a, b or c".</summary>
    public static string Or(IEnumerable<string> words) => words.ToArray() switch
    {
        [] => "",
        [var one] => one,
        [.. var first, var last] => $"{string.Join(", ", first)} or {last}",
    };
}
