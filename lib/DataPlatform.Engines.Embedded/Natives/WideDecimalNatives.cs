using System.Numerics;
using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Decimal arithmetic over all digits, for what does not fit DuckDB's 38. Operands and results travel as text.</summary>
internal static class WideDecimalNatives
{
    // Spark divides to one digit more than any decimal has, then rounds to the result's scale.
    private const int QuotientScale = 39;

    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        .. Both("add", (a, b) => Align(a, b, (x, y) => x + y)),
        .. Both("subtract", (a, b) => Align(a, b, (x, y) => x - y)),
        .. Both("multiply", (a, b) => new JavaDecimal(a.Unscaled * b.Unscaled, a.Scale + b.Scale)),
        .. Both("divide", Divide),
        .. Both("remainder", Remainder),
        .. Both("pmod", PositiveRemainder),
        NativeFunction.OfTexts<string, long>("spark_decimal_div", WholeQuotient).OrFails(),
    ];

    private static JavaDecimal? Divide(JavaDecimal a, JavaDecimal b)
    {
        if (b.Unscaled.IsZero)
        {
            return null;
        }

        var shift = QuotientScale - a.Scale + b.Scale;
        var dividend = a.Unscaled * BigInteger.Pow(10, Math.Max(shift, 0));
        return new JavaDecimal(JavaDecimal.Divide(dividend, b.Unscaled * BigInteger.Pow(10, Math.Max(-shift, 0)), JavaDecimal.Half.Up), QuotientScale);
    }

    private static JavaDecimal? Remainder(JavaDecimal a, JavaDecimal b) => b.Unscaled.IsZero ? null : Align(a, b, BigInteger.Remainder);

    private static JavaDecimal? PositiveRemainder(JavaDecimal a, JavaDecimal b) => b.Unscaled.IsZero
        ? null
        : Align(a, b, (x, y) => BigInteger.Remainder(x, y) is { Sign: < 0 } negative ? BigInteger.Remainder(negative + y, y) : BigInteger.Remainder(x, y));

    private static long WholeQuotient(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var (a, b) = (JavaDecimal.Parse(left), JavaDecimal.Parse(right));
        if (b.Unscaled.IsZero)
        {
            throw EmbeddedErrors.DivideByZero();
        }

        var quotient = Align(a, b, BigInteger.Divide).Unscaled;
        return quotient >= long.MinValue && quotient <= long.MaxValue ? (long)quotient : throw EmbeddedErrors.ArithmeticOverflow("bigint");
    }

    private static JavaDecimal Align(JavaDecimal a, JavaDecimal b, Func<BigInteger, BigInteger, BigInteger> operation)
    {
        var scale = Math.Max(a.Scale, b.Scale);
        return new JavaDecimal(operation(a.WithScale(scale).Unscaled, b.WithScale(scale).Unscaled), scale);
    }

    // Null from the operation: the divisor is zero.
    private static NativeFunction[] Both(string name, Func<JavaDecimal, JavaDecimal, JavaDecimal?> operation) =>
    [
        NativeFunction.OfTextsAnd<string, int, int, string>($"spark_decimal_{name}", (a, b, precision, scale) =>
        {
            if (name == "divide" && ShortDecimal.TryDivide(a, b, precision, scale) is { } quotient)
            {
                return quotient;
            }

            var value = operation(JavaDecimal.Parse(a), JavaDecimal.Parse(b)) ?? throw (name == "divide" ? EmbeddedErrors.DivideByZero() : EmbeddedErrors.RemainderByZero());
            return value.ToPrecision(precision, scale) ?? throw EmbeddedErrors.NumericValueOutOfRange(value.ToString(), precision, scale);
        }).OrFails(),
        NativeFunction.OfTextsAnd<string, int, int, string?>(
            $"spark_try_decimal_{name}",
            (a, b, precision, scale) => operation(JavaDecimal.Parse(a), JavaDecimal.Parse(b))?.ToPrecision(precision, scale)),
    ];
}
