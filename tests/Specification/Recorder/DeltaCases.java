import static org.apache.spark.sql.functions.*;

import io.delta.tables.DeltaMergeBuilder;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Cases that change a Delta table: after the change the table is read, or what the case says. */
final class DeltaCases {
    private final Map<String, Supplier<Dataset<Row>>> cases = new LinkedHashMap<>();
    private final SparkSession spark;
    private final Dataset<Row> base;
    private final Dataset<Row> source;

    DeltaCases(SparkSession spark) {
        this.spark = spark;
        base = spark.sql("SELECT * FROM VALUES (1, 'a', 10), (2, 'b', 20), (3, 'c', 30), (NULL, 'n', NULL) AS t(k, s, v)");
        source = spark.sql("SELECT * FROM VALUES (2, 'B', 200), (4, 'D', 400), (NULL, 'N', 0) AS t(k, s, v)");
        writes();
        writesToTables();
        schemas();
        changes();
        merges();
        reads();
    }

    Map<String, Supplier<Dataset<Row>>> all() {
        return cases;
    }

    /** A case on a fresh table with the base rows as version 0. */
    private void on(String name, Function<String, Dataset<Row>> call) {
        cases.put(name, () -> {
            var path = path();
            base.write().format("delta").save(path);
            return call.apply(path);
        });
    }

    private void after(String name, Consumer<String> change) {
        on(name, path -> {
            change.accept(path);
            return read(path);
        });
    }

    private Dataset<Row> read(String path) {
        return spark.read().format("delta").load(path);
    }

    private DataFrameWriter<Row> write(String query, String mode) {
        return spark.sql(query).write().format("delta").mode(mode);
    }

    private void writes() {
        on("write.create", this::read);
        after("write.append", path -> write("SELECT 9 AS k, 'z' AS s, 90 AS v", "append").save(path));
        after("write.append_other_order", path -> write("SELECT 90 AS v, 'z' AS s, 9 AS k", "append").save(path));
        after("write.append_other_case", path -> write("SELECT 9 AS K, 'z' AS S, 90 AS V", "append").save(path));
        after("write.append_fewer_columns", path -> write("SELECT 9 AS k", "append").save(path));
        after("write.append_narrower_type", path -> write("SELECT 9Y AS k, 'z' AS s, 90S AS v", "append").save(path));
        after("write.append_wider_type_that_fits", path -> write("SELECT 9L AS k", "append").save(path));
        after("write.append_wider_type_that_overflows", path -> write("SELECT 3000000000 AS k", "append").save(path));
        after("write.append_text_into_number", path -> write("SELECT '9' AS k", "append").save(path));
        after("write.append_number_into_text", path -> write("SELECT 9 AS s", "append").save(path));
        after("write.overwrite", path -> write("SELECT 9 AS k, 'z' AS s, 90 AS v", "overwrite").save(path));
        after("write.ignore", path -> write("SELECT 9 AS k, 'z' AS s, 90 AS v", "ignore").save(path));
        after("write.error", path -> write("SELECT 9 AS k, 'z' AS s, 90 AS v", "errorifexists").save(path));
        after("write.no_rows", path -> write("SELECT 9 AS k, 'z' AS s, 90 AS v WHERE false", "overwrite").save(path));
        after("write.replace_where", path -> write("SELECT 2 AS k, 'new' AS s, 21 AS v", "overwrite").option("replaceWhere", "k = 2").save(path));
        after("write.replace_where_outside", path -> write("SELECT 5 AS k, 'new' AS s, 21 AS v", "overwrite").option("replaceWhere", "k = 2").save(path));
        after("write.replace_where_with_other_schema", path -> write("SELECT 'new' AS s, 2 AS k", "overwrite").option("replaceWhere", "k = 2").option("overwriteSchema", true).save(path));
        after("write.partitioned_otherwise", path -> write("SELECT 9 AS k, 'z' AS s, 90 AS v", "append").partitionBy("k").save(path));
        after("write.mode_of_enumeration", path -> source.write().format("delta").mode(SaveMode.Append).save(path));
        after("write.options", path -> source.withColumn("w", lit(1)).write().format("delta").mode(SaveMode.Overwrite).options(Map.of("replaceWhere", "k >= 2 OR k IS NULL", "mergeSchema", "true")).save(path));
        after("write.path_as_option", path -> source.write().format("delta").mode("append").option("path", path).save());
        after("write.into_table_of_path", path -> source.write().format("delta").mode("append").saveAsTable(named(path)));
        after("write.insert_too_few", path -> spark.sql("SELECT 9 AS k").write().insertInto(named(path)));
        after("write.insert_too_many", path -> spark.sql("SELECT 9 AS k, 'z' AS s, 90 AS v, 1 AS w").write().insertInto(named(path)));
        for (var verb : new String[] {"INTO", "OVERWRITE"}) {
            cases.put("write.insert_" + verb.toLowerCase() + "_nothing_there", () -> spark.sql("INSERT " + verb + " " + named(path()) + " VALUES (1, 'a')"));
        }
        cases.put("write.partitioned_by_mark_of_null", () -> {
            var path = path();
            spark.sql("SELECT * FROM VALUES (1, '__HIVE_DEFAULT_PARTITION__'), (2, NULL), (3, ''), (4, 'a') AS t(id, p)").write().format("delta").partitionBy("p").save(path);
            return read(path);
        });
        after("write.insert_by_position", path -> spark.sql("SELECT 9 AS s, 'z' AS k, 90 AS other").write().insertInto(named(path)));
        cases.put("write.partitioned", () -> {
            var path = path();
            base.write().format("delta").partitionBy("k").save(path);
            return read(path);
        });
        cases.put("write.dynamic_partition_overwrite", () -> {
            var path = path();
            base.write().format("delta").partitionBy("k").save(path);
            write("SELECT 2 AS k, 'new' AS s, 21 AS v", "overwrite").option("partitionOverwriteMode", "dynamic").save(path);
            return read(path);
        });
        cases.put("write.append_to_nothing", () -> {
            var path = path();
            write("SELECT 1 AS a", "append").save(path);
            return read(path);
        });
    }

