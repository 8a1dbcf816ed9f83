using static Microsoft.Spark.Sql.Functions;
using static Specification.RandomPlans.Kind;

namespace Specification.RandomPlans;

public static partial class Forms
{
    private static IEnumerable<Form> Times() =>
    [
        new(Kind.Date, "date_add({0}, 30)", [Kind.Date], c => DateAdd(c[0], 30)),
        new(Kind.Date, "date_sub({0}, 366)", [Kind.Date], c => DateSub(c[0], 366)),
        new(Kind.Date, "add_months({0}, 1)", [Kind.Date], c => AddMonths(c[0], 1)),
        new(Kind.Date, "last_day({0})", [Kind.Date], c => LastDay(c[0])),
        new(Kind.Date, "next_day({0}, 'MON')", [Kind.Date], c => NextDay(c[0], "MON")),
        new(Kind.Date, "trunc({0}, 'quarter')", [Kind.Date], c => Trunc(c[0], "quarter")),
        new(Kind.Date, "CAST({0} AS DATE)", [Kind.Timestamp], c => c[0].Cast("date")),
        new(Kind.Date, "try_cast({0} AS DATE)", [Kind.String], c => c[0].TryCast("date")),
        new(Kind.Date, "greatest({0}, {1})", [Kind.Date, Kind.Date], c => Greatest(c)),
        new(Kind.Timestamp, "CAST({0} AS TIMESTAMP)", [Kind.Date], c => c[0].Cast("timestamp")),
        new(Kind.Timestamp, "CAST({0} AS TIMESTAMP)", [TimestampNtz], c => c[0].Cast("timestamp")),
        new(Kind.Timestamp, "date_trunc('hour', {0})", [Kind.Timestamp], c => DateTrunc("hour", c[0])),
        new(Kind.Timestamp, "date_trunc('week', {0})", [Kind.Timestamp], c => DateTrunc("week", c[0])),
        new(Kind.Timestamp, "try_cast({0} AS TIMESTAMP)", [Kind.String], c => c[0].TryCast("timestamp")),
        new(Kind.Timestamp, "from_utc_timestamp({0}, 'Europe/Berlin')", [Kind.Timestamp], c => FromUtcTimestamp(c[0], "Europe/Berlin")),
        new(Kind.Timestamp, "to_utc_timestamp({0}, 'America/New_York')", [Kind.Timestamp], c => ToUtcTimestamp(c[0], "America/New_York")),
        new(TimestampNtz, "CAST({0} AS TIMESTAMP_NTZ)", [Kind.Timestamp], c => c[0].Cast("timestamp_ntz")),
        new(TimestampNtz, "CAST({0} AS TIMESTAMP_NTZ)", [Kind.Date], c => c[0].Cast("timestamp_ntz")),
    ];
}
