using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>
/// Functions of many rows. Spark leaves open which of several answers <c>first</c>, <c>last</c>, <c>max_by</c>, <c>min_by</c> and <c>mode</c> give where there is a tie or no order; so
/// does the engine. <c>approx_count_distinct</c> and <c>percentile_approx</c> give the exact answer, whatever the accuracy asked for.
/// </summary>
internal static class AggregateFunctions
{
    private static readonly Parameter Summable = Parameter.OneOf(
        Parameter.Is<YearMonthIntervalType>("INTERVAL"),
        Parameter.Is<DayTimeIntervalType>("INTERVAL"),
        Parameter.Numeric,
        new Parameter("TIMESTAMP", type => type is TimestampType ? new DoubleType() : null));

    private static readonly Parameter Orderable = new(
        "ORDERABLE",
        type => type is MapType or CalendarIntervalType or VariantType ? throw EmbeddedErrors.InvalidOrderingType("max", type) : type);

    public static IReadOnlyList<Function> Rows { get; } =
    [
        Aggregate("count", [Parameter.Any], Gives(new LongType()), Count, variadic: true, nullable: Never),
        Aggregate("count_if", [Parameter.Boolean], Gives(new LongType()), "count({distinct}CASE WHEN {0} THEN 1 END){filter}{over}", nullable: Never),
        Aggregate("approx_count_distinct", [Parameter.Any, Parameter.Double], Gives(new LongType()), "count(DISTINCT {0}){filter}{over}", optional: 1, nullable: Never),

        Aggregate("sum", [Summable], args => SumType(args[0].Type), call => Sum(call, "CAST", SqlText.Fail("ARITHMETIC_OVERFLOW", "The sum has more than 38 digits. Use try_sum to get null instead."))),
        Aggregate("try_sum", [Summable], args => SumType(args[0].Type), call => Sum(call, "TRY_CAST", "NULL")),
        .. Named(["avg", "mean"], name => Aggregate(name, [Summable], args => AverageType(args[0].Type), call => Average(call, "CAST"))),
        Aggregate("try_avg", [Summable], args => AverageType(args[0].Type), call => Average(call, "TRY_CAST")),
        Aggregate("product", [Parameter.Double], Gives(new DoubleType()), "product({distinct}{0}){filter}{over}"),

        .. Extremes("min"),
        .. Extremes("max"),
        .. Named(["first", "first_value", "any_value"], name => Aggregate(name, [Parameter.Any, Parameter.Boolean], SameAs(0), call => Edge(call, "first"), optional: 1)),
        .. Named(["last", "last_value"], name => Aggregate(name, [Parameter.Any, Parameter.Boolean], SameAs(0), call => Edge(call, "last"), optional: 1)),
        Aggregate("mode", [Parameter.Any, Parameter.Boolean], SameAs(0), Mode, optional: 1),

        .. Named(["bool_and", "every"], name => Aggregate(name, [Parameter.Boolean], Gives(new BooleanType()), "bool_and({distinct}{0}){filter}{over}")),
        .. Named(["bool_or", "some", "any"], name => Aggregate(name, [Parameter.Boolean], Gives(new BooleanType()), "bool_or({distinct}{0}){filter}{over}")),
        Aggregate("bit_and", [Integer], SameAs(0), "bit_and({distinct}{0}){filter}{over}"),
        Aggregate("bit_or", [Integer], SameAs(0), "bit_or({distinct}{0}){filter}{over}"),
        Aggregate("bit_xor", [Integer], SameAs(0), "bit_xor({distinct}{0}){filter}{over}"),

        .. Named(["collect_list", "array_agg"], name => Aggregate(name, [Parameter.Any], ListOfFirst, CollectList, nullable: Never)),
        Aggregate("collect_set", [Parameter.Any], ListOfFirst, call => Collect(call, "DISTINCT "), nullable: Never),
        .. Named(["listagg", "string_agg"], name => Aggregate(name, [Parameter.String, Parameter.Any], Gives(new StringType()), Join, optional: 1, variadic: true) with { Coerce = JoinTypes }),

        .. Named(["grouping"], name => Aggregate(name, [Parameter.Any], Gives(new ByteType()), "CAST(grouping({0}) AS TINYINT)", nullable: Never)),
        Aggregate("grouping_id", [Parameter.Any], Gives(new LongType()), "grouping({*})", variadic: true, nullable: Never),
    ];

