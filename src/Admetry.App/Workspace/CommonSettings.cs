namespace Admetry.App.Workspace;

/// <summary>Kinds of value that several settings share.</summary>
static class CommonSettings
{
    extension(SettingsSection section)
    {
        /// <summary>An ISO 4217 code, or null.</summary>
        public string? Currency(string key) =>
            section.Value<string?>(key, null, KnownCurrency, "is not a currency code",
                "Write three capital letters of ISO 4217, such as USD or EUR.");

        /// <summary>An IANA name, or null.</summary>
        public string? TimeZone(string key) =>
            section.Value<string?>(key, null, KnownZone, "is not a time zone",
                "Write an IANA name, such as Europe/Berlin or UTC.");

        /// <summary>A platform by its code, or null.</summary>
        public Platform? Platform(string key) =>
            section.Value<Platform?>(key, null, (string text, out Platform? platform) =>
                (platform = Admetry.Platform.Find(text)) is not null,
                "is not a platform", $"Write {Words.Or(Admetry.Platform.All.Skip(1).Select(platform => platform.Code))}.");
    }

    static bool KnownCurrency(string text, out string? currency) => Currencies.All.Contains(currency = text);

    // UTC is known even where the system has no zones at all.
    static bool KnownZone(string text, out string? zone)
    {
        zone = text;
        return text is "UTC"
            || (text.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(text, out _));
    }
}
