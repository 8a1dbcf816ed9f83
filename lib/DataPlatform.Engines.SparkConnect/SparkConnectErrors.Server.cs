using DataPlatform.Engines.SparkConnect.Connections;
using DataPlatform.Engines.SparkConnect.Protos;
using Grpc.Core;
using Error = DataPlatform.Engines.SparkConnect.Protos.FetchErrorDetailsResponse.Types.Error;

namespace DataPlatform.Engines.SparkConnect;

internal static partial class SparkConnectErrors
{
    private const string AnalysisClass = "org.apache.spark.sql.AnalysisException";

    /// <summary>What a Connect server calls a fault of the plan, where Spark without Connect reports the column that is not there.</summary>
    private const string UnknownColumn = "UNRESOLVED_COLUMN_AMONG_FIELD_NAMES";

    /// <summary>
    /// What Spark reported: an <see cref="AnalysisException"/> where Spark's own was one, with Spark's condition as the code, its SQLSTATE and message parameters.
    /// Where the outermost error has no condition, that of the nearest cause is taken; where none has, the code is <c>SPARK_FAILED</c> and the parameter
    /// <c>class</c> names the Java class. A lost race of Delta and a Spark that shuts down are transient.
    /// </summary>
    /// <param name="failure">The failed call.</param>
    /// <param name="details">What the server keeps of it; null: nothing.</param>
    public static DataPlatformException FromServer(RpcException failure, FetchErrorDetailsResponse? details)
    {
        if (details?.HasRootErrorIdx == true && details.RootErrorIdx < details.Errors.Count)
        {
            var root = details.Errors[details.RootErrorIdx];
            var told = Causes(root, details.Errors).FirstOrDefault(error => error.SparkThrowable?.HasErrorClass == true) ?? root;
            var throwable = told.SparkThrowable;
            return Of(
                throwable?.HasErrorClass == true ? throwable.ErrorClass : null,
                told.Message,
                throwable?.HasSqlState == true ? throwable.SqlState : null,
                throwable?.MessageParameters.ToDictionary() ?? [],
                [.. told.ErrorTypeHierarchy],
                failure);
        }

        var info = Failure.Info(failure);
        return info is null
            ? FromStatus(failure)
            : Of(Failure.Condition(failure), failure.Status.Detail, info.Metadata.GetValueOrDefault("sqlState"), [], ClassesOf(info.Metadata.GetValueOrDefault("classes", "")), failure);
    }

    private static DataPlatformException Of(
        string? condition, string message, string? sqlState, Dictionary<string, string> parameters, IReadOnlyList<string> classes, RpcException failure)
    {
        if (condition is null && classes.Count > 0)
        {
            parameters["class"] = classes[0];
        }

        var code = condition ?? "SPARK_FAILED";
        var prefix = $"[{code}] ";
        var trimmed = message.TrimStart();
        var text = trimmed.StartsWith(prefix, StringComparison.Ordinal) ? trimmed[prefix.Length..] : trimmed;
        if (code == $"CONNECT_INVALID_PLAN.{UnknownColumn}")
        {
            return new AnalysisException(UnknownColumn, text, parameters, failure) { SqlState = sqlState };
        }

        return classes.Contains(AnalysisClass)
            ? new AnalysisException(code, text, parameters, failure) { SqlState = sqlState }
            : new DataPlatformException(code, text, parameters, Failure.IsLostRace(code) || Failure.IsShutDown(text), failure) { SqlState = sqlState };
    }

    /// <summary>What a server, or a proxy before it, said without Spark's details.</summary>
    private static DataPlatformException FromStatus(RpcException failure) => failure.StatusCode switch
    {
        StatusCode.Unauthenticated or StatusCode.PermissionDenied => new DataPlatformException(
            "SPARK_CONNECT_UNAUTHENTICATED",
            $"The Spark Connect server refused the token: {Detail(failure)}. Give a valid one as sc://…/;token=…",
            innerException: failure),
        StatusCode.Unimplemented => new DataPlatformException(
            "SPARK_CONNECT_UNIMPLEMENTED",
            $"The server does not know this call: {Detail(failure)}. Look whether a Spark Connect server of version 4.0 or later is at that address.",
            innerException: failure),
        _ => new DataPlatformException(
            "SPARK_CONNECT_FAILED",
            $"The call failed with {failure.StatusCode}: {Detail(failure)}.",
            With(("status", failure.StatusCode.ToString())),
            innerException: failure),
    };

    private static IEnumerable<Error> Causes(Error root, IReadOnlyList<Error> errors)
    {
        var seen = 0;
        for (var error = root; seen <= errors.Count; seen++)
        {
            yield return error;
            if (!error.HasCauseIdx || error.CauseIdx < 0 || error.CauseIdx >= errors.Count)
            {
                yield break;
            }

            error = errors[error.CauseIdx];
        }
    }

    /// <summary>Class names as the server lists them: a JSON array of strings.</summary>
    private static string[] ClassesOf(string json) => json.Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => name.Trim('"')).ToArray();
}
