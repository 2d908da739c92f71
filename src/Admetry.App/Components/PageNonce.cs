namespace Admetry.App.Components;

/// <summary>Where a request keeps the word that its page's style elements must carry to be believed.</summary>
public static class PageNonce
{
    public const string Key = "admetry.nonce";
}
