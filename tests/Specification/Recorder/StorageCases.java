import static org.apache.spark.sql.functions.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Cases that write files and read them again: save modes, partitions, schemas that differ between files, which files count. */
final class StorageCases {
    private final Map<String, Supplier<Dataset<Row>>> cases = new LinkedHashMap<>();
    private final SparkSession spark;
    private final Dataset<Row> all;
    private final Dataset<Row> p;

    StorageCases(SparkSession spark) {
        this.spark = spark;
        all = spark.sql("SELECT * FROM VALUES (true, 1Y, 2S, 3, 4L, 1.5F, 2.5D, 1.50, 'é', X'CAFE', DATE'2024-02-29', TIMESTAMP'2024-02-29 13:14:15.123456', TIMESTAMP_NTZ'2024-02-29 13:14:15', array(1, NULL), map('k', 1), named_struct('x', 1, 'y', NULL)), (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL) AS t(b, i1, i2, i4, i8, f4, f8, d, s, x, dt, ts, n, a, m, r)")
            .withColumn("r", expr("CAST(r AS STRUCT<x: INT, y: STRING>)"));
        p = spark.sql("SELECT * FROM VALUES (1, 'a', 10, DATE'2024-01-01'), (2, 'b c', 20, DATE'2024-01-02'), (3, NULL, 30, NULL), (4, 'x/y=z', 10, DATE'2024-01-01'), (5, '', NULL, NULL) AS p(id, s, n, d)");
        roundTrips();
        modes();
        partitions();
        partitionTypes();
        schemas();
        files();
        interfaces();
    }

    Map<String, Supplier<Dataset<Row>>> all() {
        return cases;
    }

    private void add(String name, Function<Path, Dataset<Row>> call) {
        cases.put(name, () -> call.apply(folder()));
    }

    private void roundTrips() {
        add("round_trip.parquet", folder -> {
            all.write().parquet(at(folder, "t"));
            return spark.read().parquet(at(folder, "t"));
        });
        add("round_trip.parquet_not_null", folder -> {
            spark.range(2).write().parquet(at(folder, "t"));
            return spark.read().parquet(at(folder, "t"));
        });
        add("round_trip.json", folder -> {
            all.drop("x").write().json(at(folder, "t"));
            return spark.read().json(at(folder, "t"));
        });
        add("round_trip.json_with_schema", folder -> {
            all.write().json(at(folder, "t"));
            return spark.read().schema(all.schema()).json(at(folder, "t"));
        });
        add("round_trip.csv_with_schema", folder -> {
            var flat = all.drop("a", "m", "r", "x");
            flat.write().option("header", true).csv(at(folder, "t"));
            return spark.read().option("header", true).schema(flat.schema()).csv(at(folder, "t"));
        });
        add("round_trip.compressed", folder -> {
            p.write().option("compression", "gzip").csv(at(folder, "t"));
            return spark.read().csv(at(folder, "t"));
        });
        add("round_trip.no_rows", folder -> {
            p.filter("false").write().parquet(at(folder, "t"));
            return spark.read().parquet(at(folder, "t"));
        });
        add("round_trip.awkward_names", folder -> {
            spark.sql("SELECT 1 AS `a b`, 2 AS `c.d`, 3 AS `é,;{}()=`").write().parquet(at(folder, "t"));
            return spark.read().parquet(at(folder, "t"));
        });
        add("round_trip.same_name_twice", folder -> {
            spark.sql("SELECT 1 AS a, 2 AS A").write().parquet(at(folder, "t"));
            return spark.read().parquet(at(folder, "t"));
        });
    }

    private void modes() {
        for (var mode : new String[] {"append", "overwrite", "ignore", "error", "errorifexists", "default", "sideways"})
            add("mode." + mode, folder -> {
                spark.range(2).write().parquet(at(folder, "t"));
                spark.range(5, 7).write().mode(mode).parquet(at(folder, "t"));
                return spark.read().parquet(at(folder, "t"));
            });
        add("mode.none", folder -> {
            spark.range(2).write().parquet(at(folder, "t"));
            spark.range(5, 7).write().parquet(at(folder, "t"));
            return spark.read().parquet(at(folder, "t"));
        });
    }

