using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Numbers and texts in formats.</summary>
internal static class FormattingFunctions
{
    private static readonly StringType Text = new();

    public static IReadOnlyList<Function> Rows { get; } =
    [
        .. new[] { "format_string", "printf" }.Select(name => Scalar(
            name, [Parameter.String, Parameter.Any], Gives(Text), Format, optional: 1, variadic: true, nullable: args => args[0].IsNullable)),
        Scalar("to_char", [Parameter.OneOf(Parameter.Is<NumericType>("NUMERIC")), Parameter.String], Gives(Text), _ => throw EmbeddedErrors.FunctionNotSupported("to_char of a number", "ours to do")),
        Scalar("format_number", [Parameter.Numeric, Parameter.OnlyInt], Gives(Text), call => Number(call, ""), nullable: Always),
        Scalar("format_number", [Parameter.Numeric, Parameter.OnlyString], Gives(Text), call => Number(call, "_as"), nullable: Always),
    ];

    private static string Number(CallSql call, string suffix) => call.TypeOf(0) is FractionalType and not DecimalType
        ? $"spark_format_double{suffix}(CAST({call[0]} AS DOUBLE), {call[1]})"
        : $"spark_format_decimal{suffix}(CAST({call[0]} AS VARCHAR), {call[1]})";

    private static string Format(CallSql call)
    {
        var values = Enumerable.Range(1, call.Count - 1).Select(i => $"COALESCE({Packed(call[i], call.TypeOf(i))}, 'n;')");
        return $"spark_format_string({call[0]}, {(call.Count == 1 ? "''" : string.Join(" || ", values))})";
    }

    // Dates and instants are the numbers that Spark holds them as.
    private static string Packed(string value, DataType type) => type switch
    {
        NullType => "NULL::VARCHAR",
        BooleanType => $"('z' || CAST({value} AS VARCHAR) || ';')",
        ByteType => $"('b' || CAST({value} AS VARCHAR) || ';')",
        ShortType => $"('h' || CAST({value} AS VARCHAR) || ';')",
        IntegerType or YearMonthIntervalType => $"('i' || CAST({value} AS VARCHAR) || ';')",
        LongType or DayTimeIntervalType => $"('l' || CAST({value} AS VARCHAR) || ';')",
        FloatType => $"('d' || spark_float_text({value}) || ';')",
        DoubleType => $"('d' || spark_double_text({value}) || ';')",
        DateType => $"('i' || CAST({value} - DATE '1970-01-01' AS VARCHAR) || ';')",
        TimestampType or TimestampNTZType => $"('l' || CAST(epoch_us({value}) AS VARCHAR) || ';')",
        StringType => $"('s' || hex({value}) || ';')",
        DecimalType => $"('o' || hex(CAST({value} AS VARCHAR)) || ';')",
        _ => throw EmbeddedErrors.UnsupportedFeature($"format_string of {type.Sql}", "Cast it to a string."),
    };
}
