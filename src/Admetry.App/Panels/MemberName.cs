namespace Admetry.App.Panels;

/// <summary>What people call a member of a dimension that has no name but its key.</summary>
static class MemberName
{
    public static string Of(string key) => key switch
    {
        "" => "Unknown",
        "ctv" => "CTV",
        _ => char.ToUpperInvariant(key[0]) + key[1..],
    };
}