    /** The table of a path, as SQL names it. */
    private static String named(String path) {
        return "delta.`" + path + "`";
    }

    private void toNothing(String name, Consumer<String> write) {
        cases.put(name, () -> {
            var path = path();
            write.accept(path);
            return read(path);
        });
    }

    private void writesToTables() {
        toNothing("write_to.create", path -> Checked.unchecked(() -> base.writeTo(named(path)).using("delta").partitionedBy(col("k")).tableProperty("delta.appendOnly", "true").create()));
        after("write_to.create_there", path -> Checked.unchecked(() -> source.writeTo(named(path)).using("delta").create()));
        after("write_to.replace", path -> Checked.unchecked(() -> source.drop("v").writeTo(named(path)).using("delta").replace()));
        toNothing("write_to.replace_absent", path -> Checked.unchecked(() -> source.writeTo(named(path)).using("delta").replace()));
        toNothing("write_to.create_or_replace", path -> Checked.unchecked(() -> source.writeTo(named(path)).using("delta").createOrReplace()));
        after("write_to.create_or_replace_there", path -> Checked.unchecked(() -> source.writeTo(named(path)).using("delta").partitionedBy(col("s"), col("v")).createOrReplace()));
        after("write_to.append", path -> Checked.unchecked(() -> source.writeTo(named(path)).append()));
        after("write_to.append_other_order", path -> Checked.unchecked(() -> source.select("v", "s", "k").writeTo(named(path)).append()));
        after("write_to.append_fewer_columns", path -> Checked.unchecked(() -> source.select("k").writeTo(named(path)).append()));
        after("write_to.append_merged", path -> Checked.unchecked(() -> source.withColumn("w", lit(1)).writeTo(named(path)).option("mergeSchema", true).append()));
        after("write_to.append_options", path -> Checked.unchecked(() -> source.withColumn("w", lit(1)).writeTo(named(path)).options(Map.of("mergeSchema", "true")).option("userMetadata", "why").option("maxRecordsPerFile", 1L).option("ratio", 0.5).append()));
        toNothing("write_to.append_absent", path -> Checked.unchecked(() -> source.writeTo(named(path)).append()));
        after("write_to.overwrite", path -> Checked.unchecked(() -> spark.sql("SELECT 2 AS k, 'new' AS s, 21 AS v").writeTo(named(path)).overwrite(col("k").equalTo(2))));
        after("write_to.overwrite_all", path -> Checked.unchecked(() -> source.writeTo(named(path)).overwrite(lit(true))));
        after("write_to.overwrite_partitions", path -> Checked.unchecked(() -> source.writeTo(named(path)).overwritePartitions()));
        toNothing("write_to.partitioned_by_years", path -> Checked.unchecked(() -> base.writeTo(named(path)).using("delta").partitionedBy(years(col("k"))).create()));
        toNothing("write_to.partitioned_by_months", path -> Checked.unchecked(() -> base.writeTo(named(path)).using("delta").partitionedBy(months(col("k"))).create()));
        toNothing("write_to.partitioned_by_days", path -> Checked.unchecked(() -> base.writeTo(named(path)).using("delta").partitionedBy(days(col("k"))).create()));
        toNothing("write_to.partitioned_by_hours", path -> Checked.unchecked(() -> base.writeTo(named(path)).using("delta").partitionedBy(hours(col("k"))).create()));
        toNothing("write_to.partitioned_by_bucket", path -> Checked.unchecked(() -> base.writeTo(named(path)).using("delta").partitionedBy(bucket(4, col("k"))).create()));
        toNothing("write_to.partitioned_by_bucket_column", path -> Checked.unchecked(() -> base.writeTo(named(path)).using("delta").partitionedBy(bucket(lit(4), col("k"))).create()));
    }

