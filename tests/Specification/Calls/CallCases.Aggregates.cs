using static Microsoft.Spark.Sql.Functions;
using Windows = Microsoft.Spark.Sql.Expressions.Window;

namespace Specification;

public static partial class CallCases
{
    private static readonly CallTable Aggregates = new("aggregates")
    {
        { "approx_count_distinct(i) AS r", () => ApproxCountDistinct(Col("i")).As("r"), () => ApproxCountDistinct("i").As("r") },
        { "approx_count_distinct(i, 0.01D) AS r", () => ApproxCountDistinct(Col("i"), 0.01).As("r"), () => ApproxCountDistinct("i", 0.01).As("r") },
        { "array_agg(i) AS r", () => ArrayAgg(Col("i")).As("r") },
        { "avg(i)", () => Avg(Col("i")), () => Avg("i") },
        { "mean(i) AS r", () => Mean(Col("i")).As("r"), () => Mean("i").As("r") },
        { "bool_and(b)", () => BoolAnd(Col("b")) },
        { "bool_or(b)", () => BoolOr(Col("b")) },
        { "collect_list(i)", () => CollectList(Col("i")), () => CollectList("i") },
        { "sort_array(collect_set(i), true)", () => SortArray(CollectSet(Col("i"))), () => SortArray(CollectSet("i")) },
        { "corr(g, l)", () => Corr(Col("g"), Col("l")), () => Corr("g", "l") },
        { "count(i)", () => Count(Col("i")), () => Count("i") },
        { "count(1) AS r", () => Count(Col("*")).As("r"), () => Count("*").As("r") },
        { "count(DISTINCT i, b)", () => CountDistinct(Col("i"), Col("b")), () => CountDistinct("i", "b"), () => Count_Distinct(Col("i"), Col("b")) },
        { "count_if(b)", () => CountIf(Col("b")) },
        { "covar_pop(g, l)", () => CovarPop(Col("g"), Col("l")), () => CovarPop("g", "l") },
        { "covar_samp(g, l)", () => CovarSamp(Col("g"), Col("l")), () => CovarSamp("g", "l") },
        { "first(s)", () => First(Col("s")), () => First("s") },
        { "first(a, true) AS r", () => First(Col("a"), true).As("r"), () => First("a", true).As("r") },
        { "kurtosis(g)", () => Kurtosis(Col("g")), () => Kurtosis("g") },
        { "last(s)", () => Last(Col("s")), () => Last("s") },
        { "last(s, true) AS r", () => Last(Col("s"), true).As("r"), () => Last("s", true).As("r") },
        { "max(s)", () => Max(Col("s")), () => Max("s") },
        { "max_by(s, g)", () => MaxBy(Col("s"), Col("g")) },
        { "min(f)", () => Min(Col("f")), () => Min("f") },
        { "min_by(s, l)", () => MinBy(Col("s"), Col("l")) },
        { "percentile_approx(l, 0.5D, 100)", () => PercentileApprox(Col("l"), Lit(0.5), Lit(100)) },
        { "percentile_approx(l, array(0.25D, 0.75D), 100)", () => PercentileApprox(Col("l"), Array(Lit(0.25), Lit(0.75)), Lit(100)) },
        { "skewness(g)", () => Skewness(Col("g")), () => Skewness("g") },
        { "stddev(g)", () => Stddev(Col("g")), () => Stddev("g") },
        { "stddev_pop(g)", () => StddevPop(Col("g")), () => StddevPop("g") },
        { "stddev_samp(g)", () => StddevSamp(Col("g")), () => StddevSamp("g") },
        { "sum(d)", () => Sum(Col("d")), () => Sum("d") },
        { "sum(DISTINCT i)", () => SumDistinct(Col("i")), () => SumDistinct("i"), () => Sum_Distinct(Col("i")) },
        { "var_pop(g)", () => VarPop(Col("g")), () => VarPop("g") },
        { "var_samp(g)", () => VarSamp(Col("g")), () => VarSamp("g") },
        { "variance(g)", () => Variance(Col("g")), () => Variance("g") },
    };

