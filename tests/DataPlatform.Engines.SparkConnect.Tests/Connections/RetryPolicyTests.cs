using DataPlatform.Engines.SparkConnect.Connections;

namespace DataPlatform.Engines.SparkConnect.Tests.Connections;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(0, 50)]
    [InlineData(1, 200)]
    [InlineData(2, 800)]
    [InlineData(3, 3_200)]
    [InlineData(4, 12_800)]
    [InlineData(5, 51_200)]
    [InlineData(6, 60_000)]
    [InlineData(14, 60_000)]
    public void DelayOf_grows_fourfold_up_to_a_minute(int retry, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), RetryPolicy.Spark.DelayOf(retry, null, 0));

    [Theory]
    [InlineData(0, 0.5, 50)]
    [InlineData(2, 1, 800)]
    [InlineData(3, 0.5, 3_450)]
    [InlineData(9, 1, 60_500)]
    public void DelayOf_adds_chance_from_two_seconds_on(int retry, double chance, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), RetryPolicy.Spark.DelayOf(retry, null, chance));

    [Theory]
    [InlineData(30, 30)]
    [InlineData(6_000, 600)]
    public void DelayOf_waits_as_long_as_the_server_asks_up_to_ten_minutes(int asked, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryPolicy.Spark.DelayOf(0, TimeSpan.FromSeconds(asked), 0));

    [Fact]
    public void DelayOf_is_no_shorter_for_a_server_that_asks_for_less() =>
        Assert.Equal(TimeSpan.FromMilliseconds(800), RetryPolicy.Spark.DelayOf(2, TimeSpan.FromMilliseconds(10), 0));
}
