using CsCheck;
using DataPlatform.Engines.SparkConnect.Arrow;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Tests.Arrow;

public sealed class RoundTripTests
{
    private static readonly Gen<(StructType Schema, object?[][] Rows)> Tables =
        Samples.Schemas.SelectMany(schema => Samples.RowsOf(schema).Array[0, 12].Select(rows => (schema, rows)));

    [Fact]
    public void Rows_of_any_type_are_read_back_as_they_were_written() => Tables.Sample(
        table => AssertSame(table.Rows, table.Schema, ArrowRows.Read(ArrowWriter.Write(table.Schema, table.Rows), table.Schema)),
        iter: 300);

    [Fact]
    public void Chunks_one_after_another_hold_what_one_stream_holds() => Gen.Select(Tables, Gen.Int[1, 200], Gen.Int[1, 5]).Sample(
        (table, bytes, rows) =>
        {
            var chunks = ArrowWriter.WriteChunks(table.Schema, table.Rows, bytes, rows).ToList();

            AssertSame(table.Rows, table.Schema, chunks.SelectMany(chunk => ArrowRows.Read(chunk, table.Schema)));
            Assert.All(chunks, chunk => Assert.InRange(ArrowRows.Read(chunk, table.Schema).Count(), 0, rows));
            AssertSame(table.Rows, table.Schema, ArrowRows.Read(ArrowWriter.Write(table.Schema, table.Rows, bytes), table.Schema));
        },
        iter: 200);

    private static void AssertSame(object?[][] expected, StructType schema, IEnumerable<Row> actual)
    {
        var rows = actual.ToList();
        Assert.Equal(expected.Length, rows.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(new Row(expected[i], schema), rows[i]);
            Assert.Equal(expected[i].Select(value => value?.GetType()), rows[i].Values.Select(value => value?.GetType()));
        }
    }
}
