using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Tests;

/// <summary>Tables of other writers whose deletion vectors take rows out; the rows expected are what the tables' own projects state.</summary>
public sealed class DeletionVectorTests : IDisposable
{
    private const string Variable = "DATAPLATFORM_DELTA_TESTDATA";

    private readonly string _folder = Directory.CreateTempSubdirectory("vectors").FullName;
    private readonly EmbeddedEngine _engine = new(new Dictionary<string, string>());

    public void Dispose()
    {
        _engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [SkippableTheory]
    [InlineData("delta-golden/dv-partitioned-with-checkpoint", 35)]
    [InlineData("delta-golden/log-replay-dv-key-cases", 47)]
    [InlineData("delta-kernel-rs/cdf-table-with-dv", 10)]
    [InlineData("delta-kernel-rs/compacted-log-files-table", 5)]
    [InlineData("delta-kernel-rs/v2-parquet-sidecars-struct-stats-only", 5)]
    [InlineData("delta-rs/cdf-table-with-cdc-and-dvs", 5)]
    [InlineData("delta-rs/table-with-dv-small", 8)]
    [InlineData("delta-spark/basic-dv-with-checkpoint", 454)]
    public void Deleted_rows_of_an_upstream_table_are_not_read(string table, long rows) =>
        Assert.Equal([rows], Rows<long>(Counted(Upstream(table))));

    [SkippableFact]
    public void Other_rows_of_the_same_files_are_read()
    {
        Assert.Equal(Enumerable.Range(1, 8), Rows<int>(Sorted("value", Upstream("delta-rs/table-with-dv-small"))));
        Assert.Equal(
            Enumerable.Range(0, 500).Where(number => number % 11 != 0).Select(number => (long)number),
            Rows<long>(Sorted("id", Upstream("delta-spark/basic-dv-with-checkpoint"))));
    }

    [SkippableFact]
    public void Filter_over_deleted_rows_finds_none() =>
        Assert.Equal([0L], Rows<long>(Counted(new Filter(Upstream("delta-spark/basic-dv-with-checkpoint"), new ExpressionString("id IN (0, 11, 22, 495)")))));

    [SkippableFact]
    public void Lost_vector_fails_the_query()
    {
        var path = CopyOf("delta-spark/basic-dv-with-checkpoint");
        foreach (var vector in Directory.EnumerateFiles(path, "deletion_vector*"))
        {
            File.Delete(vector);
        }

        Assert.Equal("DELTA_DELETION_VECTOR_BROKEN", Assert.Throws<DataPlatformException>(() => Rows<long>(Counted(Table(path)))).Code);
    }

    [SkippableFact]
    public void Delete_leaves_deleted_rows_deleted()
    {
        var path = CopyOf("delta-spark/basic-dv-with-checkpoint");

        var result = _engine.Execute(new DeleteFromTable(TableReference.ForPath(path), null, new ExpressionString("id < 20")));

        // 0 and 11 were gone before.
        Assert.Equal([18L], Rows<long>(result));
        Assert.Equal(
            Enumerable.Range(20, 480).Where(number => number % 11 != 0).Select(number => (long)number), Rows<long>(Sorted("id", Table(path))));
    }

    [SkippableFact]
    public void Merge_takes_deleted_rows_for_absent()
    {
        var path = CopyOf("delta-spark/basic-dv-with-checkpoint");
        var source = new Project(new RangeRelation(10, 13, 1), [new ExpressionString("id")]);

        // 11 was deleted, so it is inserted; 10 and 12 are there.
        var result = _engine.Execute(new MergeIntoTable(
            TableReference.ForPath(path),
            "t",
            new SubqueryAlias(source, "s"),
            new ExpressionString("t.id = s.id"),
            [new MergeAction(MergeActionKind.UpdateStar, null, [])],
            [new MergeAction(MergeActionKind.InsertStar, null, [])],
            [],
            WithSchemaEvolution: false));

        using var counts = _engine.Execute(result);
        var row = Assert.Single(counts.Rows);
        Assert.Equal((2L, 0L, 1L), (row.GetAs<long>(1), row.GetAs<long>(2), row.GetAs<long>(3)));
        Assert.Equal(
            Enumerable.Range(0, 500).Where(number => number % 11 != 0 || number == 11).Select(number => (long)number), Rows<long>(Sorted("id", Table(path))));
    }

    private static DataSource Table(string path) => new("delta", null, [], [path]);

    private static DataSource Upstream(string name) => Table(Folder(name));

    private static string Folder(string name)
    {
        var root = Environment.GetEnvironmentVariable(Variable);
        Skip.If(string.IsNullOrEmpty(root), $"set {Variable} to a folder with the upstream tables");
        return Path.Combine(root!, name);
    }

    private static Sort Sorted(string column, LogicalPlan table) =>
        new(new Project(table, [new UnresolvedAttribute(column)]), [new SortOrder(new UnresolvedAttribute(column))], IsGlobal: true);

    private static Aggregate Counted(LogicalPlan table) => new(table, GroupType.GroupBy, [], [new ExpressionString("count(1)")], null, []);

    private List<T> Rows<T>(LogicalPlan plan)
    {
        using var result = _engine.Execute(plan);
        return [.. result.Rows.Select(row => row.GetAs<T>(0))];
    }

    private string CopyOf(string name)
    {
        var source = Folder(name);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return _folder;
    }
}
