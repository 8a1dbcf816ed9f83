using Microsoft.Spark.Sql.Types;
using Newtonsoft.Json.Linq;

namespace DataPlatform.Types.Tests;

public sealed class DataTypeTests
{
    // DDL, the short form, and the JSON form, as Spark 4.2 has them.
    public static TheoryData<string, string, string> Forms => new()
    {
        { "BOOLEAN", "boolean", "\"boolean\"" },
        { "TINYINT", "tinyint", "\"byte\"" },
        { "SMALLINT", "smallint", "\"short\"" },
        { "INT", "int", "\"integer\"" },
        { "BIGINT", "bigint", "\"long\"" },
        { "FLOAT", "float", "\"float\"" },
        { "DOUBLE", "double", "\"double\"" },
        { "DECIMAL(12,3)", "decimal(12,3)", "\"decimal(12,3)\"" },
        { "STRING", "string", "\"string\"" },
        { "CHAR(3)", "char(3)", "\"char(3)\"" },
        { "VARCHAR(9)", "varchar(9)", "\"varchar(9)\"" },
        { "BINARY", "binary", "\"binary\"" },
        { "DATE", "date", "\"date\"" },
        { "TIMESTAMP", "timestamp", "\"timestamp\"" },
        { "TIMESTAMP_NTZ", "timestamp_ntz", "\"timestamp_ntz\"" },
        { "VOID", "void", "\"void\"" },
        { "VARIANT", "variant", "\"variant\"" },
        { "INTERVAL YEAR TO MONTH", "interval year to month", "\"interval year to month\"" },
        { "INTERVAL DAY TO SECOND", "interval day to second", "\"interval day to second\"" },
        { "INTERVAL HOUR", "interval hour", "\"interval hour\"" },
        { "TIME(6)", "time(6)", "\"time(6)\"" },
        { "TIME(0)", "time(0)", "\"time(0)\"" },
        { "ARRAY<INT>", "array<int>", """{"type":"array","elementType":"integer","containsNull":true}""" },
        { "MAP<STRING, DOUBLE>", "map<string,double>", """{"type":"map","keyType":"string","valueType":"double","valueContainsNull":true}""" },
        {
            "STRUCT<a: INT NOT NULL, `b c`: ARRAY<STRING>>",
            "struct<a:int,b c:array<string>>",
            """{"type":"struct","fields":[{"name":"a","type":"integer","nullable":false,"metadata":{}},{"name":"b c","type":{"type":"array","elementType":"string","containsNull":true},"nullable":true,"metadata":{}}]}"""
        },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Type_has_one_form_of_each_kind_and_is_read_back_from_both(string ddl, string simple, string json)
    {
        var type = DataType.FromDdl(ddl);

        Assert.Equal((ddl, simple, json), (type.Sql, type.SimpleString, type.Json));
        Assert.Equal(type, DataType.ParseDataType(json));
        Assert.Equal(type, DataType.FromDdl(simple == "struct<a:int,b c:array<string>>" ? ddl : simple));
    }

    [Theory]
    [InlineData("integer", "INT")]
    [InlineData("long", "BIGINT")]
    [InlineData("real", "FLOAT")]
    [InlineData("dec(5)", "DECIMAL(5,0)")]
    [InlineData("numeric", "DECIMAL(10,0)")]
    [InlineData("timestamp_ltz", "TIMESTAMP")]
    [InlineData("time", "TIME(6)")]
    [InlineData(" struct < a int , b : map<int,string> > ", "STRUCT<a: INT, b: MAP<INT, STRING>>")]
    [InlineData("a INT NOT NULL, b STRING", "STRUCT<a: INT NOT NULL, b: STRING>")]
    [InlineData("struct<>", "STRUCT<>")]
    public void Ddl_may_be_written_in_other_words(string written, string ddl) => Assert.Equal(ddl, DataType.FromDdl(written).Sql);

    [Theory]
    [InlineData("array<", "PARSE_SYNTAX_ERROR")]
    [InlineData("int int int", "PARSE_SYNTAX_ERROR")]
    [InlineData("struct<a>", "PARSE_SYNTAX_ERROR")]
    [InlineData("varchar", "PARSE_SYNTAX_ERROR")]
    [InlineData("money", "UNSUPPORTED_DATATYPE")]
    [InlineData("array< money >", "UNSUPPORTED_DATATYPE")]
    [InlineData("money money money", "PARSE_SYNTAX_ERROR")]
    [InlineData("a money", "PARSE_SYNTAX_ERROR")]
    [InlineData("decimal(39,0)", "DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION")]
    public void Ddl_that_is_no_type_is_refused_by_its_condition(string ddl, string code) =>
        Assert.Equal(code, Assert.Throws<AnalysisException>(() => DataType.FromDdl(ddl)).Code);

    [Theory]
    [InlineData("")]
    [InlineData("\"money\"")]
    [InlineData("{\"type\":\"array\"}")]
    [InlineData("{\"type\":\"struct\",\"fields\":[{\"name\":\"a\"}]}")]
    public void Json_that_is_no_type_is_refused(string json) =>
        Assert.Equal("INVALID_JSON_DATA_TYPE", Assert.Throws<DataPlatformException>(() => DataType.ParseDataType(json)).Code);

    [Fact]
    public void Schema_keeps_comments_as_metadata_and_dates_in_metadata_as_text()
    {
        var schema = StructType.FromDdl("a INT COMMENT 'it''s one', b DATE");
        Assert.Equal("it's one", (string?)schema.Fields[0].Metadata!["comment"]);

        var field = new StructField("a", new IntegerType(), true, new JObject { ["since"] = "2024-02-29T00:00:00Z" });
        var read = (StructType)DataType.ParseDataType(new StructType([field]).Json);
        Assert.Equal(JTokenType.String, read.Fields[0].Metadata!["since"]!.Type);
        Assert.Equal(new StructType([field]), read);
    }

    [Fact]
    public void Fields_are_found_without_case_and_types_are_equal_by_value()
    {
        var schema = StructType.FromDdl("Id BIGINT, name STRING");
        Assert.Equal("Id", schema.Find("ID")!.Name);
        Assert.Null(schema.Find("other"));
        Assert.Equal((0, -1), (schema.IndexOf("Id"), schema.IndexOf("id")));
        Assert.Equal(schema, StructType.FromDdl("Id BIGINT, name STRING"));
        Assert.NotEqual(schema, StructType.FromDdl("Id BIGINT, name STRING NOT NULL"));
        Assert.Equal("Id BIGINT,name STRING", schema.ToDdl());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(39, 0)]
    [InlineData(5, 6)]
    [InlineData(5, -1)]
    public void Decimal_that_cannot_be_is_refused(int precision, int scale) => Assert.Throws<ArgumentOutOfRangeException>(() => new DecimalType(precision, scale));
}
