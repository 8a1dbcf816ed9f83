using System.Data.SqlTypes;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql.Tests;

public sealed class CreateDataFrameTests
{
    private readonly SparkSession _session = new(new RecordingEngine());

    [Fact]
    public void Rows_keep_their_order_and_schema()
    {
        var schema = StructType.FromDdl("a INT, b STRING");
        var relation = Relation(_session.CreateDataFrame([new GenericRow([1, "x"]), new GenericRow([null, null])], schema));
        Assert.Equal(schema, relation.Schema);
        Assert.Equal([[1, "x"], [null, null]], relation.Rows);
    }

    [Fact]
    public void A_row_of_another_length_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => _session.CreateDataFrame([new GenericRow([1]), new GenericRow([1, 2])], StructType.FromDdl("a INT")));
        Assert.Contains("Row 1 (from 0) has 2 values", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_does_not_fit_in_a_later_row_names_that_row()
    {
        var error = Assert.Throws<ArgumentException>(() => _session.CreateDataFrame(
            [new GenericRow(["x", 1]), new GenericRow([null, 2]), new GenericRow(["z", "3"])], StructType.FromDdl("a STRING, b INT")));
        Assert.Contains("Row 2 (from 0), column 'b'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT", "x", "String 'x' is no value of type int")]
    [InlineData("INT", 1L << 40, "Int64")]
    [InlineData("INT", 1.0, "Double")]
    [InlineData("STRING", 1, "Int32")]
    [InlineData("BOOLEAN", 1, "Int32")]
    [InlineData("DOUBLE", 1, "Int32")]
    [InlineData("DECIMAL(3,1)", 1234, "does not fit decimal(3,1)")]
    [InlineData("INT NOT NULL", null, "null")]
    [InlineData("ARRAY<INT>", new object[] { 1, "x" }, "element 1")]
    [InlineData("DATE", "2013-01-01", "String")]
    public void A_value_that_does_not_fit_names_row_and_column(string type, object? value, string problem)
    {
        var error = Assert.Throws<ArgumentException>(() => _session.CreateDataFrame([new GenericRow([value])], StructType.FromDdl($"c {type}")));
        Assert.Contains("Row 0 (from 0), column 'c'", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, object, object> Conversions => new()
    {
        { "BIGINT", 1, 1L },
        { "INT", 1L, 1 },
        { "SMALLINT", (byte)200, (short)200 },
        { "TINYINT", -1, (sbyte)-1 },
        { "DOUBLE", 1.5f, 1.5 },
        { "DECIMAL(10,2)", 1, 1.00m },
        { "DECIMAL(10,2)", 1.500m, 1.50m },
        { "DECIMAL(38,0)", SqlDecimal.Parse("12345678901234567890123456789012345678"), SqlDecimal.Parse("12345678901234567890123456789012345678") },
        { "STRING", 'x', "x" },
        { "DATE", new DateOnly(2013, 1, 5), new Date(2013, 1, 5) },
        { "TIMESTAMP", new DateTimeOffset(2013, 1, 5, 10, 0, 0, TimeSpan.FromHours(2)), new Timestamp(2013, 1, 5, 8, 0, 0, 0) },
        { "TIMESTAMP", new DateTime(2013, 1, 5, 8, 0, 0, DateTimeKind.Utc), new Timestamp(2013, 1, 5, 8, 0, 0, 0) },
        { "TIMESTAMP_NTZ", new DateTime(2013, 1, 5, 8, 0, 0), new DateTime(2013, 1, 5, 8, 0, 0) },
        { "ARRAY<BIGINT>", new List<int> { 1, 2 }, new object[] { 1L, 2L } },
        { "BINARY", new byte[] { 1 }, new byte[] { 1 } },
        { "MAP<STRING, BIGINT>", new Dictionary<string, int> { ["k"] = 1 }, new Dictionary<object, object?> { ["k"] = 1L } },
    };

    [Theory]
    [MemberData(nameof(Conversions))]
    public void A_value_is_brought_to_the_columns_type(string type, object given, object expected) =>
        Assert.Equal(expected, Relation(_session.CreateDataFrame([new GenericRow([given])], StructType.FromDdl($"c {type}"))).Rows[0][0]);

    [Fact]
    public void A_struct_is_checked_field_by_field()
    {
        var schema = StructType.FromDdl("s STRUCT<x: BIGINT, y: STRING>");
        var row = Assert.IsType<Row>(Relation(_session.CreateDataFrame([new GenericRow([new GenericRow([1, "q"])])], schema)).Rows[0][0]);
        Assert.Equal(new Row([1L, "q"], StructType.FromDdl("x BIGINT, y STRING")), row);

        var error = Assert.Throws<ArgumentException>(() => _session.CreateDataFrame([new GenericRow([new GenericRow([1, 2])])], schema));
        Assert.Contains("field 'y'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_column_of_values_is_called_underscore_1()
    {
        Assert.Equal(StructType.FromDdl("_1 INT NOT NULL"), Relation(_session.CreateDataFrame([1, 2])).Schema);
        Assert.Equal(StructType.FromDdl("_1 INT"), Relation(_session.CreateDataFrame(new int?[] { 1, null })).Schema);
        Assert.Equal(StructType.FromDdl("_1 STRING"), Relation(_session.CreateDataFrame(["x"])).Schema);
        Assert.Equal(StructType.FromDdl("_1 DATE"), Relation(_session.CreateDataFrame([new Date(2013, 1, 1)])).Schema);
    }

    private static LocalRelation Relation(DataFrame frame) => (LocalRelation)frame.Plan;
}
