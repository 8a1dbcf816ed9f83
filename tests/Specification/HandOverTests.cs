using Microsoft.Spark.Extensions.Delta.Tables;
using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace Specification;

/// <summary>A Delta table that both engines write in turn: what one commits, the other reads, changes and hands back.</summary>
public sealed class HandOverTests : IClassFixture<EmbeddedEngine>, IClassFixture<SparkEngine>, IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("handover").FullName;
    private readonly SparkSession _embedded;
    private readonly SparkSession _spark;

    public HandOverTests(EmbeddedEngine embedded, SparkEngine spark)
    {
        Skip.If(SparkEngine.Missing is not null, SparkEngine.Missing);
        _embedded = embedded.SessionOf("hand over", _ => { });
        _spark = spark.SessionOf("hand over", _ => { });
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [SkippableFact]
    public void Appends_in_turn_across_checkpoints_are_all_there()
    {
        // Twelve commits each way pass the checkpoint that a table gets every ten.
        for (var turn = 0; turn < 24; turn++)
        {
            var session = turn % 2 == 0 ? _embedded : _spark;
            session.Range(turn * 10, (turn * 10) + 10).WithColumn("part", Col("id").Mod(3))
                .Write().Format("delta").Mode("append").PartitionBy("part").Save(_path);
        }

        Assert.NotEmpty(Directory.GetFiles(LogFolder, "*.checkpoint.parquet"));
        AssertBoth(Read(Enumerable.Range(0, 240).Select(id => $"[{id},{id % 3}]")));
        Assert.All(Sessions, session => Assert.Equal(80, Table(session).Filter("part = 1").Count()));
    }

    [SkippableFact]
    public void Merges_in_turn_change_what_the_other_wrote()
    {
        _embedded.Range(0, 100).Select(Col("id"), Col("id").Mod(4).As("part"), Lit("embedded").As("by"))
            .Write().Format("delta").PartitionBy("part").Save(_path);

        Merge(_spark, "spark", 90, 110);
        AssertBoth(Read(Enumerable.Range(0, 110).Select(id => Row(id, id < 90 ? "embedded" : "spark"))));

        Merge(_embedded, "again", 105, 120);
        AssertBoth(Read(Enumerable.Range(0, 120).Select(id => Row(id, id < 90 ? "embedded" : id < 105 ? "spark" : "again"))));

        Merge(_spark, "last", 0, 1);
        AssertBoth(Read(Enumerable.Range(0, 120).Select(id => Row(id, id < 1 ? "last" : id < 90 ? "embedded" : id < 105 ? "spark" : "again"))));

        static string Row(int id, string by) => $"[{id},{id % 4},\"{by}\"]";
    }

    [SkippableFact]
    public void Rows_that_Spark_marks_deleted_are_gone_for_both()
    {
        _embedded.Range(0, 1000).Write().Format("delta").Save(_path);
        _spark.Sql($"ALTER TABLE delta.`{_path}` SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')");

        DeltaTable.ForPath(_spark, _path).Delete("id % 10 = 0");
        Assert.Contains(Directory.GetFiles(LogFolder, "*.json"), file => File.ReadAllText(file).Contains("\"deletionVector\":{", StringComparison.Ordinal));
        AssertBoth(Read(Ids(id => id % 10 != 0)));

        DeltaTable.ForPath(_embedded, _path).Delete("id % 10 = 1");
        AssertBoth(Read(Ids(id => id % 10 > 1)));

        DeltaTable.ForPath(_spark, _path).Delete("id % 10 = 2");
        DeltaTable.ForPath(_embedded, _path).As("t")
            .Merge(_embedded.Range(0, 13).As("s"), "t.id = s.id").WhenMatched().Delete().WhenNotMatched().InsertAll().Execute();

        // Of 0 to 12, the deleted ones (0, 1, 2, 10, 11, 12) come back and the others go.
        AssertBoth(Read(Ids(id => id < 13 ? id % 10 <= 2 : id % 10 > 2)));

        static IEnumerable<string> Ids(Func<int, bool> isThere) => Enumerable.Range(0, 1000).Where(isThere).Select(id => $"[{id}]");
    }

    [SkippableFact]
    public void Schema_changes_of_one_are_the_others_too()
    {
        _embedded.Sql("SELECT 1 AS id, 'a' AS name").Write().Format("delta").Save(_path);
        _spark.Sql("SELECT 2 AS id, DATE'2024-02-29' AS day").Write().Format("delta").Mode("append").Option("mergeSchema", "true").Save(_path);
        AssertBoth(Read(["[1,\"a\",null]", "[2,null,\"2024-02-29\"]"]));

        _embedded.Sql("SELECT 3 AS id, named_struct('x', 1.50, 'y', array(1, NULL)) AS more").Write().Format("delta").Mode("append").Option("mergeSchema", "true").Save(_path);
        AssertBoth(Read(["[1,\"a\",null,null]", "[2,null,\"2024-02-29\",null]", "[3,null,null,[\"1.50\",[1,null]]]"]));

        _spark.Sql("SELECT 'new' AS key").Write().Format("delta").Mode("overwrite").Option("overwriteSchema", "true").Save(_path);
        AssertBoth(Read(["[\"new\"]"]));
        Assert.All(Sessions, session => Assert.Equal(3, session.Read().Format("delta").Option("versionAsOf", 2).Load(_path).Count()));
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Values_of_every_type_come_back_as_they_were(bool isEmbeddedFirst)
    {
        const string Query =
            """
            SELECT true AS bool, -128Y AS tiny, -32768S AS small, -2147483648 AS int, -9223372036854775808 AS big, FLOAT('-0.0') AS float, DOUBLE('NaN') AS double,
              99999999999999999999999999999999999999 AS wide, -1.20 AS dec, '\uD83D\uDE00 \'' AS text, X'00FF' AS bytes, DATE'0001-01-01' AS day, DATE'9999-12-31' AS far,
              TIMESTAMP'1883-11-18 12:03:57.000001Z' AS instant, TIMESTAMP_NTZ'1582-10-04 23:59:59.999999' AS local,
              array(1, NULL, 3) AS list, map('k', array(map(1, CAST(NULL AS INT)))) AS map, named_struct('a', named_struct('b', CAST(NULL AS INT))) AS nested, 1 AS n
            UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2
            """;
        var (first, second) = isEmbeddedFirst ? (_embedded, _spark) : (_spark, _embedded);
        var written = first.Sql(Query);
        written.Write().Format("delta").Save(_path);

        Assert.Equal(Text(second.Sql(Query)), Text(Table(second)));
        Assert.Equal(Text(written), Text(Table(second)));
    }

    private IEnumerable<SparkSession> Sessions => [_embedded, _spark];

    private string LogFolder => Path.Combine(_path, "_delta_log");

    private static string Read(IEnumerable<string> rows) => $"[{string.Join(",", rows.Order(StringComparer.Ordinal))}]";

    private static string Text(DataFrame frame) => AnswerText.Rows(frame.Collect(), frame.Schema(), ordered: false);

    private DataFrame Table(SparkSession session) => session.Read().Format("delta").Load(_path);

    private void AssertBoth(string rows) => Assert.All(Sessions, session => Assert.Equal(rows, Text(Table(session))));

    private void Merge(SparkSession session, string by, long from, long to)
    {
        var source = session.Range(from, to).Select(Col("id"), Col("id").Mod(4).As("part"), Lit(by).As("by"));
        DeltaTable.ForPath(session, _path).As("t").Merge(source.As("s"), "t.id = s.id").WhenMatched().UpdateAll().WhenNotMatched().InsertAll().Execute();
    }
}
