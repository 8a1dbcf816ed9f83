namespace DataPlatform.Engines.SparkConnect.Launching;

/// <summary>A Spark on this machine, and the Java that it runs on.</summary>
/// <param name="Home">Spark's folder.</param>
/// <param name="JavaCompiler">The path of <c>javac</c>; null where there is none.</param>
internal sealed record SparkInstallation(string Home, string? JavaCompiler)
{
    /// <summary>The program that starts applications.</summary>
    public string Submit => Path.Combine(Home, "bin", OperatingSystem.IsWindows() ? "spark-submit.cmd" : "spark-submit");

    /// <summary>The one that <c>SPARK_HOME</c> names, with the Java of <c>JAVA_HOME</c>, else of <c>PATH</c>.</summary>
    /// <exception cref="DataPlatformException"><c>SPARK_HOME_NOT_FOUND</c>, <c>JAVA_NOT_FOUND</c>.</exception>
    public static SparkInstallation Find() => Find(Environment.GetEnvironmentVariable);

    /// <summary>As <see cref="Find()"/>, with the environment variables given.</summary>
    public static SparkInstallation Find(Func<string, string?> variable)
    {
        var home = variable("SPARK_HOME");
        if (string.IsNullOrEmpty(home) || !Directory.Exists(Path.Combine(home, "jars")))
        {
            throw SparkConnectErrors.NoSparkHome(home);
        }

        return Tool("java", variable) is null ? throw SparkConnectErrors.NoJava() : new SparkInstallation(Path.GetFullPath(home), Tool("javac", variable));
    }

    private static string? Tool(string name, Func<string, string?> variable)
    {
        var file = OperatingSystem.IsWindows() ? $"{name}.exe" : name;
        string?[] folders = [variable("JAVA_HOME") is { Length: > 0 } java ? Path.Combine(java, "bin") : null, .. (variable("PATH") ?? "").Split(Path.PathSeparator)];
        return folders.Where(folder => !string.IsNullOrEmpty(folder)).Select(folder => Path.Combine(folder!, file)).FirstOrDefault(File.Exists);
    }
}
