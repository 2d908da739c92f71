using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Admetry.App.Workspace;

/// <summary>Turns text into a tree of plain YAML: no anchors, no tags, nothing deep, nothing large.</summary>
/// <remarks>
/// Events are looked at before a tree is built, since building follows nesting by recursion and aliases by copying.
/// </remarks>
static class SettingsDocument
{
    internal const int LargestBytes = 1 << 20;
    const int DeepestLevel = 16;

    /// <returns>Null for a file that says nothing.</returns>
    /// <exception cref="SettingsException">The text is no plain YAML.</exception>
    public static YamlNode? Parse(string yaml, string file)
    {
        if (Encoding.UTF8.GetByteCount(yaml) > LargestBytes)
            throw Refused(file, 0, "the file is larger than 1 MiB",
                "Keep settings short; put long lists of rates into a file of their own.");

        try
        {
            CheckEvents(yaml, file);
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents is [var document] ? document.RootNode : null;
        }
        catch (YamlException error)
        {
            if (LineWithTab(yaml) is { } line)
                throw Refused(file, line, "the file is not valid YAML: a line is indented with a tab", "Indent with spaces.");

            throw Refused(file, (int)error.Start.Line, $"the file is not valid YAML: {FirstSentence(error)}",
                "Look at the indentation, the colons and the quotes around this line.");
        }
    }

    static void CheckEvents(string yaml, string file)
    {
        var parser = new Parser(new StringReader(yaml));
        var (depth, documents) = (0, 0);
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            depth += current.NestingIncrease;
            documents += current is DocumentStart ? 1 : 0;
            var line = (int)current.Start.Line;
            if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
                throw Refused(file, line, "the file uses an anchor or an alias (& or *)",
                    "Write the value out, or quote it if it is text.");
            if (current is NodeEvent { Tag: { IsEmpty: false, IsLocal: var local } tag } && !(local && tag.Value == "!"))
                throw Refused(file, line, $"the file uses a tag ({tag.Value})",
                    "Leave the tag out, or quote the value if it is text.");
            if (depth > DeepestLevel + 2)
                throw Refused(file, line, $"the file is nested more than {DeepestLevel} levels deep",
                    "No setting needs that; look at the brackets and braces.");
            if (documents > 1)
                throw Refused(file, line, "the file holds a second document", "Remove the line '---'.");
        }
    }

    static int? LineWithTab(string yaml)
    {
        var index = Array.FindIndex(yaml.Split('\n'), line => line.TrimStart(' ').StartsWith('\t'));
        return index < 0 ? null : index + 1;
    }

    static SettingsException Refused(string file, int line, string reason, string remedy) =>
        new([new(file, line, "", null, reason, remedy)]);

    static string FirstSentence(YamlException error)
    {
        var text = error.InnerException is YamlException inner ? inner.Message : error.Message;
        return text.TrimEnd('.', ' ').ReplaceLineEndings(" ");
    }
}
