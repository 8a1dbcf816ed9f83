import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a query takes within Spark itself: ServerTimes collect|count|plan REPEATS SQL. The rows come into the driver's heap, are counted, or are computed and dropped.
 * The last line of output is one measurement, as the benchmarks write it.
 */
public final class ServerTimes {
    private ServerTimes() {}

    public static void main(String[] arguments) throws Exception {
        SparkSession spark = SparkSession.builder().getOrCreate();
        double first = 0;
        List<Double> later = new ArrayList<>();
        String facts = "";
        for (int run = 0; run <= Integer.parseInt(arguments[1]); run++) {
            long start = System.nanoTime();
            Dataset<Row> query = spark.sql(arguments[2]);
            List<Row> rows = List.of();
            long count = 0;
            switch (arguments[0]) {
                case "collect" -> rows = query.collectAsList();
                case "count" -> count = query.count();
                case "plan" -> query.write().format("noop").mode("overwrite").save();
                default -> throw new IllegalArgumentException(arguments[0]);
            }

            double seconds = (System.nanoTime() - start) / 1e9;
            if (run == 0) {
                first = seconds;
            } else {
                later.add(seconds);
            }

            facts = switch (arguments[0]) {
                case "collect" -> "\"rows\":" + rows.size() + ",\"ids\":" + rows.stream().mapToLong(row -> row.getLong(0)).sum();
                case "count" -> "\"rows\":" + count;
                default -> "";
            };
        }

        String status = Files.readString(Path.of("/proc/self/status"));
        long peak = Long.parseLong(status.replaceAll("(?s).*VmHWM:\\s*(\\d+) kB.*", "$1")) * 1024;
        spark.stop();
        System.out.println("{\"FirstSeconds\":[" + first + "],\"LaterSeconds\":" + later + ",\"FirstPeak\":" + peak + ",\"Peak\":" + peak + ",\"Facts\":{" + facts + "}}");
    }
}
