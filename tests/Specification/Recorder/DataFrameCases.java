import static org.apache.spark.sql.functions.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import scala.jdk.javaapi.CollectionConverters;

/** Cases that are calls on data frames; the suite makes the same calls through its own API under the same names. */
final class DataFrameCases {
    private final Map<String, Supplier<Dataset<Row>>> cases = new LinkedHashMap<>();
    private final Dataset<Row> l;
    private final Dataset<Row> r;
    private final Dataset<Row> d;
    private final Dataset<Row> n;
    private final Dataset<Row> s;
    private final Dataset<Row> p;

    DataFrameCases(SparkSession spark) {
        l = spark.sql("SELECT * FROM VALUES (1, 'a'), (2, 'b'), (2, 'c'), (NULL, 'd') AS l(k, x)");
        r = spark.sql("SELECT * FROM VALUES (2, 'p'), (2, 'q'), (3, 'r'), (NULL, 's') AS r(k, y)");
        d = spark.sql("SELECT * FROM VALUES (1, 'a', 1.5D), (1, 'a', 1.5D), (1, 'b', NULL), (NULL, NULL, NULL), (NULL, NULL, NULL) AS d(i, s, f)");
        n = spark.sql("SELECT * FROM VALUES (1, 2.5D, 'x', true, 3L), (NULL, NULL, NULL, NULL, NULL), (5, DOUBLE('NaN'), '', false, NULL) AS n(i, f, s, b, l)");
        s = spark.sql("SELECT * FROM VALUES (1, 1.5D, 'a', 2.50), (2, NULL, 'c', 1.25), (3, 4.5D, NULL, NULL), (4, 0.5D, 'b', 9.75) AS s(i, f, t, c)");
        p = spark.sql("SELECT * FROM VALUES ('x', 'p', 1), ('x', 'q', 2), ('y', 'p', 3), ('y', 'p', 4), ('z', NULL, 5) AS p(a, b, v)");
        joins();
        columns();
        sets();
        missing();
        groups();
        statistics();
        order(spark);
    }

    Map<String, Supplier<Dataset<Row>>> all() {
        return cases;
    }

    private void joins() {
        cases.put("join.using", () -> l.join(r, "k"));
        for (var type : List.of("inner", "left", "left_outer", "right", "outer", "full", "fullouter", "left_semi", "leftsemi", "left_anti", "anti", "semi", "cross"))
            cases.put("join.using." + type, () -> l.join(r, new String[] {"k"}, type));
        for (var type : List.of("inner", "left", "right", "full", "left_semi", "left_anti"))
            cases.put("join.on." + type, () -> l.join(r, l.col("k").equalTo(r.col("k")), type));
        cases.put("join.on.null_safe", () -> l.join(r, l.col("k").eqNullSafe(r.col("k")), "full"));
        cases.put("join.cross", () -> l.crossJoin(r));
        cases.put("join.without_condition", () -> l.join(r));
        cases.put("join.unknown_type", () -> l.join(r, new String[] {"k"}, "sideways"));
        cases.put("join.unknown_column", () -> l.join(r, "nope"));
        cases.put("join.then_ambiguous", () -> l.join(r, l.col("k").equalTo(r.col("k"))).select("k"));
        cases.put("join.then_left_column", () -> l.join(r, l.col("k").equalTo(r.col("k"))).select(l.col("k"), col("y")));
        cases.put("join.then_right_column", () -> l.join(r, l.col("k").equalTo(r.col("k")), "left").select(r.col("k"), col("x")));
        cases.put("join.then_drop_right", () -> l.join(r, l.col("k").equalTo(r.col("k"))).drop(r.col("k")));
        cases.put("join.aliases", () -> l.as("a").join(r.as("b"), col("a.k").equalTo(col("b.k"))).select("a.k", "b.y"));
        cases.put("join.self_with_aliases", () -> l.as("a").join(l.as("b"), col("a.k").equalTo(col("b.k"))).select(col("a.x"), col("b.x").as("z")));
        cases.put("join.after_using", () -> l.join(r, "k").join(l.withColumnRenamed("x", "z"), "k"));
        for (var type : List.of("inner", "left", "right", "full")) {
            cases.put("join.using_then_each_key." + type, () -> l.join(r, new String[] {"k"}, type).select(col("k"), l.col("k").as("lk"), r.col("k").as("rk"), col("y")));
            cases.put("join.using_then_star_of_alias." + type, () -> l.as("a").join(r.as("b"), new String[] {"k"}, type).select("b.*"));
            cases.put("join.using_then_united." + type, () -> l.join(r, new String[] {"k"}, type).union(l.join(r, new String[] {"k"}, type)).distinct());
        }
        cases.put("join.using_then_filtered", () -> l.join(r, new String[] {"k"}, "left").filter(r.col("k").isNull()).withColumn("z", lit(1)));
        cases.put("join.two_columns", () -> d.select("i", "s").distinct().join(d.select("i", "s", "f"), new String[] {"i", "s"}, "inner"));
    }