    private static IEnumerable<Function> Extremes(string name) =>
    [
        Aggregate(name, [Orderable], SameAs(0), call => OrderKeySql.ConcernsExtremes(call.TypeOf(0))
            ? Kept(call, $"arg_{name}", OrderKeySql.Of(call[0], call.TypeOf(0)))
            : $"{name}({call.DistinctSql}{call[0]}){call.FilterSql}{call.OverSql}"),
        Aggregate($"{name}_by", [Parameter.Any, Orderable], SameAs(0), call => Kept(call, $"arg_{name}_null", OrderKeySql.Of(call[1], call.TypeOf(1)))),
    ];

    private static string Kept(CallSql call, string function, string key) =>
        SignSql.Around(call[0], call.TypeOf(0), value => $"{function}({call.DistinctSql}{value}, {key}){call.FilterSql}{call.OverSql}");

    private static Parameter Integer => Parameter.Is<IntegralType>("INTEGRAL");

    /// <summary>The condition of a row that an aggregate takes, with nulls of its first argument left out.</summary>
    public static string FilterWithoutNulls(CallSql call) => call switch
    {
        _ when !call.Argument(0).IsNullable => call.FilterSql,
        { FilterSql.Length: 0 } => $" FILTER (WHERE {call[0]} IS NOT NULL)",
        _ => $"{call.FilterSql[..^1]} AND {call[0]} IS NOT NULL)",
    };

    /// <summary>Rows that differ in their name only.</summary>
    public static IEnumerable<Function> Named(IEnumerable<string> names, Func<string, Function> row) => names.Select(row);

    // A row counts where none of the arguments is null; COUNT(1) counts all.
    private static string Count(CallSql call)
    {
        if (call.Count == 1)
        {
            return $"count({call.DistinctSql}{call[0]}){call.FilterSql}{call.OverSql}";
        }

        var complete = string.Join(" AND ", Enumerable.Range(0, call.Count).Select(i => $"{call[i]} IS NOT NULL"));
        var counted = call.DistinctSql.Length > 0 ? $"row({call.All})" : "1";
        return $"count({call.DistinctSql}CASE WHEN {complete} THEN {counted} END){call.FilterSql}{call.OverSql}";
    }

    // Sums of 38 digits may come out with 39: DuckDB does not look.
    private static string Sum(CallSql call, string cast, string overflow)
    {
        var sum = $"sum({call.DistinctSql}{call[0]}){call.FilterSql}{call.OverSql}";
        if (call.Type is not DecimalType { Precision: DecimalType.MaxPrecision } type)
        {
            return $"{cast}({sum} AS {call.ResultDuckType})";
        }

        var most = new string('9', DecimalType.MaxPrecision).Insert(DecimalType.MaxPrecision - type.Scale, ".");
        var (low, high) = ($"CAST('-{most}' AS {call.ResultDuckType})", $"CAST('{most}' AS {call.ResultDuckType})");
        return $"CAST(CASE WHEN NOT ({sum} BETWEEN {low} AND {high}) THEN {overflow} ELSE {sum} END AS {call.ResultDuckType})";
    }

    private static DataType SumType(DataType argument) => argument switch
    {
        IntegralType => new LongType(),
        DecimalType d => Cut(d.Precision + 10, d.Scale),
        YearMonthIntervalType or DayTimeIntervalType => argument,
        _ => new DoubleType(),
    };

    private static DataType AverageType(DataType argument) => argument switch
    {
        DecimalType d => Cut(d.Precision + 4, d.Scale + 4),
        YearMonthIntervalType => new YearMonthIntervalType(),
        DayTimeIntervalType => new DayTimeIntervalType(),
        _ => new DoubleType(),
    };

