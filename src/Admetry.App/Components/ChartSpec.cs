using System.Text.Json;
using System.Text.Json.Serialization;
using Admetry.Metrics;

namespace Admetry.App.Components;

/// <summary>What a chart shows, without a word about how.</summary>
/// <remarks>The browser turns it into a drawing, and <see cref="ChartFigure"/> into a table of equal numbers.</remarks>
/// <param name="Labels">One for each point, as people read them.</param>
/// <param name="Unit">How values are formatted along the axis.</param>
/// <param name="Currency">ISO 4217, of money; null elsewhere.</param>
public sealed record ChartSpec(
    ChartKind Kind, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series, Unit Unit, string? Currency = null)
{
    /// <summary>Of a course: the days of each label, such as 2024-09-02..2024-09-08, by which it can be brushed; null elsewhere.</summary>
    public IReadOnlyList<string>? Days { get; init; }

    /// <summary>What people pinned to each label; empty texts where nothing; null where nothing at all.</summary>
    public IReadOnlyList<string>? Notes { get; init; }

    /// <summary>Of a scatter: whether each line across stands for ten times the one before. All its values across are above zero then.</summary>
    public bool IsByTens { get; init; }

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>What the browser's chart module reads.</summary>
    /// <remarks>It holds no angle bracket, so no name can end the element around it.</remarks>
    public string ToJson() => JsonSerializer.Serialize(this, Options);
}

/// <summary>One line, or one set of bars.</summary>
/// <param name="Values">One for each label; null leaves a gap.</param>
/// <param name="Texts">The exact value of each point, as people read it; empty where there is none.</param>
public sealed record ChartSeries(string Name, SeriesRole Role, IReadOnlyList<double?> Values, IReadOnlyList<string> Texts)
{
    /// <summary>Where it is not the chart's: the axes of a scatter have a unit each.</summary>
    public Unit? Unit { get; init; }
}

/// <summary>The shape of a chart: courses, bars for names, stacked columns along time, bars that hang where the one before ends, or members by two metrics.</summary>
public enum ChartKind { Lines, Bars, Columns, Waterfall, Scatter }

/// <summary>What a series is in the story: the subject, what it is compared with first and second, days that are not over yet, one of several equals, the empty room under a hanging bar, or what places a
/// member of a scatter across and up, and makes it large.</summary>
public enum SeriesRole { Current, Comparison, Second, Partial, Part, Base, Across, Up, Size }
