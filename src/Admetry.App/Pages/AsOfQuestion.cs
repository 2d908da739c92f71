using System.Globalization;
using Admetry.App.Components;
using Admetry.Metrics;

namespace Admetry.App.Pages;

/// <summary>What the address of a page about one day says: the day, the clients, and which age counts.</summary>
/// <param name="AsOf">Null: the last day there is.</param>
/// <param name="Client">Codes; empty for all.</param>
/// <param name="ByInvoice">Ages count from the invoice's day instead of the due date.</param>
/// <param name="IsEven">Budgets are planned the same for each day, instead of by season.</param>
/// <param name="Flight">The warehouse's key of one flight; null for all.</param>
public sealed record AsOfQuestion(DateOnly? AsOf, IReadOnlyList<string> Client, bool ByInvoice, bool IsEven, long? Flight, IReadOnlyList<string> Notices)
{
    static readonly string[] Keys = ["asof", "client", "basis", "plan", "flight", "theme"];

    /// <summary>It never fails: what means nothing is named and left out.</summary>
    public static AsOfQuestion Read(IQueryCollection query)
    {
        List<string> notices = [.. query.Keys.Where(key => !Keys.Contains(key)).Select(key => $"The address holds “{Cut(key)}”, which means nothing here and was left out.")];
        var (day, basis, plan, flight) = (query["asof"].FirstOrDefault() ?? "", query["basis"].FirstOrDefault() ?? "", query["plan"].FirstOrDefault() ?? "", query["flight"].FirstOrDefault() ?? "");
        var isDay = DateRange.TryParse(day, out var asOf) && asOf.IsOneDay;
        if (day is not "" && !isDay)
            notices.Add($"“{Cut(day)}” is no day; the last day with data is shown.");
        if (basis is not ("" or "due" or "invoice"))
            notices.Add($"“{Cut(basis)}” is nothing to count ages from; the due date is used.");
        if (plan is not ("" or "season" or "even"))
            notices.Add($"“{Cut(plan)}” is no plan; budgets are planned by season.");
        var isFlight = long.TryParse(flight, NumberStyles.None, CultureInfo.InvariantCulture, out var key);
        if (flight is not "" && !isFlight)
            notices.Add($"“{Cut(flight)}” is no flight; all are shown.");
        return new(isDay ? asOf.First : null, [.. query["client"].OfType<string>().Where(code => code is not "").Distinct()], basis is "invoice", plan is "even", isFlight ? key : null, notices);
    }

    /// <summary>Who asks, narrowed to the clients chosen.</summary>
    public Principal Narrow(Principal principal) => Client is [] ? principal
        : new(principal.Name, principal.Clients is { } seen ? [.. seen.Intersect(Client)] : Client);

    /// <summary>The address of <paramref name="path"/> that says the same.</summary>
    public string At(string path)
    {
        List<string> pairs = [.. Client.Select(code => $"client={Uri.EscapeDataString(code)}")];
        if (AsOf is { } day)
            pairs.Insert(0, $"asof={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        if (ByInvoice)
            pairs.Add("basis=invoice");
        if (IsEven)
            pairs.Add("plan=even");
        if (Flight is { } flight)
            pairs.Add(string.Create(CultureInfo.InvariantCulture, $"flight={flight}"));
        return pairs is [] ? path : $"{path}?{string.Join('&', pairs)}";
    }

    /// <summary>The day, the clients and the choices in words.</summary>
    /// <param name="known">What clients are called.</param>
    public string Told(DateOnly asOf, IReadOnlyList<Choice> known) => string.Join(" · ",
    [
        $"As of {NumberFormat.Day(asOf)}",
        Client is [] ? "all clients" : string.Join(" or ", Client.Select(code => known.FirstOrDefault(choice => choice.Value == code)?.Title ?? code)),
        .. ByInvoice ? ["ages count from the invoice’s day"] : Array.Empty<string>(),
        .. IsEven ? ["plan: each day the same"] : Array.Empty<string>(),
    ]);

    static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