    private void partitions() {
        for (var format : new String[] {"parquet", "csv", "json"})
            add("partitions." + format, folder -> {
                p.write().format(format).option("header", true).partitionBy("n", "d").save(at(folder, "t"));
                return spark.read().format(format).option("header", true).load(at(folder, "t"));
            });
        add("partitions.text_values", folder -> partitioned(folder, "s", spark.read()));
        add("partitions.of_one_value", folder -> {
            partitioned(folder, "n", spark.read());
            return spark.read().parquet(at(folder, "t/n=10"));
        });
        add("partitions.of_one_value_with_base", folder -> {
            partitioned(folder, "n", spark.read());
            return spark.read().option("basePath", at(folder, "t")).parquet(at(folder, "t/n=10"));
        });
        add("partitions.filtered", folder -> partitioned(folder, "n", spark.read()).filter("n > 10"));
        add("partitions.schema_given", folder -> partitioned(folder, "n", spark.read().schema("n STRING, id BIGINT")));
        add("partitions.by_every_column", folder -> {
            p.select("n").write().partitionBy("n").parquet(at(folder, "t"));
            return spark.read().parquet(at(folder, "t"));
        });
        add("partitions.by_unknown", folder -> {
            p.write().partitionBy("nope").parquet(at(folder, "t"));
            return spark.read().parquet(at(folder, "t"));
        });
    }

    private void partitionTypes() {
        var types = new LinkedHashMap<String, String>();
        types.put("timestamps", "(1, '2024-01-01 10:00:00'), (2, '2024-01-01 11:00:00.5'), (3, NULL)");
        types.put("dates_and_timestamps", "(1, '2024-01-01'), (2, '2024-01-02 10:00:00')");
        types.put("fractions_and_long", "(1, '1.5'), (2, '3000000000')");
        types.put("fractions_and_int", "(1, '1.5'), (2, '3')");
        types.put("beyond_long", "(1, '123456789012345678901'), (2, '-3')");
        types.put("beyond_decimal", "(1, '12345678901234567890123456789012345678901'), (2, '3')");
        types.put("beyond_long_and_fractions", "(1, '123456789012345678901'), (2, '3.5')");
        types.put("dates_and_int", "(1, '2024-01-01'), (2, '5')");
        types.put("mark_of_null", "(1, '__HIVE_DEFAULT_PARTITION__'), (2, 'a')");
        types.put("leading_zeros", "(1, '007'), (2, '2147483647')");
        types.forEach((name, rows) -> add("partitions.types." + name, folder -> {
            spark.sql("SELECT * FROM VALUES " + rows + " AS t(id, p)").write().partitionBy("p").parquet(at(folder, "t"));
            return spark.read().parquet(at(folder, "t"));
        }));
        add("partitions.types.written_timestamps", folder -> {
            spark.sql("SELECT * FROM VALUES (1, TIMESTAMP'2024-01-01 10:00:00.5'), (2, TIMESTAMP'1969-12-31 23:59:59.999999'), (3, NULL) AS t(id, p)").write().partitionBy("p").json(at(folder, "t"));
            return spark.read().json(at(folder, "t")).filter("p < TIMESTAMP'2024-01-01 10:00:01' OR p IS NULL");
        });
    }

    private Dataset<Row> partitioned(Path folder, String column, DataFrameReader reader) {
        p.select("id", column).write().partitionBy(column).parquet(at(folder, "t"));
        return reader.parquet(at(folder, "t"));
    }

    private void schemas() {
        add("schemas.merged", folder -> different(folder, spark.read().option("mergeSchema", true)));
        add("schemas.given", folder -> different(folder, spark.read().schema("b STRING, a BIGINT, z INT")));
        add("schemas.given_other_case", folder -> {
            spark.sql("SELECT 1 AS Abc").write().parquet(at(folder, "t"));
            return spark.read().schema("aBC INT").parquet(at(folder, "t"));
        });
        add("schemas.given_wider", folder -> {
            spark.sql("SELECT 1 AS a").write().parquet(at(folder, "t"));
            return spark.read().schema("a BIGINT").parquet(at(folder, "t"));
        });
        add("schemas.given_other_kind", folder -> {
            spark.sql("SELECT 'x' AS a").write().parquet(at(folder, "t"));
            return spark.read().schema("a INT").parquet(at(folder, "t"));
        });
    }

    private Dataset<Row> different(Path folder, DataFrameReader reader) {
        spark.sql("SELECT 1L AS a").write().parquet(at(folder, "t"));
        spark.sql("SELECT 2L AS a, 'x' AS b").write().mode("append").parquet(at(folder, "t"));
        return reader.parquet(at(folder, "t"));
    }