    private void schemas() {
        after("schema.new_column", path -> write("SELECT 9 AS k, 'z' AS s, 90 AS v, 1.5 AS w", "append").save(path));
        after("schema.new_column_merged", path -> write("SELECT 9 AS k, 'z' AS s, 90 AS v, 1.5 AS w", "append").option("mergeSchema", true).save(path));
        after("schema.merged_other_type", path -> write("SELECT 'x' AS k, 'z' AS s, 90 AS v", "append").option("mergeSchema", true).save(path));
        after("schema.overwritten", path -> write("SELECT 'x' AS k, true AS b", "overwrite").option("overwriteSchema", true).save(path));
        after("schema.overwrite_without_option", path -> write("SELECT 'x' AS k, true AS b", "overwrite").save(path));
        after("schema.overwrite_merged", path -> write("SELECT 9 AS k, 1.5 AS w", "overwrite").option("mergeSchema", true).save(path));
        after("schema.same_name_twice", path -> write("SELECT 9 AS k, 8 AS K", "append").save(path));
        after("schema.void_column", path -> write("SELECT 9 AS k, NULL AS w", "append").option("mergeSchema", true).save(path));
        cases.put("schema.spaces_in_name", () -> {
            var path = path();
            write("SELECT 1 AS `a b`", "append").save(path);
            return read(path);
        });
        cases.put("schema.not_null_is_lost", () -> {
            var path = path();
            spark.range(1).write().format("delta").save(path);
            return read(path);
        });
        cases.put("schema.all_types", () -> {
            var path = path();
            write("SELECT true AS b, 1Y AS i1, 2S AS i2, 3 AS i4, 4L AS i8, 1.5F AS f4, 2.5D AS f8, 1.50 AS d, 'é' AS s, X'CAFE' AS x, DATE'2024-02-29' AS dt, TIMESTAMP'2024-02-29 13:14:15.123456' AS ts, array(1, NULL) AS a, map('k', 1) AS m, named_struct('x', 1, 'y', 'p') AS r", "append").save(path);
            return read(path);
        });
        cases.put("schema.nested_merged", () -> {
            var path = path();
            write("SELECT named_struct('a', 1) AS r", "append").save(path);
            write("SELECT named_struct('a', 2, 'b', 'x') AS r", "append").option("mergeSchema", true).save(path);
            return read(path);
        });
    }

