using DataPlatform.Engines.SparkConnect.Conversion;
using Google.Protobuf;
using Microsoft.Spark.Sql.Types;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Tests;

public sealed class TypeConversionTests
{
    [Theory]
    [InlineData("void", """{ "null": {} }""")]
    [InlineData("boolean", """{ "boolean": {} }""")]
    [InlineData("tinyint", """{ "byte": {} }""")]
    [InlineData("smallint", """{ "short": {} }""")]
    [InlineData("int", """{ "integer": {} }""")]
    [InlineData("bigint", """{ "long": {} }""")]
    [InlineData("float", """{ "float": {} }""")]
    [InlineData("double", """{ "double": {} }""")]
    [InlineData("decimal(38,18)", """{ "decimal": { "precision": 38, "scale": 18 } }""")]
    [InlineData("string", """{ "string": {} }""")]
    [InlineData("char(3)", """{ "char": { "length": 3 } }""")]
    [InlineData("varchar(4)", """{ "varChar": { "length": 4 } }""")]
    [InlineData("binary", """{ "binary": {} }""")]
    [InlineData("date", """{ "date": {} }""")]
    [InlineData("timestamp", """{ "timestamp": {} }""")]
    [InlineData("timestamp_ntz", """{ "timestampNtz": {} }""")]
    [InlineData("time(3)", """{ "time": { "precision": 3 } }""")]
    [InlineData("interval", """{ "calendarInterval": {} }""")]
    [InlineData("interval month", """{ "yearMonthInterval": { "startField": 1, "endField": 1 } }""")]
    [InlineData("interval day to minute", """{ "dayTimeInterval": { "startField": 0, "endField": 2 } }""")]
    [InlineData("variant", """{ "variant": {} }""")]
    [InlineData("array<map<string, int>>", """{ "array": { "containsNull": true, "elementType": { "map": { "keyType": { "string": {} }, "valueType": { "integer": {} }, "valueContainsNull": true } } } }""")]
    [InlineData("struct<a: int not null, b: string>", """{ "struct": { "fields": [ { "name": "a", "dataType": { "integer": {} } }, { "name": "b", "dataType": { "string": {} }, "nullable": true } ] } }""")]
    public void A_type_goes_there_and_back(string ddl, string json)
    {
        var type = DataType.FromDdl(ddl);
        var message = JsonParser.Default.Parse<Proto.DataType>(json);
        Assert.Equal(message, TypeConverter.ToProto(type));
        Assert.Equal(type, TypeConverter.FromProto(message));
    }

    [Fact]
    public void Metadata_of_a_field_goes_along()
    {
        var type = StructType.FromDdl("a INT COMMENT '2024-01-01'");
        var message = TypeConverter.ToProto(type);
        Assert.Equal("""{"comment":"2024-01-01"}""", message.Struct.Fields[0].Metadata);
        Assert.Equal(type, TypeConverter.FromProto(message));
    }

    [Fact]
    public void A_type_unknown_here_is_refused_by_name()
    {
        var refusal = Assert.Throws<AnalysisException>(() => TypeConverter.FromProto(new() { Geometry = new() }));
        Assert.Equal(("UNSUPPORTED_DATATYPE", "GEOMETRY"), (refusal.Code, refusal.Parameters["typeName"]));
    }
}
