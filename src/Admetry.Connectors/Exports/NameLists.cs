using Admetry.Connectors.Exports.Families;

namespace Admetry.Connectors.Exports;

/// <summary>Knows tables that are no reports: lists of names and settings, and logs of single events.</summary>
static class NameLists
{
    static readonly string[] Properties =
    [
        "name", "status", "state", "serving status", "updated at", "updated time", "last modified time", "last updated date", "modification time",
        "created time", "created at", "create time", "creation date", "currency", "currency code", "timezone", "time zone", "title", "value",
        "campaign id", "account id", "ad group id", "list id", "country name", "region name", "last modified at", "member id", "segment id",
    ];

    static readonly string[] Keys = ["id", "country id", "region id", "member id", "ad id", "campaign id", "adgroup id", "automation email id"];

    /// <summary>What such a table is and what it is good for; null when it is none.</summary>
    public static (string Reason, string Remedy)? Describe(Sheet sheet)
    {
        var plain = sheet.Headers.Select(header => HeaderName.Of(header).Plain).ToList();
        if (plain is ["filter", "value"])
            return ("the file names the filters of a Search Console download: it holds no numbers", "Nothing is lost by leaving it out.");
        if (plain.Contains("action type") && plain.Contains("value") && !plain.Contains("impressions"))
            return ("the file counts actions by type, one a row, without the delivery they belong to: "
                    + "alone it would take the place of the report of the same days",
                "Import the report that carries spend and impressions with its actions as columns.");
        if (plain.Contains("action") && plain.Contains("timestamp") && plain.Contains("member id"))
            return ("the file is a log of what single recipients did, one event a row, with their addresses: no report of sends",
                "Export the campaign report, which counts sends, opens and clicks.");
        if (!Keys.Any(plain.Contains) || plain.Intersect(Properties).Count() < (plain.Any(key => key is "id" or "country id") ? 1 : 2) || plain.Any(IsCount))
            return null;
        var some = string.Join(", ", sheet.Headers.Take(8)) + (sheet.Headers.Count > 8 ? ", …" : "");
        return ($"the file is a list of names and settings ({some}): it holds no delivery, sends or revenue",
            "Nothing is lost by leaving it out: names are taken from reports. Import the report whose ids it explains; "
                + "ids without a name in any report stay ids.");
    }

    static bool IsCount(string plain) => plain is "impressions" or "clicks" or "spend" or "cost" or "cost micros" or "sessions" or "orders" or "revenue" or "amount";
}