    private void columns() {
        cases.put("column.add", () -> l.withColumn("z", col("k").plus(1)));
        cases.put("column.replace", () -> l.withColumn("k", col("k").multiply(2)));
        cases.put("column.replace_other_case", () -> l.withColumn("K", lit("new")));
        cases.put("column.literal", () -> l.withColumn("z", lit(1.5)).withColumn("w", lit(null)));
        cases.put("column.unknown", () -> l.withColumn("z", col("nope")));
        cases.put("column.rename", () -> l.withColumnRenamed("x", "name"));
        cases.put("column.rename_absent", () -> l.withColumnRenamed("nope", "name"));
        cases.put("column.rename_other_case", () -> l.withColumnRenamed("X", "name"));
        cases.put("column.rename_onto_other", () -> l.withColumnRenamed("x", "k"));
        cases.put("column.drop", () -> l.drop("x"));
        cases.put("column.drop_absent", () -> l.drop("nope", "x"));
        cases.put("column.drop_other_case", () -> l.drop("X"));
        cases.put("column.drop_all", () -> l.drop("k", "x"));
        cases.put("column.select_star", () -> l.select(col("*"), col("k").as("again")));
        cases.put("column.select_strings", () -> l.select("x", "k"));
        cases.put("column.select_twice", () -> l.select("k", "k"));
        cases.put("column.select_expressions", () -> l.selectExpr("k + 1", "upper(x) AS u", "*"));
        cases.put("column.unnamed", () -> l.select(col("k").plus(1), col("k").minus(lit(1)), col("k").gt(1).and(col("x").equalTo("a")), col("k").isNull()));
        cases.put("column.unnamed_functions", () -> l.select(upper(col("x")), coalesce(col("k"), lit(0)), concat(col("x"), lit("!")), when(col("k").equalTo(1), "one").otherwise("more")));
        cases.put("column.cast", () -> l.select(col("k").cast("string"), col("k").cast("double").as("f")));
        cases.put("column.when_without_otherwise", () -> l.select(when(col("k").equalTo(1), lit("one")).when(col("k").equalTo(2), lit("two")).as("w")));
        cases.put("column.between_in", () -> l.select(col("k").between(1, 2).as("b"), col("k").isin(1, 3).as("i"), col("x").isin("a", "z").as("s")));
        cases.put("column.strings", () -> l.select(col("x").like("a%").as("a"), col("x").rlike("[ab]").as("b"), col("x").startsWith("a").as("c"), col("x").contains("b").as("d"), col("x").endsWith("c").as("e"), col("x").substr(1, 1).as("f")));
        cases.put("column.bits", () -> l.select(col("k").bitwiseAND(3).as("a"), col("k").bitwiseOR(4).as("b"), col("k").bitwiseXOR(1).as("c"), bitwise_not(col("k")).as("d")));
        cases.put("column.arithmetic", () -> l.select(col("k").divide(2).as("a"), col("k").mod(2).as("b"), negate(col("k")).as("c"), col("k").multiply(1.5).as("d")));
        cases.put("column.struct_fields", () -> l.select(struct(col("k"), col("x")).as("s")).select(col("s.k"), col("s").getField("x"), col("s").withField("z", lit(1)).as("w"), col("s").dropFields(CollectionConverters.asScala(List.of("x")).toSeq()).as("v")));
        cases.put("column.items", () -> l.select(array(col("k"), lit(9)).as("a"), map(lit("x"), col("x")).as("m")).select(col("a").getItem(1).as("i"), col("m").getItem("x").as("j")));
        cases.put("column.to_names", () -> l.toDF("a", "b"));
        cases.put("column.to_too_few_names", () -> l.toDF("a"));
        cases.put("column.with_dots", () -> l.toDF("a.b", "c").select(col("`a.b`")));
        cases.put("column.with_dots_unquoted", () -> l.toDF("a.b", "c").select(col("a.b")));
        cases.put("column.regex", () -> l.select(l.colRegex("`(k|y)`")));
        cases.put("column.json", () -> l.toJSON().toDF());
        cases.put("column.explode", () -> l.filter("k = 1").select(col("x"), explode(array(lit(1), lit(2)))));
        cases.put("column.explode_named", () -> l.filter("k = 1").select(col("x"), explode(array(lit(1), lit(2))).as("e")));
        cases.put("column.explode_in_with_column", () -> l.filter("k = 1").withColumn("e", explode(array(lit(1), lit(2)))));
        cases.put("column.explode_of_groups", () -> l.groupBy("k").agg(explode(collect_list("x")).as("e"), count(lit(1)).as("n")));
        cases.put("column.explode_of_all", () -> l.select(count(lit(1)).as("n"), explode(collect_list("k")).as("e")));
        cases.put("column.explode_in_filter", () -> l.filter(explode(array(lit(1))).equalTo(1)));
        cases.put("column.constant_null_in_union", () -> l.select(col("k"), lit(null).cast("int").as("z")).union(r.select(col("k"), col("k").as("z"))).filter("z IS NULL"));
        cases.put("column.add_several", () -> l.withColumns(orderedMap("z", col("k").plus(1), "x", upper(col("x")))));
        cases.put("column.rename_several", () -> l.withColumnsRenamed(orderedMap("k", "x", "x", "k", "nope", "z")));
        cases.put("column.drop_column", () -> l.drop(col("x")));
        cases.put("column.of_the_frame", () -> l.select(l.apply("k"), l.col("x")));
        cases.put("column.many_names", () -> l.select(explode(map(lit("a"), col("k"))).as(new String[] {"key", "val"})));
        cases.put("column.where_text", () -> l.where("k = 2"));
        cases.put("column.stays", () -> l.toDF().as("q").select("q.x"));
        cases.put("hint.broadcast", () -> l.join(broadcast(r), "k"));
        cases.put("hint.merge", () -> l.hint("merge").join(r, "k"));
        cases.put("hint.with_number", () -> l.hint("repartition", 2));
        cases.put("hint.unknown", () -> l.hint("sideways", "x"));
        cases.put("spread.to_number", () -> l.repartition(3));
        cases.put("spread.to_number_by", () -> l.repartition(3, col("k")));
        cases.put("spread.by", () -> l.repartition(col("k"), length(col("x"))));
        cases.put("spread.by_range", () -> l.repartitionByRange(2, col("k").desc()));
        cases.put("spread.by_range_alone", () -> l.repartitionByRange(col("k")));
        cases.put("spread.together", () -> l.repartition(3).coalesce(1));
        cases.put("spread.by_unknown", () -> l.repartition(col("nope")));
        cases.put("spread.to_none", () -> l.repartition(0));
        cases.put("filter.column", () -> l.filter(col("k").geq(2).or(col("x").equalTo("a"))));
        cases.put("filter.text", () -> l.filter("k IS NULL OR x LIKE 'a%'"));
        cases.put("filter.not", () -> l.where(not(col("k").equalTo(1))));
        cases.put("filter.not_boolean", () -> l.filter(col("k")));
        cases.put("filter.before_projection", () -> l.select("x").filter(col("k").equalTo(1)));
        cases.put("row.limit", () -> l.orderBy("x").limit(2));
        cases.put("row.limit_zero", () -> l.limit(0));
        cases.put("row.distinct", () -> d.distinct());
        cases.put("row.alias", () -> l.alias("z").select("z.k"));
    }

