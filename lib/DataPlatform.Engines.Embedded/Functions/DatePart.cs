using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>What <c>extract</c> and <c>date_part</c> take of a date, a time or an interval.</summary>
/// <param name="Type">The part's type.</param>
/// <param name="Write">Its SQL; the source is the second argument.</param>
internal sealed record DatePart(DataType Type, SqlForm Write)
{
    private static readonly DataType Whole = new IntegerType();
    private static readonly DataType Small = new ByteType();
    private static readonly DataType Seconds = new DecimalType(8, 6);

    /// <summary>The part that the first argument, a constant, names of the second.</summary>
    /// <exception cref="AnalysisException"><c>INVALID_EXTRACT_FIELD</c></exception>
    public static DatePart Find(IReadOnlyList<BoundExpression> arguments)
    {
        if (arguments[0] is not BoundLiteral { Value: string field })
        {
            throw EmbeddedErrors.NonFoldableArgument("extract", 0);
        }

        var name = field.ToUpperInvariant();
        return arguments[1].Type switch
        {
            YearMonthIntervalType => OfMonths(name),
            DayTimeIntervalType => OfMicros(name),
            NullType => OfTime(name) is { } part ? part with { Write = call => $"CAST(NULL AS {call.ResultDuckType})" } : null,
            NumericType or BooleanType => throw EmbeddedErrors.UnexpectedInputType("extract", 1, "DATE or TIMESTAMP", arguments[1].Type),
            _ => OfTime(name),
        } ?? throw EmbeddedErrors.InvalidExtractField(field, arguments[1].Type.Sql);
    }

    private static DatePart? OfTime(string name) => name switch
    {
        "YEAR" or "Y" or "YEARS" or "YR" or "YRS" => Of("year({0})"),
        "YEAROFWEEK" => Of("isoyear({0})"),
        "QUARTER" or "QTR" => Of("quarter({0})"),
        "MONTH" or "MON" or "MONS" or "MONTHS" => Of("month({0})"),
        "WEEK" or "W" or "WEEKS" => Of("weekofyear({0})"),
        "DAY" or "D" or "DAYS" => Of("day({0})"),
        "DAYOFWEEK" or "DOW" => Of("dayofweek({0}) + 1"),
        "DAYOFWEEK_ISO" or "DOW_ISO" => Of("isodow({0})"),
        "DOY" => Of("dayofyear({0})"),
        "HOUR" or "H" or "HOURS" or "HR" or "HRS" => Of("hour({0})"),
        "MINUTE" or "M" or "MIN" or "MINS" or "MINUTES" => Of("minute({0})"),
        "SECOND" or "S" or "SEC" or "SECONDS" or "SECS" =>
            new DatePart(Seconds, call => $"CAST(CAST(microsecond({Source(call)}) AS DECIMAL(14,0)) / 1000000 AS DECIMAL(8,6))"),
        _ => null,
    };

    private static DatePart? OfMonths(string name) => name switch
    {
        "YEAR" or "Y" or "YEARS" or "YR" or "YRS" => new DatePart(Whole, call => $"CAST({call[1]} // 12 AS INTEGER)"),
        "MONTH" or "MON" or "MONS" or "MONTHS" => new DatePart(Small, call => $"CAST({call[1]} % 12 AS TINYINT)"),
        _ => null,
    };

    private static DatePart? OfMicros(string name) => name switch
    {
        "DAY" or "D" or "DAYS" => new DatePart(Whole, call => $"CAST({call[1]} // 86400000000 AS INTEGER)"),
        "HOUR" or "H" or "HOURS" or "HR" or "HRS" => new DatePart(Small, call => $"CAST({call[1]} // 3600000000 % 24 AS TINYINT)"),
        "MINUTE" or "M" or "MIN" or "MINS" or "MINUTES" => new DatePart(Small, call => $"CAST({call[1]} // 60000000 % 60 AS TINYINT)"),
        "SECOND" or "S" or "SEC" or "SECONDS" or "SECS" =>
            new DatePart(Seconds, call => $"CAST(CAST({call[1]} % 60000000 AS DECIMAL(14,0)) / 1000000 AS DECIMAL(8,6))"),
        _ => null,
    };

    private static DatePart Of(string template) =>
        new(Whole, call => $"CAST({template.Replace("{0}", Source(call), StringComparison.Ordinal)} AS INTEGER)");

    // Text is read as an instant first.
    private static string Source(CallSql call) => call.TypeOf(1) switch
    {
        StringType => InstantSql.Local(CastSql.Write(call[1], call.TypeOf(1), new TimestampType(), isTry: false, call.TimeZone), call.TimeZone),
        DateType => $"CAST({call[1]} AS TIMESTAMP)",
        _ => TimestampFunctions.Local(call, 1),
    };
}
