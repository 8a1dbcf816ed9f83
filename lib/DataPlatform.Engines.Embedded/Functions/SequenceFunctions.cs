using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Arrays of evenly spaced values, both ends included.</summary>
internal static class SequenceFunctions
{
    private const long MicrosOfDay = 86_400_000_000;
    private const string Bounds = "ILLEGAL_SEQUENCE_BOUNDARIES";

    public static IReadOnlyList<Function> Rows { get; } =
    [
        Scalar("sequence", [Parameter.Any, Parameter.Any, Parameter.Any], args => new ArrayType(args[0].Type, containsNull: false), Write, optional: 1) with { Coerce = Types },
    ];

    private static IReadOnlyList<DataType>? Types(IReadOnlyList<BoundExpression> arguments)
    {
        var types = arguments.Select(a => a.Type).ToList();
        var common = TypeCoercion.CommonType(types[0], types[1]);
        var step = types.Count > 2 ? types[2] : null;
        return common switch
        {
            IntegralType whole when step is null or IntegralType or NullType =>
                TypeCoercion.CommonType(whole, step ?? whole) is { } all ? [.. types.Select(_ => all)] : null,
            DateType or TimestampType or TimestampNTZType when step is null => [common, common],
            DateType or TimestampType or TimestampNTZType when step is YearMonthIntervalType or DayTimeIntervalType => [common, common, step],
            _ => throw EmbeddedErrors.SequenceWrongInputTypes(types),
        };
    }

    private static string Write(CallSql call) => (call.TypeOf(0), call.Count > 2 ? call.TypeOf(2) : null) switch
    {
        (IntegralType, _) => Numbers(call),
        (DateType, null) => OverDays(call, "1"),
        (DateType, DayTimeIntervalType) => OverDays(call, $"({call[2]} // {MicrosOfDay})"),
        (_, YearMonthIntervalType) => OverMonths(call),
        (TimestampType, var step) when !InstantSql.IsUtc(call.TimeZone) => OverDaysAndMicros(call, step is null ? DefaultStep(call, $"{MicrosOfDay}") : call[2]),
        (_, null) => OverMicros(call, $"{MicrosOfDay}"),
        _ => OverMicros(call, call[2]),
    };

    private static string Numbers(CallSql call)
    {
        var step = call.Count > 2 ? $"CAST({call[2]} AS BIGINT)" : DefaultStep(call, "1");
        return $"CAST({Checked(call, step, SeriesSql.Of($"CAST({call[0]} AS BIGINT)", $"CAST({call[1]} AS BIGINT)", Nonzero(step)))} AS {call.ResultDuckType})";
    }

    private static string OverDays(CallSql call, string step)
    {
        var signed = call.Count > 2 ? step : DefaultStep(call, step);
        return Checked(call, signed, $"list_transform(generate_series(CAST(0 AS BIGINT), {call[1]} - {call[0]}, {Nonzero(signed)}), lambda n_: {call[0]} + CAST(n_ AS INTEGER))");
    }

    private static string OverMicros(CallSql call, string step)
    {
        var signed = call.Count > 2 ? step : DefaultStep(call, step);
        var make = call.TypeOf(0) is TimestampType ? "make_timestamptz" : "make_timestamp";
        var series = SeriesSql.Of(InstantSql.Micros(call[0]), InstantSql.Micros(call[1]), Nonzero(signed));
        return Checked(call, signed, $"list_transform({series}, lambda n_: {make}(n_))");
    }

    // Days are the calendar's, so that a step over a clock change keeps the time of day; what is left is time that passes.
    private static string OverDaysAndMicros(CallSql call, string step)
    {
        var (start, end) = (InstantSql.Micros(call[0]), InstantSql.Micros(call[1]));
        var moved = InstantSql.InstantMicros($"({InstantSql.LocalMicros(call[0], call.TimeZone)} + n_ * ({step} // {MicrosOfDay}) * {MicrosOfDay})", call.TimeZone);
        var value = $"CASE WHEN {step} // {MicrosOfDay} = 0 OR n_ = 0 THEN {start} + n_ * {step} ELSE {moved} + n_ * ({step} % {MicrosOfDay}) END";
        var values = $"list_transform({SeriesSql.Of("CAST(0 AS BIGINT)", $"(({end} - {start}) // {Nonzero(step)} + 1)")}, lambda n_: {value})";
        var within = $"list_filter({values}, lambda m_: CASE WHEN {step} >= 0 THEN m_ <= {end} ELSE m_ >= {end} END)";
        return Checked(call, step, $"list_transform({within}, lambda m_: {InstantSql.FromMicros("m_")})");
    }

    // Months are added to the start each, so that the 31st comes back after a shorter month.
    private static string OverMonths(CallSql call)
    {
        var (start, end, step) = (Local(call, 0), Local(call, 1), $"CAST({call[2]} AS BIGINT)");
        var months = $"spark_whole_months_between(epoch_us({start}), epoch_us({end}))";
        var values = $"list_transform(generate_series(CAST(0 AS BIGINT), {months}, {Nonzero(step)}), lambda n_: spark_add_months(epoch_us({start}), CAST(n_ AS INTEGER)))";
        var all = $"list_filter({values} || [spark_add_months(epoch_us({start}), CAST(({months} // {Nonzero(step)} + 1) * {step} AS INTEGER))], " +
            $"lambda m_: CASE WHEN {step} > 0 THEN m_ <= epoch_us({end}) ELSE m_ >= epoch_us({end}) END)";
        return Checked(call, step, $"list_transform({all}, lambda m_: {Made(call)})");
    }

    private static string Local(CallSql call, int index) => call.TypeOf(index) is DateType ? $"CAST({call[index]} AS TIMESTAMP)" : TimestampFunctions.Local(call, index);

    private static string Made(CallSql call) => call.TypeOf(0) switch
    {
        DateType => "CAST(make_timestamp(m_) AS DATE)",
        TimestampType => InstantSql.FromLocalMicros("m_", call.TimeZone),
        _ => "make_timestamp(m_)",
    };

    private static string DefaultStep(CallSql call, string size) => $"CASE WHEN {call[0]} <= {call[1]} THEN {size} ELSE -{size} END";

    // DuckDB refuses a step of zero before the case around it is decided.
    private static string Nonzero(string step) => $"COALESCE(NULLIF({step}, 0), 1)";

    private static string Checked(CallSql call, string step, string series)
    {
        if (call.Count < 3)
        {
            return call.Call.IsNullable ? $"(CASE WHEN {call[0]} IS NOT NULL AND {call[1]} IS NOT NULL THEN {series} END)" : series;
        }

        var wrong = $"({step} = 0 AND {call[0]} <> {call[1]}) OR ({step} > 0 AND {call[0]} > {call[1]}) OR ({step} < 0 AND {call[0]} < {call[1]})";
        var failure = SqlText.Fail(Bounds, "A sequence must step from its start towards its end.");
        return $"(CASE WHEN {call[0]} IS NULL OR {call[1]} IS NULL OR {call[2]} IS NULL THEN NULL WHEN {wrong} THEN {failure} ELSE {series} END)";
    }
}
