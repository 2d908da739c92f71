using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Admetry.Metrics;

namespace Admetry.App.Api;

/// <summary>How answers are written: camel case, values with every digit, and never a number that JSON does not know.</summary>
public static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Encoder = JavaScriptEncoder.Default;
        options.MaxDepth = 16;
        options.Converters.Add(new MetricValueConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
    }

    /// <summary>The seed's own names: snake case.</summary>
    internal static JsonSerializerOptions Snake { get; } = MakeSnake();

    static JsonSerializerOptions MakeSnake()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        return options;
    }

    /// <summary>A count as an integer, an amount with its decimals, a ratio as a double; what is not a number is null.</summary>
    sealed class MetricValueConverter : JsonConverter<MetricValue>
    {
        public override MetricValue Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            throw new NotSupportedException("Values are only written.");

        public override void Write(Utf8JsonWriter writer, MetricValue value, JsonSerializerOptions options)
        {
            if (value.Kind is ValueKind.Null || value.AsDouble is not { } number || !double.IsFinite(number))
                writer.WriteNullValue();
            else if (value.Kind is ValueKind.Number)
                writer.WriteNumberValue(number);
            else
                writer.WriteRawValue(value.ToString());
        }
    }
}
