using System.Globalization;

namespace Admetry.Storage.Warehouse;

/// <summary>English names of ISO 3166 alpha-2 codes; anything else keeps the text it came with.</summary>
static class Countries
{
    static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AE"] = "United Arab Emirates", ["AR"] = "Argentina", ["AT"] = "Austria", ["AU"] = "Australia", ["BE"] = "Belgium",
        ["BG"] = "Bulgaria", ["BR"] = "Brazil", ["CA"] = "Canada", ["CH"] = "Switzerland", ["CL"] = "Chile", ["CN"] = "China",
        ["CO"] = "Colombia", ["CZ"] = "Czechia", ["DE"] = "Germany", ["DK"] = "Denmark", ["EE"] = "Estonia", ["EG"] = "Egypt",
        ["ES"] = "Spain", ["FI"] = "Finland", ["FR"] = "France", ["GB"] = "United Kingdom", ["GR"] = "Greece", ["HK"] = "Hong Kong",
        ["HR"] = "Croatia", ["HU"] = "Hungary", ["ID"] = "Indonesia", ["IE"] = "Ireland", ["IL"] = "Israel", ["IN"] = "India",
        ["IT"] = "Italy", ["JP"] = "Japan", ["KE"] = "Kenya", ["KR"] = "South Korea", ["LT"] = "Lithuania", ["LU"] = "Luxembourg",
        ["LV"] = "Latvia", ["MA"] = "Morocco", ["MX"] = "Mexico", ["MY"] = "Malaysia", ["NG"] = "Nigeria", ["NL"] = "Netherlands",
        ["NO"] = "Norway", ["NZ"] = "New Zealand", ["PE"] = "Peru", ["PH"] = "Philippines", ["PK"] = "Pakistan", ["PL"] = "Poland",
        ["PT"] = "Portugal", ["RO"] = "Romania", ["RS"] = "Serbia", ["SA"] = "Saudi Arabia", ["SE"] = "Sweden", ["SG"] = "Singapore",
        ["SI"] = "Slovenia", ["SK"] = "Slovakia", ["TH"] = "Thailand", ["TR"] = "Türkiye", ["TW"] = "Taiwan", ["UA"] = "Ukraine",
        ["US"] = "United States", ["VN"] = "Vietnam", ["ZA"] = "South Africa",
    };

    public static string NameOf(string code) =>
        Names.TryGetValue(code, out var name) ? name : code is "" ? "Unknown" : code.ToString(CultureInfo.InvariantCulture);
}
