using Microsoft.Spark.Sql;

namespace DataPlatform.Hosting;

/// <summary>The properties that a session is started with.</summary>
internal static class SparkProperties
{
    /// <summary>Those of the environment under those of the submission, each name once; instants are UTC unless somebody says otherwise.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(EnvironmentConfiguration environment, SubmitOptions options)
    {
        var merged = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["spark.app.name"] = options.Name, ["spark.sql.session.timeZone"] = "UTC" };
        foreach (var (key, value) in environment.Spark.Concat(options.Properties))
        {
            merged[key] = value;
        }

        return [.. merged];
    }

    /// <summary>Starts the session, and makes it the one that the job's own code finds.</summary>
    public static SparkSession Start(IReadOnlyList<KeyValuePair<string, string>> properties)
    {
        var builder = SparkSession.Builder();
        foreach (var (key, value) in properties)
        {
            builder.Config(key, value);
        }

        return builder.GetOrCreate();
    }
}
