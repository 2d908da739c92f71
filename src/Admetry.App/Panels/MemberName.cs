namespace Admetry.App.Panels;

/// <summary>What people call a member of a dimension that has no name but its key.</summary>
static class MemberName
{
    public static string Of(string key) => key is "" ? "Unknown" : char.ToUpperInvariant(key[0]) + key[1..];
}