    private void changes() {
        after("delete.where", path -> at(path).delete("k = 2"));
        after("delete.null_is_not_true", path -> at(path).delete("k <> 2"));
        after("delete.all", path -> at(path).delete());
        after("delete.nothing", path -> at(path).delete("k = 99"));
        after("delete.unknown_column", path -> at(path).delete("nope = 1"));
        after("delete.query", path -> at(path).delete("k = (SELECT 2)"));
        after("update.query", path -> at(path).updateExpr("EXISTS (SELECT 1)", Map.of("v", "0")));
        after("update.value_of_query", path -> at(path).updateExpr("k = 2", Map.of("v", "(SELECT 7)")));
        after("update.value_of_query_of_row", path -> at(path).updateExpr("k = 2", Map.of("v", "(SELECT k)")));
        after("update.value_of_exists", path -> at(path).updateExpr("k = 2", Map.of("v", "CASE WHEN EXISTS (SELECT 1) THEN 1 END")));
        after("update.bad_value_of_no_row_text", path -> at(path).updateExpr("k = 99", Map.of("v", "'abc'")));
        after("update.bad_value_of_no_row_number", path -> at(path).updateExpr("k = 99", Map.of("v", "'7'")));
        after("update.bad_value_of_no_row_of_row", path -> at(path).updateExpr("k = 99", Map.of("v", "concat(s, 'abc')")));
        after("delete.column", path -> at(path).alias("t").delete(col("t.k").gt(1)));
        after("update.where", path -> at(path).updateExpr("k >= 2", Map.of("v", "v + 1")));
        after("update.all", path -> at(path).updateExpr(Map.of("s", "upper(s)")));
        after("update.swap", path -> at(path).updateExpr(Map.of("k", "v", "v", "k")));
        after("update.columns", path -> at(path).update(col("k").isNull(), Map.of("v", lit(0), "s", concat(col("s"), lit("!")))));
        after("update.all_columns", path -> at(path).update(Map.of("s", upper(col("s")))));
        after("update.with_cast", path -> at(path).updateExpr(Map.of("s", "k", "v", "CAST(k AS BIGINT)")));
        after("update.unknown_column", path -> at(path).updateExpr(Map.of("nope", "1")));
        after("update.overflow", path -> at(path).updateExpr(Map.of("v", "3000000000")));
    }

