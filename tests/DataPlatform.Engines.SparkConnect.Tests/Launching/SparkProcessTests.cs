using DataPlatform.Engines.SparkConnect.Launching;
using DataPlatform.Engines.SparkConnect.Protos;
using Grpc.Core;
using Grpc.Net.Client;

namespace DataPlatform.Engines.SparkConnect.Tests.Launching;

public sealed class SparkProcessTests
{
    private static readonly Dictionary<string, string> Small = new()
    {
        ["spark.driver.memory"] = "512m",
        ["spark.ui.enabled"] = "false",
        ["spark.app.name"] = "a = b\\c: d",
        ["dataplatform.not.sparks"] = "x",
    };

    [SkippableFact]
    public void Start_serves_who_has_the_token_and_nobody_else()
    {
        SkipWithoutSpark();
        using var spark = SparkProcess.Start(SparkInstallation.Find(), "local[1]", Small);
        var (address, token) = Parse(spark.Endpoint);
        Assert.StartsWith("127.0.0.1:", address);

        var settings = Settings(address, token, "spark.master", "spark.app.name", "spark.sql.session.timeZone", "spark.sql.catalog.spark_catalog");
        Assert.Equal(["local[1]", "a = b\\c: d", "UTC", "org.apache.spark.sql.delta.catalog.DeltaCatalog"], settings);
        Assert.Equal(StatusCode.Unauthenticated, Assert.Throws<RpcException>(() => Settings(address, "wrong", "spark.master")).StatusCode);
    }

    [SkippableFact]
    public void Dispose_ends_the_Spark()
    {
        SkipWithoutSpark();
        var spark = SparkProcess.Start(SparkInstallation.Find(), "local[1]", Small);
        var (address, token) = Parse(spark.Endpoint);
        spark.Dispose();
        Assert.Equal(StatusCode.Unavailable, Assert.Throws<RpcException>(() => Settings(address, token, "spark.master")).StatusCode);
    }

    [SkippableFact]
    public void Start_a_Spark_that_does_not_come_up_shows_its_log()
    {
        SkipWithoutSpark();
        var exception = Assert.Throws<DataPlatformException>(() =>
            SparkProcess.Start(SparkInstallation.Find(), "local[1]", new Dictionary<string, string>(Small) { ["spark.driver.memory"] = "1m" }));
        Assert.Equal("SPARK_NOT_STARTED", exception.Code);
        Assert.Contains("Too small maximum heap", exception.Message);
    }

    private static void SkipWithoutSpark() =>
        Skip.If(Environment.GetEnvironmentVariable("SPARK_HOME") is null or "", "needs Apache Spark: install Spark 4.2 and a JDK 17, and set SPARK_HOME");

    private static (string Address, string Token) Parse(string endpoint)
    {
        var parts = endpoint["sc://".Length..].Split("/;token=");
        return (parts[0], parts[1]);
    }

    private static string[] Settings(string address, string token, params string[] keys)
    {
        using var channel = GrpcChannel.ForAddress($"http://{address}");
        var request = new ConfigRequest
        {
            SessionId = Guid.NewGuid().ToString(),
            UserContext = new UserContext { UserId = "test" },
            Operation = new ConfigRequest.Types.Operation { Get = new ConfigRequest.Types.Get { Keys = { keys } } },
        };
        var response = new SparkConnectService.SparkConnectServiceClient(channel).Config(request, new Metadata { { "Authorization", $"Bearer {token}" } });
        return [.. response.Pairs.Select(pair => pair.Value)];
    }
}
