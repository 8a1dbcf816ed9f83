using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Natives;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Functions of dates.</summary>
internal static class DateFunctions
{
    private const string Epoch = "DATE '1970-01-01'";

    private static readonly Parameter WholeDays = new(
        "INT or SMALLINT or TINYINT",
        type => type is ByteType or ShortType or IntegerType or StringType or NullType ? new IntegerType() : null);

    public static IReadOnlyList<Function> Rows { get; } =
    [
        Field("year", "year({0})"),
        Field("quarter", "quarter({0})"),
        Field("month", "month({0})"),
        Field("day", "day({0})"),
        Field("dayofmonth", "day({0})"),
        Field("dayofyear", "dayofyear({0})"),
        Field("dayofweek", "dayofweek({0}) + 1"),
        Field("weekday", "isodow({0}) - 1"),
        Field("weekofyear", "weekofyear({0})"),
        Scalar("monthname", [Parameter.Date], Gives(new StringType()), "left(monthname({0}), 3)"),
        Scalar("dayname", [Parameter.Date], Gives(new StringType()), "left(dayname({0}), 3)"),
        Scalar("last_day", [Parameter.Date], Gives(new DateType()), "last_day({0})"),

        .. Named(["date_add", "dateadd"], name => Scalar(name, [Parameter.Date, WholeDays], Gives(new DateType()), "({0} + {1})")),
        Scalar("date_sub", [Parameter.Date, WholeDays], Gives(new DateType()), "({0} - {1})"),
        .. Named(["datediff", "date_diff"], name => Scalar(name, [Parameter.Date, Parameter.Date], Gives(new IntegerType()), "CAST({0} - {1} AS INTEGER)")),
        Scalar("add_months", [Parameter.Date, Parameter.Int], Gives(new DateType()), "CAST({0} + to_months({1}) AS DATE)"),
        Scalar(
            "next_day",
            [Parameter.Date, Parameter.String],
            Gives(new DateType()),
            $"({Epoch} + spark_next_day(CAST({{0}} - {Epoch} AS INTEGER), {{1}}))",
            nullable: Always),
        Scalar("trunc", [Parameter.Date, Parameter.String], Gives(new DateType()), Truncate, nullable: Always),

        Scalar("make_date", [Parameter.Int, Parameter.Int, Parameter.Int], Gives(new DateType()), $"({Epoch} + spark_make_date({{0}}, {{1}}, {{2}}))"),
        Scalar("date_from_unix_date", [Parameter.Int], Gives(new DateType()), $"({Epoch} + {{0}})"),
        Scalar("unix_date", [Parameter.Date], Gives(new IntegerType()), $"CAST({{0}} - {Epoch} AS INTEGER)"),

        Scalar("to_date", [Parameter.Date], Gives(new DateType()), "{0}"),
        Scalar("to_date", [Parameter.String], Gives(new DateType()), call => TimestampFunctions.Cast(call, new DateType()), nullable: Always),
        Scalar("to_date", [TimestampFunctions.DateOrTime, Parameter.String], Gives(new DateType()), call => TimestampFunctions.Cast(call, new DateType())),
        Scalar("to_date", [Parameter.String, Parameter.String], Gives(new DateType()), call => ParseDate(call, "spark_parse_instant")),
        Scalar("try_to_date", [Parameter.String], Gives(new DateType()), call => CastSql.Write(call[0], call.TypeOf(0), call.Type, isTry: true, call.TimeZone), nullable: Always),
        Scalar("try_to_date", [Parameter.String, Parameter.String], Gives(new DateType()), call => ParseDate(call, "spark_try_parse_instant"), nullable: Always),

        .. Named(["current_date", "curdate"], name => Scalar(name, [], Gives(new DateType()), call => Today(call), nullable: Never)),
    ];

    private static Function Field(string name, string sql) => Scalar(name, [Parameter.Date], Gives(new IntegerType()), $"CAST({sql} AS INTEGER)");

    private static IEnumerable<Function> Named(IEnumerable<string> names, Func<string, Function> row) => names.Select(row);

    // A constant unit is DuckDB's own function; which units there are is told by truncating any day.
    private static string Truncate(CallSql call)
    {
        if (call.Argument(1) is not BoundLiteral { Value: string unit })
        {
            return $"({Epoch} + spark_trunc_date(CAST({call[0]} - {Epoch} AS INTEGER), {call[1]}))";
        }

        var name = unit.ToUpperInvariant() switch
        {
            "YYYY" or "YY" => "YEAR",
            "MM" or "MON" => "MONTH",
            var other => other,
        };
        return DateNatives.TruncatedDay(0, unit) is null ? "CAST(NULL AS DATE)" : $"CAST(date_trunc({SqlText.Quote(name)}, {call[0]}) AS DATE)";
    }

    private static string ParseDate(CallSql call, string native)
    {
        var instant = $"{native}({call[0]}, {call[1]}, {call.TimeZoneLiteral})";
        var local = InstantSql.IsUtc(call.TimeZone) ? instant : $"spark_to_local({instant}, {call.TimeZoneLiteral})";
        return $"CAST({InstantSql.LocalFromMicros(local)} AS DATE)";
    }

    private static string Today(CallSql call) => $"CAST({InstantSql.Local("now()", call.TimeZone)} AS DATE)";
}