    private void merges() {
        after("merge.upsert", path -> merge(path).whenMatched().updateAll().whenNotMatched().insertAll().execute());
        after("merge.update_only", path -> merge(path).whenMatched().updateExpr(Map.of("v", "t.v + s.v")).execute());
        after("merge.insert_only", path -> merge(path).whenNotMatched().insertAll().execute());
        after("merge.insert_some", path -> merge(path).whenNotMatched().insertExpr(Map.of("k", "s.k", "s", "lower(s.s)")).execute());
        after("merge.delete", path -> merge(path).whenMatched().delete().execute());
        after("merge.first_clause_wins", path -> merge(path).whenMatched("s.v > 100").delete().whenMatched().updateAll().execute());
        after("merge.conditional_insert", path -> merge(path).whenNotMatched("s.k IS NOT NULL").insertAll().execute());
        after("merge.by_source", path -> merge(path).whenNotMatchedBySource().delete().execute());
        after("merge.by_source_update", path -> merge(path).whenMatched().updateAll().whenNotMatchedBySource("t.k = 1").updateExpr(Map.of("s", "'gone'")).execute());
        after("merge.null_safe", path -> at(path).as("t").merge(source.as("s"), "t.k <=> s.k").whenMatched().updateAll().execute());
        after("merge.two_sources_for_one_row", path -> at(path).as("t").merge(source.union(source).as("s"), "t.k = s.k").whenMatched().updateAll().execute());
        after("merge.two_sources_delete", path -> at(path).as("t").merge(source.union(source).as("s"), "t.k = s.k").whenMatched().delete().execute());
        after("merge.two_sources_insert", path -> at(path).as("t").merge(source.union(source).as("s"), "t.k = s.k").whenNotMatched().insertAll().execute());
        after("merge.source_lacks_column", path -> at(path).as("t").merge(source.drop("v").as("s"), "t.k = s.k").whenMatched().updateAll().execute());
        after("merge.source_has_more", path -> at(path).as("t").merge(source.withColumn("w", lit(1)).as("s"), "t.k = s.k").whenMatched().updateAll().whenNotMatched().insertAll().execute());
        after("merge.schema_evolution", path -> at(path).as("t").merge(source.withColumn("w", lit(1)).as("s"), "t.k = s.k").withSchemaEvolution().whenMatched().updateAll().whenNotMatched().insertAll().execute());
        after("merge.without_clauses", path -> merge(path).execute());
        after("merge.ambiguous", path -> at(path).merge(source, "k = k").whenMatched().updateAll().execute());
        after("merge.query_in_condition", path -> spark.sql("MERGE INTO " + named(path) + " t USING (SELECT 2 AS k) s ON t.k = s.k AND t.k IN (SELECT 2) WHEN MATCHED THEN UPDATE SET v = 0"));
        after("merge.query_in_update", path -> spark.sql("MERGE INTO " + named(path) + " t USING (SELECT 2 AS k) s ON t.k = s.k WHEN MATCHED AND t.k = (SELECT 2) THEN UPDATE SET v = 0"));
        after("merge.query_in_insert", path -> spark.sql("MERGE INTO " + named(path) + " t USING (SELECT 2 AS k) s ON t.k = s.k WHEN NOT MATCHED AND EXISTS (SELECT 1) THEN INSERT (k) VALUES (s.k)"));
        after("merge.query_in_delete", path -> spark.sql("MERGE INTO " + named(path) + " t USING (SELECT 2 AS k) s ON t.k = s.k WHEN NOT MATCHED BY SOURCE AND t.k IN (SELECT 1) THEN DELETE"));
        after("merge.query_as_value", path -> spark.sql("MERGE INTO " + named(path) + " t USING (SELECT 2 AS k) s ON t.k = s.k WHEN MATCHED THEN UPDATE SET v = (SELECT 7)"));
        after("merge.query_of_row_as_value", path -> spark.sql("MERGE INTO " + named(path) + " t USING (SELECT 2 AS k) s ON t.k = s.k WHEN MATCHED THEN UPDATE SET v = (SELECT t.k + s.k)"));
        after("merge.exists_as_value", path -> spark.sql("MERGE INTO " + named(path) + " t USING (SELECT 9 AS k) s ON t.k = s.k WHEN NOT MATCHED THEN INSERT (k, v) VALUES (s.k, CASE WHEN EXISTS (SELECT 1) THEN 1 END)"));
        after("merge.bad_value_of_no_row", path -> spark.sql("MERGE INTO " + named(path) + " t USING (SELECT 9 AS k) s ON t.k = s.k WHEN MATCHED THEN UPDATE SET v = 'abc'"));
        after("merge.never_matches", path -> at(path).as("t").merge(source.as("s"), "false").whenNotMatched().insertAll().execute());
        after("merge.columns", path -> at(path).as("t").merge(source.as("s"), col("t.k").equalTo(col("s.k")))
            .whenMatched(col("s.v").gt(100)).update(Map.of("s", concat(col("t.s"), col("s.s")), "v", lit(0)))
            .whenNotMatched(col("s.k").isNotNull()).insert(Map.of("k", col("s.k").plus(1), "v", col("s.v")))
            .whenNotMatchedBySource(col("t.k").equalTo(1)).update(Map.of("s", lit("gone")))
            .whenNotMatchedBySource(col("t.k").equalTo(3)).delete().execute());
        after("merge.texts", path -> merge(path).whenMatched("s.v > 100").delete().whenNotMatched("s.k IS NULL").insertExpr(Map.of("v", "s.v")).whenNotMatchedBySource("t.k = 3").delete().execute());
        after("merge.all_by_source", path -> merge(path).whenNotMatchedBySource().updateExpr(Map.of("v", "t.v + 1")).execute());
    }

