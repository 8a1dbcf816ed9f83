using Microsoft.Spark.Sql;
using Windows = Microsoft.Spark.Sql.Expressions.Window;
using static Microsoft.Spark.Sql.Functions;

namespace Specification;

/// <summary>Calls on data frames, under the names of the recorder's DataFrameCases.java, which asks Spark the same.</summary>
public sealed class DataFrameCases
{
    private readonly Dictionary<string, Func<DataFrame>> _cases = new(StringComparer.Ordinal);
    private readonly DataFrame _l;
    private readonly DataFrame _r;
    private readonly DataFrame _d;
    private readonly DataFrame _n;
    private readonly DataFrame _s;
    private readonly DataFrame _p;

    public DataFrameCases(SparkSession spark)
    {
        _l = spark.Sql("SELECT * FROM VALUES (1, 'a'), (2, 'b'), (2, 'c'), (NULL, 'd') AS l(k, x)");
        _r = spark.Sql("SELECT * FROM VALUES (2, 'p'), (2, 'q'), (3, 'r'), (NULL, 's') AS r(k, y)");
        _d = spark.Sql("SELECT * FROM VALUES (1, 'a', 1.5D), (1, 'a', 1.5D), (1, 'b', NULL), (NULL, NULL, NULL), (NULL, NULL, NULL) AS d(i, s, f)");
        _n = spark.Sql("SELECT * FROM VALUES (1, 2.5D, 'x', true, 3L), (NULL, NULL, NULL, NULL, NULL), (5, DOUBLE('NaN'), '', false, NULL) AS n(i, f, s, b, l)");
        _s = spark.Sql("SELECT * FROM VALUES (1, 1.5D, 'a', 2.50), (2, NULL, 'c', 1.25), (3, 4.5D, NULL, NULL), (4, 0.5D, 'b', 9.75) AS s(i, f, t, c)");
        _p = spark.Sql("SELECT * FROM VALUES ('x', 'p', 1), ('x', 'q', 2), ('y', 'p', 3), ('y', 'p', 4), ('z', NULL, 5) AS p(a, b, v)");
        Joins();
        Columns();
        Sets();
        Missing();
        Groups();
        Statistics();
        Order(spark);
    }

    public DataFrame Ask(string name) => _cases[name]();

    private void Joins()
    {
        _cases["join.using"] = () => _l.Join(_r, "k");
        foreach (var type in new[] { "inner", "left", "left_outer", "right", "outer", "full", "fullouter", "left_semi", "leftsemi", "left_anti", "anti", "semi", "cross" })
        {
            _cases["join.using." + type] = () => _l.Join(_r, ["k"], type);
        }

        foreach (var type in new[] { "inner", "left", "right", "full", "left_semi", "left_anti" })
        {
            _cases["join.on." + type] = () => _l.Join(_r, _l.Col("k").EqualTo(_r.Col("k")), type);
        }

        _cases["join.on.null_safe"] = () => _l.Join(_r, _l.Col("k").EqNullSafe(_r.Col("k")), "full");
        _cases["join.cross"] = () => _l.CrossJoin(_r);
        _cases["join.without_condition"] = () => _l.Join(_r);
        _cases["join.unknown_type"] = () => _l.Join(_r, ["k"], "sideways");
        _cases["join.unknown_column"] = () => _l.Join(_r, "nope");
        _cases["join.then_ambiguous"] = () => _l.Join(_r, _l.Col("k").EqualTo(_r.Col("k"))).Select("k");
        _cases["join.then_left_column"] = () => _l.Join(_r, _l.Col("k").EqualTo(_r.Col("k"))).Select(_l.Col("k"), Col("y"));
        _cases["join.then_right_column"] = () => _l.Join(_r, _l.Col("k").EqualTo(_r.Col("k")), "left").Select(_r.Col("k"), Col("x"));
        _cases["join.then_drop_right"] = () => _l.Join(_r, _l.Col("k").EqualTo(_r.Col("k"))).Drop(_r.Col("k"));
        _cases["join.aliases"] = () => _l.As("a").Join(_r.As("b"), Col("a.k").EqualTo(Col("b.k"))).Select("a.k", "b.y");
        _cases["join.self_with_aliases"] = () => _l.As("a").Join(_l.As("b"), Col("a.k").EqualTo(Col("b.k"))).Select(Col("a.x"), Col("b.x").As("z"));
        _cases["join.after_using"] = () => _l.Join(_r, "k").Join(_l.WithColumnRenamed("x", "z"), "k");
        foreach (var type in new[] { "inner", "left", "right", "full" })
        {
            _cases["join.using_then_each_key." + type] = () => _l.Join(_r, ["k"], type).Select(Col("k"), _l.Col("k").As("lk"), _r.Col("k").As("rk"), Col("y"));
            _cases["join.using_then_star_of_alias." + type] = () => _l.As("a").Join(_r.As("b"), ["k"], type).Select("b.*");
            _cases["join.using_then_united." + type] = () => _l.Join(_r, ["k"], type).Union(_l.Join(_r, ["k"], type)).Distinct();
        }

        _cases["join.using_then_filtered"] = () => _l.Join(_r, ["k"], "left").Filter(_r.Col("k").IsNull()).WithColumn("z", Lit(1));
        _cases["join.two_columns"] = () => _d.Select("i", "s").Distinct().Join(_d.Select("i", "s", "f"), ["i", "s"], "inner");
    }

