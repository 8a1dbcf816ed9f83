namespace DataPlatform.Hosting;

/// <summary>A pipeline: jobs, each with those that it waits for.</summary>
/// <param name="Name">The name of its file in <c>conf/pipelines/</c>, without the ending.</param>
/// <param name="Jobs">The jobs in an order in which each comes after all that it waits for; otherwise as they stand in the file.</param>
public sealed record PipelineDefinition(string Name, IReadOnlyList<string> Jobs)
{
    /// <summary>The file of a pipeline, whether it is there or not.</summary>
    internal static string FileOf(string root, string name) => Path.Combine(root, "conf", "pipelines", $"{name}.json");

    /// <summary>The names of all pipelines.</summary>
    internal static IEnumerable<string> Names(string root)
    {
        var folder = Path.Combine(root, "conf", "pipelines");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)) : [];
    }

    /// <summary>Reads <c>conf/pipelines/&lt;name&gt;.json</c>.</summary>
    /// <exception cref="DataPlatform.Pipelines.ConfigurationException">The file is wrong, names a job it does not have, or its jobs wait for each other.</exception>
    public static PipelineDefinition Read(string root, string name)
    {
        var node = ConfigurationNode.Read(FileOf(root, name), "pipeline", "jobs");
        var waits = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var job in node.Objects("jobs", "job", "after"))
        {
            if (!waits.TryAdd(job.Text("job"), job.Texts("after")))
            {
                throw HostingErrors.WrongValue(node.File, "jobs.job", $"'{job.Text("job")}' twice", "each job once");
            }
        }

        foreach (var awaited in waits.Values.SelectMany(jobs => jobs).Where(job => !waits.ContainsKey(job)))
        {
            throw HostingErrors.WrongValue(node.File, "jobs.after", $"'{awaited}'", $"a job of this pipeline: {string.Join(", ", waits.Keys)}");
        }

        return new PipelineDefinition(name, InOrder(node.File, waits));
    }

    private static List<string> InOrder(string file, Dictionary<string, IReadOnlyList<string>> waits)
    {
        var ordered = new List<string>();
        while (ordered.Count < waits.Count)
        {
            var open = waits.Where(job => !ordered.Contains(job.Key)).ToList();
            var next = open.FirstOrDefault(job => job.Value.All(ordered.Contains)).Key ?? throw HostingErrors.CircularPipeline(file, open.Select(job => job.Key));
            ordered.Add(next);
        }

        return ordered;
    }
}
