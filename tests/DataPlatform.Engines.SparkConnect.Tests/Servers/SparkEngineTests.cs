using System.Diagnostics;
using DataPlatform.Plans;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Tests.Servers;

/// <summary>The engine on a real Spark.</summary>
public sealed class SparkEngineTests
{
    [SkippableTheory]
    [InlineData(20_000, 1)]
    [InlineData(2_000_000, 3)]
    public void A_connection_that_is_cut_while_rows_come_costs_no_row(long bytesBeforeCut, int cuts)
    {
        using var proxy = new CuttingProxy(RunningSpark.PortOf(RunningSpark.Endpoint()), bytesBeforeCut, cuts);
        using var engine = RunningSpark.Connect(proxy.Port);
        using var result = engine.Execute(new RangeRelation(0, 2_000_000, 1, 4));
        var expected = 0L;
        foreach (var row in result.Rows)
        {
            Assert.Equal(expected++, row[0]);
        }

        Assert.Equal(2_000_000, expected);
        Assert.Equal(cuts, proxy.Cuts);
    }

    [SkippableFact]
    public void A_write_whose_connection_is_cut_is_committed_once()
    {
        using var proxy = new CuttingProxy(RunningSpark.PortOf(RunningSpark.Endpoint()), 1_500, 3);
        using var engine = RunningSpark.Connect(proxy.Port);
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 4; i++)
        {
            engine.Execute(new WriteOperation(new RangeRelation(0, 100, 1, 1), "delta", WriteMode.Append, [], []) { Path = folder.Path });
        }

