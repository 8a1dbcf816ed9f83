using System.Data.SqlTypes;
using DataPlatform.Engines.SparkConnect.Conversion;
using Google.Protobuf;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Tests;

/// <summary>Constants against messages that are written down by hand, in protobuf's JSON form.</summary>
public sealed class LiteralConversionTests
{
    public static TheoryData<object?, string, string> Atoms => new()
    {
        { null, "decimal(5,2)", """{ "null": { "decimal": { "precision": 5, "scale": 2 } } }""" },
        { null, "varchar(3)", """{ "null": { "string": {} } }""" },
        { true, "boolean", """{ "boolean": true }""" },
        { (sbyte)-128, "tinyint", """{ "byte": -128 }""" },
        { (short)3, "smallint", """{ "short": 3 }""" },
        { long.MinValue, "bigint", """{ "long": "-9223372036854775808" }""" },
        { double.NaN, "double", """{ "double": "NaN" }""" },
        { 1.5m, "decimal(10,3)", """{ "decimal": { "value": "1.500", "precision": 10, "scale": 3 } }""" },
        { SqlDecimal.Parse("99999999999999999999999999999999999999"), "decimal(38,0)", """{ "decimal": { "value": "99999999999999999999999999999999999999", "precision": 38, "scale": 0 } }""" },
        { new byte[] { 1, 255 }, "binary", """{ "binary": "Af8=" }""" },
        { Date.FromEpochDay(-1), "date", """{ "date": -1 }""" },
        { Timestamp.FromEpochMicroseconds(-1), "timestamp", """{ "timestamp": "-1" }""" },
        { new DateTime(1970, 1, 1, 0, 0, 1), "timestamp_ntz", """{ "timestampNtz": "1000000" }""" },
        { new TimeOnly(0, 0, 1), "time(6)", """{ "time": { "nano": "1000000000", "precision": 6 } }""" },
        { new CalendarInterval(1, -2, 3), "interval", """{ "calendarInterval": { "months": 1, "days": -2, "microseconds": "3" } }""" },
        { 14, "interval year to month", """{ "yearMonthInterval": 14, "dataType": { "yearMonthInterval": { "startField": 0, "endField": 1 } } }""" },
        { TimeSpan.FromSeconds(-2), "interval minute to second", """{ "dayTimeInterval": "-2000000", "dataType": { "dayTimeInterval": { "startField": 2, "endField": 3 } } }""" },
    };

    [Theory]
    [MemberData(nameof(Atoms))]
    public void A_value_is_written_with_its_type(object? value, string type, string json) =>
        Assert.Equal(Message(json), LiteralConverter.ToProto(value, DataType.FromDdl(type)));

    [Fact]
    public void An_array_has_its_type_for_old_servers_and_for_new_ones() => Assert.Equal(
        Message(
            """
            { "array": { "elementType": { "integer": {} }, "elements": [ { "integer": 1 }, { "null": { "integer": {} } } ] },
              "dataType": { "array": { "elementType": { "integer": {} }, "containsNull": true } } }
            """),
        LiteralConverter.ToProto(new object?[] { 1, null }, DataType.FromDdl("array<int>")));

    [Fact]
    public void A_map_keeps_its_order() => Assert.Equal(
        Message(
            """
            { "map": { "keyType": { "string": {} }, "valueType": { "double": {} }, "keys": [ { "string": "b" }, { "string": "a" } ], "values": [ { "double": 1 }, { "double": 2 } ] },
              "dataType": { "map": { "keyType": { "string": {} }, "valueType": { "double": {} }, "valueContainsNull": true } } }
            """),
        LiteralConverter.ToProto(new Dictionary<object, object?> { ["b"] = 1.0, ["a"] = 2.0 }, DataType.FromDdl("map<string, double>")));

    [Fact]
    public void A_struct_has_a_value_a_field()
    {
        var type = StructType.FromDdl("x INT NOT NULL");
        const string Type = """{ "struct": { "fields": [ { "name": "x", "dataType": { "integer": {} } } ] } }""";
        Assert.Equal(
            Message($$"""{ "struct": { "structType": {{Type}}, "elements": [ { "integer": 3 } ] }, "dataType": {{Type}} }"""),
            LiteralConverter.ToProto(new Row([3], type), type));
    }

    [Fact]
    public void A_value_that_the_protocol_has_no_constant_for_is_refused() =>
        Assert.Equal("UNSUPPORTED_FEATURE.SPARK_CONNECT_ENGINE", Assert.Throws<AnalysisException>(() => LiteralConverter.ToProto("{}", new VariantType())).Code);

    private static Proto.Expression.Types.Literal Message(string json) => JsonParser.Default.Parse<Proto.Expression.Types.Literal>(json);
}