    // Sums and averages lose whole digits where 38 are too few: Spark's DecimalType.bounded.
    private static DecimalType Cut(int precision, int scale) =>
        new(Math.Min(precision, DecimalType.MaxPrecision), Math.Min(scale, DecimalType.MaxPrecision));

    // Whole numbers are averaged as doubles, as Spark does; the rest exactly, rounded half up.
    private static string Average(CallSql call, string cast)
    {
        if (call.Type is DoubleType)
        {
            return $"avg({call.DistinctSql}CAST({call[0]} AS DOUBLE)){call.FilterSql}{call.OverSql}";
        }

        var scale = call.Type is DecimalType d ? d.Scale : 0;
        var sum = $"CAST(sum({call.DistinctSql}{call[0]}){call.FilterSql}{call.OverSql} AS VARCHAR)";
        var count = $"count({call.DistinctSql}{call[0]}){call.FilterSql}{call.OverSql}";
        return $"{cast}(spark_divide_exactly({sum}, {count}, {scale}) AS {call.ResultDuckType})";
    }

    private static string Edge(CallSql call, string name)
    {
        var ignoresNulls = call.Call.IgnoreNulls || (call.Count > 1 && call.Constant(1) is true);
        if (call.OverSql.Length > 0)
        {
            return $"{name}_value({call[0]}{(ignoresNulls ? " IGNORE NULLS" : "")}){call.OverSql}";
        }

        return SignSql.Around(call[0], call.TypeOf(0), value => $"{name}({call.DistinctSql}{value}){(ignoresNulls ? FilterWithoutNulls(call) : call.FilterSql)}");
    }

    private static string Mode(CallSql call)
    {
        if (call.Argument(0) is BoundSortOrder)
        {
            return $"mode({call.DistinctSql}{call.OrderedValue(0)} ORDER BY {call[0]}){call.FilterSql}{call.OverSql}";
        }

        var smallestOfTies = call.Count > 1 && call.Constant(1) is true;
        return $"mode({call.DistinctSql}{call[0]}{(smallestOfTies ? $" ORDER BY {call[0]}" : "")}){call.FilterSql}{call.OverSql}";
    }

    private static ArrayType ListOfFirst(IReadOnlyList<BoundExpression> arguments) => new(arguments[0].Type, containsNull: false);

    // Distinct values come in the order in which they are met first.
    private static string CollectList(CallSql call) => call.DistinctSql.Length == 0
        ? Collect(call, "")
        : $"list_transform([{Collect(call, "", withDistinct: false)}], lambda all_: list_filter(all_, lambda each_, at_: list_position(all_, each_) = at_))[1]";

    private static string Collect(CallSql call, string distinct, bool withDistinct = true) =>
        $"COALESCE(list({(withDistinct ? distinct : "")}{call[0]}){FilterWithoutNulls(call)}{call.OverSql}, [])";

    private static IReadOnlyList<DataType>? JoinTypes(IReadOnlyList<BoundExpression> arguments)
    {
        var types = arguments.Select(a => a is BoundSortOrder ? a.Type : Parameter.StringOrBinary.Accept(a.Type)).ToList();
        return types.Contains(null) || arguments.Count(a => a is not BoundSortOrder) > 2 ? null : [.. types.Select(t => t!)];
    }

    // An order, where there is one, stands behind the other arguments.
    private static string Join(CallSql call)
    {
        var orders = Enumerable.Range(0, call.Count).Where(i => call.Argument(i) is BoundSortOrder).Select(i => call[i]).ToList();
        var separator = call.Count - orders.Count > 1 ? call[1] : "''";
        var order = orders.Count > 0 ? $" ORDER BY {string.Join(", ", orders)}" : "";
        return $"string_agg({call.DistinctSql}{call[0]}, {separator}{order}){call.FilterSql}{call.OverSql}";
    }
}
