using System.Globalization;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Statistics over many rows. Sums of doubles depend in their last digits on the order in which rows come, here as on Spark.</summary>
internal static class StatisticsFunctions
{
    private static readonly Parameter Percentages = Parameter.OneOf(Parameter.To(new DoubleType()), Parameter.To(new ArrayType(new DoubleType(), containsNull: false)));

    private static readonly Parameter Rankable = Parameter.OneOf(
        Parameter.Is<DateType>("DATE"),
        Parameter.Is<TimestampType>("TIMESTAMP"),
        Parameter.Is<TimestampNTZType>("TIMESTAMP_NTZ"),
        Parameter.Is<YearMonthIntervalType>("INTERVAL"),
        Parameter.Is<DayTimeIntervalType>("INTERVAL"),
        Parameter.Numeric);

    public static IReadOnlyList<Function> Rows { get; } =
    [
        OfOne("stddev", "spark_stddev_samp"),
        OfOne("stddev_samp", "spark_stddev_samp"),
        OfOne("std", "spark_stddev_samp"),
        OfOne("stddev_pop", "spark_stddev_pop"),
        OfOne("variance", "spark_var_samp"),
        OfOne("var_samp", "spark_var_samp"),
        OfOne("var_pop", "spark_var_pop"),
        OfOne("skewness", "spark_skewness"),
        OfOne("kurtosis", "spark_kurtosis"),

        OfTwo("corr", "spark_corr({distinct}{0}, {1})"),
        OfTwo("covar_pop", "spark_covar_pop({distinct}{0}, {1})"),
        OfTwo("covar_samp", "spark_covar_samp({distinct}{0}, {1})"),
        OfTwo("regr_r2", "spark_regr_r2({distinct}{0}, {1})"),
        OfTwo("regr_slope", "spark_regr_slope({distinct}{1}, {0})"),
        OfTwo("regr_intercept", "spark_regr_intercept({distinct}{1}, {0})"),
        OfTwo("regr_sxx", "spark_regr_sxx({distinct}{1}, {0})"),
        OfTwo("regr_sxy", "spark_regr_sxy({distinct}{0}, {1})"),
        OfTwo("regr_syy", "spark_regr_syy({distinct}{1}, {0})"),
        OfTwo("regr_avgx", "regr_avgx({distinct}{0}, {1})"),
        OfTwo("regr_avgy", "regr_avgy({distinct}{0}, {1})"),
        Aggregate("regr_count", [Parameter.Double, Parameter.Double], Gives(new LongType()), "CAST(regr_count({distinct}{0}, {1}){filter}{over} AS BIGINT)", nullable: Never),

        Aggregate("median", [Parameter.Double], Gives(new DoubleType()), call => OverSorted(call, Interpolated("0.5"))),
        Aggregate("percentile", [Parameter.Double, Percentages, Parameter.WholeNumber], ListOr(new DoubleType()), call => OfEach(call, Interpolated), optional: 1),
        Aggregate("percentile_cont", [Percentages, Parameter.Any], Ordered, call => OfOrdered(call, Interpolated)),
        Aggregate("percentile_disc", [Percentages, Parameter.Any], Ordered, call => OfOrdered(call, Nearest)),
        .. AggregateFunctions.Named(
            ["percentile_approx", "approx_percentile"],
            name => Aggregate(
                name,
                [Rankable, Percentages, Parameter.WholeNumber],
                args => ListOr(args[0].Type)(args),
                call => OfEach(call, Nearest),
                optional: 1)),
    ];

    private static Function OfOne(string name, string native) =>
        Aggregate(name, [Parameter.Double], Gives(new DoubleType()), native + "({distinct}{0}){filter}{over}");

    private static Function OfTwo(string name, string form) =>
        Aggregate(name, [Parameter.Double, Parameter.Double], Gives(new DoubleType()), form + "{filter}{over}");

    private static Func<IReadOnlyList<BoundExpression>, DataType> ListOr(DataType one) =>
        arguments => arguments[1].Type is ArrayType ? new ArrayType(one, containsNull: false) : one;