    private void reads() {
        on("read.version", path -> {
            write("SELECT 9 AS k, 'z' AS s, 90 AS v", "overwrite").save(path);
            return spark.read().format("delta").option("versionAsOf", 0).load(path);
        });
        on("read.version_too_high", path -> spark.read().format("delta").option("versionAsOf", 7).load(path));
        on("read.timestamp_before_first", path -> spark.read().format("delta").option("timestampAsOf", "2000-01-01").load(path));
        on("read.timestamp_after_last", path -> spark.read().format("delta").option("timestampAsOf", "2200-01-01").load(path));
        on("read.version_and_timestamp", path -> spark.read().format("delta").option("versionAsOf", 0).option("timestampAsOf", "2000-01-01").load(path));
        on("read.with_schema", path -> spark.read().format("delta").schema("k BIGINT").load(path));
        cases.put("read.absent", () -> read(path()));
        cases.put("read.folder_of_parquet", () -> {
            var path = path();
            base.write().parquet(path);
            return read(path);
        });
        cases.put("read.table_object_absent", () -> at(path()).toDF());
        on("read.table_object", path -> at(path).toDF());
        on("read.table_by_name", path -> DeltaTable.forName(spark, named(path)).toDF());
        cases.put("read.table_by_name_absent", () -> DeltaTable.forName(spark, named(path())).toDF());
        on("read.is_delta", path -> spark.createDataFrame(Stream.of(path, Path.of(path).getParent().toString()).map(at -> RowFactory.create(DeltaTable.isDeltaTable(spark, at))).toList(), new StructType().add("_1", DataTypes.BooleanType, false)));
        on("read.table_of_reader", path -> spark.read().table(named(path)));
        on("read.in_the_active_session", path -> {
            var rows = DeltaTable.forPath(path).toDF().union(DeltaTable.forName(named(path)).toDF());
            var known = DeltaTable.isDeltaTable(path);
            return rows.withColumn("known", lit(known));
        });
        on("history", path -> {
            at(path).delete("k = 1");
            merge(path).whenMatched().updateAll().execute();
            write("SELECT 9 AS k, 'z' AS s, 90 AS v", "append").save(path);
            return at(path).history().select("version", "operation", "readVersion", "isBlindAppend").orderBy("version");
        });
        on("history.limited", path -> {
            at(path).delete("k = 1");
            return at(path).history(1).select("version", "operation");
        });
        on("history.metrics_of_delete", path -> {
            at(path).delete("k = 1");
            return at(path).history(1).selectExpr("operationMetrics['numDeletedRows'] AS d");
        });
        on("history.metrics_of_merge", path -> {
            merge(path).whenMatched().updateAll().whenNotMatched().insertAll().execute();
            return at(path).history(1).selectExpr("operationMetrics['numTargetRowsInserted'] AS i", "operationMetrics['numTargetRowsUpdated'] AS u", "operationMetrics['numTargetRowsDeleted'] AS d", "operationMetrics['numSourceRows'] AS s");
        });
    }

    private DeltaMergeBuilder merge(String path) {
        return at(path).as("t").merge(source.as("s"), "t.k = s.k");
    }

    private DeltaTable at(String path) {
        return DeltaTable.forPath(spark, path);
    }

    private static String path() {
        try {
            return Files.createTempDirectory("golden").resolve("t").toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
