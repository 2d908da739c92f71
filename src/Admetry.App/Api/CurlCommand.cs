using System.Text.Json;
using System.Text.Json.Nodes;

namespace Admetry.App.Api;

/// <summary>The call that answers a question, as a line for a shell.</summary>
public static class CurlCommand
{
    /// <param name="server">Scheme and host, such as <c>http://127.0.0.1:5080</c>.</param>
    public static string Of(string server, QueryRequest request) =>
        $"curl -sS {ShellWord.Of($"{server}/api/v1/query")} -H 'Content-Type: application/json' --data-raw {ShellWord.Of(Body(request))}\n";

    /// <summary>The request as short as it can be: what it does not say is left out.</summary>
    public static string Body(QueryRequest request)
    {
        var body = new JsonObject { ["metrics"] = List(request.Metrics ?? []) };
        if (request.By is not [])
            body["by"] = List(request.By);
        if (request.Where is not [])
            body["where"] = new JsonArray([.. request.Where.Select(Of)]);
        foreach (var (name, text) in new[] { ("from", request.From), ("to", request.To), ("grain", request.Grain), ("compare", request.Compare), ("currency", request.Currency) })
            if (text is not null)
                body[name] = text;
        if (request.OrderBy is not [])
            body["orderBy"] = new JsonArray([.. request.OrderBy.Select(order => JsonSerializer.SerializeToNode(order, JsonSerializerOptions.Web))]);
        if (request.Limit is { } limit)
            body["limit"] = limit;
        if (request.Totals)
            body["totals"] = true;
        return body.ToJsonString();
    }

    static JsonArray List(IEnumerable<string> names) => [.. names.Select(name => JsonValue.Create(name))];

    static JsonNode Of(FilterRequest filter)
    {
        var one = new JsonObject { ["dimension"] = filter.Dimension };
        if (filter.Is is not (null or "in"))
            one["is"] = filter.Is;
        one["values"] = List(filter.Values ?? []);
        return one;
    }
}
