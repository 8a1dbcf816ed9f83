using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta.Tests;

public sealed class StatisticsTests
{
    [Fact]
    public void Compose_writes_every_type_as_Spark_does()
    {
        var metadata = Metadata.Create(StructType.FromDdl(
            "i BIGINT, f FLOAT, x DOUBLE, dec DECIMAL(20,3), s STRING, d DATE, ts TIMESTAMP, local TIMESTAMP_NTZ, b BOOLEAN, bin BINARY, l ARRAY<INT>, p INT"), ["p"]);
        var json = FileStatistics.Compose(
            metadata,
            5,
            [
                new(["i"], -1L, long.MaxValue, 0),
                new(["f"], 0.1f, 0.2f, 1),
                new(["x"], 1e-10, 1e300, 0),
                new(["dec"], 1.500m, 2.5m, 0),
                new(["s"], "a\"b", "é", 0),
                new(["d"], Date.Parse("2024-01-01"), Date.Parse("2024-12-31"), 0),
                new(["ts"], new Timestamp(2024, 1, 1, 10, 0, 0, 123_456), new Timestamp(1969, 12, 31, 23, 59, 59, 999_999), 0),
                new(["local"], new DateTime(2024, 1, 1), new DateTime(2024, 1, 1, 0, 0, 1), 0),
                new(["b"], false, true, 2),
                new(["bin"], null, null, 3),
                new(["l"], null, null, 4),
                new(["p"], 1, 1, 0),
            ]);
        Assert.Equal(
            """{"numRecords":5,"minValues":{"i":-1,"f":0.1,"x":1E-10,"dec":1.500,"s":"a\"b","d":"2024-01-01","ts":"2024-01-01T10:00:00.123Z","local":"2024-01-01T00:00:00.000"},"maxValues":{"i":9223372036854775807,"f":0.2,"x":1E+300,"dec":2.5,"s":"é","d":"2024-12-31","ts":"1969-12-31T23:59:59.999Z","local":"2024-01-01T00:00:01.000"},"nullCount":{"i":0,"f":1,"x":0,"dec":0,"s":0,"d":0,"ts":0,"local":0,"b":2,"bin":3,"l":4}}""",
            json);
    }

