namespace DataPlatform.Engines.SparkConnect;

/// <content>What goes wrong while a Spark is started.</content>
internal static partial class SparkConnectErrors
{
    public static DataPlatformException NoSparkHome(string? home) => new(
        "SPARK_HOME_NOT_FOUND",
        string.IsNullOrEmpty(home)
            ? "This master needs Apache Spark: unpack Spark 4 and set SPARK_HOME to its folder, or name a running one as sc://host:port."
            : $"SPARK_HOME is '{home}', which holds no Spark: it has no folder 'jars'. Set it to the folder of an unpacked Spark 4.",
        With(("path", home ?? "")));

    public static DataPlatformException NoJava() => new(
        "JAVA_NOT_FOUND",
        "Apache Spark needs Java, and there is none in JAVA_HOME or on PATH. Install a JDK 17 or 21.");

    public static DataPlatformException NoCompiler() => new(
        "RUNNER_NOT_BUILT",
        "The Java part of this platform is not built, and there is no javac in JAVA_HOME or on PATH to build it with. Install a JDK 17 or 21, or put dataplatform-runner.jar beside the program.");

    public static DataPlatformException NotCompiled(string home, string output) => new(
        "RUNNER_NOT_BUILT",
        $"The Java part of this platform cannot be built against the Spark in '{home}'; Spark 4.0 or later with Spark Connect is needed. javac said: {output}",
        With(("path", home)));

    public static DataPlatformException NotStarted(string master, string what, IEnumerable<string> log, bool isTransient) => new(
        "SPARK_NOT_STARTED",
        $"Spark with the master '{master}' {what}. Its last log lines:{Environment.NewLine}{string.Join(Environment.NewLine, log)}",
        With(("master", master)),
        isTransient);
}
