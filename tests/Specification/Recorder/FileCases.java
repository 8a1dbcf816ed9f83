import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Cases that read a file of Inputs with options, or write a query with options and read the lines back. */
final class FileCases {
    private final SparkSession spark;
    private final Path inputs;

    FileCases(SparkSession spark, Path inputs) {
        this.spark = spark;
        this.inputs = inputs;
    }

    Dataset<Row> answer(String text) throws IOException {
        var parts = text.split(" ¦ ");
        var head = parts[0].split(" ");
        var options = new LinkedHashMap<String, String>();
        for (var index = 1; index < parts.length; index++) {
            var option = parts[index].split("=", 2);
            options.put(option[0], option[1].equals("\\t") ? "\t" : option[1]);
        }
        return head[0].equals("READ") ? read(head[1], inputs.resolve(head[2]), options) : written(head[1], options);
    }

    private Dataset<Row> read(String format, Path file, Map<String, String> options) {
        var schema = options.remove("schema");
        var reader = spark.read().format(format).options(options);
        return (schema == null ? reader : reader.schema(schema)).load(file.toString());
    }

    private Dataset<Row> written(String format, Map<String, String> options) throws IOException {
        var query = options.remove("query");
        var folder = Files.createTempDirectory("golden").resolve("out");
        spark.sql(query).coalesce(1).write().format(format).options(options).save(folder.toString());
        return spark.read().text(folder.toString());
    }
}
