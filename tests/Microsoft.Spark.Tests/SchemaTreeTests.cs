using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql.Tests;

/// <summary>The expected texts are what Spark 4.2 wrote to its console for these schemas.</summary>
public sealed class SchemaTreeTests
{
    [Fact]
    public void Every_type_and_nesting_reads_as_in_Spark() => Assert.Equal(
        """
        root
         |-- a: integer (nullable = false)
         |-- b: string (nullable = true)
         |-- c: array (nullable = true)
         |    |-- element: integer (containsNull = true)
         |-- d: map (nullable = false)
         |    |-- key: string
         |    |-- value: struct (valueContainsNull = true)
         |    |    |-- f: long (nullable = true)
         |    |    |-- g: array (nullable = true)
         |    |    |    |-- element: decimal(5,2) (containsNull = true)
         |-- e: struct (nullable = true)
         |    |-- z: timestamp (nullable = true)
         |-- f: byte (nullable = true)
         |-- g: short (nullable = true)
         |-- h: float (nullable = true)
         |-- i: binary (nullable = true)
         |-- j: date (nullable = true)
         |-- k: timestamp_ntz (nullable = true)
         |-- l: void (nullable = true)

        """,
        SchemaTree.Of(
            StructType.FromDdl(
                """
                a INT NOT NULL, b STRING, c ARRAY<INT>, d MAP<STRING, STRUCT<f: BIGINT, g: ARRAY<DECIMAL(5,2)>>> NOT NULL, e STRUCT<z: TIMESTAMP>,
                f TINYINT, g SMALLINT, h FLOAT, i BINARY, j DATE, k TIMESTAMP_NTZ, l VOID
                """),
            0));

    [Theory]
    [InlineData(1, "root\n |-- d: map (nullable = true)\n")]
    [InlineData(2, "root\n |-- d: map (nullable = true)\n |    |-- key: string\n |    |-- value: struct (valueContainsNull = true)\n")]
    public void A_level_ends_the_tree(int level, string expected) =>
        Assert.Equal(expected, SchemaTree.Of(StructType.FromDdl("d MAP<STRING, STRUCT<f: BIGINT>>"), level));
}
