using Microsoft.Spark.Sql;

namespace DataPlatform.Hosting;

/// <summary>The properties that a session is started with.</summary>
internal static class SparkProperties
{
    /// <summary>The property that names the engine.</summary>
    public const string MasterKey = "spark.master";

    /// <summary>
    /// Those of the environment under those of the submission, each name once; instants are UTC unless somebody says otherwise. A Spark that was started for the run has
    /// its properties already; then only those are left that are none of Spark's.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(EnvironmentConfiguration environment, SubmitOptions options, SparkMaster master)
    {
        var merged = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["spark.app.name"] = options.Name, ["spark.sql.session.timeZone"] = "UTC" };
        foreach (var (key, value) in environment.Spark.Concat(options.Properties))
        {
            merged[key] = value;
        }

        if (master.HasProperties)
        {
            return [.. merged.Where(property => !property.Key.StartsWith("spark.", StringComparison.Ordinal))];
        }

        merged[MasterKey] = master.Property!;
        return [.. merged];
    }

    /// <summary>The environment's, without those that the submission or its properties file says otherwise, and without the master.</summary>
    public static IEnumerable<KeyValuePair<string, string>> OfEnvironment(EnvironmentConfiguration environment, SubmitOptions options) =>
        environment.Spark.Where(property => property.Key != MasterKey && !options.Properties.Any(given => given.Key == property.Key));

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
