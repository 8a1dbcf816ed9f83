namespace DataPlatform.Hosting;

/// <summary>What stands before the job's name: how it is run. The names are those of <c>spark-submit</c>.</summary>
/// <param name="Root">The folder with <c>conf/</c> and <c>jobs/</c>.</param>
/// <param name="Job">A pipeline, a folder under <c>jobs/</c>, or the path of an assembly.</param>
/// <param name="Arguments">The job's own arguments.</param>
internal sealed record SubmitOptions(string Root, string Job, IReadOnlyList<string> Arguments)
{
    private static readonly string[] Known = ["--root", "--master", "--remote", "--name", "--conf", "--properties-file", "--driver-memory", "--driver-cores"];

    /// <summary>The name of the run in reports; the job's where none was given.</summary>
    public required string Name { get; init; }

    /// <summary>The master that was asked for; null where none was.</summary>
    public string? Master { get; init; }

    /// <summary>Spark properties without the master; a later one wins over an earlier one of the same name.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Properties { get; init; }

    /// <summary>Reads the arguments after <c>submit</c>.</summary>
    public static SubmitOptions Parse(IReadOnlyList<string> arguments, string workingFolder)
    {
        var reader = new OptionReader(arguments);
        string? root = null, name = null;
        List<KeyValuePair<string, string>> fromFile = [], given = [];
        while (reader.TryNext(out var option))
        {
            switch (option)
            {
                case "--root": root = Path.GetFullPath(reader.Value(option), workingFolder); break;
                case "--name": name = reader.Value(option); break;
                case "--master" or "--remote": given.Add(new(SparkProperties.MasterKey, reader.Value(option))); break;
                case "--conf" or "-c": given.Add(Property(option, reader.Value(option))); break;
                case "--properties-file": fromFile.AddRange(PropertiesFile.Read(Path.GetFullPath(reader.Value(option), workingFolder))); break;
                case "--driver-memory": given.Add(new("spark.driver.memory", reader.Value(option))); break;
                case "--driver-cores": given.Add(new("spark.driver.cores", reader.Value(option))); break;
                default: throw HostingErrors.UnknownOption(option, Known);
            }
        }

        var rest = reader.Rest;
        var job = rest.Count > 0 ? rest[0] : throw HostingErrors.NoJob();
        List<KeyValuePair<string, string>> properties = [.. fromFile, .. given];
        return new SubmitOptions(root ?? PlatformRoot.Find(workingFolder), job, [.. rest.Skip(1)])
        {
            Name = name ?? job,
            Master = MasterOf(properties),
            Properties = [.. properties.Where(property => property.Key != SparkProperties.MasterKey)],
        };
    }

    private static KeyValuePair<string, string> Property(string option, string text)
    {
        var equals = text.IndexOf('=');
        return equals > 0 ? new(text[..equals], text[(equals + 1)..]) : throw HostingErrors.NotKeyValue(option, text);
    }

    private static string? MasterOf(List<KeyValuePair<string, string>> properties)
    {
        var master = properties.LastOrDefault(property => property.Key == SparkProperties.MasterKey).Value;
        return master is null || SparkMaster.IsKnown(master) ? master : throw HostingErrors.UnknownMaster(SparkMaster.Masked(master));
    }
}
