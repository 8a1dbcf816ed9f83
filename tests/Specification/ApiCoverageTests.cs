using System.Reflection;
using Microsoft.Spark.Sql;

namespace Specification;

/// <summary>Every public member of the Microsoft.Spark assembly is called by a case here, and so asked of both engines, or is listed with what holds it instead.</summary>
public sealed class ApiCoverageTests
{
    private static readonly IReadOnlyDictionary<string, string> HeldElsewhere = File.ReadLines(Path.Combine(GoldenFile.Root, "HeldElsewhere.tsv")).Skip(1)
        .Select(line => line.Split('\t')).ToDictionary(fields => fields[0], fields => fields[1], StringComparer.Ordinal);

    private static readonly HashSet<string> Called = [.. CalledMethods.Of(typeof(ApiCoverageTests).Assembly).Select(Name)];

    private static readonly string[] Members = [.. typeof(SparkSession).Assembly.GetExportedTypes().SelectMany(Callable).Select(Name).Order(StringComparer.Ordinal)];

    [Fact]
    public void Member_is_called_by_a_case_or_held_elsewhere()
    {
        var uncalled = Members.Where(member => !Called.Contains(member) && !HeldElsewhere.ContainsKey(member)).ToList();
        Assert.True(uncalled.Count == 0, $"{uncalled.Count} members of the API are called by no case, so no engine is held to Spark with them:\n{string.Join('\n', uncalled)}");
    }

    [Fact]
    public void Member_held_elsewhere_exists_and_is_called_by_no_case()
    {
        Assert.Empty(HeldElsewhere.Keys.Except(Members));
        Assert.Empty(HeldElsewhere.Keys.Intersect(Called));
    }

    private static IEnumerable<MethodBase> Callable(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).OfType<MethodBase>()
            .Where(method => !(method is MethodInfo { IsVirtual: true } over && over.GetBaseDefinition().DeclaringType == typeof(object)));

    private static string Name(MethodBase method)
    {
        var declared = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericTypeDefinition() : method.DeclaringType;
        var parameters = method.GetParameters().Select(parameter => Name(parameter.ParameterType));
        return $"{declared.Name}.{method.Name.TrimStart('.')}({string.Join(", ", parameters)})";
    }

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
