using System.Data.SqlTypes;
using System.Globalization;
using DataPlatform.Engines.SparkConnect.Arrow;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Tests.Arrow;

/// <summary>Batches as Spark 4.2 sent them for the queries of <c>Recorded/queries.tsv</c>; what they hold is worked out from the queries by hand.</summary>
public sealed class RecordedBatchTests
{
    [Fact]
    public void Atoms_of_every_width_are_read() => AssertRow(
        "atoms",
        "b BOOLEAN, t TINYINT, s SMALLINT, i INT, l BIGINT, f FLOAT, d DOUBLE, str STRING, bin BINARY, n VOID",
        true, (sbyte)-1, (short)2, 3, -4_000_000_000L, 1.5f, 2.5, "é𝄞", new byte[] { 1, 2 }, null);

    [Fact]
    public void Nulls_are_read_in_the_middle_of_every_kind_of_column()
    {
        var schema = StructType.FromDdl("b BOOLEAN, i INT, s STRING, d DECIMAL(5,2), a ARRAY<BIGINT>, r STRUCT<x: BIGINT>");
        var rows = Read("nulls", schema);

        Assert.Equal(3, rows.Count);
        Assert.Equal(new Row([false, 0, "0", 0.00m, new object?[] { 0L }, Struct(schema, 5, 0L)], schema), rows[0]);
        Assert.All(rows[1].Values, Assert.Null);
        Assert.Equal(new Row([true, 2, "2", 2.00m, new object?[] { 2L }, Struct(schema, 5, 2L)], schema), rows[2]);
        Assert.Equal("2.00", ((decimal)rows[2][3]!).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Decimals_are_those_of_dotnet_up_to_96_bits_and_28_digits_behind_the_point()
    {
        AssertRow(
            "decimals",
            "d3 DECIMAL(3,2), neg DECIMAL(2,2), d38 DECIMAL(38,0), tiny DECIMAL(38,38), most DECIMAL(29,0), more DECIMAL(29,0)",
            1.23m,
            -0.50m,
            SqlDecimal.Parse("12345678901234567890123456789012345678"),
            SqlDecimal.Parse("-0.00000000000000000000000000000000000001"),
            79_228_162_514_264_337_593_543_950_335m,
            SqlDecimal.Parse("79228162514264337593543950336"));
        Assert.Equal("-0.50", ((decimal)Read("decimals", "d3 DECIMAL(3,2), neg DECIMAL(2,2), a DECIMAL(38,0), b DECIMAL(38,38), c DECIMAL(29,0), d DECIMAL(29,0)")[0][1]!).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Days_and_instants_are_read_to_the_microsecond_before_1970_too() => AssertRow(
        "times",
        "d DATE, early DATE, late DATE, ts TIMESTAMP, old TIMESTAMP, first TIMESTAMP_NTZ, last TIMESTAMP_NTZ",
        new Date(2024, 2, 29),
        Date.FromEpochDay(-719_893), // 366 days (the year 0 has a 29th of February) and 365 more before 0001-01-01, which is -719,162
        Date.FromEpochDay(2_932_897), // the day after 9999-12-31
        new Timestamp(2024, 2, 29, 12, 34, 56, 789_012),
        new Timestamp(1500, 1, 1, 0, 0, 0, 1),
        DateTime.MinValue,
        new DateTime(9999, 12, 31, 23, 59, 59).AddMicroseconds(999_999));

    [Fact]
    public void Zone_of_the_session_moves_no_instant() => AssertRow(
        "zoned",
        "ts TIMESTAMP, ntz TIMESTAMP_NTZ",
        new Timestamp(2024, 2, 29, 20, 34, 56, 789_012), // Los Angeles is eight hours behind UTC in February
        new DateTime(2024, 2, 29, 12, 34, 56).AddMicroseconds(789_012));

    [Fact]
    public void Times_of_day_are_read() => AssertRow(
        "timeofday",
        "t TIME, t0 TIME(0), a ARRAY<TIME(3)>",
        new TimeOnly(12, 34, 56).Add(TimeSpan.FromMicroseconds(789_012)),
        new TimeOnly(23, 59, 59),
        new object?[] { null });

    [Fact]
    public void Intervals_are_months_spans_and_three_parts() => AssertRow(
        "intervals",
        "ym INTERVAL YEAR TO MONTH, m INTERVAL MONTH, dt INTERVAL DAY TO SECOND, h INTERVAL HOUR, c INTERVAL, a ARRAY<INTERVAL>",
        14,
        -3,
        new TimeSpan(1, 2, 3, 4, 500),
        TimeSpan.FromHours(-5),
        new CalendarInterval(14, 25, 18_367_500_000), // 5 h 6 min 7.5 s; 3 weeks and 4 days
        new object?[] { new CalendarInterval(0, -1, 0) });

    [Fact]
    public void Variants_are_their_two_parts() => AssertRow(
        "variants",
        "v VARIANT, n VARIANT, a ARRAY<VARIANT>",
        // An object of one field, number 0, from 0 to 2: an integer of one byte, 1. Its dictionary: one name, from 0 to 1, "a".
        new VariantVal([0x02, 0x01, 0x00, 0x00, 0x02, 0x0C, 0x01], [0x01, 0x01, 0x00, 0x01, 0x61]),
        null,
        new object?[] { new VariantVal([0x04], [0x01, 0x00, 0x00]) });

    [Fact]
    public void Arrays_maps_and_structs_are_read_inside_each_other()
    {
        var schema = StructType.FromDdl(
            "a ARRAY<INT>, m MAP<STRING, INT>, s STRUCT<x: INT, y: STRING>, aa ARRAY<ARRAY<INT>>, mm MAP<STRING, ARRAY<STRUCT<q: INT>>>, am ARRAY<MAP<INT, STRUCT<d: DATE>>>");
        var q = (StructType)((ArrayType)((MapType)schema.Fields[4].DataType).ValueType).ElementType;
        var d = (StructType)((MapType)((ArrayType)schema.Fields[5].DataType).ElementType).ValueType;
        var expected = new Row(
            [
                new object?[] { 1, 2, null },
                new Dictionary<object, object?> { ["k"] = 1, ["j"] = null },
                Struct(schema, 2, 1, "z"),
                new object?[] { new object?[] { 1 }, null, Array.Empty<object?>() },
                new Dictionary<object, object?> { ["a"] = new object?[] { new Row([1], q) } },
                new object?[] { new Dictionary<object, object?> { [1] = new Row([new Date(2020, 1, 1)], d) } },
            ],
            schema);

        Assert.Equal(expected, Assert.Single(Read("nested", schema)));
    }

    [Fact]
    public void Voids_are_null_wherever_they_stand()
    {
        var schema = StructType.FromDdl("a ARRAY<VOID>, b ARRAY<VOID>, m MAP<VOID, VOID>, s STRUCT<n: VOID>");

        var row = Assert.Single(Read("voids", schema));

        Assert.Equal(new Row([Array.Empty<object?>(), new object?[] { null }, new Dictionary<object, object?>(), Struct(schema, 3, [null])], schema), row);
    }

    [Fact]
    public void Null_struct_with_a_field_that_is_never_null_is_null() => AssertRow(
        "nullnested", "s STRUCT<a: INT NOT NULL, b: ARRAY<INT>>, m MAP<INT, INT>, a ARRAY<INT>", null, null, null);

    [Fact]
    public void Columns_are_taken_by_position_whatever_their_names()
    {
        var schema = new StructType(
        [
            new StructField("a", new IntegerType()),
            new StructField("a", new IntegerType()),
            new StructField("x.y", new IntegerType()),
            new StructField("A", new IntegerType()),
            new StructField("s", new StructType([new StructField("a", new IntegerType()), new StructField("a", new IntegerType())])),
        ]);

        Assert.Equal(new Row([1, 2, 3, 4, Struct(schema, 4, 5, 6)], schema), Assert.Single(Read("names", schema)));
    }

    [Fact]
    public void Result_without_rows_has_none() =>
        Assert.Empty(Read("empty", "id BIGINT, s STRING, a ARRAY<BIGINT>, m MAP<BIGINT, BIGINT>, r STRUCT<i: BIGINT>"));

    [Fact]
    public void Result_without_columns_keeps_its_number_of_rows()
    {
        var rows = Read("nocolumns", StructType.Empty);

        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.Empty(row.Values));
    }

    [Theory]
    [InlineData("lz4")]
    [InlineData("zstd")]
    public void Compressed_batches_are_read(string codec)
    {
        var rows = Read(codec, "id BIGINT, s STRING, a ARRAY<BIGINT>");

        Assert.Equal(1000, rows.Count);
        for (var i = 0L; i < rows.Count; i++)
        {
            Assert.Equal((i, i.ToString(CultureInfo.InvariantCulture), i), ((long)rows[(int)i][0]!, (string)rows[(int)i][1]!, (long)Assert.Single((object?[])rows[(int)i][2]!)!));
        }
    }

    [Fact]
    public void Large_text_and_bytes_are_read() =>
        AssertRow("large", "s STRING, b BINARY, a ARRAY<STRING>", "a", new byte[] { 1 }, new object?[] { "x", null });

    [Fact]
    public void Fixed_length_text_is_text() => AssertRow("large", "s CHAR(1), b BINARY, a ARRAY<VARCHAR(3)>", "a", new byte[] { 1 }, new object?[] { "x", null });

    [Fact]
    public void Bytes_that_are_no_utf8_become_the_replacement_character() => AssertRow("notutf8", "s STRING", "\uFFFDA");

    [Theory]
    [InlineData("beyond", "n TIMESTAMP_NTZ")]
    [InlineData("longest", "d INTERVAL DAY TO SECOND")]
    public void Value_that_dotnet_has_no_room_for_is_refused(string name, string schema) =>
        Assert.Equal("UNSUPPORTED_FEATURE.SPARK_CONNECT_ENGINE", Assert.ThrowsAny<DataPlatformException>(() => Read(name, schema)).Code);

    [Fact]
    public void Struct_without_fields_is_refused_by_name()
    {
        var error = Assert.ThrowsAny<DataPlatformException>(() => Read("emptystruct", "s STRUCT<>, i INT"));

        Assert.Equal(("UNSUPPORTED_DATATYPE", "STRUCT<>"), (error.Code, error.Parameters["typeName"]));
    }

    [Theory]
    [InlineData("zoned", "ts TIMESTAMP, ntz BIGINT")]
    [InlineData("zoned", "ts TIMESTAMP")]
    [InlineData("nested", "a ARRAY<BIGINT>, m MAP<STRING, INT>, s STRUCT<x: INT, y: STRING>, aa ARRAY<ARRAY<INT>>, mm STRING, am STRING")]
    [InlineData("intervals", "ym INTERVAL DAY, m INTERVAL MONTH, dt INTERVAL DAY, h INTERVAL HOUR, c INTERVAL, a ARRAY<INTERVAL>")]
    public void Columns_that_are_not_the_schemas_are_refused(string name, string schema) =>
        Assert.Equal("SPARK_CONNECT_ARROW_MISMATCH", Assert.Throws<DataPlatformException>(() => Read(name, schema)).Code);

    private static Row Struct(StructType schema, int ordinal, params object?[] values) => new(values, (StructType)schema.Fields[ordinal].DataType);

    private static void AssertRow(string name, string ddl, params object?[] expected)
    {
        var schema = StructType.FromDdl(ddl);
        var row = Assert.Single(Read(name, schema));
        Assert.Equal(expected.Select(value => value?.GetType()), row.Values.Select(value => value?.GetType()));
        Assert.Equal(new Row(expected, schema), row);
    }

    private static List<Row> Read(string name, string ddl) => Read(name, StructType.FromDdl(ddl));

    private static List<Row> Read(string name, StructType schema) =>
        [.. ArrowRows.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Arrow", "Recorded", $"{name}.arrow")), schema)];
}
