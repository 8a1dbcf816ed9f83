using System.Reflection;
using Xunit.Abstractions;

namespace Architecture;

/// <summary>
/// Sources written against Microsoft.Spark must compile as they are, so what we offer under its namespaces has its signatures, parameter
/// names and defaults included. What goes beyond it is listed, with the reason, in <c>microsoft-spark-additions.tsv</c>.
/// </summary>
public sealed class MicrosoftSparkApiTests(ITestOutputHelper output)
{
    /// <summary>As many as there have been: none that a source may use goes away again.</summary>
    private const int LeastMembers = 832;

    private static readonly string[] Rooms = ["Microsoft.Spark", "DataPlatform.Types"];

    private static readonly IReadOnlyList<ApiMember> Listed = ApiList.Read(Beside("microsoft-spark-api.tsv"));

    private static readonly Type[] Ours =
        [.. Rooms.SelectMany(room => Assembly.Load(room).GetExportedTypes()).Where(type => type.Namespace!.StartsWith("Microsoft.Spark", StringComparison.Ordinal))];

    [Fact]
    public void Public_members_are_those_of_Microsoft_Spark_or_listed_as_additions()
    {
        var additions = Additions().Select(addition => addition.Name).ToHashSet();
        var strangers = Ours.SelectMany(Strangers).Where(member => !additions.Contains(member.Name) && !additions.Contains(member.Type)).ToList();
        Assert.True(strangers.Count == 0, $"{strangers.Count} public members are neither in Microsoft.Spark's API with this signature nor among our additions:\n{Describe(strangers)}");
    }

    [Fact]
    public void Additions_name_a_member_that_exists_and_give_a_reason()
    {
        var names = Ours.SelectMany(type => ApiReader.Declared(type)).Select(member => member.Name).ToHashSet();
        Assert.All(Additions(), addition =>
        {
            Assert.Contains(addition.Name, names);
            Assert.NotEqual("", addition.Reason);
        });
    }

    [Fact]
    public void Members_of_Microsoft_Spark_that_exist_here_are_counted()
    {
        var here = Ours.SelectMany(type => ApiReader.Callable(type)).ToHashSet();
        var members = Listed.Where(member => member.Member != ApiMember.TypeItself).ToList();
        var missing = members.Where(member => !here.Contains(member)).GroupBy(member => member.Type).OrderBy(group => group.Key, StringComparer.Ordinal);

        output.WriteLine($"{members.Count(here.Contains)} of {members.Count} members of Microsoft.Spark 2.3.1 are here. Missing:");
        foreach (var type in missing)
        {
            output.WriteLine($"{type.Key}: {string.Join(", ", type.Select(member => $"{member.Member}({member.Parameters})"))}");
        }

        Assert.Equal(1078, members.Count);
        Assert.InRange(members.Count(here.Contains), LeastMembers, members.Count);
    }

    /// <summary>A member may sit on a base type here that Microsoft.Spark declares on each derived type, and the other way about.</summary>
    private static IEnumerable<ApiMember> Strangers(Type type)
    {
        var family = Ours.Where(other => other.IsAssignableTo(type) || type.IsAssignableTo(other)).Select(other => other.FullName).ToHashSet();
        var listed = Listed.Where(member => family.Contains(member.Type)).Select(member => member with { Type = "" }).ToHashSet();
        return ApiReader.Declared(type)
            .Where(member => member.Member != nameof(Equals))
            .Where(member => member.Member == ApiMember.TypeItself ? !Listed.Contains(member) : !listed.Contains(member with { Type = "" }));
    }

    private static IEnumerable<(string Name, string Reason)> Additions() =>
        File.ReadLines(Beside("microsoft-spark-additions.tsv")).Skip(1).Select(line => line.Split('\t')).Select(fields => (fields[0], fields[1]));

    private static string Describe(IEnumerable<ApiMember> members) =>
        string.Join('\n', members.Select(member => $"  {member}{Nearest(member)}").Order(StringComparer.Ordinal));

    private static string Nearest(ApiMember member)
    {
        var overloads = Listed.Where(listed => listed.Name == member.Name && listed.Member != ApiMember.TypeItself).ToList();
        return overloads.Count == 0 ? "" : $"\n    listed: {string.Join("\n            ", overloads)}";
    }

    private static string Beside(string file) => Path.Combine(Repository.Root, "tests", "Architecture", file);
}