        Assert.Equal(400L, Single(engine, $"SELECT count(*) FROM delta.`{folder.Path}`"));
        Assert.Equal(4, Directory.GetFiles(Path.Combine(folder.Path, "_delta_log"), "*.json").Length);
        Assert.InRange(proxy.Cuts, 1, 3);
    }

    [SkippableFact]
    public void Ten_million_rows_are_read_with_a_few_batches_in_memory()
    {
        using var engine = RunningSpark.Connect();
        using var result = engine.Execute(new RangeRelation(0, 10_000_000, 1, 8));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long count = 0, most = 0;
        foreach (var _ in result.Rows)
        {
            if (++count % 1_000_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal(10_000_000, count);
        Assert.InRange(most, long.MinValue, 40L << 20);
    }

    [SkippableFact]
    public void A_cancelled_query_ends_on_the_server()
    {
        using var engine = RunningSpark.Connect();
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var slow = new SqlQuery("SELECT sum((a.id * b.id) % 7) FROM range(1000000) a CROSS JOIN range(1000000) b WHERE a.id % 7 <> b.id % 5");
        using (var result = engine.Execute(slow, cancel.Token))
        {
            Assert.ThrowsAny<OperationCanceledException>(() => result.Rows.Count());
        }

        // Its two tasks would hold both cores for hours.
        var start = Stopwatch.GetTimestamp();
        Assert.Equal(10L, Single(engine, "SELECT count(*) FROM range(10)"));
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 60);
    }

    [SkippableFact]
    public void A_query_that_is_interrupted_with_its_session_is_told_as_cancelled()
    {
        using var session = RunningSpark.Session();
        using var engine = new SparkConnectEngine(session, new Dictionary<string, string>());
        using var result = engine.Execute(new SqlQuery("SELECT sum((a.id * b.id) % 7) FROM range(1000000) a CROSS JOIN range(1000000) b WHERE a.id % 7 <> b.id % 5"));
        var reading = Task.Run(() => result.Rows.Count());
        while (!reading.IsCompleted)
        {
            session.InterruptAll();
            Thread.Sleep(500);
        }

        Assert.IsAssignableFrom<OperationCanceledException>(reading.Exception?.InnerException);
    }

    [SkippableTheory]
    [InlineData("SELECT 1 / 0", "DIVIDE_BY_ZERO", "22012", false)]
    [InlineData("SELECT nope FROM range(3)", "UNRESOLVED_COLUMN.WITH_SUGGESTION", "42703", true)]
    [InlineData("SELECT * FROM no_such_table", "TABLE_OR_VIEW_NOT_FOUND", "42P01", true)]
    [InlineData("SELEC 1", "PARSE_SYNTAX_ERROR", "42601", true)]
    [InlineData("SELECT CAST('a' AS INT)", "CAST_INVALID_INPUT", "22018", false)]
    [InlineData("SELECT array(1)[5]", "INVALID_ARRAY_INDEX", "22003", false)]
    public void An_error_has_Sparks_condition_and_state(string sql, string condition, string state, bool isAnalysis)
    {
        using var engine = RunningSpark.Connect();
        var error = Assert.ThrowsAny<DataPlatformException>(() => Single(engine, sql));
        Assert.Equal((condition, state, isAnalysis), (error.Code, error.SqlState, error is AnalysisException));
        Assert.NotEmpty(error.Parameters);
        Assert.Equal(1, error.Message.Split($"[{condition}]").Length - 1);
    }

    [SkippableFact]
    public void TLS_to_a_Spark_of_plain_text_is_told_at_once()
    {
        var endpoint = $"{RunningSpark.Endpoint()};use_ssl=true";
        var watch = Stopwatch.StartNew();
        var error = Assert.Throws<DataPlatformException>(() => new SparkConnectEngine(endpoint, new Dictionary<string, string>()));
        Assert.Equal(("SPARK_CONNECT_TLS_FAILED", false), (error.Code, error.IsTransient));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [SkippableFact]
    public void Wide_rows_come_whole()
    {
        using var engine = RunningSpark.Connect();
        using var result = engine.Execute(new SqlQuery("SELECT repeat('é', 8000000) AS wide, id FROM range(0, 3, 1, 1)"));
        Assert.Equal([8_000_000, 8_000_000, 8_000_000], result.Rows.Select(row => row.GetAs<string>("wide").Length));
    }

    [SkippableTheory]
    [InlineData(10)]
    [InlineData(30_000)]
    public void Rows_of_the_program_arrive(int count)
    {
        using var engine = RunningSpark.Connect();
        var local = new LocalRelation(StructType.FromDdl("n BIGINT, s STRING"), [.. Enumerable.Range(0, count).Select(i => new object?[] { (long)i, i % 3 == 0 ? null : $"name {i}" })]);
        engine.Execute(new CreateDataFrameView(local, "mine", IsGlobal: false, Replace: true));
        Assert.Equal((long)count * (count - 1) / 2, Single(engine, "SELECT sum(n) FROM mine"));
        Assert.Equal((long)(count - ((count + 2) / 3)), Single(engine, "SELECT count(DISTINCT s) FROM mine"));
    }

    [SkippableFact]
    public void Plans_are_asked_about_and_kept()
    {
        using var engine = RunningSpark.Connect();
        var plan = new Filter(new RangeRelation(0, 10, 1), new ExpressionString("id > 3"));
        Assert.Equal(StructType.FromDdl("id BIGINT NOT NULL"), engine.Analyze(plan));
        Assert.Contains("== Parsed Logical Plan ==", engine.Explain(plan, ExplainMode.Extended));
        Assert.False(engine.IsStreaming(plan));
        Assert.True(engine.IsLocal(new LocalRelation(StructType.FromDdl("n INT"), [])));
        Assert.Equal(StorageLevel.NONE, engine.StorageLevel(plan));
        engine.Persist(plan, StorageLevel.DISK_ONLY);
        Assert.Equal(StorageLevel.DISK_ONLY, engine.StorageLevel(plan));
        engine.Unpersist(plan, blocking: true);
        Assert.Equal(StorageLevel.NONE, engine.StorageLevel(plan));
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_checkpoint_keeps_rows_as_they_were(bool isEager)
    {
        using var engine = RunningSpark.Connect();
        var kept = engine.Checkpoint(new SqlQuery("SELECT rand() AS r FROM range(5)"), isReliable: false, isEager);
        double[] Rows()
        {
            using var result = engine.Execute(kept);
            return [.. result.Rows.Select(row => row.GetAs<double>(0)).Order()];
        }

        var first = Rows();
        Assert.Equal(5, first.Length);
        Assert.Equal(first, Rows());
    }

    [SkippableFact]
    public void Sessions_share_global_views_and_nothing_else()
    {
        using var one = RunningSpark.Connect();
        using var other = one.NewSession(new Dictionary<string, string>());
        var shared = $"shared_{Guid.NewGuid():N}";
        one.Execute(new CreateDataFrameView(new RangeRelation(0, 4, 1), "own", IsGlobal: false, Replace: false));
        one.Execute(new CreateDataFrameView(new RangeRelation(0, 5, 1), shared, IsGlobal: true, Replace: false));
        one.Configuration.Set("spark.sql.shuffle.partitions", "7");
        Assert.Equal(5L, Single(other, $"SELECT count(*) FROM global_temp.{shared}"));
        Assert.Equal("TABLE_OR_VIEW_NOT_FOUND", Assert.Throws<AnalysisException>(() => Single(other, "SELECT * FROM own")).Code);
        Assert.Equal("2", other.Configuration.Get("spark.sql.shuffle.partitions"));
    }

    [SkippableFact]
    public void Settings_are_Sparks()
    {
        using var engine = RunningSpark.Connect();
        var settings = engine.Configuration;
        Assert.Equal("UTC", settings.Get("spark.sql.session.timeZone"));
        Assert.Equal("delta", settings.Get("spark.sql.sources.default"));
        Assert.Null(settings.Get("spark.no.such.setting"));
        Assert.True(settings.IsModifiable("spark.sql.shuffle.partitions"));
        Assert.False(settings.IsModifiable("spark.driver.memory"));
        Assert.Equal("CANNOT_MODIFY_CONFIG", Assert.ThrowsAny<DataPlatformException>(() => settings.Set("spark.driver.memory", "2g")).Code);
        settings.Set("spark.sql.shuffle.partitions", "5");
        Assert.Equal("5", settings.Get("spark.sql.shuffle.partitions"));
        settings.Unset("spark.sql.shuffle.partitions");

        // Back to Spark's default, not to what the server was started with: so Spark has it.
        Assert.Equal("200", settings.Get("spark.sql.shuffle.partitions"));
    }

    [SkippableFact]
    public void Progress_of_a_long_query_is_told()
    {
        using var engine = RunningSpark.Connect();
        var told = new List<QueryProgress>();
        engine.Progress += told.Add;

        // Long enough for several reports: the first may be made before the stages are known.
        Assert.NotNull(Single(engine, "SELECT sum(hash(a.id, b.id)) FROM range(0, 60000, 1, 8) a CROSS JOIN range(0, 20000, 1, 2) b"));
        Assert.NotEmpty(told);
        Assert.InRange(told.Max(progress => progress.Tasks), 1, 100);
    }

    private static object? Single(IEngine engine, string sql)
    {
        using var result = engine.Execute(new SqlQuery(sql));
        return result.Rows.Single()[0];
    }
}
