using System.Globalization;

namespace Admetry.App.Components;

/// <summary>Values as the points of SVG lines in a box of 100 by 24, one line for each stretch without a gap.</summary>
public static class SparkLine
{
    const double Width = 100, Top = 2, Bottom = 22;

    /// <returns>Nothing for fewer than two values; a level line where all are equal.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<double?> values)
    {
        var known = values.Where(value => value is { } number && double.IsFinite(number)).Select(value => value!.Value).ToArray();
        if (known.Length < 2)
            return [];

        var (low, high) = (known.Min(), known.Max());
        List<string> lines = [];
        List<string> points = [];
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value && double.IsFinite(value))
                points.Add(Point(i * Width / (values.Count - 1), Height(value, low, high)));
            else
                Finish(lines, points);
        }

        Finish(lines, points);
        return lines;
    }

    static double Height(double value, double low, double high) =>
        high > low ? Bottom - ((value - low) / (high - low) * (Bottom - Top)) : (Top + Bottom) / 2;

    static void Finish(List<string> lines, List<string> points)
    {
        if (points is [var only])
            points.Add(only); // a point alone: a round line end of no length still shows
        if (points is not [])
            lines.Add(string.Join(' ', points));
        points.Clear();
    }

    static string Point(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"{x:0.##},{y:0.##}");
}
