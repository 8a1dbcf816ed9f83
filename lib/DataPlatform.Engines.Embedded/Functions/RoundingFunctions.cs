using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Rounding to digits.</summary>
internal static class RoundingFunctions
{
    private static readonly Parameter Whole = Parameter.OneOf(
        new Parameter("BIGINT", type => type is IntegralType ? new LongType() : null),
        Parameter.Is<DecimalType>("DECIMAL"),
        Parameter.Double);

    // Rounding to digits upwards or downwards is decimal whatever the number.
    private static readonly Parameter AsDecimal = new("DECIMAL", type => type switch
    {
        DecimalType => type,
        IntegralType i => TypeCoercion.DecimalFor(i),
        FloatType => new DecimalType(14, 7),
        DoubleType or StringType or NullType => new DecimalType(30, 15),
        _ => null,
    });

    public static IReadOnlyList<Function> Rows { get; } =
    [
        .. new[] { "round", "bround" }.Select(name => Scalar(name, [Parameter.Numeric, Parameter.Int], RoundedType, call => Round(call, name), optional: 1, nullable: Always)),
        .. new[] { ("ceil", "ceil"), ("ceiling", "ceil"), ("floor", "floor") }.SelectMany(n => new[]
        {
            Scalar(n.Item1, [Whole], WholeType, call => ToWhole(call, n.Item2), nullable: Always),
            Scalar(n.Item1, [AsDecimal, Parameter.Int], RoundedType, call => Decimal(call, n.Item2), nullable: Always) with { Coerce = args => WithDigits(n.Item2, args) },
        }),
    ];

    private static int? Digits(IReadOnlyList<BoundExpression> arguments) => arguments.Count == 1 ? 0 : (arguments[1], Casts.Constant(arguments[1])) switch
    {
        (_, int digits) => digits,
        (BoundLiteral, null) => null,
        _ => throw EmbeddedErrors.NonFoldableArgument("round", 1),
    };

    private static IReadOnlyList<DataType>? WithDigits(string name, IReadOnlyList<BoundExpression> arguments) => arguments[1] is not BoundLiteral { Type: IntegerType }
        ? throw new AnalysisException("NON_FOLDABLE_ARGUMENT", $"The scale of {name} must be a constant INT.")
        : AsDecimal.Accept(arguments[0].Type) is { } number ? [number, new IntegerType()] : null;

    // One digit more before the point than the argument has: 9.9 becomes 10.
    private static DataType RoundedType(IReadOnlyList<BoundExpression> arguments)
    {
        if (arguments[0].Type is not DecimalType type)
        {
            return arguments[0].Type;
        }

        var digits = Digits(arguments) ?? 0;
        var integral = type.Precision - type.Scale + 1;
        var scale = Math.Max(Math.Min(type.Scale, digits), 0);
        var precision = digits < 0 ? Math.Max(integral, 1 - digits) : integral + scale;
        return new DecimalType(Math.Min(precision, DecimalType.MaxPrecision), scale);
    }

    private static DataType WholeType(IReadOnlyList<BoundExpression> arguments) => arguments[0].Type switch
    {
        DecimalType { Scale: 0 } type => type,
        DecimalType type => TypeCoercion.Bounded(type.Precision - type.Scale + 1, 0),
        _ => new LongType(),
    };

    private static string ToWhole(CallSql call, string function) => call.TypeOf(0) switch
    {
        DecimalType => $"CAST({function}({call[0]}) AS {call.ResultDuckType})",
        DoubleType => $"spark_{function}({call[0]})",
        _ => call[0],
    };

    private static string Round(CallSql call, string function)
    {
        if (Digits(call.Call.Arguments) is not { } digits)
        {
            return $"CAST(NULL AS {call.ResultDuckType})";
        }

        return call.TypeOf(0) switch
        {
            DecimalType when function == "round" && digits >= 0 => $"CAST({call[0]} AS {call.ResultDuckType})",
            DecimalType => Decimal(call, function),
            DoubleType => $"spark_{function}_double({call[0]}, {digits})",
            FloatType => $"CAST(spark_{function}_double(CAST({call[0]} AS DOUBLE), {digits}) AS FLOAT)",
            _ when digits >= 0 => call[0],
            var type => $"CAST(spark_{function}_whole(CAST({call[0]} AS BIGINT), {digits}, {DuckTypes.BitsOf(type)}) AS {call.ResultDuckType})",
        };
    }

    private static string Decimal(CallSql call, string function)
    {
        var type = (DecimalType)call.Type;
        return Digits(call.Call.Arguments) is { } digits
            ? DecimalReading.Of($"spark_decimal_{function}(CAST({call[0]} AS VARCHAR), {digits}, {type.Precision}, {type.Scale})", type)
            : $"CAST(NULL AS {DuckTypes.Of(type)})";
    }
}
