using System.Globalization;
using DataPlatform.Engines.Embedded.Functions;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>Puts casts around bound expressions.</summary>
internal static class Casts
{
    /// <summary>The expression as a type that it may be cast to; itself where it has it.</summary>
    /// <exception cref="AnalysisException"><c>DATATYPE_MISMATCH.CAST_WITHOUT_SUGGESTION</c>.</exception>
    public static BoundExpression To(BoundExpression expression, DataType type, bool isTry = false)
    {
        if (expression.Type == type)
        {
            return expression;
        }

        if (expression is BoundLiteral { Value: null })
        {
            return new BoundLiteral(null, type);
        }

        if (expression is BoundLambda lambda)
        {
            return lambda with { Body = To(lambda.Body, type) };
        }

        if (!CastRules.CanCast(expression.Type, type))
        {
            throw EmbeddedErrors.CastWithoutSuggestion(expression.Type, type);
        }

        return (BoundExpression?)Fold(expression, type) ??
            new BoundCast(expression, type, expression.IsNullable || CastRules.ForcesNull(expression.Type, type, isTry), isTry);
    }

    /// <summary>The value of a constant number, also behind casts to INT, FLOAT and DOUBLE; null where it is null or none.</summary>
    /// <exception cref="AnalysisException"><c>CAST_OVERFLOW</c>.</exception>
    public static object? Constant(BoundExpression expression) => expression switch
    {
        BoundLiteral literal => literal.Value,
        BoundCast { Child: BoundLiteral { Value: string text }, Type: IntegerType } when int.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        BoundCast { Type: IntegerType } cast => Constant(cast.Child) is IConvertible value and not string ? Whole(value) : null,
        BoundCast { Type: FloatType or DoubleType } cast => Constant(cast.Child) is IConvertible value and not string ? value : null,
        _ => null,
    };

    private static int Whole(IConvertible value)
    {
        var number = Math.Truncate(value.ToDouble(CultureInfo.InvariantCulture));
        return number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : throw new AnalysisException("CAST_OVERFLOW", $"{value.ToString(CultureInfo.InvariantCulture)} does not fit into INT.");
    }

    // A small whole number as another number is a constant still: nicer plans, and constants that pruning can read.
    private static BoundLiteral? Fold(BoundExpression expression, DataType type) => (expression, type) switch
    {
        (BoundLiteral { Value: int v }, LongType) => new BoundLiteral((long)v, type),
        (BoundLiteral { Value: int v }, DoubleType) => new BoundLiteral((double)v, type),
        (BoundLiteral { Value: long v }, IntegerType) when v is >= int.MinValue and <= int.MaxValue => new BoundLiteral((int)v, type),
        (BoundLiteral { Value: long v }, DoubleType) when Math.Abs(v) < 1L << 53 => new BoundLiteral((double)v, type),
        _ => null,
    };
}
