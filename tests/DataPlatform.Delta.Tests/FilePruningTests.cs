using Microsoft.Spark.Sql.Types;
using static DataPlatform.Delta.FilePredicate;
using Op = DataPlatform.Delta.ComparisonOperator;

namespace DataPlatform.Delta.Tests;

/// <summary>Which files a condition leaves out, case by case worked out by hand. The law behind all of them: a file with a fitting row stays.</summary>
public sealed class FilePruningTests
{
    private const string Ddl = """
        id BIGINT, n INT, f FLOAT, x DOUBLE, dec DECIMAL(10,2), s STRING, d DATE, ts TIMESTAMP, local TIMESTAMP_NTZ, b BOOLEAN,
        inner STRUCT<city: STRING, deep: STRUCT<z: BIGINT>>, list ARRAY<INT>, p STRING, pd DATE, pi INT, pts TIMESTAMP
        """;

    private const string Stats = """
        {"numRecords":10,
         "minValues":{"id":10,"n":-5,"f":0.1,"x":1.5,"dec":1.50,"s":"bear","d":"2024-01-10","ts":"2024-01-10T10:00:00.000Z","local":"2024-01-10T10:00:00.000","inner":{"city":"Bern","deep":{"z":3}}},
         "maxValues":{"id":20,"n":5,"f":0.2,"x":2.5,"dec":2.50,"s":"cat","d":"2024-01-20","ts":"2024-01-20T10:00:00.123Z","local":"2024-01-20T10:00:00.123","inner":{"city":"Rome","deep":{"z":3}}},
         "nullCount":{"id":0,"n":0,"f":0,"x":0,"dec":1,"s":10,"d":0,"ts":0,"local":0,"b":10,"inner":{"city":2,"deep":{"z":0}},"list":0}}
        """;

    private static readonly Metadata Table = Metadata.Create(StructType.FromDdl(Ddl), ["p", "pd", "pi", "pts"]);

    private static readonly AddFile File = TestTable.File(
        "a", 10, Stats, ("p", "de"), ("pd", "2024-03-01"), ("pi", null), ("pts", "2024-03-01T10:00:00.000000Z"));

