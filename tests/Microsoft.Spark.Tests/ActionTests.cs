using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql.Tests;

public sealed class ActionTests
{
    private readonly RecordingEngine _engine = new() { Rows = [[1, "x"], [2, "y"]] };
    private readonly DataFrame _rows;

    public ActionTests() => _rows = new SparkSession(_engine).Table("t");

    private LogicalPlan Ran => Plans.WithoutIds(Assert.Single(_engine.Executed));

    [Fact]
    public void Collect_runs_once_and_ends_the_query()
    {
        var rows = _rows.Collect();
        Assert.Equal(0, _engine.RunningQueries);
        Assert.Equal(2, rows.Count());
        Assert.Equal(2, rows.Count());
        Assert.Equal(Plans.Source, Ran);
    }

    [Fact]
    public void ToLocalIterator_streams_and_ends_the_query_when_left()
    {
        var rows = _rows.ToLocalIterator();
        Assert.Empty(_engine.Executed);
        using (var reading = rows.GetEnumerator())
        {
            Assert.True(reading.MoveNext());
            Assert.Equal(1, _engine.RunningQueries);
        }

        Assert.Equal(0, _engine.RunningQueries);
    }

    [Fact]
    public void Take_limits_in_the_plan()
    {
        _ = _rows.Take(5);
        Assert.Equal(new Limit(Plans.Source, 5), Ran);
    }

    [Fact]
    public void Tail_takes_the_last_rows_in_the_plan()
    {
        _ = _rows.Tail(5);
        Assert.Equal(new Tail(Plans.Source, 5), Ran);
    }

    [Fact]
    public void First_is_the_first_row() => Assert.Equal("x", _rows.First().GetAs<string>("b"));

    [Fact]
    public void First_of_no_rows_says_so()
    {
        _engine.Rows = [];
        Assert.Throws<InvalidOperationException>(() => _rows.First());
        Assert.True(_rows.IsEmpty());
    }

    [Fact]
    public void Count_counts_in_the_plan()
    {
        (_engine.Schema, _engine.Rows) = (StructType.FromDdl("count BIGINT"), [[27004L]]);
        Assert.Equal(27004, _rows.Count());
        Assert.IsType<Aggregate>(Ran);
    }

    [Fact]
    public void Schema_columns_and_types_come_from_the_analysis()
    {
        Assert.Equal(["a", "b"], _rows.Columns());
        Assert.Equal([Tuple.Create("a", "int"), Tuple.Create("b", "string")], _rows.DTypes());
        Assert.Empty(_engine.Executed);
    }

    [Fact]
    public void Persist_keeps_once_and_Unpersist_forgets()
    {
        Assert.Same(_rows, _rows.Cache().Persist(StorageLevel.DISK_ONLY));
        Assert.Equal([_rows.Plan], _engine.Kept);
        Assert.Equal(StorageLevel.MEMORY_AND_DISK, _rows.StorageLevel());
        _rows.Unpersist().Unpersist();
        Assert.Empty(_engine.Kept);
        Assert.Equal(StorageLevel.NONE, _rows.StorageLevel());
    }

    [Fact]
    public void Views_are_commands()
    {
        _rows.CreateTempView("v");
        _rows.CreateOrReplaceGlobalTempView("w");
        Assert.Equal(
            [new CreateDataFrameView(_rows.Plan, "v", IsGlobal: false, Replace: false), new CreateDataFrameView(_rows.Plan, "w", IsGlobal: true, Replace: true)],
            _engine.Commands);
    }

    [Fact]
    public void Explain_of_an_unknown_mode_is_refused()
    {
        Assert.Throws<ArgumentException>(() => _rows.Explain("bogus"));
        Assert.Throws<ArgumentException>(() => _rows.Explain("1"));
    }
}
