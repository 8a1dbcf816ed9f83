using System.Buffers;
using System.Net.Sockets;
using System.Security.Authentication;
using Google.Rpc;
using Grpc.Core;

namespace DataPlatform.Engines.SparkConnect.Connections;

/// <summary>What a failed call says of itself beyond its status: <c>google.rpc</c> details, and whether the connection broke.</summary>
internal static class Failure
{
    private const string ErrorClassKey = "errorClass";

    private static readonly HashSet<string> LostRaces =
    [
        "DELTA_CONCURRENT_APPEND", "DELTA_CONCURRENT_DELETE_DELETE", "DELTA_CONCURRENT_DELETE_READ", "DELTA_CONCURRENT_TRANSACTION", "DELTA_CONCURRENT_WRITE",
        "DELTA_METADATA_CHANGED", "DELTA_PROTOCOL_CHANGED", "DELTA_DOMAIN_METADATA_CHANGED",
    ];

    private static readonly SearchValues<char> ConditionCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.");

    /// <summary>Spark's condition; null where the server gave none.</summary>
    public static string? Condition(RpcException failure)
    {
        if (Info(failure) is { } info && info.Metadata.TryGetValue(ErrorClassKey, out var condition))
        {
            return condition;
        }

        var text = failure.Status.Detail;
        var end = text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal) : -1;
        return end > 1 && text.AsSpan(1, end - 1).IndexOfAnyExcept(ConditionCharacters) < 0 ? text[1..end] : null;
    }

    public static ErrorInfo? Info(RpcException failure) => failure.GetRpcStatus()?.GetDetail<ErrorInfo>();

    /// <summary>The wait that the server asks for; null where it asks for none.</summary>
    public static TimeSpan? ServerDelay(RpcException failure) => failure.GetRpcStatus()?.GetDetail<RetryInfo>()?.RetryDelay?.ToTimeSpan();

    /// <summary>
    /// Whether the same call may be made again at once or later: the server is not to be reached or says so, or the connection broke. Only for calls that
    /// have the same effect twice as once; a running operation is attached to instead.
    /// </summary>
    public static bool IsRetryable(RpcException failure) =>
        CertificateProblem(failure) is null && !IsTlsFailed(failure) &&
        (failure.StatusCode == StatusCode.Unavailable || IsBroken(failure) || ServerDelay(failure) is not null ||
            (failure.StatusCode == StatusCode.Internal && Condition(failure) == "INVALID_CURSOR.DISCONNECTED"));

    /// <summary>Whether the connection to the server was lost, or could not be made.</summary>
    public static bool IsBroken(RpcException failure) => failure.Status.DebugException is IOException or SocketException or HttpRequestException;

    /// <summary>Whether a connection was made, and ended without the answer to this call.</summary>
    public static bool IsUnanswered(RpcException failure) =>
        failure.Status.DebugException is HttpRequestException { HttpRequestError: not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError) };

    /// <summary>What the check of the server's certificate said; null where it said nothing.</summary>
    public static DataPlatformException? CertificateProblem(RpcException failure) => Causes(failure).OfType<DataPlatformException>().FirstOrDefault();

    /// <summary>Whether client and server did not come to terms on TLS.</summary>
    public static bool IsTlsFailed(RpcException failure) => Causes(failure).Any(cause => cause is AuthenticationException);

    /// <summary>Whether the server does not know the session, or knows another one of its id.</summary>
    public static bool IsSessionLost(string? condition) =>
        condition is "INVALID_HANDLE.SESSION_NOT_FOUND" or "INVALID_HANDLE.SESSION_CHANGED" or "INVALID_HANDLE.SESSION_CLOSED";

    /// <summary>Whether an error without a condition says that Spark is shutting down, which it says in words only.</summary>
    public static bool IsShutDown(string message) =>
        message.Contains("stopped SparkContext", StringComparison.Ordinal) || message.Contains("SparkContext was shut down", StringComparison.Ordinal);

    /// <summary>Whether a condition of Delta says that another writer was first; the same operation may then succeed.</summary>
    public static bool IsLostRace(string condition) => LostRaces.Contains(condition.Split('.')[0]);

    private static IEnumerable<Exception> Causes(RpcException failure)
    {
        for (var cause = failure.Status.DebugException; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
