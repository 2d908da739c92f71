namespace Admetry.App.Workspace;

/// <summary>One wrong setting: where it stands, what is wrong and what to write instead.</summary>
/// <param name="Line">Counted from 1; 0 where the whole file is meant.</param>
/// <param name="Key">The way down to it, such as <c>warehouse.engine</c> or <c>clients[2].code</c>; items count from
/// 1.</param>
/// <param name="Value">As written; null where there is none, or where it may be a secret.</param>
/// <param name="Reason">Continues "key 'value'", such as "is not an engine".</param>
/// <param name="Remedy">One sentence that says what to do.</param>
public sealed record SettingsProblem(string File, int Line, string Key, string? Value, string Reason, string Remedy)
{
    const int Shown = 80;

    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}" : "")}: {Key}{(Key is "" ? "" : " ")}{Quoted}{Reason}. {Remedy}";

    string Quoted => Value is null ? "" : Value.Length <= Shown ? $"'{Value}' " : $"'{Value[..Shown]}…' ";
}

/// <summary>
/// The settings are wrong, in as many places as <see cref="Problems"/> says; nothing was started with them.
/// </summary>
public sealed class SettingsException(IReadOnlyList<SettingsProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<SettingsProblem> Problems => problems;
}
