using DataPlatform.Plans;

namespace Microsoft.Spark.Sql.Tests;

public sealed class NaFunctionsTests
{
    private static readonly DataFrame Rows = new SparkSession(new RecordingEngine()).Table("t");
    private static readonly DataFrameNaFunctions Na = Rows.Na();
    private static readonly LogicalPlan T = Plans.Source;

    private static readonly Dictionary<string, (DataFrame Frame, LogicalPlan Expected)> Cases = new()
    {
        ["Drop"] = (Na.Drop(), new NADrop(T, [], null)),
        ["Drop all"] = (Na.Drop("ALL"), new NADrop(T, [], 1)),
        ["Drop columns"] = (Na.Drop(["a"]), new NADrop(T, ["a"], null)),
        ["Drop number"] = (Na.Drop(2, ["a", "b"]), new NADrop(T, ["a", "b"], 2)),
        ["Drop all of no columns"] = (Na.Drop("all", []), new Filter(T, Plans.Constant(false))),
        ["Drop any of no columns"] = (Na.Drop("any", []), T),
        ["Fill long"] = (Na.Fill(0), new NAFill(T, [], [Literal.Of(0L)])),
        ["Fill string in columns"] = (Na.Fill("", ["a"]), new NAFill(T, ["a"], [Literal.Of("")])),
        ["Fill no columns"] = (Na.Fill(true, []), T),
        ["Fill map"] = (Na.Fill(new Dictionary<string, double> { ["a"] = 1, ["b"] = 2 }), new NAFill(T, ["a", "b"], [Literal.Of(1d), Literal.Of(2d)])),
        ["Replace"] = (Na.Replace("a", new Dictionary<string, string> { ["x"] = null! }), new NAReplace(T, ["a"], [KeyValuePair.Create(Literal.Of("x"), Literal.Null)])),
        ["Replace everywhere"] = (Na.Replace("*", new Dictionary<double, double> { [1] = 2 }), new NAReplace(T, [], [KeyValuePair.Create(Literal.Of(1d), Literal.Of(2d))])),
        ["Replace nothing"] = (Na.Replace(["a"], new Dictionary<bool, bool>()), T),
    };

    public static TheoryData<string> Labels => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Labels))]
    public void A_method_builds_the_plan(string label) => Assert.Equal(Cases[label].Expected, Plans.WithoutIds(Cases[label].Frame.Plan));

    [Fact]
    public void Drop_of_another_word_is_refused() => Assert.Throws<ArgumentException>(() => Na.Drop("bogus"));
}
