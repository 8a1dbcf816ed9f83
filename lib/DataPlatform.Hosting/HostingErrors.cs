using DataPlatform.Pipelines;

namespace DataPlatform.Hosting;

/// <summary>The errors of submitting a job and of its configuration; but for a lost Spark all are the caller's to mend: exit code 64.</summary>
internal static class HostingErrors
{
    public static ConfigurationException UnknownOption(string option, IEnumerable<string> known) =>
        new("UNKNOWN_OPTION", $"Unknown option '{option}'{Nearest.Hint(option, known)}", With("option", option));

    public static ConfigurationException OptionWithoutValue(string option) =>
        new("OPTION_WITHOUT_VALUE", $"Option {option} needs a value.", With("option", option));

    public static ConfigurationException UnexpectedArgument(string argument, string job) =>
        new("UNEXPECTED_ARGUMENT", $"'{argument}' follows the job '{job}' but is no option; options begin with --.", With("argument", argument));

    public static ConfigurationException NotKeyValue(string option, string value) =>
        new("NOT_KEY_VALUE", $"{option} '{value}' is not KEY=VALUE.", With("value", value));

    public static ConfigurationException InvalidDate(string value) =>
        new("INVALID_LOGICAL_DATE", $"--date '{value}' is no date; write it as yyyy-MM-dd, such as 2013-01-15.", With("value", value));

    public static ConfigurationException UnknownMaster(string master) =>
        new("UNKNOWN_MASTER", $"Unknown master '{master}'; there are embedded, sc://host:port, local[N], spark://host:port, yarn and k8s://url.", With("master", master));

    public static ConfigurationException NoJob() => new("NO_JOB", "No job was named: a pipeline, a folder under jobs/ or the path of a .dll is wanted.");

    public static ConfigurationException UnknownJob(string job, IEnumerable<string> known, string root) =>
        new("UNKNOWN_JOB", $"Unknown job '{job}': neither a pipeline nor a folder under jobs/ of '{root}'{Nearest.Hint(job, known)}", With("job", job));

    public static ConfigurationException JobNotBuilt(string job, string path) =>
        new("JOB_NOT_BUILT", $"The job '{job}' is not built: '{path}' is not there. Submit it with spark-submit.sh, or build its project.", With("job", job));

    public static ConfigurationException NoProgram(string path) =>
        new("JOB_WITHOUT_PROGRAM", $"'{path}' is no job: it has no program.", With("path", path));

    public static ConfigurationException NoJobInProgram(string job) =>
        new("PROGRAM_WITHOUT_JOB", $"The program of '{job}' ran no job: it must call JobHost.Run and return what that gives.", With("job", job));

    public static ConfigurationException FileNotFound(string what, string path) =>
        new("FILE_NOT_FOUND", $"The {what} '{path}' is not there.", With("path", path));

    public static ConfigurationException UnknownEnvironment(string environment, string path, IEnumerable<string> known) =>
        new("UNKNOWN_ENVIRONMENT", $"Unknown environment '{environment}': '{path}' is not there{Nearest.Hint(environment, known)}", With("environment", environment));

    public static ConfigurationException InvalidJson(string file, Exception cause) =>
        new("INVALID_CONFIGURATION_FILE", $"'{file}' is not JSON: {cause.Message}", With("file", file), cause);

    public static ConfigurationException UnknownKey(string file, string key, IEnumerable<string> known) =>
        new("UNKNOWN_CONFIGURATION_KEY", $"Unknown key '{key}' in '{file}'{Nearest.Hint(key, known)}", new Dictionary<string, string> { ["file"] = file, ["key"] = key });

    public static ConfigurationException MissingKey(string file, string key) =>
        new("MISSING_CONFIGURATION_KEY", $"'{file}' lacks the key '{key}'.", new Dictionary<string, string> { ["file"] = file, ["key"] = key });

    public static ConfigurationException WrongValue(string file, string key, string value, string wanted) =>
        new("WRONG_CONFIGURATION_VALUE", $"'{key}' in '{file}' is {value}; wanted is {wanted}.", new Dictionary<string, string> { ["file"] = file, ["key"] = key });

    public static ConfigurationException CircularPipeline(string file, IEnumerable<string> jobs) =>
        new("CIRCULAR_PIPELINE", $"The jobs {string.Join(", ", jobs)} in '{file}' wait for each other.", With("file", file));

    public static DataPlatformException SparkGone() =>
        new("SPARK_GONE", "The Spark that was started for this run is gone: its process was killed or crashed. Run it again to go on.", isTransient: true);

    public static ConfigurationException RelativeFolder(string file, string key, string folder) =>
        new(
            "RELATIVE_FOLDER",
            $"'{key}' in '{file}' is '{folder}', relative to a published job that may be unpacked anywhere. Give --{key} or DATAPLATFORM_{key.ToUpperInvariant()}, or write an absolute folder.",
            new Dictionary<string, string> { ["file"] = file, ["key"] = key });

    public static ConfigurationException LakeNotFound(string path) =>
        new("LAKE_NOT_FOUND", $"The lake '{path}' is not there. Name another with --lake, or let it be made: createLake in the environment's file makes the last folder.", With("path", path));

    public static ConfigurationException LakeNotWritable(string path, Exception cause) =>
        new("LAKE_NOT_WRITABLE", $"The lake '{path}' cannot be written: {cause.Message}", With("path", path), cause);

    public static ConfigurationException LandingNotFound(string path) =>
        new("LANDING_NOT_FOUND", $"The landing folder '{path}' is not there. Name another with --landing.", With("path", path));

    private static Dictionary<string, string> With(string name, string value) => new() { [name] = value };
}