    [Theory]
    [InlineData(double.NaN, 1.0, false)]
    [InlineData(1.0, double.NaN, false)]
    [InlineData(1.0, 2.0, true)]
    public void Compose_NaN_leaves_the_bounds_out(double min, double max, bool hasNaN)
    {
        var json = FileStatistics.Compose(Metadata.Create(StructType.FromDdl("x DOUBLE")), 3, [new(["x"], min, max, 0, hasNaN)]);
        Assert.DoesNotContain("NaN", json, StringComparison.Ordinal);
        Assert.Contains("\"nullCount\":{\"x\":0}", json, StringComparison.Ordinal);
        if (hasNaN)
        {
            Assert.DoesNotContain("\"x\":1", json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Compose_infinity_leaves_that_bound_out()
    {
        var json = FileStatistics.Compose(
            Metadata.Create(StructType.FromDdl("x DOUBLE")), 3, [new(["x"], 1.5, double.PositiveInfinity, 0)]);
        Assert.Equal("""{"numRecords":3,"minValues":{"x":1.5},"maxValues":{},"nullCount":{"x":0}}""", json);
    }

    [Fact]
    public void Compose_long_text_is_cut_so_that_bounds_stay_bounds()
    {
        var text = new string('a', 32) + "zzz";
        var stats = Parse(Text(text, text));
        Assert.Equal(new string('a', 32), Lower(stats));
        Assert.Equal(new string('a', 32) + "\U0010FFFF", Upper(stats));
        Assert.True(ComparableValue.CompareText(Lower(stats), text) <= 0 && ComparableValue.CompareText(Upper(stats), text) >= 0);
    }

    [Fact]
    public void Compose_text_is_not_cut_inside_a_character()
    {
        var text = new string('a', 31) + "😀😀";
        var stats = Parse(Text(text, text));
        Assert.Equal(new string('a', 31), Lower(stats));
        Assert.Equal(new string('a', 31) + "\U0010FFFF", Upper(stats));
    }

    [Fact]
    public void Compose_text_that_goes_on_with_the_greatest_character_is_kept_up_to_its_end()
    {
        var text = new string('a', 32) + "\U0010FFFF\U0010FFFFb";
        Assert.Equal(new string('a', 32) + "\U0010FFFF\U0010FFFF\U0010FFFF", Upper(Parse(Text(text, text))));
    }

    [Fact]
    public void Compose_indexes_the_first_32_leaves_unless_told_otherwise()
    {
        var ddl = string.Join(", ", Enumerable.Range(0, 30).Select(i => $"c{i} INT")) + ", s STRUCT<a: INT, b: INT, c: INT>, last INT";
        var columns = Enumerable.Range(0, 30).Select(i => new ColumnStatistics([$"c{i}"], i, i, 0)).ToList();
        columns.AddRange([new(["s", "a"], 1, 1, 0), new(["S", "B"], 2, 2, 0), new(["s", "c"], 3, 3, 0), new(["last"], 4, 4, 0)]);
        var schema = StructType.FromDdl(ddl);
        var usual = FileStatistics.Compose(Metadata.Create(schema), 1, columns);
        Assert.Contains("\"s\":{\"a\":1,\"b\":2}}", usual, StringComparison.Ordinal);
        Assert.DoesNotContain("last", usual, StringComparison.Ordinal);
        var all = FileStatistics.Compose(Table(schema, "delta.dataSkippingNumIndexedCols", "-1"), 1, columns);
        Assert.Contains("\"s\":{\"a\":1,\"b\":2,\"c\":3},\"last\":4}", all, StringComparison.Ordinal);
        var none = FileStatistics.Compose(Table(schema, "delta.dataSkippingNumIndexedCols", "0"), 1, columns);
        Assert.Equal("""{"numRecords":1,"minValues":{},"maxValues":{},"nullCount":{}}""", none);
        var named = FileStatistics.Compose(Table(schema, "delta.dataSkippingStatsColumns", "s.c, `last`"), 1, columns);
        Assert.Equal("""{"numRecords":1,"minValues":{"s":{"c":3},"last":4},"maxValues":{"s":{"c":3},"last":4},"nullCount":{"s":{"c":0},"last":0}}""", named);
    }

    [Fact]
    public void NullCount_and_NumRecords_are_null_where_the_log_does_not_say()
    {
        var stats = FileStatistics.Parse("""{"numRecords":4,"nullCount":{"a":{"b":2}}}""");
        Assert.Equal(4, stats.NumRecords);
        Assert.Equal(2, stats.NullCount(["a", "b"]));
        Assert.Null(stats.NullCount(["a"]));
        Assert.Null(stats.NullCount(["x"]));
        Assert.Null(FileStatistics.None.NumRecords);
    }

    [Fact]
    public void Statistics_of_a_copy_with_other_text_are_those_of_the_copy()
    {
        var file = TestTable.File("a", rows: 5);
        Assert.Equal(5, file.NumRecords);
        Assert.Equal(7, (file with { Stats = """{"numRecords":7}""" }).NumRecords);
        var metadata = Metadata.Create(StructType.FromDdl("a INT"));
        Assert.Equal("a INT", metadata.Schema.ToDdl());
        Assert.Equal("b INT", (metadata with { SchemaString = StructType.FromDdl("b INT").Json }).Schema.ToDdl());
    }

    private static Metadata Table(StructType schema, string key, string value) =>
        Metadata.Create(schema, properties: new Dictionary<string, string> { [key] = value });

    private static string Text(string min, string max) =>
        FileStatistics.Compose(Metadata.Create(StructType.FromDdl("s STRING")), 1, [new(["s"], min, max, 0)]);

    private static FileStatistics Parse(string json) => FileStatistics.Parse(json);

    private static string Lower(FileStatistics statistics) => (string)statistics.LowerBound(["s"], new StringType())!;

    private static string Upper(FileStatistics statistics) => (string)statistics.UpperBound(["s"], new StringType())!;
}
