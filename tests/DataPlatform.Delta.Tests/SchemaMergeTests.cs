using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta.Tests;

public sealed class SchemaMergeTests
{
    [Theory]
    [InlineData("a INT, b STRING", "b STRING, a INT", "a INT,b STRING")]
    [InlineData("a INT, b STRING", "a INT", "a INT,b STRING")]
    [InlineData("Name STRING", "NAME STRING", "Name STRING")]
    [InlineData("a INT", "c DATE, a INT, b STRING", "a INT,c DATE,b STRING")]
    [InlineData("a INT NOT NULL", "a INT, b INT NOT NULL", "a INT NOT NULL,b INT")]
    [InlineData("s STRUCT<x: INT>, t INT", "s STRUCT<y: STRING, x: INT>", "s STRUCT<x: INT, y: STRING>,t INT")]
    [InlineData("l ARRAY<STRUCT<x: INT>>", "l ARRAY<STRUCT<y: INT>>", "l ARRAY<STRUCT<x: INT, y: INT>>")]
    [InlineData("m MAP<STRING, STRUCT<x: INT>>", "m MAP<STRING, STRUCT<y: INT>>", "m MAP<STRING, STRUCT<x: INT, y: INT>>")]
    [InlineData("a TINYINT", "a SMALLINT", "a SMALLINT")]
    [InlineData("a TINYINT", "a INT", "a INT")]
    [InlineData("a SMALLINT", "a INT", "a INT")]
    [InlineData("a INT", "a TINYINT", "a INT")]
    [InlineData("a VOID", "a DATE", "a DATE")]
    [InlineData("a DATE", "a VOID", "a DATE")]
    public void Merge_gives_the_schema_that_Delta_gives(string table, string data, string expected) =>
        Assert.Equal(expected, SchemaMerge.Merge(StructType.FromDdl(table), StructType.FromDdl(data)).ToDdl());

    [Theory]
    [InlineData("a BIGINT", "a INT")]
    [InlineData("a INT", "a BIGINT")]
    [InlineData("a STRING", "a INT")]
    [InlineData("a DECIMAL(10,2)", "a DECIMAL(12,2)")]
    [InlineData("a FLOAT", "a DOUBLE")]
    [InlineData("a ARRAY<INT>", "a ARRAY<STRING>")]
    [InlineData("a STRUCT<x: INT>", "a INT")]
    public void Merge_types_that_do_not_go_together_name_the_column(string table, string data)
    {
        var error = Assert.Throws<DataPlatformException>(() => SchemaMerge.Merge(StructType.FromDdl(table), StructType.FromDdl(data)));
        Assert.Equal(("DELTA_FAILED_TO_MERGE_FIELDS", "a"), (error.Code, error.Parameters["currentField"]));
    }

    [Fact]
    public void Merge_column_twice_in_the_data_is_refused() => Assert.Equal(
        "DELTA_DUPLICATE_COLUMNS_FOUND.DATA",
        Assert.Throws<DataPlatformException>(() => SchemaMerge.Merge(StructType.FromDdl("a INT"), StructType.FromDdl("b INT, B INT"))).Code);

    [Fact]
    public void Resolve_new_column_needs_mergeSchema()
    {
        var table = Metadata.Create(StructType.FromDdl("a INT"));
        var data = StructType.FromDdl("a INT, b INT");
        var error = Assert.Throws<DataPlatformException>(() => SchemaMerge.Resolve(table, data, mergeSchema: false));
        Assert.Equal("DELTA_METADATA_MISMATCH", error.Code);
        Assert.Contains("a INT,b INT", error.Message, StringComparison.Ordinal);
        Assert.Equal("a INT,b INT", SchemaMerge.Resolve(table, data, mergeSchema: true).ToDdl());
        Assert.Equal(table.Schema, SchemaMerge.Resolve(table, StructType.FromDdl("A INT"), mergeSchema: false));
    }
}