    private void Columns()
    {
        _cases["column.add"] = () => _l.WithColumn("z", Col("k").Plus(1));
        _cases["column.replace"] = () => _l.WithColumn("k", Col("k").Multiply(2));
        _cases["column.replace_other_case"] = () => _l.WithColumn("K", Lit("new"));
        _cases["column.literal"] = () => _l.WithColumn("z", Lit(1.5)).WithColumn("w", Lit(null));
        _cases["column.unknown"] = () => _l.WithColumn("z", Col("nope"));
        _cases["column.rename"] = () => _l.WithColumnRenamed("x", "name");
        _cases["column.rename_absent"] = () => _l.WithColumnRenamed("nope", "name");
        _cases["column.rename_other_case"] = () => _l.WithColumnRenamed("X", "name");
        _cases["column.rename_onto_other"] = () => _l.WithColumnRenamed("x", "k");
        _cases["column.drop"] = () => _l.Drop("x");
        _cases["column.drop_absent"] = () => _l.Drop("nope", "x");
        _cases["column.drop_other_case"] = () => _l.Drop("X");
        _cases["column.drop_all"] = () => _l.Drop("k", "x");
        _cases["column.select_star"] = () => _l.Select(Col("*"), Col("k").As("again"));
        _cases["column.select_strings"] = () => _l.Select("x", "k");
        _cases["column.select_twice"] = () => _l.Select("k", "k");
        _cases["column.select_expressions"] = () => _l.SelectExpr("k + 1", "upper(x) AS u", "*");
        _cases["column.unnamed"] = () => _l.Select(Col("k").Plus(1), Col("k").Minus(Lit(1)), Col("k").Gt(1).And(Col("x").EqualTo("a")), Col("k").IsNull());
        _cases["column.unnamed_functions"] = () => _l.Select(Upper(Col("x")), Coalesce(Col("k"), Lit(0)), Concat(Col("x"), Lit("!")), When(Col("k").EqualTo(1), "one").Otherwise("more"));
        _cases["column.cast"] = () => _l.Select(Col("k").Cast("string"), Col("k").Cast("double").As("f"));
        _cases["column.when_without_otherwise"] = () => _l.Select(When(Col("k").EqualTo(1), Lit("one")).When(Col("k").EqualTo(2), Lit("two")).As("w"));
        _cases["column.between_in"] = () => _l.Select(Col("k").Between(1, 2).As("b"), Col("k").IsIn(1, 3).As("i"), Col("x").IsIn("a", "z").As("s"));
        _cases["column.strings"] = () => _l.Select(Col("x").Like("a%").As("a"), Col("x").RLike("[ab]").As("b"), Col("x").StartsWith("a").As("c"), Col("x").Contains("b").As("d"), Col("x").EndsWith("c").As("e"), Col("x").SubStr(1, 1).As("f"));
        _cases["column.bits"] = () => _l.Select(Col("k").BitwiseAND(3).As("a"), Col("k").BitwiseOR(4).As("b"), Col("k").BitwiseXOR(1).As("c"), BitwiseNOT(Col("k")).As("d"));
        _cases["column.arithmetic"] = () => _l.Select(Col("k").Divide(2).As("a"), Col("k").Mod(2).As("b"), Negate(Col("k")).As("c"), Col("k").Multiply(1.5).As("d"));
        _cases["column.struct_fields"] = () => _l.Select(Struct(Col("k"), Col("x")).As("s")).Select(Col("s.k"), Col("s").GetField("x"), Col("s").WithField("z", Lit(1)).As("w"), Col("s").DropFields("x").As("v"));
        _cases["column.items"] = () => _l.Select(Array(Col("k"), Lit(9)).As("a"), Map(Lit("x"), Col("x")).As("m")).Select(Col("a").GetItem(1).As("i"), Col("m").GetItem("x").As("j"));
        _cases["column.to_names"] = () => _l.ToDF("a", "b");
        _cases["column.to_too_few_names"] = () => _l.ToDF("a");
        _cases["column.with_dots"] = () => _l.ToDF("a.b", "c").Select(Col("`a.b`"));
        _cases["column.with_dots_unquoted"] = () => _l.ToDF("a.b", "c").Select(Col("a.b"));
        _cases["column.regex"] = () => _l.Select(_l.ColRegex("`(k|y)`"));
        _cases["column.json"] = () => _l.ToJSON().ToDF();
        _cases["column.explode"] = () => _l.Filter("k = 1").Select(Col("x"), Explode(Array(Lit(1), Lit(2))));
        _cases["column.explode_named"] = () => _l.Filter("k = 1").Select(Col("x"), Explode(Array(Lit(1), Lit(2))).As("e"));
        _cases["column.explode_in_with_column"] = () => _l.Filter("k = 1").WithColumn("e", Explode(Array(Lit(1), Lit(2))));
        _cases["column.explode_of_groups"] = () => _l.GroupBy("k").Agg(Explode(CollectList("x")).As("e"), Count(Lit(1)).As("n"));
        _cases["column.explode_of_all"] = () => _l.Select(Count(Lit(1)).As("n"), Explode(CollectList("k")).As("e"));
        _cases["column.explode_in_filter"] = () => _l.Filter(Explode(Array(Lit(1))).EqualTo(1));
        _cases["column.constant_null_in_union"] = () => _l.Select(Col("k"), Lit(null).Cast("int").As("z")).Union(_r.Select(Col("k"), Col("k").As("z"))).Filter("z IS NULL");
        _cases["column.add_several"] = () => _l.WithColumns(new Dictionary<string, Column> { ["z"] = Col("k").Plus(1), ["x"] = Upper(Col("x")) });
        _cases["column.rename_several"] = () => _l.WithColumnsRenamed(new Dictionary<string, string> { ["k"] = "x", ["x"] = "k", ["nope"] = "z" });
        _cases["column.drop_column"] = () => _l.Drop(Col("x"));
        _cases["column.of_the_frame"] = () => _l.Select(_l["k"], _l.Col("x"));
        _cases["column.many_names"] = () => _l.Select(Explode(Map(Lit("a"), Col("k"))).As(["key", "val"]));
        _cases["column.where_text"] = () => _l.Where("k = 2");
        _cases["column.stays"] = () => _l.ToDF().As("q").Select("q.x");
        _cases["hint.broadcast"] = () => _l.Join(Broadcast(_r), "k");
        _cases["hint.merge"] = () => _l.Hint("merge").Join(_r, "k");
        _cases["hint.with_number"] = () => _l.Hint("repartition", [2]);
        _cases["hint.unknown"] = () => _l.Hint("sideways", ["x"]);
        _cases["spread.to_number"] = () => _l.Repartition(3);
        _cases["spread.to_number_by"] = () => _l.Repartition(3, Col("k"));
        _cases["spread.by"] = () => _l.Repartition(Col("k"), Length(Col("x")));
        _cases["spread.by_range"] = () => _l.RepartitionByRange(2, Col("k").Desc());
        _cases["spread.by_range_alone"] = () => _l.RepartitionByRange(Col("k"));
        _cases["spread.together"] = () => _l.Repartition(3).Coalesce(1);
        _cases["spread.by_unknown"] = () => _l.Repartition(Col("nope"));
        _cases["spread.to_none"] = () => _l.Repartition(0);
        _cases["filter.column"] = () => _l.Filter(Col("k").Geq(2).Or(Col("x").EqualTo("a")));
        _cases["filter.text"] = () => _l.Filter("k IS NULL OR x LIKE 'a%'");
        _cases["filter.not"] = () => _l.Where(Not(Col("k").EqualTo(1)));
        _cases["filter.not_boolean"] = () => _l.Filter(Col("k"));
        _cases["filter.before_projection"] = () => _l.Select("x").Filter(Col("k").EqualTo(1));
        _cases["row.limit"] = () => _l.OrderBy("x").Limit(2);
        _cases["row.limit_zero"] = () => _l.Limit(0);
        _cases["row.distinct"] = () => _d.Distinct();
        _cases["row.alias"] = () => _l.Alias("z").Select("z.k");
    }

