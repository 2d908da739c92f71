namespace Admetry;

/// <summary>An account as a source names it: the unit that has one currency and one time zone.</summary>
/// <param name="ExternalId">The platform's id; <c>""</c> when the source does not say.</param>
/// <param name="Name">What the platform shows; null when the source does not say.</param>
/// <param name="ClientCode">The client it belongs to, such as <c>C101</c>; null when the source does not say.</param>
/// <param name="Currency">ISO 4217, three capitals; <c>""</c> when the source does not say.</param>
/// <param name="TimeZone">IANA name; null when the source does not say.</param>
public sealed record AdAccount(
    Platform Platform, string ExternalId, string? Name = null, string? ClientCode = null, string Currency = "", string? TimeZone = null);
