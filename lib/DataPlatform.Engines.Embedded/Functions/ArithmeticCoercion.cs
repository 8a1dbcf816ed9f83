using System.Globalization;
using DataPlatform.Engines.Embedded.Analysis;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>What operators cast their operands to. Spark's <c>AnsiTypeCoercion</c>, <c>DecimalPrecision</c> and <c>Division</c> rules.</summary>
internal static class ArithmeticCoercion
{
    /// <summary>Operands of +, -, * and %: decimals keep their own precision, all others meet in one type.</summary>
    public static IReadOnlyList<DataType>? Numbers(IReadOnlyList<BoundExpression> arguments)
    {
        var (left, right) = (arguments[0].Type, arguments[1].Type);
        return (left, right) switch
        {
            (NullType, NullType) => [new DoubleType(), new DoubleType()],
            (NullType, NumericType) => [right, right],
            (NumericType, NullType) => [left, left],
            (StringType, NumericType) => Twice(WithText(right)),
            (NumericType, StringType) => Twice(WithText(left)),
            (DecimalType, DecimalType) => [left, right],
            (DecimalType, IntegralType) => [left, AsDecimal(arguments[1])],
            (IntegralType, DecimalType) => [AsDecimal(arguments[0]), right],
            (NumericType, NumericType) => Twice(TypeCoercion.CommonType(left, right)!),
            _ => null,
        };
    }

    /// <summary>Operands of /: decimals, or doubles.</summary>
    public static IReadOnlyList<DataType>? Quotient(IReadOnlyList<BoundExpression> arguments) =>
        Numbers(arguments) is { } types ? types.All(t => t is DecimalType) ? types : Twice(new DoubleType()) : null;

    /// <summary>Operands of div: decimals, or bigints.</summary>
    public static IReadOnlyList<DataType>? WholeQuotient(IReadOnlyList<BoundExpression> arguments) => Numbers(arguments) switch
    {
        { } types when types.All(t => t is DecimalType) => types,
        { } types when types.All(t => t is IntegralType) => Twice(new LongType()),
        { } when arguments.All(a => a.Type is NullType) => Twice(new LongType()),
        _ => null,
    };

    /// <summary>Operands of = and &lt;=&gt;: constants beside a decimal are taken as narrow as they are.</summary>
    public static IReadOnlyList<DataType>? Equality(IReadOnlyList<BoundExpression> arguments)
    {
        var types = (arguments[0].Type, arguments[1].Type) switch
        {
            (DecimalType d, IntegralType) => (d, AsDecimal(arguments[1])),
            (IntegralType, DecimalType d) => (AsDecimal(arguments[0]), d),
            var others => others,
        };
        return Comparable(types);
    }

    /// <summary>A value and those it is looked for in: one type; names of fields do not count.</summary>
    /// <exception cref="AnalysisException"><c>DATATYPE_MISMATCH.DATA_DIFF_TYPES</c>.</exception>
    public static IReadOnlyList<DataType>? Membership(IReadOnlyList<BoundExpression> arguments)
    {
        var types = arguments.Select(a => a.Type).ToList();
        var common = TypeCoercion.CommonType(types)
            ?? types.Skip(1).Aggregate((DataType?)types[0], (all, type) => all is StructType a && type is StructType b ? ByPosition(a, b) : null)
            ?? throw EmbeddedErrors.DataDifferentTypes("in", types);
        return [.. types.Select(_ => common)];
    }

    /// <summary>Operands of an ordering.</summary>
    public static IReadOnlyList<DataType>? Order(IReadOnlyList<BoundExpression> arguments) => Comparable((arguments[0].Type, arguments[1].Type));

    /// <summary>Operands of a bitwise operator: whole numbers.</summary>
    public static IReadOnlyList<DataType>? Bits(IReadOnlyList<BoundExpression> arguments)
    {
        if (arguments.All(a => a.Type is NullType))
        {
            return Twice(new IntegerType());
        }

        return Numbers(arguments) is { } types && types.All(t => t is IntegralType) ? types : null;
    }

    private static IReadOnlyList<DataType>? Comparable((DataType Left, DataType Right) types)
    {
        if (types.Left is MapType || types.Right is MapType)
        {
            throw new AnalysisException(
                "DATATYPE_MISMATCH.INVALID_ORDERING_TYPE",
                "Maps cannot be compared: equal ones may be ordered differently. Compare array_sort(map_entries(…)) in place of them.");
        }

        var common = TypeCoercion.CommonType(types.Left, types.Right)
            ?? (types is (StructType a, StructType b) ? ByPosition(a, b) : null);
        return common switch
        {
            null => null,
            MapType => throw new AnalysisException("DATATYPE_MISMATCH.INVALID_ORDERING_TYPE", $"{common.Sql} values cannot be compared: compare their sorted entries."),
            _ => Twice(common),
        };
    }

    // Names do not count when rows are compared; rows that differ in them are not cast.
    private static StructType? ByPosition(StructType left, StructType right) => IsAlike(left, right) ? (StructType)left.AsNullable() : null;

    private static bool IsAlike(DataType left, DataType right) => (left, right) switch
    {
        (StructType l, StructType r) => l.Fields.Count == r.Fields.Count && l.Fields.Zip(r.Fields).All(pair => IsAlike(pair.First.DataType, pair.Second.DataType)),
        (ArrayType l, ArrayType r) => IsAlike(l.ElementType, r.ElementType),
        (MapType l, MapType r) => IsAlike(l.KeyType, r.KeyType) && IsAlike(l.ValueType, r.ValueType),
        _ => left == right,
    };

    private static DataType WithText(DataType number) => number is IntegralType ? new LongType() : new DoubleType();

    // A constant takes as many digits as it has; Spark leaves bytes out of that.
    private static DecimalType AsDecimal(BoundExpression expression) => expression switch
    {
        BoundLiteral { Value: short or int or long } literal => new DecimalType(DigitsOf(Convert.ToInt64(literal.Value, CultureInfo.InvariantCulture))),
        _ => TypeCoercion.DecimalFor((IntegralType)expression.Type),
    };

    private static int DigitsOf(long value) => value.ToString(CultureInfo.InvariantCulture).TrimStart('-').Length;

    private static DataType[] Twice(DataType type) => [type, type];
}