    private static DataType Ordered(IReadOnlyList<BoundExpression> arguments) =>
        arguments[1] is not BoundSortOrder { Type: NumericType or NullType or StringType }
            ? throw EmbeddedErrors.UnexpectedInputType("percentile", 1, "NUMERIC", arguments[1].Type)
            : arguments[0].Type is ArrayType ? new ArrayType(new DoubleType(), containsNull: false) : new DoubleType();

    // WITHIN GROUP (ORDER BY value).
    private static string OfOrdered(CallSql call, Func<string, string> percentile)
    {
        CheckRange(call.Argument(0));
        var order = (BoundSortOrder)call.Argument(1);
        var direction = order.IsAscending ? "ASC" : "DESC";
        var value = CastSql.Write(call.OrderedValue(1), order.Child.Type, new DoubleType(), isTry: false, call.TimeZone);
        var body = call.TypeOf(0) is ArrayType
            ? $"CASE WHEN all_ IS NOT NULL THEN list_transform({call[0]}, lambda p_: {percentile("p_")}) END"
            : percentile(call[0]);
        var sorted = $"list_sort(list_filter(list({call.DistinctSql}{value}){call.FilterSql}{call.OverSql}, lambda e_: e_ IS NOT NULL), '{direction}')";
        return $"list_transform([CAST({sorted} AS DOUBLE[])], lambda all_: {body})[1]";
    }

    // The values of a group in order, once, and from them the value at each percentage.
    private static string OfEach(CallSql call, Func<string, string> percentile)
    {
        CheckRange(call.Argument(1));
        var value = call.TypeOf(1) is ArrayType
            ? $"CASE WHEN len(all_) > 0 THEN list_transform({call[1]}, lambda p_: {percentile("p_")}) END"
            : percentile(call[1]);
        return OverSorted(call, value);
    }

    private static string OverSorted(CallSql call, string value)
    {
        var isWeighted = call.Call.Function.Name == "percentile" && call.Count > 2;
        var taken = isWeighted ? $"list_transform({SqlLet.Once(call[2], "_f", Repeated)}, lambda n_: {call[0]})" : call[0];
        var all = $"list({call.DistinctSql}{taken}){AggregateFunctions.FilterWithoutNulls(call)}{call.OverSql}";
        return $"list_transform([CAST(list_sort({(isWeighted ? $"flatten({all})" : all)}) AS {call.DuckTypeOf(0)}[])], lambda all_: {value})[1]";
    }

    // A value stands in the list as often as its frequency says.
    private static string Repeated(string frequency) =>
        $"(CASE WHEN {frequency} < 0 THEN {SqlText.Fail("NEGATIVE_VALUES_IN_FREQUENCY_EXPRESSION", "The frequency of percentile is negative; it says how often a value counts.")} WHEN {frequency} > {SeriesSql.Most} THEN {SeriesSql.Refused} ELSE {SeriesSql.Of("CAST(1 AS BIGINT)", frequency)} END)";

    // Spark's Percentile: weighted by the distance from the neighbours on both sides.
    private static string Interpolated(string percentage)
    {
        var position = $"((len(all_) - 1) * {percentage})";
        var lower = $"all_[CAST(floor({position}) AS BIGINT) + 1]";
        var higher = $"all_[CAST(ceil({position}) AS BIGINT) + 1]";
        return $"CASE WHEN {lower} = {higher} THEN {lower} ELSE (ceil({position}) - {position}) * {lower} + ({position} - floor({position})) * {higher} END";
    }

    private static string Nearest(string percentage) => $"all_[greatest(CAST(ceil(len(all_) * {percentage}) AS BIGINT), 1)]";

    private static void CheckRange(BoundExpression percentage)
    {
        if (percentage is BoundCast { Child: (BoundLiteral or BoundCast) and var inner })
        {
            CheckRange(inner);
        }
        else if (percentage is BoundLiteral { Value: IConvertible value } && Convert.ToDouble(value, CultureInfo.InvariantCulture) is < 0 or > 1)
        {
            throw EmbeddedErrors.ValueOutOfRange("percentage", "[0.0, 1.0]", value.ToString(CultureInfo.InvariantCulture));
        }
    }
}
