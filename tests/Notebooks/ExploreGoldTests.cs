using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Notebooks;

/// <summary>Executes <c>explore-gold.ipynb</c> over a lake of January and looks at what a reader would see.</summary>
public sealed partial class ExploreGoldTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly string _lake = Directory.CreateTempSubdirectory("lake").FullName;

    public void Dispose() => Directory.Delete(_lake, recursive: true);

    [SkippableFact]
    public void Explore_gold_shows_January_as_table_and_charts()
    {
        var environment = new Dictionary<string, string> { ["DATAPLATFORM_LAKE"] = _lake };
        var pipeline = Command.Run(Path.Combine(Repository.Root, "spark-submit.sh"), ["flights"], Repository.Root, environment, Limit)!;
        Assert.True(pipeline.ExitCode == 0, pipeline.Errors);

        var notebook = Kernel.Execute(Path.Combine(Repository.Root, "notebooks", "explore-gold.ipynb"), environment);

        var carriers = Rows(Html(notebook, "carriers-table"));
        Assert.Equal(16, carriers.Count);
        Assert.Equal(["UA", "4637"], carriers[0][..2]);
        Assert.Equal(8.326, double.Parse(carriers[0][2], CultureInfo.InvariantCulture), tolerance: 0.0005);
        Assert.Equal(0.7813, double.Parse(carriers[0][3], CultureInfo.InvariantCulture), tolerance: 0.00005);
        Assert.Equal(521, carriers.Sum(carrier => int.Parse(carrier[4], CultureInfo.InvariantCulture)));
        AssertBars(Html(notebook, "carriers-chart"), 16, "UA");
        AssertBars(Html(notebook, "days-chart"), 31, "2013-01-31");
    }

    private static void AssertBars(string chart, int count, string label)
    {
        Assert.Contains("<svg", chart);
        Assert.Equal(count, Bar().Count(chart));
        Assert.Contains($">{label}</text>", chart);
    }

    private static string Html(JObject notebook, string cell)
    {
        var outputs = notebook["cells"]!.Single(candidate => (string?)candidate["id"] == cell)["outputs"]!;
        var html = outputs.Select(output => output["data"]?["text/html"]).Last(data => data is not null)!;
        return html is JArray lines ? string.Concat(lines) : (string)html!;
    }

    private static List<string[]> Rows(string html) =>
        [.. Row().Matches(html).Select(row => Cell().Matches(row.Value).Select(cell => Tag().Replace(cell.Value, "").Trim()).ToArray()).Where(cells => cells.Length > 0)];

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<td>.*?</td>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("<rect ")]
    private static partial Regex Bar();
}
