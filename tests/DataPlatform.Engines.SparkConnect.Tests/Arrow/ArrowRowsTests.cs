using Apache.Arrow;
using Apache.Arrow.Ipc;
using DataPlatform.Engines.SparkConnect.Arrow;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Tests.Arrow;

public sealed class ArrowRowsTests
{
    [Fact]
    public void Views_of_short_and_long_text_are_read()
    {
        const string Long = "longer than the twelve bytes of a view";
        var column = new StringViewArray.Builder().Append("short").AppendNull().Append(Long).Append("twelve bytes").Build();

        var rows = Read(StructType.FromDdl("s STRING"), column);

        Assert.Equal(["short", null, Long, "twelve bytes"], rows.Select(row => row[0]));
    }

    [Fact]
    public void Views_of_bytes_are_read()
    {
        var column = new BinaryViewArray.Builder().Append(new byte[] { 1 }.AsSpan()).Append(new byte[20].AsSpan()).Build();

        var rows = Read(StructType.FromDdl("b BINARY"), column);

        Assert.Equal([new byte[] { 1 }, new byte[20]], rows.Select(row => (byte[])row[0]!));
    }

    [Fact]
    public void Rows_share_the_object_of_a_text_that_comes_again()
    {
        var schema = StructType.FromDdl("s STRING");
        var rows = RoundTrip(schema, [["a"], ["bc"], ["a"], [""], ["ä"], ["bc"], [""], ["ä"]]);

        Assert.Equal(["a", "bc", "a", "", "ä", "bc", "", "ä"], rows.Select(row => row[0]));
        Assert.Same(rows[0][0], rows[2][0]);
        Assert.Same(rows[1][0], rows[5][0]);
    }

    [Fact]
    public void Texts_that_differ_in_any_one_place_stay_apart()
    {
        // Every text of these lengths with one letter changed, twice over: what shares an object must be equal.
        var texts = Enumerable.Range(0, 30).SelectMany(length => Enumerable.Range(0, length).Select(i => new string('x', i) + "y" + new string('x', length - i - 1))).ToList();
        texts.AddRange(texts.ToList());

        Assert.Equal(texts, RoundTrip(StructType.FromDdl("s STRING"), [.. texts.Select(text => new object?[] { text })]).Select(row => row[0]));
    }

    [Fact]
    public void Column_of_many_different_texts_is_read()
    {
        var texts = Enumerable.Range(0, 3000).Select(i => i % 3 == 0 ? "often" : $"text {i}").ToList();

        Assert.Equal(texts, RoundTrip(StructType.FromDdl("s STRING"), [.. texts.Select(text => new object?[] { text })]).Select(row => row[0]));
    }

    [Fact]
    public void Rows_come_while_the_rest_of_the_stream_is_unread()
    {
        var schema = StructType.FromDdl("i INT");
        var stream = ArrowWriter.Write(schema, [.. Enumerable.Range(0, 1000).Select(i => new object?[] { i })], batchBytes: 100);
        stream.AsSpan(stream.Length / 2).Clear();

        Assert.Equal(0, ArrowRows.Read(stream, schema).First()[0]);
    }

    [Fact]
    public void Equal_names_inside_a_struct_are_made_different_for_Spark()
    {
        // Spark 4.2 refuses a stream with a struct of two fields of one name: its Arrow library makes one of them.
        var schema = new StructType(
        [
            new StructField("a", new IntegerType()),
            new StructField("a", new StructType([new StructField("x", new IntegerType()), new StructField("X", new IntegerType())])),
            new StructField("s", new StructType([new StructField("x", new IntegerType()), new StructField("y", new IntegerType())])),
        ]);

        var fields = ArrowLayout.SchemaOf(schema).FieldsList;

        Assert.Equal(["a", "a", "s"], fields.Select(field => field.Name));
        Assert.Equal(["_0", "_1"], Names(fields[1]));
        Assert.Equal(["x", "y"], Names(fields[2]));
    }

    [Fact]
    public void Time_of_day_is_cut_to_the_digits_of_its_type()
    {
        var schema = StructType.FromDdl("t6 TIME(6), t2 TIME(2), t0 TIME(0)");
        var time = new TimeOnly(12, 34, 56).Add(new TimeSpan(7_891_239));

        var row = Assert.Single(RoundTrip(schema, [[time, time, time]]));

        Assert.Equal(["12:34:56.7891230", "12:34:56.7800000", "12:34:56.0000000"], row.Values.Select(value => ((TimeOnly)value!).ToString("O")));
    }

    [Theory]
    [InlineData("s STRING", 1)]
    [InlineData("i INT", 1L)]
    [InlineData("v VOID", 1)]
    public void Value_of_another_type_is_the_callers_mistake(string schema, object value) =>
        Assert.Throws<InvalidCastException>(() => ArrowWriter.Write(StructType.FromDdl(schema), [[value]]));

    private static IEnumerable<string> Names(Field field) => ((Apache.Arrow.Types.StructType)field.DataType).Fields.Select(inner => inner.Name);

    private static List<Row> RoundTrip(StructType schema, object?[][] rows) => [.. ArrowRows.Read(ArrowWriter.Write(schema, rows), schema)];

    private static List<Row> Read(StructType schema, IArrowArray column)
    {
        var arrowSchema = new Schema([new Field(schema.Fields[0].Name, column.Data.DataType, nullable: true)], metadata: null);
        using var stream = new MemoryStream();
        using var writer = new ArrowStreamWriter(stream, arrowSchema, leaveOpen: true);
        writer.WriteRecordBatch(new RecordBatch(arrowSchema, [column], column.Length));
        writer.WriteEnd();
        return [.. ArrowRows.Read(stream.ToArray(), schema)];
    }
}