    private void Sets()
    {
        var pairs = _d.Select("i", "s");
        var others = _l.Select(Col("k"), Col("x"));
        _cases["set.union"] = () => pairs.Union(others);
        _cases["set.union_other_types"] = () => _d.Select("i", "f").Union(_l.Select(Col("k").Cast("long"), Col("k")));
        _cases["set.union_width"] = () => _d.Union(others);
        _cases["set.union_by_name"] = () => _l.UnionByName(_l.Select("x", "k"));
        _cases["set.union_by_name_missing"] = () => _l.UnionByName(_r);
        _cases["set.union_by_name_allow_missing"] = () => _l.UnionByName(_r, true);
        _cases["set.union_by_name_other_case"] = () => _l.UnionByName(_l.ToDF("K", "X"));
        _cases["set.intersect"] = () => pairs.Intersect(others);
        _cases["set.intersect_all"] = () => pairs.IntersectAll(pairs);
        _cases["set.except"] = () => pairs.Except(others);
        _cases["set.except_all"] = () => pairs.ExceptAll(others);
        _cases["set.drop_duplicates"] = () => _d.DropDuplicates();
        _cases["set.drop_duplicates_of"] = () => _d.Select("i").DropDuplicates("i");
        _cases["set.drop_duplicates_of_two"] = () => _d.Select("i", "s").DropDuplicates("i", "s");
        _cases["set.drop_duplicates_of_unknown"] = () => _d.DropDuplicates("nope");
    }

