namespace DataPlatform.Hosting;

/// <summary>Where a run works, after arguments, environment variables and the environment's file were laid over each other in that order.</summary>
/// <param name="Name">The environment, such as <c>dev</c>.</param>
/// <param name="Lake">The lake's folder, absolute.</param>
/// <param name="Landing">The landing folder, absolute.</param>
/// <param name="CreateLake">Whether a lake that is not there is made; the folder that holds it must be there.</param>
/// <param name="Spark">Spark properties of the file.</param>
public sealed record EnvironmentConfiguration(
    string Name,
    string Lake,
    string Landing,
    bool CreateLake,
    IReadOnlyList<KeyValuePair<string, string>> Spark)
{
    private const string DefaultName = "dev";

    /// <summary>Lays arguments over environment variables over <c>conf/&lt;environment&gt;.json</c>.</summary>
    /// <param name="root">The folder with <c>conf/</c>; folders in the file are relative to it.</param>
    /// <param name="options">The job's arguments.</param>
    /// <param name="variable">Gives an environment variable, null where it is not set: <c>DATAPLATFORM_ENVIRONMENT</c>, <c>DATAPLATFORM_LAKE</c>, <c>DATAPLATFORM_LANDING</c>.</param>
    /// <param name="workingFolder">What relative folders in environment variables are relative to.</param>
    /// <exception cref="DataPlatform.Pipelines.ConfigurationException">The file is not there, is no JSON, has an unknown key or a wrong value, or a relative folder in a published job (<c>RELATIVE_FOLDER</c>).</exception>
    public static EnvironmentConfiguration Resolve(string root, JobOptions options, Func<string, string?> variable, string workingFolder)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(variable);
        var name = options.Environment ?? variable("DATAPLATFORM_ENVIRONMENT") ?? DefaultName;
        var folder = Path.Combine(root, "conf");
        var file = Path.Combine(folder, $"{name}.json");
        if (!File.Exists(file))
        {
            throw HostingErrors.UnknownEnvironment(name, file, Names(folder));
        }

        var node = ConfigurationNode.Read(file, "environment file", "lake", "landing", "createLake", "spark");
        return new EnvironmentConfiguration(
            name,
            options.Lake ?? FromVariable("DATAPLATFORM_LAKE") ?? FromFile("lake"),
            options.Landing ?? FromVariable("DATAPLATFORM_LANDING") ?? FromFile("landing"),
            node.Flag("createLake"),
            node.Pairs("spark"));

        string FromFile(string key) => !PlatformRoot.IsPublished(root) || Path.IsPathRooted(node.Text(key))
            ? Path.GetFullPath(node.Text(key), root)
            : throw HostingErrors.RelativeFolder(file, key, node.Text(key));

        string? FromVariable(string key) => variable(key) is { Length: > 0 } path ? Path.GetFullPath(path, workingFolder) : null;
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file))
            : [];
}
