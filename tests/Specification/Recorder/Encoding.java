import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.CalendarInterval;
import scala.jdk.javaapi.CollectionConverters;

/** The one text of a type and of a value. Two answers are equal exactly when their texts are. */
final class Encoding {
    private static final DateTimeFormatter MICROSECONDS =
        new DateTimeFormatterBuilder().append(DateTimeFormatter.ISO_LOCAL_DATE).appendPattern("'T'HH:mm:ss.SSSSSS").toFormatter();

    private Encoding() {
    }

    static String columns(StructType schema) {
        return IntStream.range(0, schema.length()).mapToObj(index -> schema.fields()[index])
            .map(field -> name(field.name()) + " " + type(field.dataType(), field.nullable())).collect(Collectors.joining(", "));
    }

    static String rows(List<Row> rows, StructType schema, boolean ordered) {
        var texts = rows.stream().map(row -> value(row, schema));
        return (ordered ? texts : texts.sorted()).collect(Collectors.joining(",", "[", "]"));
    }

    static String type(DataType type, boolean nullable) {
        String text;
        if (type instanceof ArrayType array) text = "ARRAY<" + type(array.elementType(), array.containsNull()) + ">";
        else if (type instanceof MapType map)
            text = "MAP<" + type(map.keyType(), true) + ", " + type(map.valueType(), map.valueContainsNull()) + ">";
        else if (type instanceof StructType struct)
            text = List.of(struct.fields()).stream().map(field -> name(field.name()) + ": " + type(field.dataType(), field.nullable()))
                .collect(Collectors.joining(", ", "STRUCT<", ">"));
        else text = type.sql();
        return nullable ? text : text + " NOT NULL";
    }

    private static String name(String name) {
        if (name.matches("[A-Za-z_][A-Za-z0-9_]*")) return name;
        var quoted = quoted(name.replace("`", "``"));
        return "`" + quoted.substring(1, quoted.length() - 1) + "`";
    }

    static String value(Object value, DataType type) {
        if (value == null) return "null";
        if (value instanceof Boolean || value instanceof Byte || value instanceof Short || value instanceof Integer || value instanceof Long) return value.toString();
        if (value instanceof Float number) return floating(number, text -> text.floatValue() == number);
        if (value instanceof Double number) return floating(number, text -> text.doubleValue() == number);
        if (value instanceof BigDecimal number) return quoted(number.toPlainString());
        if (value instanceof String text) return quoted(text);
        if (value instanceof byte[] bytes) return quoted(HexFormat.of().withUpperCase().formatHex(bytes));
        if (value instanceof LocalDate date) return quoted(date.toString());
        if (value instanceof Instant instant) return quoted(MICROSECONDS.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z");
        if (value instanceof LocalDateTime local) return quoted(MICROSECONDS.format(local));
        if (value instanceof Duration duration) return Long.toString(duration.getSeconds() * 1_000_000 + duration.getNano() / 1_000);
        if (value instanceof Period period) return Long.toString(period.toTotalMonths());
        if (value instanceof CalendarInterval interval) return "[" + interval.months + "," + interval.days + "," + interval.microseconds + "]";
        return nested(value, type);
    }

    private static String nested(Object value, DataType type) {
        if (value instanceof Row row && type instanceof StructType struct)
            return IntStream.range(0, struct.length()).mapToObj(index -> value(row.get(index), struct.fields()[index].dataType()))
                .collect(Collectors.joining(",", "[", "]"));
        if (value instanceof scala.collection.Seq<?> list && type instanceof ArrayType array)
            return CollectionConverters.asJava(list).stream().map(item -> value(item, array.elementType())).collect(Collectors.joining(",", "[", "]"));
        if (value instanceof scala.collection.Map<?, ?> map && type instanceof MapType entries)
            return CollectionConverters.asJava(map).entrySet().stream()
                .map(entry -> "[" + value(entry.getKey(), entries.keyType()) + "," + value(entry.getValue(), entries.valueType()) + "]")
                .sorted().collect(Collectors.joining(",", "[", "]"));
        throw new IllegalStateException("no encoding for " + value.getClass().getName() + " of type " + type.sql());
    }

    /** The fewest digits that read back as the same number, in Java's notation: 1.0, 1.5E-7. */
    private static String floating(double number, Predicate<BigDecimal> same) {
        if (Double.isNaN(number) || Double.isInfinite(number)) return quoted(Double.toString(number));
        if (number == 0) return 1 / number < 0 ? "-0.0" : "0.0";
        var exact = new BigDecimal(number);
        var shortest = IntStream.rangeClosed(1, 17).mapToObj(digits -> exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)))
            .filter(same).findFirst().orElseThrow().stripTrailingZeros();
        var exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -3 && exponent < 7) return shortest.setScale(Math.max(1, shortest.scale())).toPlainString();
        var digits = shortest.unscaledValue().abs().toString();
        return (number < 0 ? "-" : "") + digits.charAt(0) + "." + (digits.length() == 1 ? "0" : digits.substring(1)) + "E" + exponent;
    }

    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var character : text.toCharArray()) {
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (character < ' ' || character == '\u007f' || character == 0x2028 || character == 0x2029) quoted.append(String.format("\\u%04x", (int) character));
                    else quoted.append(character);
                }
            }
        }
        return quoted.append('"').toString();
    }
}
