using DataPlatform.Engines.SparkConnect.Protos;
using DataPlatform.Plans;
using Grpc.Core;
using Error = DataPlatform.Engines.SparkConnect.Protos.FetchErrorDetailsResponse.Types.Error;

namespace DataPlatform.Engines.SparkConnect.Tests.Faults;

/// <summary>What Spark reports, as the exceptions of the platform.</summary>
public sealed class ErrorTests : IAsyncLifetime
{
    private FakeServer _server = null!;

    public async Task InitializeAsync() => _server = await FakeServer.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void An_analysis_error_has_condition_state_and_parameters()
    {
        _server.Service.Errors["e1"] = Details(new Error
        {
            Message = "[TABLE_OR_VIEW_NOT_FOUND] The table `t` cannot be found.",
            ErrorTypeHierarchy = { "org.apache.spark.sql.catalyst.ExtendedAnalysisException", "org.apache.spark.sql.AnalysisException", "java.lang.Exception" },
            SparkThrowable = new() { ErrorClass = "TABLE_OR_VIEW_NOT_FOUND", SqlState = "42P01", MessageParameters = { ["relationName"] = "`t`" } },
        });
        var error = Assert.IsType<AnalysisException>(Failed("TABLE_OR_VIEW_NOT_FOUND", "e1"));
        Assert.Equal("TABLE_OR_VIEW_NOT_FOUND", error.Code);
        Assert.Equal("[TABLE_OR_VIEW_NOT_FOUND] The table `t` cannot be found.", error.Message);
        Assert.Equal("42P01", error.SqlState);
        Assert.Equal("`t`", error.Parameters["relationName"]);
        Assert.False(error.IsTransient);
    }

    [Fact]
    public void The_condition_of_the_nearest_cause_counts_where_the_error_itself_has_none()
    {
        _server.Service.Errors["e1"] = Details(
            new Error { Message = "Job aborted.", ErrorTypeHierarchy = { "org.apache.spark.SparkException" }, CauseIdx = 1 },
            new Error { Message = "wrapped", ErrorTypeHierarchy = { "java.lang.RuntimeException" }, CauseIdx = 2 },
            new Error
            {
                Message = "[DIVIDE_BY_ZERO] Division by zero.",
                ErrorTypeHierarchy = { "org.apache.spark.SparkArithmeticException" },
                SparkThrowable = new() { ErrorClass = "DIVIDE_BY_ZERO", SqlState = "22012" },
            });
        var error = Failed("INTERNAL_ERROR", "e1");
        Assert.IsType<DataPlatformException>(error);
        Assert.Equal(("DIVIDE_BY_ZERO", "22012"), (error.Code, error.SqlState));
    }

    [Fact]
    public void An_error_without_a_condition_names_its_class()
    {
        _server.Service.Errors["e1"] = Details(new Error { Message = "boom", ErrorTypeHierarchy = { "java.lang.IllegalStateException", "java.lang.Exception" } });
        var error = Failed("INTERNAL_ERROR", "e1");
        Assert.Equal("SPARK_FAILED", error.Code);
        Assert.Equal("java.lang.IllegalStateException", error.Parameters["class"]);
        Assert.Equal("[SPARK_FAILED] boom", error.Message);
    }

    [Fact]
    public void Without_details_the_status_is_what_is_told()
    {
        var error = Failed("CAST_INVALID_INPUT", null);
        Assert.Equal(("CAST_INVALID_INPUT", "HY000", "[CAST_INVALID_INPUT] refused"), (error.Code, error.SqlState, error.Message));
        Assert.IsType<AnalysisException>(Failed("TABLE_OR_VIEW_NOT_FOUND", "unknown", "[\"org.apache.spark.sql.AnalysisException\",\"java.lang.Exception\"]"));
    }

    [Fact]
    public void A_Spark_that_shuts_down_is_transient()
    {
        _server.Service.Errors["e1"] = Details(new Error { Message = "Cannot call methods on a stopped SparkContext.", ErrorTypeHierarchy = { "java.lang.IllegalStateException" } });
        Assert.True(Failed("INTERNAL_ERROR", "e1").IsTransient);
    }

    [Theory]
    [InlineData("DELTA_CONCURRENT_APPEND", true)]
    [InlineData("DELTA_CONCURRENT_APPEND.WITHOUT_HINT", true)]
    [InlineData("DELTA_METADATA_CHANGED", true)]
    [InlineData("DELTA_TABLE_NOT_FOUND", false)]
    [InlineData("DIVIDE_BY_ZERO", false)]
    public void A_lost_race_of_Delta_is_transient(string condition, bool expected) => Assert.Equal(expected, Failed(condition, null).IsTransient);

    [Theory]
    [InlineData(StatusCode.Unauthenticated, "SPARK_CONNECT_UNAUTHENTICATED")]
    [InlineData(StatusCode.Unimplemented, "SPARK_CONNECT_UNIMPLEMENTED")]
    [InlineData(StatusCode.ResourceExhausted, "SPARK_CONNECT_FAILED")]
    public void What_is_not_Sparks_has_a_code_of_its_own(StatusCode status, string code)
    {
        _server.Service.BeforeStream = (_, _) => throw new RpcException(new Status(status, "no"));
        using var engine = _server.Connect("token=s3cret");
        var error = Assert.Throws<DataPlatformException>(() => engine.Execute(new RangeRelation(0, 1, 1)));
        Assert.Equal(code, error.Code);
        Assert.DoesNotContain("s3cret", error.ToString());
    }

    private static FetchErrorDetailsResponse Details(params Error[] errors) => new() { RootErrorIdx = 0, Errors = { errors } };

    private DataPlatformException Failed(string condition, string? errorId, string classes = "[\"org.apache.spark.SparkException\"]")
    {
        _server.Service.BeforeStream = (_, _) => throw FakeService.Refusal(StatusCode.Internal, condition, errorId, classes);
        using var engine = _server.Connect();
        return Assert.ThrowsAny<DataPlatformException>(() => engine.Execute(new RangeRelation(0, 1, 1)));
    }
}
