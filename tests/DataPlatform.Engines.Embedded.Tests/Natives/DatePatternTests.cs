using DataPlatform.Engines.Embedded.Natives;

namespace DataPlatform.Engines.Embedded.Tests.Natives;

/// <summary>Expected texts, instants and conditions are Spark 4.2's.</summary>
public sealed class DatePatternTests
{
    // 2024-02-09 15:04:05.678901 UTC.
    private const long Afternoon = 1_707_491_045_678_901;

    [Theory]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss.SSS", "2024-02-09T15:04:05.678")]
    [InlineData("yy MMM EEE", "24 Feb Fri")]
    [InlineData("MMMM EEEE QQQQ", "February Friday 1st quarter")]
    [InlineData("yyyyyy", "002024")]
    [InlineData("h a K k", "3 PM 3 15")]
    [InlineData("D DDD F", "40 040 2")]
    [InlineData("SSSSSSSSS", "678901000")]
    [InlineData("''yyyy[-MM]", "'2024-02")]
    [InlineData("X XXX x xxx Z O VV", "Z Z +00 +00:00 +0000 GMT UTC")]
    public void Print_writes_what_Spark_writes(string pattern, string text) =>
        Assert.Equal(text, DatePattern.ForPrinting(pattern).Print(Afternoon, SparkTimeZone.Get("UTC")));

    [Fact]
    public void Print_counts_years_before_the_first_without_an_era_and_with_one()
    {
        // -0044-03-15.
        const long Ides = -63_549_360_000_000_000;
        var utc = SparkTimeZone.Get("UTC");
        var years = DatePattern.ForPrinting("yyyy").Print(Ides, utc);
        Assert.Equal("-0044", years);
        Assert.Equal("0045 BC", DatePattern.ForPrinting("yyyy G").Print(Ides, utc));
    }

    [Theory]
    [InlineData("20240229131415", "yyyyMMddHHmmss", 1_709_212_455_000_000)]
    [InlineData("29/02/2024 1:14 pm", "dd/MM/yyyy h:mm a", 1_709_212_440_000_000)]
    [InlineData("2024-02-29 13:14:15.1", "yyyy-MM-dd HH:mm:ss[.SSS]", 1_709_212_455_100_000)]
    [InlineData("2024-02-29 13:14:15", "yyyy-MM-dd HH:mm:ss[.SSS]", 1_709_212_455_000_000)]
    [InlineData("2024-02-29 13:14:15+02:00", "yyyy-MM-dd HH:mm:ssXXX", 1_709_205_255_000_000)]
    [InlineData("2024-02-29 13:14:15 Europe/Berlin", "yyyy-MM-dd HH:mm:ss VV", 1_709_208_855_000_000)]
    [InlineData("24:14", "kk:mm", 840_000_000)]
    [InlineData("060", "DDD", 5_097_600_000_000)]
    public void ParseInstant_reads_what_Spark_reads(string text, string pattern, long instant) =>
        Assert.Equal(instant, DatePattern.ForParsing(pattern).ParseInstant(text, SparkTimeZone.Get("UTC")));

    [Theory]
    [InlineData("9/2/2024", "dd/MM/yyyy")]
    [InlineData("30/02/2024", "dd/MM/yyyy")]
    [InlineData("29/02/2024x", "dd/MM/yyyy")]
    [InlineData("12024-02-29", "yyyy-MM-dd")]
    [InlineData("2024-02-29 25:00", "yyyy-MM-dd HH:mm")]
    [InlineData("2024-02-29 13:14 AM", "yyyy-MM-dd HH:mm a")]
    public void ParseInstant_refuses_what_Spark_refuses(string text, string pattern) =>
        Assert.Null(DatePattern.ForParsing(pattern).ParseInstant(text, SparkTimeZone.Get("UTC")));

    [Theory]
    [InlineData("YYYY", "INCONSISTENT_BEHAVIOR_CROSS_VERSION.DATETIME_PATTERN_RECOGNITION")]
    [InlineData("e", "INCONSISTENT_BEHAVIOR_CROSS_VERSION.DATETIME_WEEK_BASED_PATTERN")]
    [InlineData("invalid", "INVALID_DATETIME_PATTERN.ILLEGAL_CHARACTER")]
    [InlineData("QQQQQ", "INVALID_DATETIME_PATTERN.LENGTH")]
    [InlineData("VVV", "INVALID_DATETIME_PATTERN.WITH_SUGGESTION")]
    [InlineData("ddd", "INCONSISTENT_BEHAVIOR_CROSS_VERSION.DATETIME_PATTERN_RECOGNITION")]
    [InlineData("yyyy'", "INVALID_DATETIME_PATTERN.WITH_SUGGESTION")]
    [InlineData("yyyy]", "INCONSISTENT_BEHAVIOR_CROSS_VERSION.DATETIME_PATTERN_RECOGNITION")]
    public void ForPrinting_refuses_patterns_under_Sparks_condition(string pattern, string condition) =>
        Assert.Equal(condition, Assert.Throws<DataPlatformException>(() => DatePattern.ForPrinting(pattern)).Code);

    [Fact]
    public void ForParsing_takes_no_days_of_the_week() => Assert.Equal(
        "INCONSISTENT_BEHAVIOR_CROSS_VERSION.DATETIME_PATTERN_RECOGNITION",
        Assert.Throws<DataPlatformException>(() => DatePattern.ForParsing("EEE d MMM yyyy")).Code);
}
