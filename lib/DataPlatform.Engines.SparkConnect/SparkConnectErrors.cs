using System.Globalization;
using DataPlatform.Engines.SparkConnect.Connections;
using Grpc.Core;

namespace DataPlatform.Engines.SparkConnect;

/// <summary>The texts of what this engine itself reports; Spark's own errors pass through with their conditions.</summary>
internal static partial class SparkConnectErrors
{
    public static DataPlatformException InvalidUrl(string problem) => new(
        "INVALID_CONNECT_URL",
        $"The address of the Spark Connect server is not as it must be: {problem}. Write sc://host:port/;name=value;…",
        With(("problem", problem)));

    public static DataPlatformException Unavailable(ConnectionString target, RpcException failure) => new(
        "SPARK_CONNECT_UNAVAILABLE",
        $"The Spark Connect server {target} cannot be reached: {Detail(failure)}. What was running there may or may not have taken effect. Look whether it runs, and run again.",
        With(("server", target.ToString())),
        isTransient: true,
        failure);

    public static DataPlatformException SessionLost(ConnectionString target, string condition, RpcException? failure) => new(
        "SPARK_CONNECT_SESSION_LOST",
        $"The Spark Connect server {target} no longer has this session: it was restarted, or ended the session after a time without use. Temporary views and settings are gone, and what was running may or may not have taken effect. Run again with a new session.",
        With(("server", target.ToString()), ("condition", condition)),
        isTransient: true,
        failure);

    public static DataPlatformException StreamEnded(ConnectionString target, string operation) => new(
        "SPARK_CONNECT_RESULT_INCOMPLETE",
        $"The Spark Connect server {target} ended the results of operation {operation} again and again without saying that they are complete. Look at the server's log, and at proxies before it.",
        With(("server", target.ToString()), ("operation", operation)),
        isTransient: true);

    public static DataPlatformException OperationForgotten(ConnectionString target, string operation, RpcException failure) => new(
        "SPARK_CONNECT_OPERATION_LOST",
        $"The Spark Connect server {target} no longer knows operation {operation}, of which it had given results: {Detail(failure)}. Run it again.",
        With(("server", target.ToString()), ("operation", operation)),
        isTransient: true,
        failure);

    public static DataPlatformException ProtocolViolated(string problem) => new(
        "SPARK_CONNECT_PROTOCOL_VIOLATED",
        $"What the server sent does not follow the Spark Connect protocol: {problem}. Look at the server's version, and at proxies before it.");

    public static DataPlatformException ArtifactDamaged(string name) => new(
        "SPARK_CONNECT_ARTIFACT_DAMAGED",
        $"The artifact '{name}' came to the server with another checksum than it was sent with. Run again.",
        With(("artifact", name)),
        isTransient: true);

    public static DataPlatformException UnsupportedByServer(string feature, ServerVersion server, string since) => new(
        "UNSUPPORTED_BY_SERVER",
        $"{feature} needs a Spark server of version {since} or later; this one is {server}.",
        With(("feature", feature), ("version", server.ToString()), ("since", since)));

    public static DataPlatformException MessageTooLarge(long bytes) => new(
        "SPARK_CONNECT_MESSAGE_TOO_LARGE",
        $"A plan of {bytes.ToString(CultureInfo.InvariantCulture)} bytes is more than a server takes in one message ({SparkChannel.MaxMessageBytes} bytes). Make it smaller: write a step to a table or a temporary view.");

    private static string Detail(RpcException failure) => failure.Status.DebugException is { } cause ? cause.GetBaseException().Message.TrimEnd('.') : failure.Status.Detail.TrimEnd('.');

    private static Dictionary<string, string> With(params (string Name, string Value)[] parameters) => parameters.ToDictionary(p => p.Name, p => p.Value);
}
