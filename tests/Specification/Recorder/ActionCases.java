import static org.apache.spark.sql.functions.*;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/** Cases that are calls whose answer is no data frame: it is told as rows of one text. The suite makes the same calls through its own API under the same names. */
final class ActionCases {
    private final Map<String, Supplier<Dataset<Row>>> cases = new LinkedHashMap<>();
    private final SparkSession spark;
    private final Dataset<Row> p;

    ActionCases(SparkSession spark) {
        this.spark = spark;
        p = spark.sql("SELECT * FROM VALUES ('x', 'p', 1, 1.5D), ('x', 'q', 2, 2.0D), ('y', 'p', 3, 0.25D), ('y', 'p', 4, 8.0D), ('z', NULL, 5, NULL) AS p(a, b, v, f)");
        rows();
        described();
        kept();
        views();
        texts();
        configured();
        statistics();
        local();
        printed();
        sessions();
    }

    Map<String, Supplier<Dataset<Row>>> all() {
        return cases;
    }

    /** The answers as rows of text; lists of answers are told one by one. */
    private Dataset<Row> told(Object... answers) {
        var texts = new ArrayList<String>();
        for (var answer : answers) {
            if (answer instanceof List<?> several) several.forEach(one -> texts.add(text(one)));
            else texts.add(text(answer));
        }
        return spark.createDataset(texts, Encoders.STRING()).toDF("value");
    }

    private static String text(Object answer) {
        if (answer == null) return "null";
        if (answer instanceof Double number) return String.format(Locale.ROOT, "%.6f", number);
        if (answer instanceof StorageLevel level) return level.useDisk() + " " + level.useMemory() + " " + level.useOffHeap() + " " + level.deserialized() + " " + level.replication();
        if (answer instanceof Row row) {
            var values = new ArrayList<String>();
            for (var i = 0; i < row.size(); i++) values.add(text(row.get(i)));
            return "[" + String.join(",", values) + "]";
        }
        return answer.toString();
    }

    private static List<Row> all(Iterator<Row> rows) {
        var all = new ArrayList<Row>();
        rows.forEachRemaining(all::add);
        return all;
    }

    private static List<Row> rows(Object rows) {
        return Arrays.asList((Row[]) rows);
    }

    private void rows() {
        cases.put("rows.collect", () -> told(p.orderBy("v").collectAsList()));
        cases.put("rows.take", () -> told(p.orderBy(col("v").desc()).takeAsList(2)));
        cases.put("rows.head", () -> told(rows(p.orderBy("v").head(2))));
        cases.put("rows.head_one", () -> told(p.orderBy(desc("v")).head()));
        cases.put("rows.first", () -> told(p.orderBy(desc_nulls_first("f")).first()));
        cases.put("rows.tail", () -> told(rows(p.orderBy("v").tail(2))));
        cases.put("rows.more_than_there_are", () -> told(p.orderBy("v").takeAsList(99), rows(p.orderBy("v").tail(99))));
        cases.put("rows.none", () -> told(p.takeAsList(0).size(), rows(p.tail(0)).size(), p.limit(0).collectAsList().size()));
        cases.put("rows.negative", () -> told(p.takeAsList(-1)));
        cases.put("rows.iterator", () -> told(all(p.orderBy("v").toLocalIterator()), all(p.orderBy("v").toLocalIterator())));
        cases.put("rows.count", () -> told(p.count(), p.filter("v > 9").count(), p.isEmpty(), p.filter("v > 9").isEmpty()));
        cases.put("rows.offset", () -> told(p.orderBy("v").offset(3).collectAsList(), p.orderBy("v").offset(1).limit(1).collectAsList()));
        cases.put("rows.order_names", () -> told(p.orderBy(asc("b"), asc_nulls_last("f")).collectAsList(), p.orderBy(asc_nulls_first("f"), desc_nulls_last("b")).collectAsList()));
        cases.put("rows.order_of_columns", () -> told(p.orderBy(col("b").asc_nulls_first(), col("v").desc_nulls_last()).collectAsList(), p.sort(col("a").desc(), col("v")).collectAsList()));
        cases.put("rows.sorted_within_partitions", () -> told(p.coalesce(1).sortWithinPartitions("b", "v").collectAsList(), p.coalesce(1).sortWithinPartitions(col("v").desc()).collectAsList()));
    }

