using System.Globalization;

namespace Microsoft.Spark.Sql.Types;

/// <summary>
/// A span of months, days and microseconds, none of which converts into another: the value of a <see cref="CalendarIntervalType"/> column.
/// Equal only where all three parts are; spans have no order.
/// </summary>
/// <param name="Months">Months; negative goes back.</param>
/// <param name="Days">Days, whose length a clock change may alter.</param>
/// <param name="Microseconds">Microseconds.</param>
public sealed record CalendarInterval(int Months, int Days, long Microseconds)
{
    private const long MicrosecondsPerHour = 3_600_000_000;
    private const long MicrosecondsPerMinute = 60_000_000;

    /// <summary>The parts that are not zero, as Spark writes them: <c>1 years 2 months 25 days 5 hours 6 minutes 7.5 seconds</c>; <c>0 seconds</c> where all are.</summary>
    public override string ToString()
    {
        var seconds = Microseconds % MicrosecondsPerMinute / 1_000_000m;
        var parts = new List<string>();
        Add(Months / 12, "years");
        Add(Months % 12, "months");
        Add(Days, "days");
        Add(Microseconds / MicrosecondsPerHour, "hours");
        Add(Microseconds % MicrosecondsPerHour / MicrosecondsPerMinute, "minutes");
        Add(seconds, "seconds");
        return parts.Count == 0 ? "0 seconds" : string.Join(' ', parts);

        void Add(decimal amount, string unit)
        {
            if (amount != 0)
            {
                parts.Add($"{amount.ToString("0.######", CultureInfo.InvariantCulture)} {unit}");
            }
        }
    }
}
