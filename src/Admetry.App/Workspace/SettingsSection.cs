using System.Diagnostics.CodeAnalysis;
using Admetry.Metrics;
using YamlDotNet.RepresentationModel;

namespace Admetry.App.Workspace;

/// <summary>Reads a value from its text, or says that it cannot.</summary>
delegate bool TryRead<T>(string text, [MaybeNullWhen(false)] out T value);

/// <summary>
/// One group of keys in the settings. What is wrong with it is noted, and reading goes on, so that all is told at once.
/// </summary>
sealed class SettingsSection
{
    static readonly string[] Secretive = ["pass", "pwd", "secret", "token", "credential", "connection"];

    readonly YamlMappingNode? node;
    readonly string path;
    readonly SettingsProblems problems;

    /// <param name="keys">The keys there are; any other is a problem. Empty: the keys are the user's own.</param>
    public SettingsSection(YamlNode? from, string path, SettingsProblems problems, params string[] keys)
    {
        (this.path, this.problems) = (path, problems);
        Line = (int)(from?.Start.Line ?? 1);
        node = from as YamlMappingNode;
        if (from is not null && node is null && !IsEmpty(from))
            problems.Add(from, path, from is YamlScalarNode scalar ? scalar.Value : null, "is not a group of keys",
                keys is [] ? "Write lines of 'name: value' below it."
                    : $"Write lines of 'key: value'; the keys are {string.Join(", ", keys)}.");

        if (node is not null && keys is not [])
            foreach (var (key, value) in node.Children.Where(child => !keys.Contains(Name(child.Key))))
                Unknown(key, value, keys);
    }

    public int Line { get; }

    /// <summary>Null where the key is missing or empty.</summary>
    public string? Text(string key)
    {
        var found = Find(key);
        if (found is null or YamlScalarNode)
            return (found as YamlScalarNode)?.Value;

        problems.Add(found, At(key), null, "holds a list or a group of keys", "Write one value on the line of the key.");
        return null;
    }

    /// <summary>The key's text; <c>""</c> and a problem where it is missing.</summary>
    public string Required(string key, string remedy)
    {
        if (Find(key) is null)
            Problem(key, "is missing", remedy);
        return Text(key) ?? "";
    }

    /// <summary>The key's value, or <paramref name="absent"/> where it is missing or wrong.</summary>
    public T Value<T>(string key, T absent, TryRead<T> read, string reason, string remedy)
    {
        if (Text(key) is not { } text)
            return absent;
        if (read(text, out var value))
            return value;

        Problem(key, reason, remedy);
        return absent;
    }

    /// <summary>One of a few words.</summary>
    public T Choice<T>(string key, T absent, params (string Word, T Value)[] choices)
    {
        if (Text(key) is not { } text)
            return absent;
        foreach (var (word, value) in choices)
            if (word == text)
                return value;

        Problem(key, "is not a choice", $"Write {Words.Or(choices.Select(choice => choice.Word))}.");
        return absent;
    }

    /// <summary>One text or a list of them; empty where the key is missing.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        if (Find(key) is not YamlSequenceNode list)
            return Text(key) is { } text ? [text] : [];

        foreach (var item in list)
            if (item is not YamlScalarNode || IsEmpty(item))
                problems.Add(item, At(key), null, "holds an item that is no text",
                    "Write one value for each item of the list.");
        return [.. list.OfType<YamlScalarNode>().Where(item => !IsEmpty(item)).Select(item => item.Value!)];
    }

    /// <summary>Lines of <c>name: value</c> whose names are the user's own.</summary>
    /// <param name="names">The names there are; empty: any.</param>
    public IReadOnlyDictionary<string, string> Map(string key, params string[] names)
    {
        var section = Section(key, names);
        var map = new Dictionary<string, string>();
        foreach (var name in section.node?.Children.Keys.Select(Name) ?? [])
            map[name] = section.Required(name, "Write a value after the colon.");
        return map;
    }

    /// <summary>Lines of <c>name: word</c> whose names are the user's own and whose words are a few.</summary>
    public IReadOnlyDictionary<string, T> Map<T>(string key, params (string Word, T Value)[] choices)
    {
        var section = Section(key);
        return Map(key).Keys.ToDictionary(name => name, name => section.Choice(name, choices[0].Value, choices));
    }

    public SettingsSection Section(string key, params string[] keys) => new(Find(key), At(key), problems, keys);

    /// <summary>The items of a list of groups; empty where the key is missing.</summary>
    public IReadOnlyList<SettingsSection> Items(string key, params string[] keys)
    {
        var found = Find(key);
        if (found is YamlSequenceNode list)
            return [.. list.Select((item, index) => new SettingsSection(item, $"{At(key)}[{index + 1}]", problems, keys))];

        if (found is not null)
            problems.Add(found, At(key), (found as YamlScalarNode)?.Value, "is not a list",
                "Write items that start with '- ', each with its own keys.");
        return [];
    }

    public bool Has(string key) => Find(key) is not null;

    public bool IsList(string key) => Find(key) is YamlSequenceNode;

    /// <summary>Whether something in this file was found wrong since <paramref name="before"/> problems were known.</summary>
    public bool IsSound(int before) => problems.Count == before;

    public int Problems => problems.Count;

    public void Problem(string key, string reason, string remedy)
    {
        var found = Find(key);
        problems.Add(found, At(key), Shown(key, found), reason, remedy, Line);
    }

    void Unknown(YamlNode key, YamlNode value, string[] keys)
    {
        var near = Nearest.Names(Name(key), keys);
        problems.Add(key, At(Name(key)), Shown(Name(key), value), "is not a setting",
            near is [] ? $"The keys here are {string.Join(", ", keys)}." : $"Did you mean {Words.Or(near)}?");
    }

    // A password must not reach a screen or a log because it stands under the wrong key.
    static string? Shown(string key, YamlNode? value) =>
        Array.Exists(Secretive, word => key.Contains(word, StringComparison.OrdinalIgnoreCase)) ? null
            : (value as YamlScalarNode)?.Value;

    YamlNode? Find(string key) =>
        node is not null && node.Children.TryGetValue(new YamlScalarNode(key), out var value) && !IsEmpty(value) ? value : null;

    string At(string key) => path is "" ? key : $"{path}.{key}";

    static string Name(YamlNode key) => (key as YamlScalarNode)?.Value ?? key.ToString();

    static bool IsEmpty(YamlNode value) =>
        value is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: null or "" or "~" or "null" };
}
