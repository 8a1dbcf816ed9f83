using System.Data.SqlTypes;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Types.Tests;

public sealed class RowTests
{
    private static readonly StructType Schema = StructType.FromDdl("id INT, Name STRING, amount DECIMAL(10,2), tags ARRAY<STRING>, born DATE, seen TIMESTAMP");

    private static readonly Row Sample = new([7, "x", 1.50m, new object?[] { "a", null }, new Date(2024, 2, 29), new Timestamp(2024, 2, 29, 1, 2, 3, 4)], Schema);

    [Fact]
    public void Values_are_found_by_position_and_by_name_without_case()
    {
        Assert.Equal(7, Sample[0]);
        Assert.Equal("x", Sample.Get("name"));
        Assert.Contains("it has id, Name", Assert.Throws<ArgumentException>(() => Sample.Get("nope")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Row([1], Schema));
    }

    [Fact]
    public void Values_are_read_as_types_that_lose_nothing()
    {
        Assert.Equal(7L, Sample.GetAs<long>("id"));
        Assert.Equal(7.0, Sample.GetAs<double?>(0));
        Assert.Equal(1.50m, Sample.GetAs<decimal>("amount"));
        Assert.Equal(new SqlDecimal(1.50m), Sample.GetAs<SqlDecimal>("amount"));
        Assert.Equal(new List<string?> { "a", null }, Sample.GetAs<string?[]>("tags").ToList());
        Assert.Equal(new List<string?> { "a", null }, Sample.GetAs<List<string?>>("tags"));
        Assert.Equal(new DateTime(2024, 2, 29), Sample.GetAs<DateTime>("born"));
        Assert.Equal(new DateOnly(2024, 2, 29), Sample.GetAs<DateOnly>("born"));
        Assert.Equal(TimeSpan.Zero, Sample.GetAs<DateTimeOffset>("seen").Offset);
    }

    [Fact]
    public void Values_that_do_not_fit_are_refused()
    {
        Assert.Throws<OverflowException>(() => new Row([300], StructType.FromDdl("a INT")).GetAs<byte>(0));
        Assert.Throws<InvalidCastException>(() => new Row([1.5], StructType.FromDdl("a DOUBLE")).GetAs<int>(0));
        Assert.Throws<InvalidCastException>(() => new Row([null], StructType.FromDdl("a INT")).GetAs<int>(0));
        Assert.Null(new Row([null], StructType.FromDdl("a INT")).GetAs<int?>(0));
        Assert.Throws<InvalidCastException>(() => Sample.GetAs<int>("Name"));
    }

    [Fact]
    public void Rows_are_equal_by_content()
    {
        var type = StructType.FromDdl("b BINARY, d DOUBLE, a ARRAY<INT>");
        Row Make() => new([new byte[] { 1, 2 }, double.NaN, new object?[] { 1, null }], type);

        Assert.Equal(Make(), Make());
        Assert.Equal(Make().GetHashCode(), Make().GetHashCode());
        Assert.NotEqual(Make(), new Row([new byte[] { 1, 3 }, double.NaN, new object?[] { 1, null }], type));
    }

    [Fact]
    public void Row_is_written_as_Spark_writes_it() => Assert.Equal("[7,x,1.50,[a,null],2024-02-29,2024-02-29 01:02:03.000004Z]", Sample.ToString());

    [Fact]
    public void Generic_row_has_the_types_of_its_values()
    {
        Row row = new GenericRow([1, "x", 2.5m, null, new object?[] { 1L }]);
        Assert.Equal("_1 INT,_2 STRING,_3 DECIMAL(2,1),_4 VOID,_5 ARRAY<BIGINT>", row.Schema.ToDdl());
    }
}
