using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Tests;

/// <summary>Work that is larger than the memory it may have is spilled to <c>spark.local.dir</c>, and gives its answer all the same.</summary>
public sealed class MemoryTests : IDisposable
{
    private const int Rows = 2_000_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("memory").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Sort_larger_than_memory_spills_and_is_in_order()
    {
        using var engine = Engine("100m");
        var keyed = new Project(new RangeRelation(0, Rows, 1), [new Alias(new ExpressionString("concat(hash(id), repeat('x', 40))"), "key"), new UnresolvedAttribute("id")]);
        using var result = engine.Execute(new Sort(keyed, [new SortOrder(new UnresolvedAttribute("key"))], IsGlobal: true));

        var (count, sum, last) = (0L, 0L, "");
        foreach (var row in result.Rows)
        {
            var key = row.GetAs<string>(0);
            Assert.True(string.CompareOrdinal(last, key) <= 0);
            (count, sum, last) = (count + 1, sum + row.GetAs<long>(1), key);
        }

        Assert.Equal((Rows, (long)Rows * (Rows - 1) / 2), (count, sum));
        Assert.NotEmpty(Directory.GetDirectories(_folder));
    }

    [Fact]
    public void Join_larger_than_memory_spills_and_loses_no_row()
    {
        using var engine = Engine("100m");
        static LogicalPlan Side(string name) => new Project(
            new RangeRelation(0, Rows, 1), [new Alias(new ExpressionString("id * 7919 % 4000037"), name), new Alias(new ExpressionString("repeat('x', 40)"), $"{name}_text")]);
        var join = new Join(Side("a"), Side("b"), JoinType.Inner, new ExpressionString("a = b AND length(concat(a_text, b_text)) = 80"), []);
        using var result = engine.Execute(new Aggregate(join, GroupType.GroupBy, [], [new ExpressionString("count(DISTINCT a)"), new ExpressionString("max(length(concat(a_text, b_text, a)))")], null, []));

        // 4,000,037 is prime and larger than the number of rows, so that every key stands once on each side.
        Assert.Equal(Rows, Assert.Single(result.Rows).GetAs<long>(0));
        Assert.NotEmpty(Directory.GetDirectories(_folder));
    }

    [Fact]
    public void Memory_that_is_no_size_is_refused() =>
        Assert.Equal("INVALID_CONF_VALUE", Assert.Throws<AnalysisException>(() => Engine("much")).Code);

    private EmbeddedEngine Engine(string memory) => new(new Dictionary<string, string>
    {
        ["spark.driver.memory"] = memory,
        ["spark.driver.cores"] = "2",
        ["spark.local.dir"] = _folder,
    });
}
