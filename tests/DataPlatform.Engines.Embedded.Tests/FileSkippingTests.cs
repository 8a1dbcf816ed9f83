using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Tests;

/// <summary>Filters leave out files that cannot hold a row, by partition values and statistics; the answer is that of reading all.</summary>
public sealed class FileSkippingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("skipping").FullName;
    private readonly EmbeddedEngine _engine = new(new Dictionary<string, string>());

    public FileSkippingTests()
    {
        for (var part = 0; part < 4; part++)
        {
            var rows = new Project(
                new RangeRelation(part * 100, (part + 1) * 100, 1),
                [
                    new ExpressionString("id"),
                    new ExpressionString("date_add(DATE'2013-01-01', CAST(id AS INT)) AS day"),
                    new ExpressionString("concat('name-', lpad(id, 3, '0')) AS name"),
                    new ExpressionString($"'{(char)('a' + part)}' AS letter"),
                ]);
            _engine.Execute(new WriteOperation(rows, "delta", WriteMode.Append, [], ["letter"]) { Path = _folder });
        }
    }

    public void Dispose()
    {
        _engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // Each file holds 100 numbers, days and names in order.
    [Theory]
    [InlineData("id = 150", 1, 1)]
    [InlineData("id >= 150 AND id < 250", 2, 100)]
    [InlineData("200 > id", 2, 200)]
    [InlineData("id IN (5, 399)", 2, 2)]
    [InlineData("day = '2013-01-02'", 1, 1)]
    [InlineData("day >= DATE'2014-01-01'", 1, 35)]
    [InlineData("name = 'name-250'", 1, 1)]
    [InlineData("letter = 'c'", 1, 100)]
    [InlineData("letter <> 'c'", 3, 300)]
    [InlineData("letter = 'z'", 0, 0)]
    [InlineData("id % 2 = 0", 4, 200)]
    [InlineData("id IS NULL", 0, 0)]
    public void Filter_reads_the_files_that_may_hold_its_rows(string condition, int files, long rows)
    {
        var table = new DataSource("delta", null, [], [_folder]);
        var filtered = new Filter(new Project(table, [new UnresolvedStar()]), new ExpressionString(condition));

        Assert.Equal(files, FilesIn(_engine.Explain(filtered, ExplainMode.Codegen)));
        using var result = _engine.Execute(new Aggregate(filtered, GroupType.GroupBy, [], [new ExpressionString("count(1)")], null, []));
        Assert.Equal(rows, Assert.Single(result.Rows).GetAs<long>(0));
    }

    private static int FilesIn(string sql) => sql.Split(".parquet'").Length - 1;
}