    private void Missing()
    {
        _cases["na.drop"] = () => _n.Na().Drop();
        _cases["na.drop_all"] = () => _n.Na().Drop("all");
        _cases["na.drop_columns"] = () => _n.Na().Drop(["i", "s"]);
        _cases["na.drop_any_of_columns"] = () => _n.Na().Drop("any", ["f", "l"]);
        _cases["na.drop_minimum"] = () => _n.Na().Drop(4);
        _cases["na.drop_minimum_of_columns"] = () => _n.Na().Drop(1, ["f", "l"]);
        _cases["na.drop_unknown_how"] = () => _n.Na().Drop("some");
        _cases["na.drop_unknown_column"] = () => _n.Na().Drop(["nope"]);
        _cases["na.fill_long"] = () => _n.Na().Fill(7L);
        _cases["na.fill_double"] = () => _n.Na().Fill(7.5);
        _cases["na.fill_string"] = () => _n.Na().Fill("none");
        _cases["na.fill_bool"] = () => _n.Na().Fill(true);
        _cases["na.fill_long_columns"] = () => _n.Na().Fill(7L, ["l"]);
        _cases["na.fill_string_columns"] = () => _n.Na().Fill("none", ["i"]);
        _cases["na.fill_map"] = () => _n.Na().Fill(new Dictionary<string, string> { ["s"] = "none" });
        _cases["na.fill_map_number"] = () => _n.Na().Fill(new Dictionary<string, int> { ["i"] = 1, ["f"] = 2 });
        _cases["na.fill_unknown_column"] = () => _n.Na().Fill(1L, ["nope"]);
        _cases["na.replace_double"] = () => _n.Na().Replace("i", new Dictionary<double, double> { [1.0] = 10.0 });
        _cases["na.replace_string"] = () => _n.Na().Replace("s", new Dictionary<string, string> { ["x"] = "y", [""] = "empty" });
        _cases["na.replace_columns"] = () => _n.Na().Replace(["i", "f"], new Dictionary<double, double> { [5.0] = 50.0, [2.5] = 25.0 });
        _cases["na.replace_bool"] = () => _n.Na().Replace("b", new Dictionary<bool, bool> { [true] = false });
        _cases["na.fill_double_columns"] = () => _n.Na().Fill(7.5, ["f", "i"]);
        _cases["na.fill_bool_columns"] = () => _n.Na().Fill(true, ["b"]);
        _cases["na.fill_map_long"] = () => _n.Na().Fill(new Dictionary<string, long> { ["l"] = 9L, ["i"] = 8L });
        _cases["na.fill_map_double"] = () => _n.Na().Fill(new Dictionary<string, double> { ["f"] = 0.5, ["i"] = 1.5 });
        _cases["na.fill_map_bool"] = () => _n.Na().Fill(new Dictionary<string, bool> { ["b"] = false });
        _cases["na.replace_columns_string"] = () => _n.Na().Replace(["s"], new Dictionary<string, string> { ["x"] = "y" });
        _cases["na.replace_columns_bool"] = () => _n.Na().Replace(["b"], new Dictionary<bool, bool> { [false] = true });
    }

