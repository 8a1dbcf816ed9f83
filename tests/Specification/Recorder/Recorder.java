import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Asks Apache Spark for the answer of every case in Cases and writes them to Golden; ../README.md describes both formats. */
public final class Recorder {
    private final SparkSession spark;
    private final FileCases files;

    private Recorder(SparkSession spark, Path inputs) {
        this.spark = spark;
        files = new FileCases(spark, inputs);
    }

    /** Arguments: the folder of the suite, then the families to record; all of them when none is named. */
    public static void main(String[] arguments) throws IOException {
        var root = Path.of(arguments[0]);
        var wanted = List.of(arguments).subList(1, arguments.length);
        var recorder = new Recorder(session(), root.resolve("Inputs"));
        try (var files = Files.list(root.resolve("Cases"))) {
            for (var file : files.sorted().toList()) {
                var family = file.getFileName().toString().replace(".cases", "");
                if (wanted.isEmpty() || wanted.contains(family)) recorder.record(file, root.resolve("Golden").resolve(family + ".tsv"));
            }
        }
        recorder.recordCalls(root, wanted, "dataframes", () -> new DataFrameCases(recorder.spark).all());
        recorder.recordCalls(root, wanted, "actions", () -> new ActionCases(recorder.spark).all());
        recorder.recordCalls(root, wanted, "storage", () -> new StorageCases(recorder.spark).all());
        recorder.recordCalls(root, wanted, "delta", () -> new DeltaCases(recorder.spark).all());
        System.exit(0);
    }

    private static SparkSession session() {
        return SparkSession.builder().master("local[2]").appName("golden")
            .config("spark.ui.enabled", false)
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.databricks.delta.snapshotPartitions", 1)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.checkpoint.dir", System.getProperty("java.io.tmpdir"))
            .config("spark.sql.datetime.java8API.enabled", true)
            // One partition, so that "first" and "collect" have one answer.
            .config("spark.sql.shuffle.partitions", 1)
            .config("spark.default.parallelism", 1)
            .config("spark.sql.leafNodeDefaultParallelism", 1)
            .getOrCreate();
    }

    private void record(Path source, Path target) throws IOException {
        var start = System.nanoTime();
        var file = CaseFile.read(source);
        file.views().forEach((name, query) -> spark.sql(query).createOrReplaceTempView(name));
        var views = file.views().entrySet().stream().map(view -> "view " + view.getKey() + "\t" + view.getValue() + "\n");
        var lines = file.cases().stream().map(this::line);
        Files.writeString(target, Stream.concat(views, lines).collect(Collectors.joining()));
        file.views().keySet().forEach(name -> spark.catalog().dropTempView(name));
        System.out.printf("%s: %d cases in %d ms%n", source.getFileName(), file.cases().size(), (System.nanoTime() - start) / 1_000_000);
    }

    private void recordCalls(Path root, List<String> wanted, String family, Supplier<Map<String, Supplier<Dataset<Row>>>> calls) throws IOException {
        if (!wanted.isEmpty() && !wanted.contains(family)) return;
        var lines = new StringBuilder();
        calls.get().forEach((name, call) -> lines.append(name).append("\t\t").append(called(call, family.equals("actions") || name.matches("sort\\..*|describe\\..*|summary\\..*"))).append("\n"));
        Files.writeString(root.resolve("Golden").resolve(family + ".tsv"), lines);
    }

    private static String called(Supplier<Dataset<Row>> call, boolean ordered) {
        try {
            return rows(call.get(), ordered);
        } catch (Throwable failure) {
            return "\t!" + condition(failure);
        }
    }

    private String line(Case test) {
        var settings = test.settings().entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining(";"));
        return test.name() + "\t" + test.sql() + "\t" + answer(test) + (settings.isEmpty() ? "" : "\t" + settings) + "\n";
    }

    private String answer(Case test) {
        var before = new HashMap<String, String>();
        test.settings().keySet().forEach(key -> before.put(key, spark.conf().get(key, null)));
        try {
            test.settings().forEach((key, value) -> spark.conf().set(key, value));
            if (test.isFile()) return rows(files.answer(test.sql()), true);
            var frame = spark.sql(test.isQuery() ? test.sql() : "SELECT " + test.sql());
            return test.isQuery() ? rows(frame, test.isOrdered()) : single(test, frame);
        } catch (Throwable failure) {
            return "\t!" + condition(failure);
        } finally {
            before.forEach(this::restore);
        }
    }

    private void restore(String key, String value) {
        if (value == null) spark.conf().unset(key);
        else spark.conf().set(key, value);
    }

    private static String rows(Dataset<Row> frame, boolean ordered) {
        var schema = frame.schema();
        return Encoding.columns(schema) + "\t" + Encoding.rows(frame.collectAsList(), schema, ordered);
    }

    private static String single(Case test, Dataset<Row> frame) {
        StructType schema = frame.schema();
        if (schema.length() != 1) throw new IllegalStateException(test.name() + " has " + schema.length() + " columns: write it as a query");
        return Encoding.columns(schema) + "\t" + Encoding.value(frame.collectAsList().get(0).get(0), schema.fields()[0].dataType());
    }

    /** The condition of the outermost failure that has one: what a caller can catch. */
    private static String condition(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof SparkThrowable known && known.getCondition() != null) return known.getCondition();
        if (failure instanceof IllegalStateException broken) throw broken;
        return failure.getClass().getName();
    }
}

/** One question: a name that stays, an expression or a query, and the session settings that it is asked under. */
record Case(String name, String sql, Map<String, String> settings) {
    boolean isFile() {
        return sql.startsWith("READ ") || sql.startsWith("WRITE ");
    }

    boolean isQuery() {
        return sql.matches("(?is)(SELECT|WITH|VALUES|FROM)\\b.*");
    }

    /** Whether the outermost query ends in ORDER BY: only then does the order of its rows mean anything. */
    boolean isOrdered() {
        var outer = new StringBuilder();
        var depth = 0;
        for (var character : sql.toUpperCase().toCharArray()) {
            if (character == '(') depth++;
            if (character == ')') depth--;
            if (depth == 0) outer.append(character);
        }
        return outer.indexOf("ORDER BY") >= 0;
    }
}
