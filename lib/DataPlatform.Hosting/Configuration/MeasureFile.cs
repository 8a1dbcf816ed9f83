using DataPlatform.Pipelines;

namespace DataPlatform.Hosting;

/// <summary>Reads <c>conf/measures/&lt;name&gt;.json</c>.</summary>
public static class MeasureFile
{
    /// <summary>Reads the measures over one table.</summary>
    /// <param name="root">The folder with <c>conf/</c>.</param>
    /// <param name="name">The file's name without its ending.</param>
    /// <exception cref="ConfigurationException">The file is not there or is wrong.</exception>
    public static MeasureSet Read(string root, string name)
    {
        var node = ConfigurationNode.Read(Path.Combine(root, "conf", "measures", $"{name}.json"), "measures", "description", "table", "measures");
        return new MeasureSet(
            node.Text("table"),
            [.. node.Objects("measures", "name", "expression", "unit", "description").Select(measure =>
                new Measure(measure.Text("name"), measure.Text("expression"), measure.Text("unit"), measure.Text("description")))]);
    }
}
