using DataPlatform;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql.Tests;

public sealed class GroupedTests
{
    private readonly DataFrame _rows;

    public GroupedTests()
    {
        var engine = new RecordingEngine { Schema = StructType.FromDdl("k INT, v BIGINT, s STRING, `x.y` DOUBLE") };
        _rows = new SparkSession(engine).Table("t");
    }

    [Fact]
    public void Sum_without_names_takes_all_numeric_columns_the_keys_too() => Assert.Equal(
        [Sum("k"), Sum("v"), Sum("`x.y`")], Aggregates(_rows.GroupBy("k").Sum()));

    [Fact]
    public void Mean_is_called_avg() => Assert.Equal([Plans.Function("avg", new UnresolvedAttribute("v"))], Aggregates(_rows.GroupBy("k").Mean("v")));

    [Fact]
    public void Max_of_a_string_column_is_refused_as_Spark_does()
    {
        var error = Assert.Throws<AnalysisException>(() => _rows.GroupBy("k").Max("s"));
        Assert.Equal("NOT_NUMERIC_COLUMN", error.Code);
        Assert.Contains("'s'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pivot_after_anything_but_GroupBy_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => _rows.Rollup("k").Pivot("s"));
        Assert.Throws<InvalidOperationException>(() => _rows.GroupBy("k").Pivot("s").Pivot("s"));
    }

    private static Expression Sum(string name) => Plans.Function("sum", new UnresolvedAttribute(name));

    private static IEnumerable<Expression> Aggregates(DataFrame frame) => ((Aggregate)frame.Plan).Aggregates;
}
