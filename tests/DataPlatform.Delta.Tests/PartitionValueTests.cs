using System.Data.SqlTypes;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta.Tests;

public sealed class PartitionValueTests
{
    public static TheoryData<string, object, string> Values() => new()
    {
        { "boolean", true, "true" },
        { "tinyint", (sbyte)-5, "-5" },
        { "smallint", (short)5, "5" },
        { "int", 7, "7" },
        { "bigint", long.MinValue, "-9223372036854775808" },
        { "float", 1f, "1.0" },
        { "float", 0.1f, "0.1" },
        { "double", 1e10, "1.0E10" },
        { "double", 123456.789, "123456.789" },
        { "double", 1.5e-5, "1.5E-5" },
        { "double", -2.5e300, "-2.5E300" },
        { "double", double.NegativeInfinity, "-Infinity" },
        { "double", double.NaN, "NaN" },
        { "decimal(10,2)", 1.50m, "1.50" },
        { "decimal(38,3)", SqlDecimal.Parse("12345678901234567890123456789012345.678"), "12345678901234567890123456789012345.678" },
        { "string", "a/b c%d:é", "a/b c%d:é" },
        { "date", Date.Parse("2024-02-29"), "2024-02-29" },
        { "timestamp", new Timestamp(2024, 1, 1, 10, 0, 0, 500_000), "2024-01-01T10:00:00.500000Z" },
        { "timestamp_ntz", new DateTime(2024, 1, 1, 10, 0, 0, 500), "2024-01-01 10:00:00.5" },
        { "timestamp_ntz", new DateTime(2024, 1, 1, 10, 0, 0), "2024-01-01 10:00:00" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Format_and_Parse_go_there_and_back(string type, object value, string text)
    {
        var dataType = DataType.FromDdl(type);
        Assert.Equal(text, PartitionValue.Format(value, dataType));
        Assert.Equal(value, PartitionValue.Parse(text, dataType, "c"));
    }

    [Fact]
    public void Format_empty_text_is_null()
    {
        Assert.Null(PartitionValue.Format("", new StringType()));
        Assert.Null(PartitionValue.Parse("", new StringType(), "c"));
        Assert.Null(PartitionValue.Parse(null, new IntegerType(), "c"));
    }

    [Fact]
    public void Parse_text_that_is_no_value_names_the_column()
    {
        var error = Assert.Throws<DataPlatformException>(() => PartitionValue.Parse("x", new IntegerType(), "year"));
        Assert.Equal(("DELTA_FAILED_CAST_PARTITION_VALUE", "year"), (error.Code, error.Parameters["column"]));
    }

    [Theory]
    [InlineData("2024-07-01 10:00:00", "Europe/Berlin", "2024-07-01 08:00:00.000000Z")]
    [InlineData("2024-07-01 10:00:00.25", null, "2024-07-01 10:00:00.250000Z")]
    [InlineData("2024-07-01T10:00:00.000000Z", "Europe/Berlin", "2024-07-01 10:00:00.000000Z")]
    [InlineData("2024-07-01T10:00:00+05:30", null, "2024-07-01 04:30:00.000000Z")]
    [InlineData("2024-10-27 02:30:00", "Europe/Berlin", "2024-10-27 00:30:00.000000Z")]
    [InlineData("2024-03-31 02:30:00", "Europe/Berlin", "2024-03-31 01:30:00.000000Z")]
    public void Parse_timestamp_without_zone_is_of_the_session(string text, string? zone, string expected)
    {
        var timeZone = zone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(zone);
        Assert.Equal(expected, PartitionValue.Parse(text, new TimestampType(), "c", timeZone)!.ToString());
    }

    [Fact]
    public void Of_folder_names_are_escaped_as_Hive_does()
    {
        KeyValuePair<string, string?>[] values = [new("s", "a/b c%d:é"), new("t", null), new("u", "x=y\"?*[]{}^#'\\")];
        Assert.Equal("s=a%2Fb c%25d%3Aé/t=__HIVE_DEFAULT_PARTITION__/u=x%3Dy%22%3F%2A%5B%5D%7B}%5E%23%27%5C/", PartitionPath.Of(values));
    }

    [Fact]
    public void Create_path_is_encoded_for_the_log_and_decoded_for_the_disk()
    {
        // What Spark 4.2 with Delta 4.4 wrote for the partition value 'a/b c%d:é'.
        var file = AddFile.Create("s=a%2Fb c%25d%3Aé/part-0.parquet", new Dictionary<string, string?>(), 1, 1);
        Assert.Equal("s=a%252Fb%20c%2525d%253Aé/part-0.parquet", file.Path);
        Assert.Equal("/t/s=a%2Fb c%25d%3Aé/part-0.parquet", file.AbsolutePath("/t"));
    }

    [Theory]
    [InlineData("/abs/x%20y", "/abs/x y")]
    [InlineData("file:/abs/x%20y", "/abs/x y")]
    [InlineData("file:///abs/x", "/abs/x")]
    [InlineData("rel/x", "/t/rel/x")]
    public void AbsolutePath_relative_paths_are_of_the_table(string path, string expected) =>
        Assert.Equal(expected, (AddFile.Create("x", new Dictionary<string, string?>(), 1, 1) with { Path = path }).AbsolutePath("/t"));
}
