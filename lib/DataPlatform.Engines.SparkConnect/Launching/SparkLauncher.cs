namespace DataPlatform.Engines.SparkConnect.Launching;

/// <summary>Starts Spark where a program asks for a master and no Spark runs yet: one for each master and process, which ends with the process.</summary>
public static class SparkLauncher
{
    private static readonly Lock Lock = new();
    private static readonly Dictionary<string, SparkProcess> Running = [];

    /// <summary>Whether a master is one that a Spark has to be started for: <c>local</c>, <c>local[…]</c>, <c>spark://…</c>, <c>yarn</c>, <c>k8s://…</c>.</summary>
    public static bool CanLaunch(string master)
    {
        ArgumentNullException.ThrowIfNull(master);
        return master is "local" or "yarn"
            || (master.StartsWith("local[", StringComparison.Ordinal) && master.EndsWith(']'))
            || master.StartsWith("spark://", StringComparison.Ordinal)
            || master.StartsWith("k8s://", StringComparison.Ordinal);
    }

    /// <summary>
    /// The endpoint, <c>sc://127.0.0.1:PORT/;token=…</c>, of this process's Spark with that master. The first call starts it with <c>$SPARK_HOME/bin/spark-submit</c>, in
    /// client mode, and waits until it serves (some seconds); later ones give the same endpoint, whatever configuration they bring. A Spark that ended is started anew.
    /// </summary>
    /// <param name="master">The master.</param>
    /// <param name="configuration">Spark properties by name; those that do not begin with <c>spark.</c> are left out.</param>
    /// <exception cref="DataPlatformException">
    /// <c>SPARK_HOME_NOT_FOUND</c>, <c>JAVA_NOT_FOUND</c>, <c>RUNNER_NOT_BUILT</c>: something must be installed. <c>SPARK_NOT_STARTED</c>: Spark ended, or (transient)
    /// did not serve in time; its last log lines are in the message.
    /// </exception>
    public static string Endpoint(string master, IReadOnlyDictionary<string, string> configuration)
    {
        ArgumentNullException.ThrowIfNull(master);
        ArgumentNullException.ThrowIfNull(configuration);
        lock (Lock)
        {
            if (Running.GetValueOrDefault(master) is { HasExited: false } running)
            {
                return running.Endpoint;
            }

            var started = SparkProcess.Start(SparkInstallation.Find(), master, configuration);
            Running[master] = started;
            return started.Endpoint;
        }
    }
}
