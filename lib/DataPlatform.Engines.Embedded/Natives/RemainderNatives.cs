using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Remainders that take the divisor's sign where they were negative. Spark's <c>pmod</c>.</summary>
internal static class RemainderNatives
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.Of<int, int, int>("spark_pmod_int", (a, n) => (int)Long(a, n)).OrFails(),
        NativeFunction.Of<long, long, long>("spark_pmod_long", Long).OrFails(),
        NativeFunction.Of<double, double, double>("spark_pmod_double", Double).OrFails(),
        NativeFunction.Of<float, float, float>("spark_pmod_float", (a, n) => (float)Double(a, n)).OrFails(),
    ];

    private static long Long(long a, long n)
    {
        if (n is 0 or -1)
        {
            return n == 0 ? throw EmbeddedErrors.RemainderByZero() : 0;
        }

        var remainder = a % n;
        return remainder < 0 ? unchecked(remainder + n) % n : remainder;
    }

    private static double Double(double a, double n)
    {
        var remainder = n == 0 ? throw EmbeddedErrors.RemainderByZero() : a % n;
        return remainder < 0 ? (remainder + n) % n : remainder;
    }
}