    private void sets() {
        var first = d.select("i", "s");
        var second = l.select(col("k"), col("x"));
        cases.put("set.union", () -> first.union(second));
        cases.put("set.union_other_types", () -> d.select("i", "f").union(l.select(col("k").cast("long"), col("k"))));
        cases.put("set.union_width", () -> d.union(second));
        cases.put("set.union_by_name", () -> l.unionByName(l.select("x", "k")));
        cases.put("set.union_by_name_missing", () -> l.unionByName(r));
        cases.put("set.union_by_name_allow_missing", () -> l.unionByName(r, true));
        cases.put("set.union_by_name_other_case", () -> l.unionByName(l.toDF("K", "X")));
        cases.put("set.intersect", () -> first.intersect(second));
        cases.put("set.intersect_all", () -> first.intersectAll(first));
        cases.put("set.except", () -> first.except(second));
        cases.put("set.except_all", () -> first.exceptAll(second));
        cases.put("set.drop_duplicates", () -> d.dropDuplicates());
        cases.put("set.drop_duplicates_of", () -> d.select("i").dropDuplicates("i"));
        cases.put("set.drop_duplicates_of_two", () -> d.select("i", "s").dropDuplicates("i", "s"));
        cases.put("set.drop_duplicates_of_unknown", () -> d.dropDuplicates("nope"));
    }

