using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Tests;

/// <summary>Writes to a table named <c>delta.`path`</c>, by the rules of <c>df.writeTo</c>.</summary>
public sealed class NamedTableWriteTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("named").FullName;
    private readonly EmbeddedEngine _engine = new(new Dictionary<string, string>());

    private string Table => $"delta.`{_folder}/t`";

    public void Dispose()
    {
        _engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Create_makes_a_partitioned_table_once()
    {
        Write(WriteModeV2.Create, (1, "a"), (2, "b"));

        Assert.Equal(["1 a", "2 b"], Rows());
        Assert.True(Directory.Exists(Path.Combine(_folder, "t", "k=1")));
        Assert.Equal("TABLE_OR_VIEW_ALREADY_EXISTS", Assert.Throws<AnalysisException>(() => Write(WriteModeV2.Create, (3, "c"))).Code);
    }

    [Fact]
    public void Append_needs_the_table_and_adds_to_it()
    {
        Assert.Equal("PATH_NOT_FOUND", Assert.Throws<AnalysisException>(() => Write(WriteModeV2.Append, (1, "a"))).Code);
        Write(WriteModeV2.CreateOrReplace, (1, "a"));
        Write(WriteModeV2.Append, (1, "b"));
        Assert.Equal(["1 a", "1 b"], Rows());
    }

    [Fact]
    public void Overwrite_replaces_what_fulfils_the_condition_and_takes_nothing_else()
    {
        Write(WriteModeV2.Create, (1, "a"), (2, "b"));
        var condition = new UnresolvedFunction("==", [new UnresolvedAttribute("k"), Literal.Of(2)]);

        Write(WriteModeV2.Overwrite, condition, (2, "new"));
        Assert.Equal(["1 a", "2 new"], Rows());
        Assert.Equal("DELTA_REPLACE_WHERE_MISMATCH", Assert.Throws<DataPlatformException>(() => Write(WriteModeV2.Overwrite, condition, (3, "c"))).Code);
        Assert.Equal(["1 a", "2 new"], Rows());
    }

    [Fact]
    public void OverwritePartitions_replaces_the_partitions_that_the_rows_are_in()
    {
        Write(WriteModeV2.Create, (1, "a"), (2, "b"));
        Write(WriteModeV2.OverwritePartitions, (2, "x"), (2, "y"));
        Assert.Equal(["1 a", "2 x", "2 y"], Rows());
    }

    [Fact]
    public void Replace_leaves_nothing_of_what_was_there()
    {
        Write(WriteModeV2.Create, (1, "a"), (2, "b"));
        Write(WriteModeV2.Replace, (3, "c"));
        Assert.Equal(["3 c"], Rows());
    }

    private void Write(WriteModeV2 mode, params (int Key, string Text)[] rows) => Write(mode, null, rows);

    private void Write(WriteModeV2 mode, Expression? condition, params (int Key, string Text)[] rows)
    {
        var input = new LocalRelation(StructType.FromDdl("k INT, s STRING"), [.. rows.Select(row => new object?[] { row.Key, row.Text })]);
        _engine.Execute(new WriteOperationV2(input, Table, mode, "delta", [new UnresolvedAttribute("k")], [], [], condition));
    }

    private List<string> Rows()
    {
        using var result = _engine.Execute(new Sort(new NamedTable(Table), [new SortOrder(new UnresolvedAttribute("k")), new SortOrder(new UnresolvedAttribute("s"))], IsGlobal: true));
        return [.. result.Rows.Select(row => $"{row[0]} {row[1]}")];
    }
}
