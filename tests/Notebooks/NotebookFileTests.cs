using Newtonsoft.Json.Linq;

namespace Notebooks;

/// <summary>What a notebook in git must be: for our kernel, without results, and over our libraries only.</summary>
public sealed class NotebookFileTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "notebooks");

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.ipynb").Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebook_is_for_the_csharp_kernel(string name) => Assert.Equal(".net-csharp", (string?)Read(name)["metadata"]!["kernelspec"]!["name"]);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebook_in_git_holds_no_results(string name) => Assert.All(CodeCells(name), cell =>
    {
        Assert.Empty(cell["outputs"]!);
        Assert.Equal(JTokenType.Null, cell["execution_count"]!.Type);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebook_refers_to_the_libraries_of_this_repository_only(string name) => Assert.All(
        CodeCells(name).SelectMany(cell => cell["source"]!).Select(line => (string)line!).Where(line => line.StartsWith("#r", StringComparison.Ordinal)),
        line => Assert.StartsWith("#r \"../lib/", line));

    private static JObject Read(string name) => JObject.Parse(File.ReadAllText(Path.Combine(Folder, name)));

    private static IEnumerable<JToken> CodeCells(string name) => Read(name)["cells"]!.Where(cell => (string?)cell["cell_type"] == "code");
}
