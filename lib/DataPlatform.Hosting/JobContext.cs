using DataPlatform.Pipelines;
using Microsoft.Spark.Sql;

namespace DataPlatform.Hosting;

/// <summary>What a job is given: the run that it is part of, and the definitions in <c>conf/</c>.</summary>
public sealed class JobContext
{
    private readonly string _root;

    internal JobContext(RunContext run, EnvironmentConfiguration environment, string root) => (Run, Environment, _root) = (run, environment, root);

    /// <summary>The run: session, lake, logical date, log, and what was done so far.</summary>
    public RunContext Run { get; }

    /// <summary>Where the run works.</summary>
    public EnvironmentConfiguration Environment { get; }

    /// <summary>The session, started at the first use.</summary>
    public SparkSession Spark => Run.Spark;

    /// <summary>The lake.</summary>
    public Lake Lake => Run.Lake;

    /// <summary>A data set's definition: <c>conf/datasets/&lt;name&gt;.json</c>.</summary>
    /// <exception cref="ConfigurationException">The file is not there or is wrong.</exception>
    public Dataset Dataset(string name) => DatasetFile.Read(_root, name);

    /// <summary>The measures over a table: <c>conf/measures/&lt;name&gt;.json</c>.</summary>
    /// <exception cref="ConfigurationException">The file is not there or is wrong.</exception>
    public MeasureSet Measures(string name) => MeasureFile.Read(_root, name);

    /// <summary>A table of names and values that no source delivers: <c>conf/lookups/&lt;name&gt;.json</c>.</summary>
    /// <exception cref="ConfigurationException">The file is not there or is wrong.</exception>
    public IReadOnlyList<KeyValuePair<string, string>> Lookup(string name) =>
        ConfigurationNode.Read(Path.Combine(_root, "conf", "lookups", $"{name}.json"), "lookup", "description", "values").Pairs("values");
}
