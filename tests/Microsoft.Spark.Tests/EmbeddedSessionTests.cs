using DataPlatform.Engines.Embedded;
using Microsoft.Spark.Extensions.Delta.Tables;
using static Microsoft.Spark.Sql.Functions;

namespace Microsoft.Spark.Sql.Tests;

/// <summary>The API over the engine in process, from rows of the program to tables and back. Expected texts and numbers are Spark 4.2's.</summary>
public sealed class EmbeddedSessionTests : IDisposable
{
    private readonly SparkSession _spark = new(new EmbeddedEngine(new Dictionary<string, string>()));
    private readonly string _folder = Directory.CreateTempSubdirectory("microsoft-spark-").FullName;

    public void Dispose()
    {
        _spark.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Show_writes_each_type_as_Spark_does()
    {
        var rows = _spark.Sql(
            """
            SELECT 1 AS id, 'a' AS name, CAST(1.5 AS DOUBLE) d, CAST(NULL AS STRING) n, TRUE b, DATE'2013-01-05' dt, TIMESTAMP'2013-01-05 10:11:12.5' ts, CAST(12.30 AS DECIMAL(10,2)) dec
            UNION ALL SELECT 22, 'a long text of more than twenty characters', 1e10D, 'x', FALSE, NULL, NULL, NULL
            """);
        Assert.Equal(
            """
            +---+--------------------+------+----+-----+----------+--------------------+-----+
            | id|                name|     d|   n|    b|        dt|                  ts|  dec|
            +---+--------------------+------+----+-----+----------+--------------------+-----+
            |  1|                   a|   1.5|NULL| true|2013-01-05|2013-01-05 10:11:...|12.30|
            | 22|a long text of mo...|1.0E10|   x|false|      NULL|                NULL| NULL|
            +---+--------------------+------+----+-----+----------+--------------------+-----+

            """,
            rows.OrderBy("id").ShowText(20, 20, vertical: false));
    }

    [Fact]
    public void Show_writes_nested_values_as_Spark_does()
    {
        var rows = _spark.Sql(
            "SELECT array(1, NULL, 2) a, map('k', CAST(NULL AS INT), 'm', 2) m, named_struct('x', 1.5D, 'y', CAST(NULL AS STRING)) s, X'0AFF' bin, array(X'01') ab, named_struct('q', array(1.0e-5D)) nn");
        Assert.Equal(
            """
            +------------+-------------------+-----------+-------+------+----------+
            |a           |m                  |s          |bin    |ab    |nn        |
            +------------+-------------------+-----------+-------+------+----------+
            |[1, NULL, 2]|{k -> NULL, m -> 2}|{1.5, NULL}|[0A FF]|[[01]]|{[1.0E-5]}|
            +------------+-------------------+-----------+-------+------+----------+

            """,
            rows.ShowText(20, 0, vertical: false));
    }

    [Fact]
    public void Rows_of_the_program_can_be_grouped_joined_and_counted()
    {
        var flights = _spark.CreateDataFrame(
            [new GenericRow(["UA", 5]), new GenericRow(["UA", -3]), new GenericRow(["AA", null])], Types.StructType.FromDdl("carrier STRING NOT NULL, delay INT"));
        var names = _spark.CreateDataFrame([new GenericRow(["UA", "United"])], Types.StructType.FromDdl("carrier STRING, name STRING"));

        var byCarrier = flights.GroupBy("carrier").Agg(Count("*").As("flights"), Avg("delay").As("delay"));
        var rows = byCarrier.Join(names, byCarrier["carrier"] == names["carrier"], "left").Select(byCarrier["carrier"], Col("name"), Col("flights"), Col("delay")).OrderBy("carrier").Collect();

        Assert.Equal(["[AA,null,1,null]", "[UA,United,2,1]"], rows.Select(row => row.ToString()));
        Assert.Equal(3, flights.Count());
        Assert.False(flights.IsEmpty());
    }

    [Fact]
    public void ToJSON_leaves_null_fields_out() => Assert.Equal(
        ["""{"k":1,"v":2,"s":"a","d":2.5}""", """{"k":1,"d":1.5}"""],
        _spark.Sql("SELECT * FROM VALUES (1, 2, 'a', 2.5D), (1, NULL, NULL, 1.5D) AS t(k, v, s, d)").ToJSON().Collect().Select(row => row.GetAs<string>(0)));

    [Fact]
    public void Stat_counts_nulls_as_zero_as_Spark_does()
    {
        var stat = _spark.Sql("SELECT * FROM VALUES (1.0D, 2.0D), (NULL, 3.0D), (4.0D, 1.0D), (2.0D, NULL) AS t(a, b)").Stat();
        Assert.Equal(-0.680336051416609, stat.Corr("a", "b"), 12);
        Assert.Equal(-1.5, stat.Cov("a", "b"), 12);
    }

    [Fact]
    public void Views_are_found_and_dropped()
    {
        _spark.Range(3).CreateOrReplaceTempView("three");
        Assert.True(_spark.Catalog.TableExists("three"));
        Assert.Equal(3, _spark.Table("three").Count());
        Assert.True(_spark.Catalog.DropTempView("three"));
        Assert.False(_spark.Catalog.DropTempView("three"));
        Assert.False(_spark.Catalog.TableExists("three"));
    }

    [Fact]
    public void A_Delta_table_is_written_changed_and_read()
    {
        var path = Path.Combine(_folder, "t");
        Assert.False(DeltaTable.IsDeltaTable(_spark, path));
        _spark.Range(5).WithColumn("name", Concat(Lit("n"), Col("id").Cast("string"))).Write().Format("delta").Save(path);
        Assert.True(DeltaTable.IsDeltaTable(_spark, path));

        var table = DeltaTable.ForPath(_spark, path);
        table.Delete("id = 0");
        table.Update(Col("id") == 1, new() { ["name"] = Lit("one") });
        var source = _spark.Sql("SELECT * FROM VALUES (2L, 'two'), (9L, 'nine') AS t(id, name)");
        table.As("t").Merge(source.As("s"), "t.id = s.id").WhenMatched().UpdateAll().WhenNotMatched().InsertAll().WhenNotMatchedBySource("t.id = 4").Delete().Execute();

        Assert.Equal(["[1,one]", "[2,two]", "[3,n3]", "[9,nine]"], table.ToDF().OrderBy("id").Collect().Select(row => row.ToString()));
        Assert.Equal(["MERGE", "UPDATE", "DELETE", "WRITE"], table.History().Collect().Select(row => row.GetAs<string>("operation")));
    }

    [Fact]
    public void A_checkpoint_keeps_rows_as_they_were()
    {
        var view = _spark.Sql("SELECT 1 AS n");
        view.CreateOrReplaceTempView("changing");
        var kept = _spark.Table("changing").Checkpoint();
        var local = _spark.Table("changing").LocalCheckpoint(eager: false);
        _spark.Sql("SELECT 2 AS n").CreateOrReplaceTempView("changing");
        Assert.Equal(2, _spark.Table("changing").First().GetAs<int>("n"));
        Assert.Equal(1, kept.First().GetAs<int>("n"));
        Assert.Equal(1, local.Filter("n < 5").First().GetAs<int>("n"));
        Assert.True(kept.IsLocal());
    }

    [Fact]
    public void Sessions_keep_their_views_apart()
    {
        _spark.Range(1).CreateOrReplaceTempView("mine");
        using var other = _spark.NewSession();
        Assert.False(other.Catalog.TableExists("mine"));
    }
}