    private static readonly CallTable Windowed = new("windows")
    {
        { "row_number() OVER (PARTITION BY b ORDER BY id) AS r", () => RowNumber().Over(Windows.PartitionBy("b").OrderBy("id")).As("r"), () => RowNumber().Over(Windows.PartitionBy(Col("b")).OrderBy(Col("id"))).As("r"), () => RowNumber().Over(Windows.OrderBy("id").PartitionBy(Col("b"))).As("r"), () => RowNumber().Over(Windows.OrderBy(Col("id")).PartitionBy("b")).As("r") },
        { "cume_dist() OVER (ORDER BY b) AS r", () => CumeDist().Over(Windows.OrderBy("b")).As("r") },
        { "dense_rank() OVER (ORDER BY b) AS r", () => DenseRank().Over(Windows.OrderBy("b")).As("r") },
        { "percent_rank() OVER (ORDER BY b) AS r", () => PercentRank().Over(Windows.OrderBy("b")).As("r") },
        { "rank() OVER (ORDER BY b) AS r", () => Rank().Over(Windows.OrderBy("b")).As("r") },
        { "ntile(3) OVER (ORDER BY id) AS r", () => Ntile(3).Over(Windows.OrderBy("id")).As("r") },
        { "lag(i, 1, 0) OVER (ORDER BY id) AS r", () => Lag(Col("i"), 1, 0).Over(Windows.OrderBy("id")).As("r"), () => Lag("i", 1, 0).Over(Windows.OrderBy("id")).As("r") },
        { "lag(i, 1) IGNORE NULLS OVER (ORDER BY id DESC) AS r", () => Lag(Col("i"), 1, null, true).Over(Windows.OrderBy(Desc("id"))).As("r") },
        { "lead(i, 1) OVER (ORDER BY id) AS r", () => Lead(Col("i"), 1).Over(Windows.OrderBy("id")).As("r"), () => Lead("i", 1).Over(Windows.OrderBy("id")).As("r") },
        { "lead(i, 1) IGNORE NULLS OVER (ORDER BY id) AS r", () => Lead(Col("i"), 1, null, true).Over(Windows.OrderBy("id")).As("r") },
        { "nth_value(i, 2) OVER (ORDER BY id) AS r", () => NthValue(Col("i"), 2).Over(Windows.OrderBy("id")).As("r") },
        { "nth_value(i, 2) IGNORE NULLS OVER (ORDER BY id DESC) AS r", () => NthValue(Col("i"), 2, true).Over(Windows.OrderBy(Col("id").Desc())).As("r") },
        { "sum(l) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS r", () => Sum("l").Over(Windows.OrderBy("id").RowsBetween(-1, Windows.CurrentRow)).As("r"), () => Sum("l").Over(Windows.RowsBetween(-1, 0).OrderBy("id")).As("r") },
        { "sum(l) OVER (ORDER BY id RANGE BETWEEN 1 PRECEDING AND UNBOUNDED FOLLOWING) AS r", () => Sum("l").Over(Windows.OrderBy("id").RangeBetween(-1, Windows.UnboundedFollowing)).As("r"), () => Sum("l").Over(Windows.RangeBetween(-1, Windows.UnboundedFollowing).OrderBy("id")).As("r") },
        { "count(1) OVER (ORDER BY ts RANGE BETWEEN INTERVAL '10' MINUTE PRECEDING AND CURRENT ROW) AS r", () => Count(Lit(1)).Over(Windows.OrderBy("ts").RangeBetween(-TenMinutes, CurrentRow())).As("r"), () => Count(Lit(1)).Over(Windows.RangeBetween(-TenMinutes, CurrentRow()).OrderBy("ts")).As("r") },
        { "count(1) OVER (ORDER BY dt RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS r", () => Count(Lit(1)).Over(Windows.OrderBy("dt").RangeBetween(UnboundedPreceding(), UnboundedFollowing())).As("r"), () => Count(Lit(1)).Over(Windows.OrderBy("dt").RangeBetween(Windows.UnboundedPreceding, Windows.UnboundedFollowing)).As("r") },
        { "max(l) OVER () AS r", () => Max("l").Over().As("r") },
    };
}
