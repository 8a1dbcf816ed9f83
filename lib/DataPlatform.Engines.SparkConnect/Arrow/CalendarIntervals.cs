using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Months, days and nanoseconds, of which Spark sets whole microseconds only, as <see cref="CalendarInterval"/>.</summary>
internal readonly struct CalendarIntervals : ICodec<MonthDayNanoseconds>
{
    public object Decode(MonthDayNanoseconds stored) =>
        new CalendarInterval(stored.Months, stored.Days, stored.Nanoseconds / TimeSpan.NanosecondsPerTick / TimeSpan.TicksPerMicrosecond);

    // Arrow's 64 bits of nanoseconds hold 292 years; Spark's own writer has the same bound.
    public MonthDayNanoseconds Encode(object value)
    {
        var interval = (CalendarInterval)value;
        return new MonthDayNanoseconds(interval.Months, interval.Days, checked(interval.Microseconds * 1000));
    }
}