    public static TheoryData<string, FilePredicate, FileMatch> Cases() => new()
    {
        // Bounds are inclusive on both sides.
        { "id = 9", Compare("id", Op.Equal, 9L), FileMatch.None },
        { "id = 10", Compare("id", Op.Equal, 10L), FileMatch.Some },
        { "id = 20", Compare("id", Op.Equal, 20L), FileMatch.Some },
        { "id = 21", Compare("id", Op.Equal, 21L), FileMatch.None },
        { "id < 10", Compare("id", Op.Less, 10L), FileMatch.None },
        { "id <= 10", Compare("id", Op.LessOrEqual, 10L), FileMatch.Some },
        { "id < 21", Compare("id", Op.Less, 21L), FileMatch.All },
        { "id > 20", Compare("id", Op.Greater, 20L), FileMatch.None },
        { "id >= 20", Compare("id", Op.GreaterOrEqual, 20L), FileMatch.Some },
        { "id >= 10", Compare("id", Op.GreaterOrEqual, 10L), FileMatch.All },
        { "id <> 9", Compare("id", Op.NotEqual, 9L), FileMatch.All },
        { "id <> 10", Compare("id", Op.NotEqual, 10L), FileMatch.Some },
        { "ID = 9, names case aside", Compare("ID", Op.Equal, 9L), FileMatch.None },
        { "n = -6", Compare("n", Op.Equal, -6), FileMatch.None },
        { "inner.deep.z = 3, one value only", new Comparison(["inner", "deep", "z"], Op.Equal, 3L), FileMatch.All },
        { "inner.deep.z <> 3", new Comparison(["inner", "deep", "z"], Op.NotEqual, 3L), FileMatch.None },
        { "inner.city = 'Aachen'", new Comparison(["inner", "city"], Op.Equal, "Aachen"), FileMatch.None },
        { "inner.city = 'Paris'", new Comparison(["inner", "city"], Op.Equal, "Paris"), FileMatch.Some },

        // A bound of a FLOAT is that float's text: 0.1f is above the double 0.1.
        { "f < 0.1f", Compare("f", Op.Less, 0.1f), FileMatch.None },
        { "f <= 0.1f", Compare("f", Op.LessOrEqual, 0.1f), FileMatch.Some },

        // A NaN may be among the rows and is above all: never all of them, and no bound tells where it is.
        { "x < 100", Compare("x", Op.Less, 100.0), FileMatch.Some },
        { "x = NaN", Compare("x", Op.Equal, double.NaN), FileMatch.Some },
        { "x < 1.5", Compare("x", Op.Less, 1.5), FileMatch.None },
        { "dec > 2.50", Compare("dec", Op.Greater, 2.50m), FileMatch.None },
        { "dec >= 2.5", Compare("dec", Op.GreaterOrEqual, 2.5m), FileMatch.Some },
        { "dec < 3, a null is there", Compare("dec", Op.Less, 3m), FileMatch.Some },
        { "d > max", Compare("d", Op.Greater, Date.Parse("2024-01-20")), FileMatch.None },
        { "d >= min", Compare("d", Op.GreaterOrEqual, Date.Parse("2024-01-10")), FileMatch.All },

        // Timestamps are cut to milliseconds: rows go up to one above the greatest.
        { "ts > max", Compare("ts", Op.Greater, new Timestamp(2024, 1, 20, 10, 0, 0, 123_000)), FileMatch.Some },
        { "ts = max + 999 us", Compare("ts", Op.Equal, new Timestamp(2024, 1, 20, 10, 0, 0, 123_999)), FileMatch.Some },
        { "ts > max + 1 ms", Compare("ts", Op.Greater, new Timestamp(2024, 1, 20, 10, 0, 0, 124_000)), FileMatch.None },
        { "ts < min", Compare("ts", Op.Less, new Timestamp(2024, 1, 10, 10, 0, 0, 0)), FileMatch.None },
        { "local = max + 999 us", Compare("local", Op.Equal, new DateTime(2024, 1, 20, 10, 0, 0).AddMicroseconds(123_999)), FileMatch.Some },
        { "local > max + 1 ms", Compare("local", Op.Greater, new DateTime(2024, 1, 20, 10, 0, 0).AddMilliseconds(124)), FileMatch.None },

        // All null: nothing compares, whatever the bounds say.
        { "s = 'bear'", Compare("s", Op.Equal, "bear"), FileMatch.None },
        { "NOT s = 'bear'", new Not(Compare("s", Op.Equal, "bear")), FileMatch.None },
        { "s IS NULL", new IsNull(["s"]), FileMatch.All },
        { "s IS NOT NULL", new IsNotNull(["s"]), FileMatch.None },
        { "s <=> null", new Comparison(["s"], Op.NullSafeEqual, null), FileMatch.All },
        { "s <=> 'bear'", new Comparison(["s"], Op.NullSafeEqual, "bear"), FileMatch.None },
        { "b = true", Compare("b", Op.Equal, true), FileMatch.None },
        { "id IS NULL", new IsNull(["id"]), FileMatch.None },
        { "id <=> null", new Comparison(["id"], Op.NullSafeEqual, null), FileMatch.None },
        { "dec IS NULL", new IsNull(["dec"]), FileMatch.Some },
        { "id = null", new Comparison(["id"], Op.Equal, null), FileMatch.None },
        { "NOT id = null", new Not(new Comparison(["id"], Op.Equal, null)), FileMatch.None },

        // What is not known keeps the file.
        { "no such column", Compare("missing", Op.Equal, 1L), FileMatch.Some },
        { "another type", Compare("id", Op.Equal, "9"), FileMatch.Some },
        { "inside an array", new Comparison(["list", "element"], Op.Equal, 1), FileMatch.Some },
        { "always", Always, FileMatch.Some },
        { "NOT always", new Not(Always), FileMatch.Some },
        { "true", new Constant(true), FileMatch.All },
        { "false", new Constant(false), FileMatch.None },
        { "null", new Constant(null), FileMatch.None },
        { "NOT null", new Not(new Constant(null)), FileMatch.None },

        // Combinations are three-valued.
        { "id = 9 AND always", new And(Compare("id", Op.Equal, 9L), Always), FileMatch.None },
        { "id = 9 OR always", new Or(Compare("id", Op.Equal, 9L), Always), FileMatch.Some },
        { "id >= 10 OR null", new Or(Compare("id", Op.GreaterOrEqual, 10L), new Constant(null)), FileMatch.Some },
        { "NOT (id < 10)", new Not(Compare("id", Op.Less, 10L)), FileMatch.All },
        { "NOT (id >= 10)", new Not(Compare("id", Op.GreaterOrEqual, 10L)), FileMatch.None },
        { "id IN (1, 2)", new In(["id"], [1L, 2L]), FileMatch.None },
        { "id IN (1, 15)", new In(["id"], [1L, 15L]), FileMatch.Some },
        { "id IN (1, null)", new In(["id"], [1L, null]), FileMatch.None },
        { "NOT id IN (1, null)", new Not(new In(["id"], [1L, null])), FileMatch.None },
        { "NOT id IN (1, 2)", new Not(new In(["id"], [1L, 2L])), FileMatch.All },
        { "id IN ()", new In(["id"], []), FileMatch.None },
        { "inner.city LIKE 'A%'", new StartsWith(["inner", "city"], "A"), FileMatch.None },
        { "inner.city LIKE 'Be%'", new StartsWith(["inner", "city"], "Be"), FileMatch.Some },
        { "inner.city LIKE 'Rom%'", new StartsWith(["inner", "city"], "Rom"), FileMatch.Some },
        { "inner.city LIKE 'Rz%'", new StartsWith(["inner", "city"], "Rz"), FileMatch.None },
        { "inner.city LIKE 'Bern, %'", new StartsWith(["inner", "city"], "Bern, "), FileMatch.Some },

        // Partition values are exact.
        { "p = 'de'", Compare("p", Op.Equal, "de"), FileMatch.All },
        { "p = 'fr'", Compare("p", Op.Equal, "fr"), FileMatch.None },
        { "p LIKE 'd%'", new StartsWith(["p"], "d"), FileMatch.All },
        { "p LIKE 'e%'", new StartsWith(["p"], "e"), FileMatch.None },
        { "P <> 'de'", Compare("P", Op.NotEqual, "de"), FileMatch.None },
        { "pd = day", Compare("pd", Op.Equal, Date.Parse("2024-03-01")), FileMatch.All },
        { "pd > day", Compare("pd", Op.Greater, Date.Parse("2024-03-01")), FileMatch.None },
        { "pi IS NULL", new IsNull(["pi"]), FileMatch.All },
        { "pi = 1", Compare("pi", Op.Equal, 1), FileMatch.None },
        { "pts = instant", Compare("pts", Op.Equal, new Timestamp(2024, 3, 1, 10, 0, 0, 0)), FileMatch.All },
        { "pts > instant", Compare("pts", Op.Greater, new Timestamp(2024, 3, 1, 10, 0, 0, 0)), FileMatch.None },
        { "p = 'de' AND id = 15", new And(Compare("p", Op.Equal, "de"), Compare("id", Op.Equal, 15L)), FileMatch.Some },
        { "p = 'fr' OR id = 9", new Or(Compare("p", Op.Equal, "fr"), Compare("id", Op.Equal, 9L)), FileMatch.None },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Match_condition_is_judged_by_partition_values_and_statistics(string condition, FilePredicate predicate, FileMatch expected)
    {
        _ = condition;
        Assert.Equal(expected, new FilePruner(Table, TimeZoneInfo.Utc).Match(predicate, File));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("{\"numRecords\":10}")]
    [InlineData("{\"numRecords\":10,\"minValues\":{},\"maxValues\":null,\"nullCount\":{\"other\":10}}")]
    [InlineData("{\"minValues\":{\"id\":\"text\"},\"maxValues\":{\"id\":{}}}")]
    [InlineData("{\"maxValues\":{\"x\":\"NaN\",\"ts\":\"+12024-01-20T10:00:00.123Z\"}}")]
    [InlineData("no json")]
    public void Match_statistics_missing_or_unreadable_keep_the_file(string? stats)
    {
        var file = File with { Stats = stats };
        var pruner = new FilePruner(Table, TimeZoneInfo.Utc);
        Assert.Equal(FileMatch.Some, pruner.Match(Compare("id", Op.Equal, 1L), file));
        Assert.Equal(FileMatch.Some, pruner.Match(Compare("x", Op.Greater, 1.0), file));
        Assert.Equal(FileMatch.Some, pruner.Match(Compare("ts", Op.Greater, new Timestamp(2030, 1, 1, 0, 0, 0, 0)), file));
        Assert.Equal(FileMatch.Some, pruner.Match(new IsNull(["id"]), file));
    }

    [Fact]
    public void Match_only_one_bound_is_used_for_what_it_tells()
    {
        var file = File with { Stats = """{"numRecords":1,"minValues":{"id":10}}""" };
        var pruner = new FilePruner(Table, TimeZoneInfo.Utc);
        Assert.Equal(FileMatch.None, pruner.Match(Compare("id", Op.Less, 10L), file));
        Assert.Equal(FileMatch.Some, pruner.Match(Compare("id", Op.Greater, 1000L), file));
    }

    [Fact]
    public void Match_partition_timestamp_without_zone_is_of_the_zone_given()
    {
        var file = TestTable.File("a", 1, null, ("p", null), ("pd", null), ("pi", null), ("pts", "2024-07-01 10:00:00"));
        var condition = Compare("pts", Op.Equal, new Timestamp(2024, 7, 1, 8, 0, 0, 0));
        Assert.Equal(FileMatch.All, new FilePruner(Table, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).Match(condition, file));
        Assert.Equal(FileMatch.None, new FilePruner(Table, TimeZoneInfo.Utc).Match(condition, file));
    }

    [Fact]
    public void Match_text_is_ordered_by_code_points_as_Spark_orders_UTF8()
    {
        // UTF-16 would put U+1F600 (surrogates from U+D83D) before U+FF41.
        var file = File with { Stats = """{"numRecords":1,"minValues":{"s":"a"},"maxValues":{"s":"😀"}}""" };
        var condition = Compare("s", Op.Equal, "\uFF41");
        Assert.Equal(FileMatch.Some, new FilePruner(Table, TimeZoneInfo.Utc).Match(condition, file));
    }

    [SkippableTheory]
    [InlineData("delta-golden", "kernel-timestamp-partition-col-ISO8601")]
    public void FilesMatching_upstream_timestamp_partitions_are_pruned_to_one_row(string source, string name)
    {
        Skip.If(UpstreamTable.Root is null, $"set {UpstreamTable.Variable} to a folder with the upstream tables");
        var snapshot = DeltaLog.ForTable(
            UpstreamTable.Named(source, name).Folder, LocalLogStore.Instance, DuckDbParquet.Instance, TimeProvider.System).Latest();
        var column = snapshot.Metadata.PartitionColumns[0];
        var instant = PartitionValue.Parse(snapshot.AllFiles.First().PartitionValues[column], new TimestampType(), column);
        Assert.Equal(1, snapshot.FilesMatching(Compare(column, Op.Equal, instant!)).Sum(file => file.NumRecords));
    }

    private static Comparison Compare(string column, Op comparison, object literal) => new([column], comparison, literal);
}
