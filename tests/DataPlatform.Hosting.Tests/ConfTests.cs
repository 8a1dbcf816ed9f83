using System.Text.Json;

namespace DataPlatform.Hosting.Tests;

/// <summary>The files in <c>conf/</c> are read by the same code as in a run, and name the schema that describes them. Those of schedules are other programs'.</summary>
public sealed class ConfTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(Root, "conf"), "*.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file)).Where(file => !file.EndsWith(".schema.json") && !file.StartsWith(Path.Combine("conf", "schedules")))];

    public static TheoryData<string> Datasets => Named("datasets");

    public static TheoryData<string> Measures => Named("measures");

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_names_a_schema_that_is_there_and_has_no_key_beyond_it(string file)
    {
        var path = Path.Combine(Root, file);
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var schema = Path.Combine(Path.GetDirectoryName(path)!, document.RootElement.GetProperty("$schema").GetString()!);
        using var described = JsonDocument.Parse(File.ReadAllText(schema));
        var known = described.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.Name);
        Assert.Empty(document.RootElement.EnumerateObject().Select(property => property.Name).Except(known));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void An_environment_is_read(string name) => Assert.Equal(name, EnvironmentConfiguration.Resolve(Root, new JobOptions { Environment = name }, _ => null, Root).Name);

    [Theory]
    [MemberData(nameof(Datasets))]
    public void A_data_set_is_read(string name)
    {
        var dataset = DatasetFile.Read(Root, name);
        Assert.NotEmpty(dataset.Source.Columns);
        Assert.NotEmpty(dataset.Key);
        Assert.NotEmpty(dataset.Expectations);
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void Measures_have_each_name_once(string name)
    {
        var measures = MeasureFile.Read(Root, name).Measures;
        Assert.NotEmpty(measures);
        Assert.Equal(measures.Count, measures.Select(measure => measure.Name).Distinct().Count());
    }

    [Fact]
    public void The_pipeline_runs_layer_after_layer() => Assert.Equal(["Flights.Bronze", "Flights.Silver", "Flights.Gold"], PipelineDefinition.Read(Root, "flights").Jobs);

    private static TheoryData<string> Named(string folder) => [.. Directory.GetFiles(Path.Combine(Root, "conf", folder), "*.json").Select(file => Path.GetFileNameWithoutExtension(file))];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DataPlatform.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
