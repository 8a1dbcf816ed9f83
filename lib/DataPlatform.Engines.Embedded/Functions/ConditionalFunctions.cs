using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Functions that choose among their arguments.</summary>
internal static class ConditionalFunctions
{
    // Strictly boolean: text is not read as one here.
    private static readonly Parameter Condition = new("BOOLEAN", type => type is BooleanType or NullType ? new BooleanType() : null);

    public static IReadOnlyList<Function> Rows { get; } =
    [
        Scalar("coalesce", [Parameter.Common], SameAs(0), "COALESCE({*})", variadic: true, nullable: AllNullable),
        Scalar("ifnull", [Parameter.Common, Parameter.Common], SameAs(0), "COALESCE({0}, {1})", nullable: AllNullable),
        Scalar("nvl", [Parameter.Common, Parameter.Common], SameAs(0), "COALESCE({0}, {1})", nullable: AllNullable),
        Scalar("nvl2", [Parameter.Any, Parameter.Common, Parameter.Common], SameAs(1), "(CASE WHEN {0} IS NOT NULL THEN {1} ELSE {2} END)", nullable: ValuesNullable),
        Scalar("if", [Condition, Parameter.Common, Parameter.Common], SameAs(1), "(CASE WHEN {0} THEN {1} ELSE {2} END)", nullable: ValuesNullable),
        Scalar("nullif", [Parameter.Any, Parameter.Any], SameAs(0), NullIf, nullable: Always) with { Coerce = args => Comparable(args) is null ? null : [args[0].Type, args[1].Type] },
        Scalar("nullifzero", [Parameter.Numeric], SameAs(0), "NULLIF({0}, 0)", nullable: Always),
        Scalar("zeroifnull", [Parameter.Numeric], ZeroType, call => $"COALESCE({call[0]}, CAST(0 AS {call.ResultDuckType}))", nullable: Never) with
        {
            Coerce = args => args[0].Type switch
            {
                NullType => [new IntegerType()],
                NumericType n => [TypeCoercion.CommonType(n, new IntegerType())!],
                StringType => [new LongType()],
                _ => null,
            },
        },
        Scalar("nanvl", [Parameter.Any, Parameter.Any], SameAs(0), NaNValue, nullable: Any) with { Coerce = Fractions },
        Scalar("isnan", [Parameter.OneOf(Parameter.Is<FloatType>("FLOAT"), Parameter.Double)], Gives(new BooleanType()), "COALESCE(isnan({0}), false)", nullable: Never),
        Scalar("greatest", [Parameter.Any, Parameter.Any], SameAs(0), call => Extreme(call, "DESC"), variadic: true, nullable: AllNullable) with { Coerce = Alike },
        Scalar("least", [Parameter.Any, Parameter.Any], SameAs(0), call => Extreme(call, "ASC"), variadic: true, nullable: AllNullable) with { Coerce = Alike },
    ];

    private static string Extreme(CallSql call, string order) => OrderKeySql.ConcernsExtremes(call.TypeOf(0))
        ? $"({OrderKeySql.Sorted($"[{call.All}]", call.TypeOf(0), $"'{order}', 'NULLS LAST'")})[1]"
        : $"{call.Call.Function.Name}({call.All})";

    private static bool AllNullable(IReadOnlyList<BoundExpression> arguments) => arguments.All(a => a.IsNullable);

    private static bool Any(IReadOnlyList<BoundExpression> arguments) => arguments.Any(a => a.IsNullable);

    private static bool ValuesNullable(IReadOnlyList<BoundExpression> arguments) => arguments[1].IsNullable || arguments[2].IsNullable;

    private static DataType ZeroType(IReadOnlyList<BoundExpression> arguments) => arguments[0].Type;

    private static IReadOnlyList<DataType>? Fractions(IReadOnlyList<BoundExpression> arguments) =>
        arguments.All(a => a.Type is FloatType) ? [new FloatType(), new FloatType()]
        : arguments.All(a => a.Type is NumericType or NullType or StringType) ? [new DoubleType(), new DoubleType()]
        : null;

    // Unlike in other places, text and numbers have no common type here.
    private static IReadOnlyList<DataType>? Alike(IReadOnlyList<BoundExpression> arguments)
    {
        var types = arguments.Select(a => a.Type).ToList();
        if (types.Any(t => t is StringType) && types.Any(t => t is not (StringType or NullType)))
        {
            throw EmbeddedErrors.DataDifferentTypes("greatest or least", types);
        }

        return TypeCoercion.CommonType(types) is { } common
            ? [.. types.Select(_ => common)]
            : throw EmbeddedErrors.DataDifferentTypes("greatest or least", types);
    }

    private static DataType? Comparable(IReadOnlyList<BoundExpression> arguments) => ArithmeticCoercion.Equality(arguments)?[0];

    // The first argument keeps its own type, and is compared as what both can be.
    private static string NullIf(CallSql call)
    {
        var common = Comparable(call.Call.Arguments)!;
        return SqlLet.Once(call[0], "_n", value =>
        {
            var (left, right) = (
                CastSql.Write(value, call.TypeOf(0), common, isTry: false, call.TimeZone),
                CastSql.Write(call[1], call.TypeOf(1), common, isTry: false, call.TimeZone));
            return $"(CASE WHEN {left} = {right} THEN NULL ELSE {value} END)";
        });
    }

    private static string NaNValue(CallSql call) => SqlLet.Once(call[0], "_n", value => $"(CASE WHEN isnan({value}) THEN {call[1]} ELSE {value} END)");
}
