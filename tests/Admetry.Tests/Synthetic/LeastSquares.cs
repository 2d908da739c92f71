namespace Admetry.Tests.Synthetic;

/// <summary>Weighted least squares by the normal equations: enough for a handful of columns.</summary>
static class LeastSquares
{
    public static double[] Solve(double[][] rows, double[] values, double[] weights)
    {
        var n = rows[0].Length;
        var system = new double[n, n + 1];
        for (var row = 0; row < rows.Length; row++)
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    system[i, j] += weights[row] * rows[row][i] * rows[row][j];
                system[i, n] += weights[row] * rows[row][i] * values[row];
            }

        for (var i = 0; i < n; i++)
            for (var other = 0; other < n; other++)
                if (other != i)
                    for (var (j, factor) = (i, system[other, i] / system[i, i]); j <= n; j++)
                        system[other, j] -= factor * system[i, j];
        return [.. Enumerable.Range(0, n).Select(i => system[i, n] / system[i, i])];
    }
}