    private void missing() {
        cases.put("na.drop", () -> n.na().drop());
        cases.put("na.drop_all", () -> n.na().drop("all"));
        cases.put("na.drop_columns", () -> n.na().drop(new String[] {"i", "s"}));
        cases.put("na.drop_any_of_columns", () -> n.na().drop("any", new String[] {"f", "l"}));
        cases.put("na.drop_minimum", () -> n.na().drop(4));
        cases.put("na.drop_minimum_of_columns", () -> n.na().drop(1, new String[] {"f", "l"}));
        cases.put("na.drop_unknown_how", () -> n.na().drop("some"));
        cases.put("na.drop_unknown_column", () -> n.na().drop(new String[] {"nope"}));
        cases.put("na.fill_long", () -> n.na().fill(7L));
        cases.put("na.fill_double", () -> n.na().fill(7.5));
        cases.put("na.fill_string", () -> n.na().fill("none"));
        cases.put("na.fill_bool", () -> n.na().fill(true));
        cases.put("na.fill_long_columns", () -> n.na().fill(7L, new String[] {"l"}));
        cases.put("na.fill_string_columns", () -> n.na().fill("none", new String[] {"i"}));
        cases.put("na.fill_map", () -> n.na().fill(Map.of("s", "none")));
        cases.put("na.fill_map_number", () -> n.na().fill(Map.of("i", 1, "f", 2)));
        cases.put("na.fill_unknown_column", () -> n.na().fill(1L, new String[] {"nope"}));
        cases.put("na.replace_double", () -> n.na().replace("i", Map.of(1.0, 10.0)));
        cases.put("na.replace_string", () -> n.na().replace("s", Map.of("x", "y", "", "empty")));
        cases.put("na.replace_columns", () -> n.na().replace(new String[] {"i", "f"}, Map.of(5.0, 50.0, 2.5, 25.0)));
        cases.put("na.replace_bool", () -> n.na().replace("b", Map.of(true, false)));
        cases.put("na.fill_double_columns", () -> n.na().fill(7.5, new String[] {"f", "i"}));
        cases.put("na.fill_bool_columns", () -> n.na().fill(true, new String[] {"b"}));
        cases.put("na.fill_map_long", () -> n.na().fill(orderedMap("l", 9L, "i", 8L)));
        cases.put("na.fill_map_double", () -> n.na().fill(orderedMap("f", 0.5, "i", 1.5)));
        cases.put("na.fill_map_bool", () -> n.na().fill(orderedMap("b", false)));
        cases.put("na.replace_columns_string", () -> n.na().replace(new String[] {"s"}, orderedMap("x", "y")));
        cases.put("na.replace_columns_bool", () -> n.na().replace(new String[] {"b"}, orderedMap(false, true)));
    }

