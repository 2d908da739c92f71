using System.Text;

namespace Admetry.App.Workspace;

/// <summary>
/// A workspace: a folder with <c>admetry.yaml</c>, an inbox for files, report definitions, and data in
/// <c>.admetry/</c>.
/// </summary>
/// <param name="Root">Its full path.</param>
public sealed record WorkspaceFolder(string Root)
{
    public const string SettingsName = "admetry.yaml";

    public string SettingsFile => Path.Combine(Root, SettingsName);

    /// <summary>Files put here are imported.</summary>
    public string Inbox => Path.Combine(Root, "inbox");

    /// <summary>Report definitions.</summary>
    public string Reports => Path.Combine(Root, "reports");

    /// <summary>Everything the program keeps: may be backed up as a whole, is never edited by hand.</summary>
    public string Data => Path.Combine(Root, ".admetry");

    /// <summary>Files as received; the warehouse can be rebuilt from it.</summary>
    public string Landing => Path.Combine(Data, "landing");

    public string WarehouseFile => Path.Combine(Data, "warehouse.duckdb");

    /// <summary>What people wrote on pages; no rebuild could make it again.</summary>
    public string NotesFile => Path.Combine(Data, "notes.sqlite");

    public string ControlFile => Path.Combine(Data, "control.sqlite");

    /// <summary>May be emptied whenever no process runs.</summary>
    public string Temp => Path.Combine(Data, "temp");

    /// <summary>
    /// The workspace in <paramref name="directory"/>, or in <paramref name="current"/> where none is named.
    /// </summary>
    /// <param name="directory">What <c>--workspace</c> says; relative to <paramref name="current"/>.</param>
    /// <exception cref="SettingsException">There is no <c>admetry.yaml</c> in it.</exception>
    public static WorkspaceFolder Find(string? directory, string current)
    {
        var folder = new WorkspaceFolder(Path.GetFullPath(directory ?? ".", current));
        return File.Exists(folder.SettingsFile)
            ? folder
            : throw Refused(folder.SettingsFile, "there is no such file, so this folder is no workspace",
                "Run 'admetry init' in it, or name another folder with --workspace DIR.");
    }

    /// <exception cref="SettingsException">The settings are wrong, or too large to be settings.</exception>
    public Settings ReadSettings()
    {
        if (new FileInfo(SettingsFile).Length > SettingsDocument.LargestBytes)
            throw Refused(SettingsFile, "the file is larger than 1 MiB",
                "Keep settings short; put long lists of rates into a file of their own.");

        return SettingsReader.Read(File.ReadAllText(SettingsFile, Encoding.UTF8), SettingsName);
    }

    /// <summary>Makes a workspace of a folder, new or not, with commented settings.</summary>
    /// <exception cref="SettingsException">It is a workspace already; nothing was changed.</exception>
    public static WorkspaceFolder Init(string directory)
    {
        var folder = new WorkspaceFolder(Path.GetFullPath(directory));
        if (File.Exists(folder.SettingsFile))
            throw Refused(folder.SettingsFile, "there are settings already",
                "Edit that file, or choose another folder: nothing was changed.");

        Directory.CreateDirectory(folder.Inbox);
        Directory.CreateDirectory(folder.Reports);
        WriteNew(folder.SettingsFile, SettingsTemplate.Text);
        var ignored = Path.Combine(folder.Root, ".gitignore");
        if (!File.Exists(ignored))
            WriteNew(ignored, SettingsTemplate.GitIgnore);
        return folder;
    }

    /// <summary>The full path of a path that settings give, relative to the workspace.</summary>
    /// <exception cref="UnauthorizedAccessException">It leads out of the workspace.</exception>
    public string Resolve(string path) => PathConfinement.Resolve(Root, path);

    // CreateNew: of two that begin at once, one fails instead of overwriting the other.
    static void WriteNew(string path, string text)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(Encoding.UTF8.GetBytes(text));
    }

    static SettingsException Refused(string file, string reason, string remedy) =>
        new([new(file, 0, "", null, reason, remedy)]);
}
