using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql.Tests;

/// <summary>The expected texts are what Spark 4.2 wrote to its console for these values.</summary>
public sealed class ShowTests
{
    private readonly RecordingEngine _engine = new();

    [Fact]
    public void Show_cuts_long_cells_and_sets_them_right() => Assert.Equal(
        """
        +---+--------------------+------+----+
        | id|                name|     d|   n|
        +---+--------------------+------+----+
        |  1|                   a|   1.5|NULL|
        | 22|a long text of mo...|1.0E10|   x|
        +---+--------------------+------+----+

        """,
        Show("id STRING, name STRING, d STRING, n STRING", [["1", "a", "1.5", null], ["22", "a long text of more than twenty characters", "1.0E10", "x"]]));

    [Fact]
    public void Show_without_truncation_sets_left_and_writes_nested_values() => Assert.Equal(
        """
        +------------+-------------------+-----------+-------+------+
        |a           |m                  |s          |bin    |ab    |
        +------------+-------------------+-----------+-------+------+
        |[1, NULL, 2]|{k -> NULL, m -> 2}|{1.5, NULL}|[0A FF]|[[01]]|
        +------------+-------------------+-----------+-------+------+

        """,
        Show(
            "a ARRAY<STRING>, m MAP<STRING, STRING>, s STRUCT<x: STRING, y: STRING>, bin BINARY, ab ARRAY<BINARY>",
            [[
                new object?[] { "1", null, "2" },
                new Dictionary<object, object?> { ["k"] = null, ["m"] = "2" },
                new Row(["1.5", null], StructType.FromDdl("x STRING, y STRING")),
                new byte[] { 0x0A, 0xFF },
                new object?[] { new byte[] { 1 } },
            ]],
            truncate: 0));

    [Fact]
    public void Show_counts_wide_characters_as_two() => Assert.Equal(
        """
        +------+------+----+
        |  wide|narrow|half|
        +------+------+----+
        |表の値|    ab|  ﾊﾝ|
        |     x|    yy|   z|
        +------+------+----+

        """,
        Show("wide STRING, narrow STRING, half STRING", [["表の値", "ab", "ﾊﾝ"], ["x", "yy", "z"]]));

    [Theory]
    [InlineData(2, "only showing top 2 rows")]
    [InlineData(1, "only showing top 1 row")]
    [InlineData(0, "only showing top 0 rows")]
    [InlineData(-1, "only showing top 0 rows")]
    [InlineData(3, "")]
    public void Show_says_when_there_are_more_rows(int numRows, string footer)
    {
        var text = Show("id STRING", [.. Enumerable.Range(0, 3).Select(i => new object?[] { $"{i}" })], numRows);
        Assert.Equal(footer, text.Split('\n')[^1]);
        Assert.Equal(Math.Max(0, numRows), text.Split('\n').Count(line => line.StartsWith("|  ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Show_of_no_rows_has_a_header() => Assert.Equal("+---+\n| id|\n+---+\n+---+\n", Show("id STRING", []));

    [Fact]
    public void Show_of_no_columns_has_a_line_a_row() => Assert.Equal("++\n||\n++\n||\n||\n++\n", Show(null, [[], []]));

    [Fact]
    public void Show_below_four_characters_cuts_without_dots() => Assert.Equal(
        "+--------+\n|abcdefgh|\n+--------+\n|     abc|\n+--------+\n", Show("abcdefgh STRING", [["abcdef"]], truncate: 3));

    [Fact]
    public void Show_writes_control_characters_as_escapes() => Assert.Equal(
        """
        +----------+
        |      x\ny|
        +----------+
        |a\nb\tc\rd|
        +----------+

        """,
        Show("`x\ny` STRING", [["a\nb\tc\rd"]]));

    [Fact]
    public void Show_vertical_has_a_block_a_row() => Assert.Equal(
        """
        -RECORD 0----------
         id   | 1          
         name | abcdefg... 
        -RECORD 1----------
         id   | 2          
         name | NULL       

        """,
        Show("id STRING, name STRING", [["1", "abcdefghijklmnopqrstuvwxyz"], ["2", null]], truncate: 10, vertical: true));

    [Fact]
    public void Show_vertical_of_no_rows_says_so() => Assert.Equal("(0 rows)", Show("id STRING", [], vertical: true));

    [Fact]
    public void Show_asks_the_engine_for_text_by_position_and_one_row_more()
    {
        Show("a INT, a ARRAY<DOUBLE>, b BINARY", []);
        var source = Plans.Source;
        Assert.Equal(
            new Project(
                new ToDF(new Limit(source, 21), ["c0", "c1", "c2"]),
                [
                    new Alias(new Cast(new UnresolvedAttribute("c0"), new StringType()), "c0"),
                    new Alias(new Cast(new UnresolvedAttribute("c1"), new ArrayType(new StringType())), "c1"),
                    new UnresolvedAttribute("c2"),
                ]),
            Plans.WithoutIds(Assert.Single(_engine.Executed)));
    }

    private string Show(string? ddl, IReadOnlyList<object?[]> rows, int numRows = 20, int truncate = 20, bool vertical = false)
    {
        _engine.Schema = ddl is null ? StructType.Empty : StructType.FromDdl(ddl);
        _engine.Rows = rows;
        return new SparkSession(_engine).Table("t").ShowText(numRows, truncate, vertical);
    }
}
