namespace Admetry.App.Pages;

/// <summary>Where points lie: spend by its order of magnitude, margin evenly, both from nice tick to nice tick.</summary>
sealed class ScatterScale
{
    readonly (double From, double To) across;
    readonly (double From, double To) up;
    readonly double most;

    /// <param name="points">At least one; spend and billing above zero.</param>
    /// <param name="across">Where the least and the most spend lie.</param>
    /// <param name="up">Where the lowest and the highest margin lie.</param>
    public ScatterScale(IReadOnlyList<ScatterPoint> points, (double From, double To) across, (double From, double To) up)
    {
        (this.across, this.up, most) = (across, up, points.Max(point => point.Gross.AsDouble!.Value));
        var (least, largest) = (Math.Floor(points.Min(point => Math.Log10(point.Spend.AsDouble!.Value))), Math.Ceiling(points.Max(point => Math.Log10(point.Spend.AsDouble!.Value))));
        Spends = [.. Enumerable.Range((int)least, Math.Max(2, (int)(largest - least) + 1)).Select(power => Math.Pow(10, power))];
        var (low, high) = (points.Min(point => point.Margin.AsDouble!.Value), points.Max(point => point.Margin.AsDouble!.Value));
        var step = Step(high - low);
        Margins = [.. Enumerable.Range((int)Math.Floor(low / step), (int)Math.Ceiling(high / step) - (int)Math.Floor(low / step) + 1).Select(tick => tick * step)];
    }

    public IReadOnlyList<double> Spends { get; }

    public IReadOnlyList<double> Margins { get; }

    public double X(double spend) => Between(across, Math.Log10(spend), Math.Log10(Spends[0]), Math.Log10(Spends[^1]));

    public double Y(double margin) => Between(up, margin, Margins[0], Margins[^1]);

    /// <summary>Areas, not radii, are to each other as the amounts.</summary>
    public double Radius(double gross) => 4 + (18 * Math.Sqrt(gross / most));

    static double Between((double From, double To) span, double value, double low, double high) =>
        high > low ? span.From + ((value - low) / (high - low) * (span.To - span.From)) : (span.From + span.To) / 2;

    // Three to six ticks, whatever the spread.
    static double Step(double spread)
    {
        var rough = Math.Max(spread, 0.001) / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * ((rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 });
    }
}