    private void described() {
        cases.put("described.columns", () -> told(Arrays.asList(p.columns())));
        cases.put("described.types", () -> told(Arrays.stream(p.dtypes()).map(type -> type._1() + ": " + p.schema().apply(type._1()).dataType().simpleString()).toList()));
        cases.put("described.streaming", () -> told(p.isStreaming()));
        cases.put("described.local", () -> told(ints(1, 2).isLocal(), spark.range(3).isLocal(), ints(1, 2).filter("_1 > 1").isLocal()));
        cases.put("described.no_files", () -> told(p.inputFiles().length));
        cases.put("described.transformed", () -> told(p.<Object, Dataset<Row>>transform(rows -> rows.filter(p.col("v").gt(4))).collectAsList()));
    }

    private void kept() {
        cases.put("kept.not", () -> told(range(901).storageLevel()));
        cases.put("kept.cached", () -> told(kept(range(902), Dataset::cache)));
        cases.put("kept.persisted", () -> told(kept(range(903), Dataset::persist)));
        cases.put("kept.on_disk", () -> told(kept(range(904), rows -> rows.persist(StorageLevel.DISK_ONLY()))));
        cases.put("kept.other_frame_of_the_same_plan", () -> told(kept(range(905), rows -> range(905).persist(StorageLevel.MEMORY_ONLY()))));
        cases.put("kept.local_checkpoint", () -> told(p.filter("v > 3").localCheckpoint().orderBy("v").collectAsList(), p.filter("v > 4").localCheckpoint(false).collectAsList()));
        cases.put("kept.checkpoint", () -> told(p.filter("v > 3").checkpoint().orderBy("v").collectAsList(), p.filter("v > 4").checkpoint(false).collectAsList()));
    }

    private Dataset<Row> range(long end) {
        return spark.range(end).toDF();
    }

    private static List<Object> kept(Dataset<Row> rows, UnaryOperator<Dataset<Row>> keep) {
        var kept = keep.apply(rows);
        var during = rows.storageLevel();
        var count = kept.count();
        kept.unpersist(true);
        return List.of(during, count, rows.storageLevel());
    }

    private void views() {
        var catalog = spark.catalog();
        cases.put("views.made", () -> {
            Checked.unchecked(() -> p.createTempView("made"));
            return told(catalog.tableExists("made"), spark.table("made").count(), catalog.dropTempView("made"), catalog.dropTempView("made"), catalog.tableExists("made"));
        });
        cases.put("views.made_twice", () -> {
            Checked.unchecked(() -> p.createTempView("twice"));
            Checked.unchecked(() -> p.createTempView("twice"));
            return told();
        });
        cases.put("views.replaced", () -> {
            p.createOrReplaceTempView("replaced");
            p.limit(2).createOrReplaceTempView("REPLACED");
            return told(spark.table("replaced").count(), spark.sql("SELECT * FROM Replaced").count());
        });
        cases.put("views.global", () -> {
            Checked.unchecked(() -> p.createGlobalTempView("shared"));
            p.limit(1).createOrReplaceGlobalTempView("shared");
            var other = spark.newSession();
            return told(other.table("global_temp.shared").count(), catalog.tableExists("global_temp", "shared"), catalog.dropGlobalTempView("shared"), catalog.dropGlobalTempView("shared"));
        });
        cases.put("views.global_made_twice", () -> {
            Checked.unchecked(() -> p.createGlobalTempView("shared_twice"));
            Checked.unchecked(() -> p.createGlobalTempView("shared_twice"));
            return told();
        });
        cases.put("views.global_without_its_database", () -> {
            p.createOrReplaceGlobalTempView("elsewhere");
            return spark.table("elsewhere");
        });
        cases.put("views.not_in_another_session", () -> {
            p.createOrReplaceTempView("own");
            return told(spark.newSession().catalog().tableExists("own"), catalog.tableExists("own"));
        });
        cases.put("views.of_itself", () -> {
            p.createOrReplaceTempView("itself");
            spark.table("itself").filter("v > 2").createOrReplaceTempView("itself");
            return told(spark.sql("SELECT v FROM itself ORDER BY v").collectAsList());
        });
        cases.put("views.over_one_that_is_replaced", () -> {
            p.createOrReplaceTempView("under");
            spark.sql("SELECT u.v FROM under u WHERE u.v > 2").createOrReplaceTempView("over");
            spark.range(1).createOrReplaceTempView("under");
            return told(spark.sql("SELECT v FROM over ORDER BY v").collectAsList());
        });
        cases.put("views.global_over_own", () -> {
            p.limit(1).createOrReplaceTempView("mine");
            spark.table("mine").createOrReplaceGlobalTempView("over_mine");
            var other = spark.newSession();
            other.range(99).createOrReplaceTempView("mine");
            return told(other.table("global_temp.over_mine").count());
        });
        cases.put("views.bad_name", () -> {
            Checked.unchecked(() -> p.createTempView("a.b"));
            return told();
        });
        cases.put("views.quoted_name", () -> {
            p.createOrReplaceTempView("`a.b c`");
            return spark.sql("SELECT v FROM `a.b c` ORDER BY v LIMIT 2");
        });
        cases.put("views.cached", () -> {
            spark.range(906).createOrReplaceTempView("cached");
            var before = catalog.isCached("cached");
            catalog.cacheTable("cached");
            var during = catalog.isCached("cached");
            catalog.uncacheTable("cached");
            var after = catalog.isCached("cached");
            catalog.cacheTable("cached");
            catalog.refreshTable("cached");
            var refreshed = catalog.isCached("cached");
            catalog.clearCache();
            return told(before, during, after, refreshed, catalog.isCached("cached"));
        });
        cases.put("views.cached_unknown", () -> {
            catalog.cacheTable("nope");
            return told();
        });
    }

