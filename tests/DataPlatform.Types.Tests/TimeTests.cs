using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Types.Tests;

public sealed class TimeTests
{
    // Days since 1970 and what Spark shows of them.
    [Theory]
    [InlineData(0, "1970-01-01")]
    [InlineData(-1, "1969-12-31")]
    [InlineData(19782, "2024-02-29")]
    [InlineData(-141428, "1582-10-14")]
    [InlineData(-719162, "0001-01-01")]
    [InlineData(-719529, "-0001-12-31")]
    [InlineData(2932896, "9999-12-31")]
    [InlineData(2932897, "+10000-01-01")]
    public void Day_is_shown_in_the_proleptic_calendar(int day, string text) => Assert.Equal(text, Date.FromEpochDay(day).ToString());

    // As Spark shows make_interval's results.
    [Theory]
    [InlineData(14, 25, 18_367_500_000, "1 years 2 months 25 days 5 hours 6 minutes 7.5 seconds")]
    [InlineData(0, 0, 0, "0 seconds")]
    [InlineData(-14, -1, -3_600_000_001, "-1 years -2 months -1 days -1 hours -0.000001 seconds")]
    [InlineData(0, 0, 60_250_000, "1 minutes 0.25 seconds")]
    public void Calendar_interval_is_shown_in_its_units(int months, int days, long microseconds, string text) =>
        Assert.Equal(text, new CalendarInterval(months, days, microseconds).ToString());

    [Fact]
    public void Day_comes_from_its_parts_and_its_text()
    {
        var day = new Date(2013, 3, 10);
        Assert.Equal((2013, 3, 10, 15774), (day.Year, day.Month, day.Day, day.EpochDay));
        Assert.Equal(day, Date.Parse("2013-03-10"));
        Assert.Equal(day, new Date(new DateTime(2013, 3, 10, 23, 59, 59)));
        Assert.True(day.CompareTo(new Date(2013, 3, 11)) < 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => Date.FromEpochDay(2932897).ToDateTime());
    }

    [Theory]
    [InlineData(0, "1970-01-01 00:00:00.000000Z")]
    [InlineData(-1, "1969-12-31 23:59:59.999999Z")]
    [InlineData(1709212455123456, "2024-02-29 13:14:15.123456Z")]
    [InlineData(253402300800000000, "+10000-01-01 00:00:00.000000Z")]
    public void Instant_is_shown_in_utc(long microseconds, string text) => Assert.Equal(text, Timestamp.FromEpochMicroseconds(microseconds).ToString());

    [Fact]
    public void Instant_comes_from_its_parts_and_drops_what_is_below_a_microsecond()
    {
        var instant = new Timestamp(2024, 2, 29, 13, 14, 15, 123456);
        Assert.Equal(1709212455123456, instant.EpochMicroseconds);
        Assert.Equal((13, 14, 15, 123456), (instant.Hour, instant.Minute, instant.Second, instant.Microsecond));
        Assert.Equal(instant, new Timestamp(new DateTime(2024, 2, 29, 13, 14, 15, DateTimeKind.Utc).AddTicks(1234569)));
        Assert.Equal(-1, new Timestamp(DateTime.UnixEpoch.AddTicks(-1)).EpochMicroseconds);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Timestamp(2024, 2, 29, 13, 14, 15, 1_000_000));
    }
}
