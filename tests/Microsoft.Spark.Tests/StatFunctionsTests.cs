using DataPlatform;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql.Tests;

public sealed class StatFunctionsTests
{
    private readonly RecordingEngine _engine = new() { Schema = StructType.FromDdl("x DOUBLE, s STRING") };
    private readonly DataFrameStatFunctions _stat;

    public StatFunctionsTests() => _stat = new SparkSession(_engine).Table("t").Stat();

    [Fact]
    public void SampleBy_compares_a_random_number_with_the_fraction_of_the_stratum()
    {
        var column = new UnresolvedAttribute("s");
        var fraction = Plans.Function("when", Plans.Function("<=>", column, Plans.Constant("x")), Plans.Constant(0.5), Plans.Constant(0.0));
        Assert.Equal(
            new Filter(Plans.Source, Plans.Function("<", Plans.Function("rand", Plans.Constant(7L)), fraction)),
            Plans.WithoutIds(_stat.SampleBy("s", new Dictionary<string, double> { ["x"] = 0.5 }, 7).Plan));
    }

    [Fact]
    public void SampleBy_of_a_fraction_above_1_is_refused() =>
        Assert.Throws<ArgumentException>(() => _stat.SampleBy("s", new Dictionary<string, double> { ["x"] = 1.5 }, 7));

    [Fact]
    public void Numbers_of_a_string_column_are_refused_as_in_Spark()
    {
        Assert.Equal("NOT_NUMERIC_COLUMN", Assert.Throws<AnalysisException>(() => _stat.Corr("x", "s")).Code);
        Assert.Equal("NOT_NUMERIC_COLUMN", Assert.Throws<AnalysisException>(() => _stat.ApproxQuantile("s", [0.5], 0)).Code);
    }

    [Fact]
    public void Corr_by_another_method_than_Pearson_is_refused() => Assert.Throws<ArgumentException>(() => _stat.Corr("x", "x", "spearman"));

    [Fact]
    public void ApproxQuantile_checks_probabilities_and_error()
    {
        Assert.Throws<ArgumentException>(() => _stat.ApproxQuantile("x", [1.1], 0));
        Assert.Throws<ArgumentException>(() => _stat.ApproxQuantile("x", [0.5], -1));
        Assert.Empty(_stat.ApproxQuantile("x", [], 0));
    }
}
