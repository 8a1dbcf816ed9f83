using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Variance, skewness and kurtosis by running central moments, step by step as Spark's <c>CentralMomentAgg</c> takes them.</summary>
internal static class MomentNatives
{
    // Positions in a state.
    private const int N = 0;
    private const int Mean = 1;
    private const int M2 = 2;
    private const int M3 = 3;
    private const int M4 = 4;

    public static IReadOnlyList<NativeAggregate> All { get; } =
    [
        Of("spark_stddev_pop", s => Math.Sqrt(s[M2] / s[N])),
        Of("spark_stddev_samp", s => s[N] == 1 ? null : Math.Sqrt(s[M2] / (s[N] - 1))),
        Of("spark_var_pop", s => s[M2] / s[N]),
        Of("spark_var_samp", s => s[N] == 1 ? null : s[M2] / (s[N] - 1)),
        Of("spark_skewness", s => s[M2] == 0 ? null : Math.Sqrt(s[N]) * s[M3] / Math.Sqrt(s[M2] * s[M2] * s[M2])),
        Of("spark_kurtosis", s => s[M2] == 0 ? null : (s[N] * s[M4] / (s[M2] * s[M2])) - 3),
    ];

    private static NativeAggregate Of(string name, NativeAggregate.FinishState finish) =>
        new(name, ParameterCount: 1, StateLength: 5, Update, Combine, state => state[N] == 0 ? null : finish(state));

    private static void Update(Span<double> s, double x, double y)
    {
        s[N]++;
        var delta = x - s[Mean];
        var deltaN = delta / s[N];
        s[Mean] += deltaN;
        s[M2] += delta * (delta - deltaN);
        var (delta2, deltaN2) = (delta * delta, deltaN * deltaN);
        s[M3] = s[M3] - (3.0 * deltaN * s[M2]) + (delta * (delta2 - deltaN2));
        s[M4] = s[M4] - (4.0 * deltaN * s[M3]) - (6.0 * deltaN2 * s[M2]) + (delta * ((delta * delta2) - (deltaN * deltaN2)));
    }

    private static void Combine(ReadOnlySpan<double> source, Span<double> target)
    {
        var (n1, n2) = (target[N], source[N]);
        var n = n1 + n2;
        var delta = source[Mean] - target[Mean];
        var deltaN = n == 0 ? 0 : delta / n;
        var (m2, m3) = (target[M2], target[M3]);
        target[N] = n;
        target[Mean] += deltaN * n2;
        target[M2] = m2 + source[M2] + (delta * deltaN * n1 * n2);
        target[M3] = m3 + source[M3] + (deltaN * deltaN * delta * n1 * n2 * (n1 - n2)) + (3.0 * deltaN * ((n1 * source[M2]) - (n2 * m2)));
        target[M4] = target[M4] + source[M4]
            + (deltaN * deltaN * deltaN * delta * n1 * n2 * ((n1 * n1) - (n1 * n2) + (n2 * n2)))
            + (6.0 * deltaN * deltaN * ((n1 * n1 * source[M2]) + (n2 * n2 * m2)))
            + (4.0 * deltaN * ((n1 * source[M3]) - (n2 * m3)));
    }
}
