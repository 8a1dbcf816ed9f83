using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Covariance, correlation and linear regression, step by step as Spark's <c>Covariance</c> and <c>PearsonCorrelation</c> take them.</summary>
internal static class RegressionNatives
{
    // Positions in a state: means, and sums of products of differences from them.
    private const int N = 0;
    private const int MeanX = 1;
    private const int MeanY = 2;
    private const int Sxy = 3;
    private const int Sxx = 4;
    private const int Syy = 5;

    // Sxx once more, taken as variances are: its last digits differ.
    private const int M2X = 6;
    private const int M2Y = 7;

    public static IReadOnlyList<NativeAggregate> All { get; } =
    [
        Of("spark_covar_pop", s => s[Sxy] / s[N]),
        Of("spark_covar_samp", s => s[N] == 1 ? null : s[Sxy] / (s[N] - 1)),
        Of("spark_corr", Correlation),
        
        // The dependent variable comes first, as in Spark's correlation.
        Of("spark_regr_r2", s => s[Syy] == 0 ? null : s[Sxx] == 0 ? 1.0 : Squared(s[Sxy] / Math.Sqrt(s[Sxx] * s[Syy]))),
        Of("spark_regr_slope", s => s[M2X] == 0 ? null : s[Sxy] / s[M2X]),
        Of("spark_regr_intercept", s => s[M2X] == 0 ? null : s[MeanY] - (s[Sxy] / s[M2X] * s[MeanX])),
        Of("spark_regr_sxx", s => s[M2X]),
        Of("spark_regr_syy", s => s[M2Y]),
        Of("spark_regr_sxy", s => s[Sxy]),
    ];

    private static NativeAggregate Of(string name, NativeAggregate.FinishState finish) =>
        new(name, ParameterCount: 2, StateLength: 8, Update, Combine, state => state[N] == 0 ? null : finish(state));

    private static double? Correlation(ReadOnlySpan<double> s)
    {
        if (s[N] == 1)
        {
            return null;
        }

        var spread = Math.Sqrt(s[Sxx] * s[Syy]);
        return spread == 0 ? throw EmbeddedErrors.DivideByZero() : s[Sxy] / spread;
    }

    private static double Squared(double value) => value * value;

    private static void Update(Span<double> s, double x, double y)
    {
        s[N]++;
        var (dx, dy) = (x - s[MeanX], y - s[MeanY]);
        var (dxN, dyN) = (dx / s[N], dy / s[N]);
        s[MeanX] += dxN;
        s[MeanY] += dyN;
        s[Sxy] += dx * (y - s[MeanY]);
        s[Sxx] += dx * (x - s[MeanX]);
        s[Syy] += dy * (y - s[MeanY]);
        s[M2X] += dx * (dx - dxN);
        s[M2Y] += dy * (dy - dyN);
    }

    private static void Combine(ReadOnlySpan<double> source, Span<double> target)
    {
        var (n1, n2) = (target[N], source[N]);
        var n = n1 + n2;
        var (dx, dy) = (source[MeanX] - target[MeanX], source[MeanY] - target[MeanY]);
        var (dxN, dyN) = n == 0 ? (0, 0) : (dx / n, dy / n);
        target[N] = n;
        target[MeanX] += dxN * n2;
        target[MeanY] += dyN * n2;
        target[Sxy] += source[Sxy] + (dx * dyN * n1 * n2);
        target[Sxx] += source[Sxx] + (dx * dxN * n1 * n2);
        target[Syy] += source[Syy] + (dy * dyN * n1 * n2);
        target[M2X] += source[M2X] + (dx * dxN * n1 * n2);
        target[M2Y] += source[M2Y] + (dy * dyN * n1 * n2);
    }
}
