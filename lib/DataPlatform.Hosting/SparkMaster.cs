using System.Text.RegularExpressions;

namespace DataPlatform.Hosting;

/// <summary>Which engine a run's session gets: asked for by <c>--master</c>, or found in the environment.</summary>
/// <param name="Name">What logs call it, secrets masked: <c>embedded</c>, <c>local[2]</c>, <c>spark://host:7077</c>, <c>sc://host:15002</c>, …</param>
/// <param name="Property">What the session is told as <c>spark.master</c>; null where the environment says enough.</param>
/// <param name="HasProperties">Whether the run's Spark was started with the properties of the submission, so that the session needs none of them.</param>
internal sealed partial record SparkMaster(string Name, string? Property, bool HasProperties)
{
    private const string Embedded = "embedded";

    /// <summary>The variable in which a program that started Spark for this run says with which master it did.</summary>
    private const string StartedVariable = "DATAPLATFORM_MASTER";

    /// <summary>Whether the run is in this process.</summary>
    public bool IsEmbedded => Name.StartsWith(Embedded, StringComparison.Ordinal);

    /// <summary>
    /// A Spark that was started for the run comes first; then the master that was asked for, then the endpoint in <c>SPARK_REMOTE</c>, then <c>embedded</c>.
    /// An endpoint without a token takes the one in <c>SPARK_CONNECT_AUTHENTICATE_TOKEN</c>, where there is one.
    /// </summary>
    /// <param name="asked">The master that was asked for; null where none was.</param>
    /// <param name="variable">Gives an environment variable; null where it is not set.</param>
    public static SparkMaster Resolve(string? asked, Func<string, string?> variable)
    {
        if (variable(StartedVariable) is { Length: > 0 } started)
        {
            return new SparkMaster(started, null, HasProperties: true);
        }

        var master = asked ?? (variable("SPARK_REMOTE") is { Length: > 0 } remote ? remote : Embedded);
        return new SparkMaster(Masked(master), WithToken(master, variable("SPARK_CONNECT_AUTHENTICATE_TOKEN")), HasProperties: false);
    }

    /// <summary>Whether there is such a master.</summary>
    public static bool IsKnown(string master) => Known().IsMatch(master);

    /// <summary>The master as it may be shown.</summary>
    public static string Masked(string master) => Token().Replace(master, "$1***");

    private static string WithToken(string master, string? token) =>
        string.IsNullOrEmpty(token) || !master.StartsWith("sc://", StringComparison.Ordinal) || Token().IsMatch(master)
            ? master
            : $"{master.TrimEnd(';')}{(master.IndexOf('/', "sc://".Length) < 0 ? "/" : "")};token={token}";

    [GeneratedRegex(@"^(embedded|embedded\[[^\]]*\]|local|local\[[^\]]*\]|spark://.+|yarn|k8s://.+|sc://.+)$")]
    private static partial Regex Known();

    [GeneratedRegex(@"([/;](?:[\w-]*token|[\w-]*secret|[\w-]*password)=)[^;]*", RegexOptions.IgnoreCase)]
    private static partial Regex Token();
}