    private void groups() {
        cases.put("group.count", () -> p.groupBy("a").count());
        cases.put("group.sum", () -> p.groupBy("a").sum("v"));
        cases.put("group.several", () -> p.groupBy("a").agg(sum("v"), max("v").as("m"), count(lit(1)), avg("v")));
        cases.put("group.all", () -> p.agg(sum("v"), min("b"), countDistinct("a"), sum_distinct(col("v"))));
        cases.put("group.without_columns", () -> p.groupBy().count());
        cases.put("group.every_number", () -> p.groupBy("a").max());
        cases.put("group.by_expression", () -> p.groupBy(col("v").mod(2)).count());
        cases.put("group.by_named_expression", () -> p.groupBy(col("v").mod(2).as("m")).agg(collect_list("v").as("vs")).orderBy("m"));
        cases.put("group.nulls", () -> d.groupBy("i", "s").agg(count("f").as("c"), count(lit(1)).as("n")));
        cases.put("group.rollup", () -> p.rollup("a", "b").agg(sum("v").as("s"), grouping("a").as("g"), grouping_id().as("gi")));
        cases.put("group.cube", () -> p.cube("a", "b").sum("v"));
        cases.put("group.unknown", () -> p.groupBy("nope").count());
        cases.put("group.text_sum", () -> p.groupBy("a").sum("b"));
        cases.put("group.not_grouped", () -> p.groupBy("a").agg(col("v")));
        cases.put("group.product", () -> p.groupBy("a").agg(product(col("v")).as("p")));
        cases.put("group.first_last", () -> p.agg(first("b").as("f"), last("b", true).as("l"), first("b", true).as("g")));
        cases.put("group.conditional", () -> p.groupBy("a").agg(sum(when(col("b").equalTo("p"), col("v")).otherwise(0)).as("s")));
        cases.put("group.every_aggregate", () -> p.groupBy(col("a")).agg(sum("v")));
        cases.put("group.mean", () -> p.groupBy("a").mean("v"));
        cases.put("group.avg", () -> p.groupBy("a").avg());
        cases.put("group.min", () -> p.groupBy("a").min("v"));
        cases.put("group.rollup_columns", () -> p.rollup(col("a"), col("b")).agg(sum("v"), grouping(col("a")).as("g"), grouping_id("a", "b").as("i")));
        cases.put("group.cube_columns", () -> p.cube(col("a"), col("b")).agg(count(lit(1)).as("n"), grouping_id(col("a"), col("b")).as("i")));
        cases.put("pivot.column", () -> p.groupBy("a").pivot(upper(col("b")).as("u")).sum("v"));
        cases.put("pivot.column_values", () -> p.groupBy("a").pivot(upper(col("b")), List.of("P")).sum("v"));
        cases.put("pivot.not_a_number", () -> n.groupBy("s").pivot("f").sum("i"));
        cases.put("pivot.not_a_number_given", () -> n.groupBy("s").pivot("f", List.<Object>of(Double.NaN, 2.5)).agg(sum("i"), count("i").as("n")));
        cases.put("pivot.values", () -> p.groupBy("a").pivot("b", List.<Object>of("p", "q")).sum("v"));
        cases.put("pivot.found_values", () -> p.groupBy("a").pivot("b").sum("v"));
        cases.put("pivot.several", () -> p.groupBy("a").pivot("b", List.<Object>of("p", "q")).agg(sum("v"), count(lit(1)).as("n")));
        cases.put("pivot.named", () -> p.groupBy("a").pivot("b", List.<Object>of("q")).agg(max("v").as("m")));
        cases.put("pivot.numbers", () -> p.groupBy("b").pivot("v", List.<Object>of(1, 3)).count());
        cases.put("window.row_number", () -> p.withColumn("w", row_number().over(Window.partitionBy("a").orderBy(col("v").desc()))));
        cases.put("window.running_sum", () -> p.withColumn("w", sum("v").over(Window.partitionBy("a").orderBy("v").rowsBetween(Window.unboundedPreceding(), Window.currentRow()))));
        cases.put("window.whole", () -> p.withColumn("w", sum("v").over(Window.partitionBy("a"))));
        cases.put("window.range", () -> p.withColumn("w", sum("v").over(Window.orderBy("v").rangeBetween(-1, 1))));
        cases.put("window.lag_lead", () -> p.select(col("v"), lag("v", 1).over(Window.orderBy("v")).as("a"), lead("v", 1, 0).over(Window.orderBy("v")).as("b")));
        cases.put("window.ranks", () -> p.select(col("a"), col("v"), rank().over(Window.orderBy("a")).as("r"), dense_rank().over(Window.orderBy("a")).as("d"), percent_rank().over(Window.orderBy("a")).as("p"), cume_dist().over(Window.orderBy("a")).as("c"), ntile(2).over(Window.orderBy("v")).as("n")));
        cases.put("window.unnamed", () -> p.select(sum("v").over(Window.partitionBy("a").orderBy("v"))));
        cases.put("window.unnamed_rows", () -> p.select(sum("v").over(Window.orderBy("v").rowsBetween(-1, 1))));
        cases.put("window.unnamed_range", () -> p.select(sum("v").over(Window.orderBy("v").rangeBetween(-1, Window.currentRow()))));
        cases.put("window.unnamed_days", () -> p.select(count(lit(1)).over(Window.orderBy(expr("DATE'2024-01-01' + v")).rangeBetween(-1, 0))));
        cases.put("names.part_of_frame", () -> {
            var parts = p.select(struct(col("a").as("x"), col("v").as("y")).as("st"));
            return parts.select(parts.col("st.y"), parts.col("st.y").plus(1), parts.col("st.y").cast("string"), parts.col("st").getField("y").plus(1), col("st.y").plus(1));
        });
        cases.put("names.parsed_inside", () -> p.select(expr("v < 1.5").or(expr("v >> 1 = 0")), expr("DATE'2024-01-01' + v").cast("string")));
        cases.put("names.of_pivot", () -> p.groupBy("a").pivot("b", List.of("p")).agg(max(expr("DATE'2024-01-01' + v")), sum(col("v").plus(1))));
    }

