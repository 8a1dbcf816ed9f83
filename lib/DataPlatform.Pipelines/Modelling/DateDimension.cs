using System.Globalization;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Pipelines;

/// <summary>The calendar as a dimension.</summary>
public static class DateDimension
{
    private static readonly StructType Schema = StructType.FromDdl(
        """
        date_key INT, date DATE, year INT, quarter INT, month INT, month_name STRING, day_of_month INT, day_of_year INT, iso_year INT, iso_week INT,
        iso_day_of_week INT, day_name STRING, is_weekend BOOLEAN, first_of_month DATE, last_of_month DATE
        """);

    /// <summary>
    /// A row a day, from the first day of one year to the last of another, both inclusive, and the unknown member. The key is the day as the number yyyyMMdd; weeks
    /// are those of ISO 8601, whose day 1 is Monday; names are English. Rows unordered.
    /// </summary>
    /// <param name="spark">The session.</param>
    /// <param name="firstYear">The first year.</param>
    /// <param name="lastYear">The last year.</param>
    public static DataFrame Of(SparkSession spark, int firstYear, int lastYear)
    {
        ArgumentNullException.ThrowIfNull(spark);
        ArgumentOutOfRangeException.ThrowIfLessThan(lastYear, firstYear);
        var first = new DateOnly(firstYear, 1, 1);
        var days = new DateOnly(lastYear, 12, 31).DayNumber - first.DayNumber + 1;
        var rows = Enumerable.Range(0, days).Select(offset => Row(first.AddDays(offset))).Append(Unknown());
        return spark.CreateDataFrame(rows.ToList(), Schema);
    }

    /// <summary>The key of a day, as Spark SQL over a date column: -1 for null.</summary>
    /// <param name="column">The date column.</param>
    public static string KeyOf(string column)
    {
        var name = Sql.Name(column);
        return $"coalesce(year({name}) * 10000 + month({name}) * 100 + day({name}), {UnknownMember.Key.ToString(CultureInfo.InvariantCulture)})";
    }

    private static GenericRow Row(DateOnly day)
    {
        var moment = day.ToDateTime(TimeOnly.MinValue);
        var isoDay = day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
        var first = new DateOnly(day.Year, day.Month, 1);
        return new GenericRow(
        [
            (day.Year * 10000) + (day.Month * 100) + day.Day, Instants.Of(day), day.Year, ((day.Month - 1) / 3) + 1, day.Month,
            CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month), day.Day, day.DayOfYear, ISOWeek.GetYear(moment), ISOWeek.GetWeekOfYear(moment),
            isoDay, day.DayOfWeek.ToString(), isoDay > 5, Instants.Of(first), Instants.Of(first.AddMonths(1).AddDays(-1)),
        ]);
    }

    private static GenericRow Unknown()
    {
        var values = new object?[Schema.Fields.Count];
        values[0] = (int)UnknownMember.Key;
        return new GenericRow(values);
    }
}
