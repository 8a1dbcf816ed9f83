using System.Xml.Linq;

namespace Architecture;

/// <summary>The picture of the rooms and their arrows in ARCHITECTURE.md, held against the projects.</summary>
public sealed class RoomTests
{
    /// <summary>What each project under <c>lib/</c> knows. An arrow that is not here does not exist.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["DataPlatform.Types"] = [],
        ["DataPlatform.Plans"] = ["DataPlatform.Types"],
        ["DataPlatform.Delta"] = ["DataPlatform.Types"],
        ["DataPlatform.Engines.Embedded"] = ["DataPlatform.Delta", "DataPlatform.Plans"],
        ["DataPlatform.Engines.SparkConnect"] = ["DataPlatform.Plans"],
        ["Microsoft.Spark"] = ["DataPlatform.Engines.Embedded", "DataPlatform.Engines.SparkConnect"],
        ["DataPlatform.Pipelines"] = ["Microsoft.Spark"],
        ["DataPlatform.Hosting"] = ["DataPlatform.Pipelines"],
    };

    public static TheoryData<string> Rooms => [.. Arrows.Keys];

    public static TheoryData<string> Jobs => [.. Repository.Files("jobs", "*.csproj").Select(Repository.Relative)];

    [Fact]
    public void Lib_has_the_rooms_of_the_picture_and_no_other() =>
        Assert.Equal(
            Arrows.Keys.Select(room => $"lib/{room}/{room}.csproj").Order(StringComparer.Ordinal),
            Repository.Files("lib", "*.csproj").Select(Repository.Relative));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_what_its_arrows_point_to_and_nothing_else(string room) =>
        Assert.Equal(Arrows[room].Order(StringComparer.Ordinal), References($"lib/{room}/{room}.csproj"));

    [Theory]
    [MemberData(nameof(Jobs))]
    public void A_job_knows_the_hosting_room_only(string job) => Assert.Equal(["DataPlatform.Hosting"], References(job));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "DataPlatform.sln")).Replace('\\', '/');
        var projects = ((string[])["lib", "jobs", "tests"]).SelectMany(folder => Repository.Files(folder, "*.csproj")).Select(Repository.Relative);
        Assert.All(projects, project => Assert.Contains($"\"{project}\"", solution));
    }

    [Fact]
    public void Versions_of_packages_stand_in_one_place() =>
        Assert.All(((string[])["lib", "jobs", "tests"]).SelectMany(folder => Repository.Files(folder, "*.csproj")), project =>
            Assert.DoesNotContain(XDocument.Load(project).Descendants("PackageReference"), package => package.Attribute("Version") is not null));

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Path.Combine(Repository.Root, project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal);
}