    private void statistics() {
        cases.put("describe.all", () -> s.describe());
        cases.put("describe.some", () -> s.describe("f", "t"));
        cases.put("describe.unknown", () -> s.describe("nope"));
        cases.put("summary.all", () -> s.summary());
        cases.put("summary.percentiles_beside_distinct", () -> s.select("i", "f", "t", "c").summary("count_distinct", "min", "50%", "mean"));
        cases.put("summary.percentiles_beside_approximate", () -> s.select("i", "f", "t", "c").summary("approx_count_distinct", "min", "50%", "mean"));
        cases.put("summary.some", () -> s.summary("count", "min", "25%", "max"));
        cases.put("summary.unknown", () -> s.summary("nope"));
        cases.put("crosstab", () -> p.stat().crosstab("a", "b"));
    }

    private void order(SparkSession spark) {
        for (var entry : orders().entrySet()) cases.put("sort." + entry.getKey(), () -> l.select("k").sort(entry.getValue()));
        cases.put("sort.two", () -> l.orderBy(col("k").desc(), col("x")));
        cases.put("sort.names", () -> l.sort("k", "x"));
        cases.put("sort.unknown", () -> l.sort("nope"));
        cases.put("sort.aggregate_of_all", () -> l.select(sum("k").as("s")).orderBy(max("x")));
        cases.put("sort.aggregate_of_none", () -> l.orderBy(max("x")));
        cases.put("sort.frame_column_beside_aggregate", () -> {
            var sums = l.select(sum("k").as("s"));
            return sums.orderBy(max("x"), sums.col("s"));
        });
        cases.put("sort.window", () -> l.orderBy(rank().over(Window.orderBy("x"))));
        cases.put("sort.groups_by_hidden_aggregate", () -> l.groupBy("k").agg(count(lit(1)).as("n")).orderBy(max("x")));
        cases.put("sort.dropped_column", () -> l.select("x").orderBy("k"));
        cases.put("sort.by_expression", () -> l.select("x").orderBy(length(col("x")), col("x").desc()));
        cases.put("range.end", () -> spark.range(3).toDF());
        cases.put("range.start_end_step", () -> spark.range(1, 10, 4).toDF());
        cases.put("range.backwards", () -> spark.range(3, 0, -1).toDF());
        cases.put("range.step_zero", () -> spark.range(0, 3, 0).toDF());
        cases.put("table.unknown", () -> spark.table("nope"));
    }

    private static Map<String, Column> orders() {
        var orders = new LinkedHashMap<String, Column>();
        orders.put("plain", col("k"));
        orders.put("asc", col("k").asc());
        orders.put("desc", col("k").desc());
        orders.put("asc_nulls_last", col("k").asc_nulls_last());
        orders.put("desc_nulls_first", col("k").desc_nulls_first());
        return orders;
    }

    @SuppressWarnings("unchecked")
    private static <K, V> Map<K, V> orderedMap(Object... entries) {
        var map = new LinkedHashMap<K, V>();
        for (var i = 0; i < entries.length; i += 2) map.put((K) entries[i], (V) entries[i + 1]);
        return map;
    }
}