    private void texts() {
        script("over_a_text",
            "CREATE TEMP VIEW u AS SELECT 1 AS v",
            "CREATE TEMP VIEW w AS SELECT v AS m FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 2 AS v",
            "SELECT * FROM w");
        script("in_a_subquery",
            "CREATE TEMP VIEW u AS SELECT 1 AS v",
            "CREATE TEMP VIEW w AS SELECT (SELECT max(v) FROM u) AS m, 1 IN (SELECT v FROM u) AS i",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 2 AS v",
            "SELECT * FROM w");
        script("beside_a_cte",
            "CREATE TEMP VIEW u AS SELECT 1 AS v",
            "CREATE TEMP VIEW w AS SELECT v AS m FROM u",
            "WITH u AS (SELECT 99 AS v) SELECT * FROM w, u");
        script("with_more_columns",
            "CREATE TEMP VIEW u AS SELECT 1 AS v, 'k' AS k",
            "CREATE TEMP VIEW w AS SELECT * FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT true AS b, 'l' AS K, 2 AS v",
            "SELECT * FROM w");
        script("with_a_column_less",
            "CREATE TEMP VIEW u AS SELECT 1 AS v, 'k' AS k",
            "CREATE TEMP VIEW w AS SELECT * FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 'l' AS k",
            "SELECT * FROM w");
        script("with_a_name_less",
            "CREATE TEMP VIEW u AS SELECT 1 AS v, 'k' AS k",
            "CREATE TEMP VIEW w AS SELECT v FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 'l' AS k",
            "SELECT * FROM w");
        script("without_its_view",
            "CREATE TEMP VIEW u AS SELECT 1 AS v",
            "CREATE TEMP VIEW w AS SELECT v FROM u",
            "DROP VIEW u",
            "SELECT * FROM w");
        script("narrower",
            "CREATE TEMP VIEW u AS SELECT 1 AS v, 1D AS f, 1L AS l, 'x' AS s, DATE'2024-01-01' AS d, TIMESTAMP'2024-01-01 00:00:00' AS t, CAST(1.5 AS DECIMAL(12,2)) AS c, map('k', 1) AS m, named_struct('p', 1) AS st",
            "CREATE TEMP VIEW w AS SELECT * FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 2Y AS v, 2 AS f, CAST(7 AS DECIMAL(5,0)) AS l, 5.25 AS s, NULL AS d, DATE'2024-01-02' AS t, 3 AS c, map('k', 1Y) AS m, named_struct('q', 1S) AS st",
            "SELECT * FROM w");
        script("wider",
            "CREATE TEMP VIEW u AS SELECT 1 AS v",
            "CREATE TEMP VIEW w AS SELECT v FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 2L AS v",
            "SELECT * FROM w");
        script("wider_decimal",
            "CREATE TEMP VIEW u AS SELECT 1.5 AS v",
            "CREATE TEMP VIEW w AS SELECT v FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 12.5 AS v",
            "SELECT * FROM w");
        script("with_nulls_inside",
            "CREATE TEMP VIEW u AS SELECT array(1) AS v",
            "CREATE TEMP VIEW w AS SELECT v FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT array(1, NULL) AS v",
            "SELECT * FROM w");
        script("with_nulls",
            "CREATE TEMP VIEW u AS SELECT 1 AS v",
            "CREATE TEMP VIEW w AS SELECT v FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT CAST(NULL AS INT) AS v",
            "SELECT * FROM w");
        script("renamed",
            "CREATE TEMP VIEW u AS SELECT 1 AS v",
            "CREATE TEMP VIEW w (one, two) AS SELECT v, v + 1 FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 6 AS v",
            "SELECT two, one FROM w");
        script("renamed_twins",
            "CREATE TEMP VIEW w (one, two) AS SELECT 1 AS a, 2 AS a",
            "SELECT * FROM w");
        script("too_few_columns",
            "CREATE TEMP VIEW w (one, two) AS SELECT 1 AS v");
        script("too_many_columns",
            "CREATE TEMP VIEW w (one) AS SELECT 1 AS v, 2 AS w");
        script("twins",
            "CREATE TEMP VIEW w AS SELECT 1 AS a, 2 AS A");
        script("renamed_to_twins",
            "CREATE TEMP VIEW w (a, A) AS SELECT 1 AS a, 2 AS b");
        script("of_itself",
            "CREATE TEMP VIEW w AS SELECT 1 AS v",
            "CREATE OR REPLACE TEMP VIEW w AS SELECT v + 1 AS v FROM w");
        script("in_a_circle",
            "CREATE TEMP VIEW u AS SELECT 1 AS v",
            "CREATE TEMP VIEW w AS SELECT v FROM u",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT * FROM (SELECT v + 1 AS v FROM w)");
        script("after_a_refusal",
            "CREATE TEMP VIEW w AS SELECT 1 AS v",
            "!CREATE OR REPLACE TEMP VIEW w AS SELECT * FROM nowhere",
            "!CREATE OR REPLACE TEMP VIEW w AS SELECT v + 1 AS v FROM w",
            "!CREATE TEMP VIEW w AS SELECT 3 AS v",
            "SELECT * FROM w");
        script("beside_an_outer_name",
            "CREATE TEMP VIEW o AS SELECT 1 AS a",
            "CREATE TEMP VIEW u AS SELECT 9 AS b, 1 AS a",
            "CREATE TEMP VIEW w AS SELECT b FROM u WHERE a = 1",
            "CREATE OR REPLACE TEMP VIEW u AS SELECT 9 AS b",
            "SELECT * FROM o WHERE EXISTS (SELECT * FROM w)");
        script("correlated",
            "CREATE TEMP VIEW o AS SELECT 1 AS a",
            "CREATE TEMP VIEW w AS SELECT * FROM (SELECT 1 AS b) WHERE b = a");
        script("in_its_time_zone",
            "SET spark.sql.session.timeZone=UTC",
            "CREATE TEMP VIEW u AS SELECT TIMESTAMP'2024-03-10 07:30:00Z' AS t",
            "CREATE TEMP VIEW w AS SELECT hour(t) AS h, CAST(t AS DATE) AS d, CAST(t AS STRING) AS s, t FROM u",
            "SET spark.sql.session.timeZone=America/New_York",
            "SELECT w.*, hour(t), TIMESTAMP'2024-01-01 00:00:00' > TIMESTAMP'2024-01-01 04:00:00Z' FROM w WHERE h = 7");
        script("over_its_time_zone",
            "SET spark.sql.session.timeZone=America/New_York",
            "CREATE TEMP VIEW u AS SELECT CAST('2024-03-10 07:30:00' AS TIMESTAMP) AS t",
            "SET spark.sql.session.timeZone=Asia/Kolkata",
            "CREATE TEMP VIEW w AS SELECT hour(t) AS h, t FROM u",
            "SET spark.sql.session.timeZone=UTC",
            "SELECT w.*, hour(t) AS u FROM w");
        cases.put("texts.by_the_reader's_views", () -> {
            spark.sql("CREATE OR REPLACE TEMP VIEW my_rows AS SELECT 1 AS v");
            spark.sql("CREATE OR REPLACE GLOBAL TEMP VIEW over_my_rows AS SELECT v FROM my_rows");
            var other = spark.newSession();
            other.sql("CREATE TEMP VIEW my_rows AS SELECT 99 AS v");
            return told(spark.table("global_temp.over_my_rows").collectAsList(), other.table("global_temp.over_my_rows").collectAsList());
        });
        cases.put("texts.named_as_a_data_frame", () -> {
            spark.sql("CREATE OR REPLACE TEMP VIEW low AS SELECT 1 AS v");
            spark.sql("CREATE OR REPLACE TEMP VIEW middle AS SELECT (SELECT max(v) FROM low) AS v");
            spark.sql("SELECT v, (SELECT max(v) FROM low) AS l FROM middle").createOrReplaceTempView("high");
            spark.sql("CREATE OR REPLACE TEMP VIEW low AS SELECT 2 AS v");
            return told(spark.table("middle").collectAsList(), spark.table("high").collectAsList());
        });
        cases.put("texts.data_frame_in_its_time_zone", () -> {
            var other = spark.newSession();
            other.conf().set("spark.sql.session.timeZone", "Asia/Kolkata");
            other.sql("SELECT TIMESTAMP'2024-03-10 07:30:00Z' AS t").select(hour(col("t")).as("h"), col("t").cast("string").as("s")).createOrReplaceTempView("zoned");
            other.conf().set("spark.sql.session.timeZone", "UTC");
            return told(other.table("zoned").collectAsList());
        });
    }

    /** Statements in a session of their own; what begins with ! must fail. The last one's rows are the answer. */
    private void script(String name, String... statements) {
        cases.put("texts." + name, () -> {
            var session = spark.newSession();
            for (var i = 0; i < statements.length - 1; i++) {
                if (!statements[i].startsWith("!")) session.sql(statements[i]);
                else if (!fails(session, statements[i].substring(1))) throw new IllegalStateException(statements[i]);
            }
            return session.sql(statements[statements.length - 1]);
        });
    }

    private static boolean fails(SparkSession session, String statement) {
        try {
            session.sql(statement);
            return false;
        } catch (Exception expected) {
            return true;
        }
    }

    private void configured() {
        var conf = spark.conf();
        cases.put("configured.set", () -> {
            conf.set("spark.databricks.delta.schema.autoMerge.enabled", true);
            conf.set("my.number", 7L);
            conf.set("my.text", "word");
            var set = List.of(conf.get("spark.databricks.delta.schema.autoMerge.enabled"), conf.get("my.number"), conf.get("my.text", "other"));
            conf.unset("spark.databricks.delta.schema.autoMerge.enabled");
            conf.unset("my.number");
            conf.unset("my.text");
            return told(set, conf.get("spark.databricks.delta.schema.autoMerge.enabled"), conf.get("my.number", "gone"));
        });
        cases.put("configured.unknown", () -> told(conf.get("my.unknown")));
        cases.put("configured.bad_value", () -> {
            conf.set("spark.sql.ansi.enabled", "perhaps");
            return told();
        });
        cases.put("configured.modifiable", () -> told(conf.isModifiable("spark.sql.ansi.enabled"), conf.isModifiable("spark.sql.warehouse.dir"), conf.isModifiable("my.unknown")));
        cases.put("configured.static", () -> {
            conf.set("spark.sql.warehouse.dir", "/tmp");
            return told();
        });
        cases.put("configured.in_another_session", () -> {
            conf.set("my.own", "1");
            return told(spark.newSession().conf().get("my.own", "none"));
        });
    }

    private void statistics() {
        cases.put("statistics.of_two", () -> told(p.stat().cov("v", "f"), p.stat().corr("v", "f"), p.stat().corr("v", "f", "pearson")));
        cases.put("statistics.of_text", () -> told(p.stat().cov("v", "a")));
        cases.put("statistics.other_method", () -> told(p.stat().corr("v", "f", "spearman")));
        cases.put("statistics.quantiles", () -> told(quantiles("v", 0.0, 0.25, 0.5, 1.0)));
        cases.put("statistics.quantile_out_of_range", () -> told(quantiles("v", 1.5)));
        cases.put("statistics.quantile_of_text", () -> told(quantiles("a", 0.5)));
        cases.put("statistics.sample_of_all", () -> told(p.sample(1.0).count(), p.sample(false, 0.0, 7).count()));
        cases.put("statistics.sample_by", () -> told(p.stat().sampleBy("a", Map.of("x", 1.0), 7L).orderBy("v").collectAsList(), p.stat().sampleBy(col("a"), Map.of("z", 1.0, "x", 0.0), 7L).orderBy("v").collectAsList()));
        cases.put("statistics.split", () -> {
            var parts = p.randomSplitAsList(new double[] {1, 2}, 7);
            return told(parts.size(), parts.get(0).union(parts.get(1)).orderBy("v").collectAsList());
        });
    }

    private List<Double> quantiles(String column, double... probabilities) {
        return Arrays.stream(p.stat().approxQuantile(column, probabilities, 0.0)).boxed().toList();
    }

    private void local() {
        cases.put("local.ints", () -> ints(3, 1, 2));
        cases.put("local.ints_and_nulls", () -> values(DataTypes.IntegerType, true, 3, null));
        cases.put("local.texts", () -> values(DataTypes.StringType, true, "x", null, ""));
        cases.put("local.doubles", () -> values(DataTypes.DoubleType, false, 1.5, Double.NaN, -0.0));
        cases.put("local.doubles_and_nulls", () -> values(DataTypes.DoubleType, true, 1.5, null));
        cases.put("local.booleans", () -> values(DataTypes.BooleanType, false, true, false));
        cases.put("local.booleans_and_nulls", () -> values(DataTypes.BooleanType, true, true, null));
        cases.put("local.days", () -> values(DataTypes.DateType, true, LocalDate.of(2024, 2, 29), LocalDate.of(1582, 10, 15)));
        cases.put("local.instants", () -> values(DataTypes.TimestampType, true, Instant.parse("2024-02-29T13:14:15Z")));
        cases.put("local.rows", () -> spark.createDataFrame(
            List.of(RowFactory.create(1, "a", List.of(1.5, 2.5)), RowFactory.create(2, null, null)),
            new StructType(new StructField[] {
                DataTypes.createStructField("i", DataTypes.IntegerType, false), DataTypes.createStructField("s", DataTypes.StringType, true),
                DataTypes.createStructField("d", DataTypes.createArrayType(DataTypes.DoubleType, false), true)})));
        cases.put("local.no_rows", () -> spark.createDataFrame(List.<Row>of(), new StructType().add("i", DataTypes.IntegerType, false)));
        cases.put("local.range_in_parts", () -> spark.range(0, 7, 3, 2).toDF());
    }

    private Dataset<Row> ints(Object... values) {
        return values(DataTypes.IntegerType, false, values);
    }

    private Dataset<Row> values(DataType type, boolean nullable, Object... values) {
        return spark.createDataFrame(Arrays.stream(values).map(value -> RowFactory.create(new Object[] {value})).toList(), new StructType().add("_1", type, nullable));
    }

    private void printed() {
        var wide = spark.sql("SELECT 'a text that is longer than twenty characters' AS text, array(1, NULL) AS a, 1.50 AS d, X'CAFE' AS x, TIMESTAMP'2024-02-29 13:14:15.5' AS ts UNION ALL SELECT 'é€😀', NULL, NULL, NULL, NULL");
        var nested = spark.sql("SELECT 1 AS i, named_struct('x', array(named_struct('y', 1.5)), 'm', map('k', DATE'2024-02-29')) AS r");
        cases.put("printed.rows", () -> told(text(() -> p.orderBy("v").show())));
        cases.put("printed.some_rows", () -> told(text(() -> p.orderBy("v").show(2))));
        cases.put("printed.wide", () -> told(text(() -> wide.show())));
        cases.put("printed.whole", () -> told(text(() -> wide.show(20, 0))));
        cases.put("printed.cut", () -> told(text(() -> wide.show(1, 3))));
        cases.put("printed.vertical", () -> told(text(() -> wide.show(20, 20, true))));
        cases.put("printed.no_rows", () -> told(text(() -> p.limit(0).show())));
        cases.put("printed.schema", () -> told(text(() -> nested.printSchema())));
        cases.put("printed.schema_to_a_depth", () -> told(text(() -> nested.printSchema(2))));
    }

    private static String text(Runnable print) {
        var bytes = new ByteArrayOutputStream();
        scala.Console.withOut(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> {
            print.run();
            return null;
        });
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void sessions() {
        cases.put("sessions.version", () -> told(spark.version(), spark.sparkContext().version()));
        cases.put("sessions.context", () -> {
            spark.sparkContext().setLogLevel("ERROR");
            return told(spark.sparkContext().appName().equals(spark.conf().get("spark.app.name")), spark.sparkContext().master().equals(spark.conf().get("spark.master")));
        });
        cases.put("sessions.active", () -> {
            SparkSession.setActiveSession(spark);
            var active = List.of(SparkSession.active() == spark, SparkSession.getActiveSession().get() == spark);
            SparkSession.clearActiveSession();
            var cleared = SparkSession.getActiveSession().isEmpty();
            SparkSession.setActiveSession(spark);
            return told(active, cleared);
        });
    }
}