    private void Groups()
    {
        _cases["group.count"] = () => _p.GroupBy("a").Count();
        _cases["group.sum"] = () => _p.GroupBy("a").Sum("v");
        _cases["group.several"] = () => _p.GroupBy("a").Agg(Sum("v"), Max("v").As("m"), Count(Lit(1)), Avg("v"));
        _cases["group.all"] = () => _p.Agg(Sum("v"), Min("b"), CountDistinct("a"), SumDistinct(Col("v")));
        _cases["group.without_columns"] = () => _p.GroupBy().Count();
        _cases["group.every_number"] = () => _p.GroupBy("a").Max();
        _cases["group.by_expression"] = () => _p.GroupBy(Col("v").Mod(2)).Count();
        _cases["group.by_named_expression"] = () => _p.GroupBy(Col("v").Mod(2).As("m")).Agg(CollectList("v").As("vs")).OrderBy("m");
        _cases["group.nulls"] = () => _d.GroupBy("i", "s").Agg(Count("f").As("c"), Count(Lit(1)).As("n"));
        _cases["group.rollup"] = () => _p.Rollup("a", "b").Agg(Sum("v").As("s"), Grouping("a").As("g"), GroupingId().As("gi"));
        _cases["group.cube"] = () => _p.Cube("a", "b").Sum("v");
        _cases["group.unknown"] = () => _p.GroupBy("nope").Count();
        _cases["group.text_sum"] = () => _p.GroupBy("a").Sum("b");
        _cases["group.not_grouped"] = () => _p.GroupBy("a").Agg(Col("v"));
        _cases["group.product"] = () => _p.GroupBy("a").Agg(Product(Col("v")).As("p"));
        _cases["group.first_last"] = () => _p.Agg(First("b").As("f"), Last("b", true).As("l"), First("b", true).As("g"));
        _cases["group.conditional"] = () => _p.GroupBy("a").Agg(Sum(When(Col("b").EqualTo("p"), Col("v")).Otherwise(0)).As("s"));
        _cases["group.every_aggregate"] = () => _p.GroupBy(Col("a")).Agg(Sum("v"));
        _cases["group.mean"] = () => _p.GroupBy("a").Mean("v");
        _cases["group.avg"] = () => _p.GroupBy("a").Avg();
        _cases["group.min"] = () => _p.GroupBy("a").Min("v");
        _cases["group.rollup_columns"] = () => _p.Rollup(Col("a"), Col("b")).Agg(Sum("v"), Grouping(Col("a")).As("g"), GroupingId("a", "b").As("i"));
        _cases["group.cube_columns"] = () => _p.Cube(Col("a"), Col("b")).Agg(Count(Lit(1)).As("n"), GroupingId(Col("a"), Col("b")).As("i"));
        _cases["pivot.column"] = () => _p.GroupBy("a").Pivot(Upper(Col("b")).As("u")).Sum("v");
        _cases["pivot.column_values"] = () => _p.GroupBy("a").Pivot(Upper(Col("b")), ["P"]).Sum("v");
        _cases["pivot.not_a_number"] = () => _n.GroupBy("s").Pivot("f").Sum("i");
        _cases["pivot.not_a_number_given"] = () => _n.GroupBy("s").Pivot("f", [double.NaN, 2.5]).Agg(Sum("i"), Count("i").As("n"));
        _cases["pivot.values"] = () => _p.GroupBy("a").Pivot("b", ["p", "q"]).Sum("v");
        _cases["pivot.found_values"] = () => _p.GroupBy("a").Pivot("b").Sum("v");
        _cases["pivot.several"] = () => _p.GroupBy("a").Pivot("b", ["p", "q"]).Agg(Sum("v"), Count(Lit(1)).As("n"));
        _cases["pivot.named"] = () => _p.GroupBy("a").Pivot("b", ["q"]).Agg(Max("v").As("m"));
        _cases["pivot.numbers"] = () => _p.GroupBy("b").Pivot("v", [1, 3]).Count();
        _cases["window.row_number"] = () => _p.WithColumn("w", RowNumber().Over(Windows.PartitionBy("a").OrderBy(Col("v").Desc())));
        _cases["window.running_sum"] = () => _p.WithColumn("w", Sum("v").Over(Windows.PartitionBy("a").OrderBy("v").RowsBetween(Windows.UnboundedPreceding, Windows.CurrentRow)));
        _cases["window.whole"] = () => _p.WithColumn("w", Sum("v").Over(Windows.PartitionBy("a")));
        _cases["window.range"] = () => _p.WithColumn("w", Sum("v").Over(Windows.OrderBy("v").RangeBetween(-1, 1)));
        _cases["window.lag_lead"] = () => _p.Select(Col("v"), Lag("v", 1).Over(Windows.OrderBy("v")).As("a"), Lead("v", 1, 0).Over(Windows.OrderBy("v")).As("b"));
        _cases["window.ranks"] = () => _p.Select(Col("a"), Col("v"), Rank().Over(Windows.OrderBy("a")).As("r"), DenseRank().Over(Windows.OrderBy("a")).As("d"), PercentRank().Over(Windows.OrderBy("a")).As("p"), CumeDist().Over(Windows.OrderBy("a")).As("c"), Ntile(2).Over(Windows.OrderBy("v")).As("n"));
        _cases["window.unnamed"] = () => _p.Select(Sum("v").Over(Windows.PartitionBy("a").OrderBy("v")));
        _cases["window.unnamed_rows"] = () => _p.Select(Sum("v").Over(Windows.OrderBy("v").RowsBetween(-1, 1)));
        _cases["window.unnamed_range"] = () => _p.Select(Sum("v").Over(Windows.OrderBy("v").RangeBetween(-1, Windows.CurrentRow)));
        _cases["window.unnamed_days"] = () => _p.Select(Count(Lit(1)).Over(Windows.OrderBy(Expr("DATE'2024-01-01' + v")).RangeBetween(-1, 0)));
        _cases["names.part_of_frame"] = () =>
        {
            var parts = _p.Select(Struct(Col("a").As("x"), Col("v").As("y")).As("st"));
            return parts.Select(parts["st.y"], parts["st.y"] + 1, parts["st.y"].Cast("string"), parts["st"].GetField("y") + 1, Col("st.y") + 1);
        };
        _cases["names.parsed_inside"] = () => _p.Select(Expr("v < 1.5") | Expr("v >> 1 = 0"), Expr("DATE'2024-01-01' + v").Cast("string"));
        _cases["names.of_pivot"] = () => _p.GroupBy("a").Pivot("b", ["p"]).Agg(Max(Expr("DATE'2024-01-01' + v")), Sum(Col("v") + 1));
    }

