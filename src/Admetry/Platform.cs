namespace Admetry;

/// <summary>Where advertising runs or results are counted.</summary>
/// <param name="Id">The key of <c>dim_platform</c>; stable for ever. 0 is Unknown.</param>
/// <param name="Code">What files, queries and the API call it: lower snake case, stable for ever.</param>
/// <param name="Name">What people read.</param>
/// <param name="Channel">search, social, display, video, ctv, email, affiliate, organic, direct or unknown.</param>
public sealed record Platform(int Id, string Code, string Name, string Channel)
{
    public static Platform Unknown { get; } = new(0, "unknown", "Unknown", "unknown");
    public static Platform Google { get; } = new(1, "google_ads", "Google Ads", "search");
    public static Platform Meta { get; } = new(2, "meta_ads", "Meta", "social");
    public static Platform Microsoft { get; } = new(3, "microsoft_ads", "Microsoft Advertising", "search");
    public static Platform LinkedIn { get; } = new(4, "linkedin_ads", "LinkedIn", "social");
    public static Platform TikTok { get; } = new(5, "tiktok_ads", "TikTok", "social");
    public static Platform X { get; } = new(6, "x_ads", "X", "social");
    public static Platform Pinterest { get; } = new(7, "pinterest_ads", "Pinterest", "social");
    public static Platform Snapchat { get; } = new(8, "snapchat_ads", "Snapchat", "social");
    public static Platform Amazon { get; } = new(9, "amazon_ads", "Amazon Ads", "search");
    public static Platform Reddit { get; } = new(10, "reddit_ads", "Reddit", "social");
    public static Platform Apple { get; } = new(11, "apple_search_ads", "Apple Search Ads", "search");
    public static Platform Criteo { get; } = new(12, "criteo", "Criteo", "display");
    public static Platform Email { get; } = new(13, "email", "E-mail", "email");
    public static Platform Web { get; } = new(14, "web", "Web", "organic");
    public static Platform Klaviyo { get; } = new(15, "klaviyo", "Klaviyo", "email");
    public static Platform Mailchimp { get; } = new(16, "mailchimp", "Mailchimp", "email");
    public static Platform GoogleAnalytics { get; } = new(17, "google_analytics", "Google Analytics", "unknown");
    public static Platform SearchConsole { get; } = new(18, "search_console", "Search Console", "organic");
    public static Platform Acme { get; } = new(19, "acme", "ACME Exchange", "display");
    public static Platform Shopify { get; } = new(20, "shopify", "Shopify", "direct");
    public static Platform Stripe { get; } = new(21, "stripe", "Stripe", "direct");
    public static Platform Other { get; } = new(22, "other", "Other", "unknown");

    public static IReadOnlyList<Platform> All { get; } =
    [
        Unknown, Google, Meta, Microsoft, LinkedIn, TikTok, X, Pinterest, Snapchat, Amazon, Reddit, Apple, Criteo, Email, Web,
        Klaviyo, Mailchimp, GoogleAnalytics, SearchConsole, Acme, Shopify, Stripe, Other,
    ];

    /// <returns>Null when no platform has that code.</returns>
    public static Platform? Find(string code) =>
        All.FirstOrDefault(platform => platform.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
}
