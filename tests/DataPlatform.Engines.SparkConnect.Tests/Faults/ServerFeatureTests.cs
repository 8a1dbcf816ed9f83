using DataPlatform.Plans;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Tests.Faults;

/// <summary>What older servers lack is refused before it is sent; what they have is not.</summary>
public sealed class ServerFeatureTests : IAsyncLifetime
{
    private static readonly RangeRelation Plan = new(0, 3, 1);

    private static readonly Dictionary<string, Expression> Samples = new()
    {
        ["a null of type TIME"] = new Cast(Literal.Null, new TimeType(), CastMode.Ansi),
        ["a time of day"] = new Literal(new TimeOnly(12, 34), new TimeType()),
        ["an interval of years"] = new Literal(24, new YearMonthIntervalType(0, 0)),
        ["an interval of hours to seconds"] = new Literal(TimeSpan.FromHours(1), new DayTimeIntervalType(1, 3)),
        ["an interval of years to months"] = new Literal(25, new YearMonthIntervalType(0, 1)),
        ["an interval of days to seconds"] = new Literal(TimeSpan.FromHours(1), new DayTimeIntervalType(0, 3)),
        ["an array"] = new Literal(new object?[] { 0 }, new ArrayType(new IntegerType())),
        ["an array with a null"] = new Literal(new object?[] { 1, null }, new ArrayType(new IntegerType())),
        ["a map"] = new Literal(new Dictionary<object, object?> { ["k"] = "" }, new MapType(new StringType(), new StringType())),
        ["a map with a null"] = new Literal(new Dictionary<object, object?> { ["k"] = null }, new MapType(new StringType(), new StringType())),
        ["a struct"] = Struct(false),
        ["a struct with a null"] = Struct(null),
        ["a map of arrays with a null"] = new Literal(
            new Dictionary<object, object?> { ["k"] = new object?[] { null } }, new MapType(new StringType(), new ArrayType(new IntegerType()))),
        ["a null array"] = new Literal(null, new ArrayType(new IntegerType())),
        ["a scalar subquery"] = new SubqueryExpression(SubqueryKind.Scalar, Plan, []),
        ["a subquery that exists"] = new SubqueryExpression(SubqueryKind.Exists, Plan, []),
        ["a column in a subquery"] = new SubqueryExpression(SubqueryKind.In, Plan, [new UnresolvedAttribute("id")]),
    };

    private FakeServer _server = null!;

    public async Task InitializeAsync() => _server = await FakeServer.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void A_server_that_is_too_old_for_the_engine_is_refused_by_version()
    {
        _server.Service.Version = "3.5.6";
        var error = Assert.Throws<DataPlatformException>(() => _server.Connect());
        Assert.Equal(("UNSUPPORTED_BY_SERVER", "3.5.6", "4.0"), (error.Code, error.Parameters["version"], error.Parameters["since"]));
    }

    [Theory]
    [InlineData("a null of type TIME", "the type TIME")]
    [InlineData("a time of day", "a constant of type TIME")]
    [InlineData("an interval of years", "a constant of an interval type other than YEAR TO MONTH and DAY TO SECOND")]
    [InlineData("an interval of hours to seconds", "a constant of an interval type other than YEAR TO MONTH and DAY TO SECOND")]
    [InlineData("an interval of years to months", null)]
    [InlineData("an interval of days to seconds", null)]
    [InlineData("an array", null)]
    [InlineData("an array with a null", "a null inside a constant")]
    [InlineData("a map", null)]
    [InlineData("a map with a null", "a null inside a constant")]
    [InlineData("a struct", null)]
    [InlineData("a struct with a null", "a null inside a constant")]
    [InlineData("a map of arrays with a null", "a null inside a constant")]
    [InlineData("a null array", null)]
    [InlineData("a scalar subquery", null)]
    [InlineData("a subquery that exists", null)]
    [InlineData("a column in a subquery", "a column that is looked for in a data frame")]
    public void A_plan_that_a_server_is_too_old_for_is_refused_by_feature(string sample, string? feature)
    {
        var plan = new Plans.Project(Plan, [Samples[sample]]);
        _server.Service.Version = "4.0.3";
        using (var old = _server.Connect())
        {
            if (feature is null)
            {
                Assert.NotNull(old.Analyze(plan));
            }
            else
            {
                var sent = _server.Service.Analyzed.Count;
                var error = Assert.Throws<DataPlatformException>(() => old.Analyze(plan));
                Assert.Equal(("UNSUPPORTED_BY_SERVER", feature, "4.0.3", "4.1"), (error.Code, error.Parameters["feature"], error.Parameters["version"], error.Parameters["since"]));
                Assert.Equal(error.Message, Assert.Throws<DataPlatformException>(() => old.Execute(new CreateDataFrameView(plan, "v", IsGlobal: false, Replace: true))).Message);
                Assert.Equal(sent, _server.Service.Analyzed.Count);
                Assert.Empty(_server.Service.Begun);
            }
        }

        _server.Service.Version = "4.1.0";
        using var young = _server.Connect();
        Assert.NotNull(young.Analyze(plan));
    }

    private static Literal Struct(bool? flag)
    {
        var type = StructType.FromDdl("flag BOOLEAN");
        return new Literal(new Row([flag], type), type);
    }
}