    private void Statistics()
    {
        _cases["describe.all"] = () => _s.Describe();
        _cases["describe.some"] = () => _s.Describe("f", "t");
        _cases["describe.unknown"] = () => _s.Describe("nope");
        _cases["summary.all"] = () => _s.Summary();
        _cases["summary.percentiles_beside_distinct"] = () => _s.Select("i", "f", "t", "c").Summary("count_distinct", "min", "50%", "mean");
        _cases["summary.percentiles_beside_approximate"] = () => _s.Select("i", "f", "t", "c").Summary("approx_count_distinct", "min", "50%", "mean");
        _cases["summary.some"] = () => _s.Summary("count", "min", "25%", "max");
        _cases["summary.unknown"] = () => _s.Summary("nope");
        _cases["crosstab"] = () => _p.Stat().Crosstab("a", "b");
    }

    private void Order(SparkSession spark)
    {
        foreach (var (name, column) in Orders())
        {
            _cases["sort." + name] = () => _l.Select("k").Sort(column);
        }

        _cases["sort.two"] = () => _l.OrderBy(Col("k").Desc(), Col("x"));
        _cases["sort.names"] = () => _l.Sort("k", "x");
        _cases["sort.unknown"] = () => _l.Sort("nope");
        _cases["sort.aggregate_of_all"] = () => _l.Select(Sum("k").As("s")).OrderBy(Max("x"));
        _cases["sort.aggregate_of_none"] = () => _l.OrderBy(Max("x"));
        _cases["sort.frame_column_beside_aggregate"] = () =>
        {
            var sums = _l.Select(Sum("k").As("s"));
            return sums.OrderBy(Max("x"), sums["s"]);
        };
        _cases["sort.window"] = () => _l.OrderBy(Rank().Over(Windows.OrderBy("x")));
        _cases["sort.groups_by_hidden_aggregate"] = () => _l.GroupBy("k").Agg(Count(Lit(1)).As("n")).OrderBy(Max("x"));
        _cases["sort.dropped_column"] = () => _l.Select("x").OrderBy("k");
        _cases["sort.by_expression"] = () => _l.Select("x").OrderBy(Length(Col("x")), Col("x").Desc());
        _cases["range.end"] = () => spark.Range(3).ToDF();
        _cases["range.start_end_step"] = () => spark.Range(1, 10, 4).ToDF();
        _cases["range.backwards"] = () => spark.Range(3, 0, -1).ToDF();
        _cases["range.step_zero"] = () => spark.Range(0, 3, 0).ToDF();
        _cases["table.unknown"] = () => spark.Table("nope");
    }

    private static Dictionary<string, Column> Orders() => new()
    {
        ["plain"] = Col("k"),
        ["asc"] = Col("k").Asc(),
        ["desc"] = Col("k").Desc(),
        ["asc_nulls_last"] = Col("k").AscNullsLast(),
        ["desc_nulls_first"] = Col("k").DescNullsFirst(),
    };
}
