using DataPlatform.Engines.Embedded.Natives;

namespace DataPlatform.Engines.Embedded.Tests.Natives;

public sealed class SparkTimeZoneTests
{
    private const long Hour = 3_600_000_000;

    // 2013-03-10 00:00 and 2013-11-03 00:00, as clocks without a zone show them.
    private const long ClockForward = 1_362_873_600_000_000;
    private const long ClockBack = 1_383_436_800_000_000;

    [Fact]
    public void Skipped_clock_time_moves_on_by_the_gap()
    {
        var zone = SparkTimeZone.Get("America/New_York");
        Assert.Equal(ClockForward + (7 * Hour) + (Hour / 2), zone.ToInstant(ClockForward + (2 * Hour) + (Hour / 2)));
        Assert.Equal(ClockForward + (7 * Hour), zone.ToInstant(ClockForward + (3 * Hour)));
    }

    [Fact]
    public void Repeated_clock_time_is_the_earlier_instant() =>
        Assert.Equal(ClockBack + (5 * Hour) + (Hour / 2), SparkTimeZone.Get("America/New_York").ToInstant(ClockBack + Hour + (Hour / 2)));

    // The system's own time zone data is asked; what it has no or two instants for is decided as Java does.
    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Europe/Berlin")]
    public void Instants_are_those_of_the_time_zone_data_in_whatever_order_they_are_asked_for(string name)
    {
        var (zone, known) = (SparkTimeZone.Get(name), TimeZoneInfo.FindSystemTimeZoneById(name));
        var clocks = Enumerable.Range(0, 5 * 366 * 48).Select(halfHour => new DateTime(2010, 1, 1).AddMinutes(30 * halfHour)).ToArray();
        new Random(7).Shuffle(clocks);
        foreach (var clock in clocks.Take(30_000))
        {
            var offset = known.IsInvalidTime(clock) ? known.GetUtcOffset(clock.AddDays(-2))
                : known.IsAmbiguousTime(clock) ? known.GetAmbiguousTimeOffsets(clock).Max()
                : known.GetUtcOffset(clock);
            Assert.Equal((clock - offset - DateTime.UnixEpoch).Ticks / 10, zone.ToInstant((clock - DateTime.UnixEpoch).Ticks / 10));
        }
    }

    // Spark: from_utc_timestamp(TIMESTAMP'1900-01-01 00:00:00', 'Asia/Kolkata') = 1900-01-01 05:21:10.
    [Fact]
    public void Mean_time_of_old_is_kept_to_the_second() =>
        Assert.Equal((5 * 3600) + (21 * 60) + 10, SparkTimeZone.Get("Asia/Kolkata").OffsetAt(-2_208_988_800_000_000));

    [Theory]
    [InlineData("+5", 5 * 3600)]
    [InlineData("-08:00", -8 * 3600)]
    [InlineData("GMT+1", 3600)]
    [InlineData("UTC+3", 3 * 3600)]
    [InlineData("EST", -5 * 3600)]
    [InlineData("Z", 0)]
    public void Offsets_are_zones(string name, int seconds) => Assert.Equal(seconds, SparkTimeZone.Get(name).OffsetAt(0));

    [Theory]
    [InlineData("nope")]
    [InlineData("+18:30")]
    [InlineData("utc")]
    public void Get_refuses_names_that_are_none(string name) =>
        Assert.Equal("INVALID_TIMEZONE", Assert.Throws<DataPlatformException>(() => SparkTimeZone.Get(name)).Code);

    // The calendar repeats every 400 years, and so do the clock changes of a zone.
    [Fact]
    public void Far_years_follow_the_last_rules() =>
        Assert.Equal(7200, SparkTimeZone.Get("Europe/Berlin").OffsetAt(1_719_792_000_000_000 + (600L * 146_097 * 24 * Hour)));
}
