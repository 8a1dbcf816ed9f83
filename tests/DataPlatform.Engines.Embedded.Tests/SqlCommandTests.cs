using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Tests;

/// <summary>Statements as text: what each does to the session and to tables.</summary>
public sealed class SqlCommandTests : IDisposable
{
    private readonly EmbeddedEngine _engine = new(new Dictionary<string, string>());
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose()
    {
        _engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Set_changes_the_configuration_and_gives_the_pair()
    {
        Assert.Equal(["spark.sql.session.timeZone", "Europe/Paris"], Assert.Single(Rows("SET TIME ZONE 'Europe/Paris'")));
        Assert.Equal("Europe/Paris", _engine.Configuration.Get("spark.sql.session.timeZone"));
        Assert.Equal(["a.b", "c d"], Assert.Single(Rows("SET a.b = c d")));
    }

    [Fact]
    public void A_view_is_made_read_and_dropped()
    {
        Assert.Empty(Rows("CREATE OR REPLACE TEMP VIEW v (x) AS SELECT id + 1 FROM range(3)"));
        Assert.Equal([[1L], [2L], [3L]], Rows("SELECT x FROM v ORDER BY x"));
        Assert.Empty(Rows("DROP VIEW v"));
        Assert.Equal("TABLE_OR_VIEW_NOT_FOUND", Assert.Throws<AnalysisException>(() => Rows("DROP VIEW v")).Code);
        Assert.Empty(Rows("DROP VIEW IF EXISTS v"));
    }

    [Fact]
    public void A_table_is_written_changed_and_merged()
    {
        var input = SqlParser.ParseQuery("SELECT id AS k, 'old' AS v FROM range(4)");
        _engine.Execute(new WriteOperation(input, "delta", WriteMode.ErrorIfExists, [], []) { Path = _folder + "/t" });
        var table = $"delta.`{_folder}/t`";
        Rows($"INSERT INTO {table} VALUES (4L, 'new')");
        Rows($"DELETE FROM {table} WHERE k = 0");
        Rows($"UPDATE {table} AS t SET v = 'set' WHERE t.k = 1");
        Rows($"MERGE INTO {table} t USING (SELECT id + 3 AS k FROM range(3)) s ON t.k = s.k WHEN MATCHED AND t.k = 3 THEN DELETE WHEN NOT MATCHED THEN INSERT (k, v) VALUES (s.k, 'merged')");
        Assert.Equal([[1L, "set"], [2L, "old"], [4L, "new"], [5L, "merged"]], Rows($"SELECT * FROM {table} ORDER BY k"));
        Assert.Equal([["MERGE"], ["UPDATE"], ["DELETE"], ["WRITE"], ["WRITE"]], Rows($"DESCRIBE HISTORY {table}").Select(row => new[] { row[4] }));
    }

    private List<object?[]> Rows(string text)
    {
        using var result = _engine.Execute(_engine.Execute(new SqlCommand(text)));
        return result.Rows.Select(row => row.Values).ToList();
    }
}