    private void interfaces() {
        add("readers.load_paths", folder -> {
            text(folder, "t/1.csv", "1\n");
            text(folder, "t/2.csv", "2\n");
            return spark.read().format("csv").load(at(folder, "t/1.csv"), at(folder, "t/2.csv"));
        });
        add("readers.path_as_option", folder -> {
            text(folder, "t/1.csv", "1\n");
            return spark.read().format("csv").option("path", at(folder, "t")).load();
        });
        add("readers.options", folder -> {
            text(folder, "t/1.csv", "a;b\n1;x\n");
            return spark.read().options(Map.of("sep", ";", "header", "true")).option("maxColumns", 5L).option("samplingRatio", 1.0).csv(at(folder, "t"));
        });
        add("readers.schema_of_types", folder -> {
            text(folder, "t/1.csv", "1,x\n");
            return spark.read().schema(new StructType().add("n", DataTypes.LongType).add("s", DataTypes.StringType)).csv(at(folder, "t"));
        });
        add("readers.text", folder -> {
            text(folder, "t/1.txt", "a b\n\nc");
            return spark.read().text(at(folder, "t"));
        });
        add("readers.input_files", folder -> {
            text(folder, "t/1.csv", "1\n");
            text(folder, "t/2.csv", "2\n");
            return spark.createDataset(Arrays.stream(spark.read().csv(at(folder, "t")).inputFiles()).map(file -> file.substring(file.lastIndexOf('/') + 1)).sorted().toList(), Encoders.STRING()).toDF("value");
        });
        add("writers.text", folder -> {
            p.select("s").write().text(at(folder, "t"));
            return spark.read().text(at(folder, "t"));
        });
        add("writers.text_of_two_columns", folder -> {
            p.select("s", "n").write().text(at(folder, "t"));
            return spark.read().text(at(folder, "t"));
        });
        add("writers.options", folder -> {
            p.write().options(Map.of("sep", ";")).option("header", true).option("nullValue", "-").option("ratio", 0.5).option("count", 7L).csv(at(folder, "t"));
            return spark.read().text(at(folder, "t"));
        });
        add("writers.mode_of_enumeration", folder -> {
            p.write().json(at(folder, "t"));
            p.limit(1).write().mode(SaveMode.Overwrite).format("json").option("path", at(folder, "t")).save();
            return spark.read().text(at(folder, "t"));
        });
        add("writers.without_path", folder -> {
            p.write().format("json").save();
            return p;
        });
    }

    private void files() {
        add("files.hidden_are_left_out", folder -> {
            text(folder, "t/a.csv", "1\n");
            text(folder, "t/_b.csv", "2\n");
            text(folder, "t/.c.csv", "3\n");
            return spark.read().csv(at(folder, "t"));
        });
        add("files.header_of_each", folder -> two(folder, spark.read().option("header", true)).csv(at(folder, "t")));
        add("files.several_paths", folder -> two(folder, spark.read().option("header", true)).csv(at(folder, "t/1.csv"), at(folder, "t/2.csv")));
        add("files.path_twice", folder -> two(folder, spark.read().option("header", true)).csv(at(folder, "t/1.csv"), at(folder, "t/1.csv")));
        add("files.glob", folder -> two(folder, spark.read().option("header", true)).csv(at(folder, "t/[1-9].csv")));
        add("files.glob_of_nothing", folder -> two(folder, spark.read()).csv(at(folder, "t/*.nope")));
        add("files.glob_filter", folder -> two(folder, spark.read().option("header", true).option("pathGlobFilter", "2*")).csv(at(folder, "t")));
        add("files.folders_inside", folder -> {
            text(folder, "t/x/a.csv", "1\n");
            return spark.read().schema("a INT").csv(at(folder, "t"));
        });
        add("files.recursive", folder -> {
            text(folder, "t/x/a.csv", "1\n");
            text(folder, "t/y/z/b.csv", "2\n");
            return spark.read().option("recursiveFileLookup", true).csv(at(folder, "t"));
        });
        add("files.empty_folder", folder -> spark.read().csv(at(folder, "")));
        add("files.empty_folder_parquet", folder -> spark.read().parquet(at(folder, "")));
        add("files.name", folder -> two(folder, spark.read().option("header", true)).csv(at(folder, "t")).select(col("a"), regexp_extract(input_file_name(), "[^/]*$", 0).as("f")));
        add("files.metadata", folder -> two(folder, spark.read().option("header", true)).csv(at(folder, "t")).selectExpr("a", "_metadata.file_name", "_metadata.file_size"));
    }

    private static DataFrameReader two(Path folder, DataFrameReader reader) {
        text(folder, "t/1.csv", "a,b\n1,x\n");
        text(folder, "t/2.csv", "a,b\n2,y\n");
        return reader;
    }

    private static void text(Path folder, String name, String content) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String at(Path folder, String name) {
        return folder.resolve(name).toString();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("golden");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
