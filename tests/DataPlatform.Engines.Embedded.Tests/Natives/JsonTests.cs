using DataPlatform.Engines.Embedded.Natives;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Tests.Natives;

/// <summary>Expected answers are Spark 4.2's.</summary>
public sealed class JsonTests
{
    private const string Nested = """{"a":{"b":[1,2,{"c":"x"}]},"d":null,"e":"","f":1.0,"g":true}""";

    [Theory]
    [InlineData("$.a.b[2].c", "x")]
    [InlineData("$.a.b[*].c", "\"x\"")]
    [InlineData("$['a']['b'][0]", "1")]
    [InlineData("$.d", null)]
    [InlineData("$.e", "")]
    [InlineData("$.f", "1.0")]
    [InlineData("$.*", null)]
    [InlineData("$.A", null)]
    public void Path_finds_what_Spark_finds(string path, string? found) => Assert.Equal(found, JsonPath.Find(path)!.Get(JsonReader.TryRead(Nested)!));

    [Theory]
    [InlineData("""[{"a":1},{"a":2}]""", "$[*].a", "[1,2]")]
    [InlineData("""{"a":1e5}""", "$.a", "100000.0")]
    [InlineData("""{"a":1,"a":2}""", "$.a", "1")]
    [InlineData("""{'a':1}""", "$.a", "1")]
    [InlineData("""{"a":"x"} trailing""", "$.a", "x")]
    public void Path_reads_JSON_as_leniently_as_Spark(string text, string path, string found) =>
        Assert.Equal(found, JsonPath.Find(path)!.Get(JsonReader.TryRead(text)!));

    [Theory]
    [InlineData("a")]
    [InlineData("$.")]
    [InlineData("")]
    public void Path_is_none_without_its_form(string path) => Assert.Null(JsonPath.Find(path));

    [Theory]
    [InlineData("""{"a":1""")]
    [InlineData("""{"a":01}""")]
    [InlineData("not json")]
    [InlineData("")]
    public void Read_gives_nothing_of_broken_text(string text) => Assert.Null(JsonReader.TryRead(text));

    [Theory]
    [InlineData("a INT, b INT", """{"a":"x","b":2}""", """{"a":null,"b":"2"}""")]
    [InlineData("a DECIMAL(10,2)", """{"a":1.005}""", """{"a":"1.01"}""")]
    [InlineData("a ARRAY<INT>", """{"a":[1,"x"]}""", """{"a":null}""")]
    [InlineData("a TINYINT", """{"a":300}""", """{"a":null}""")]
    [InlineData("a STRING", """{"a":{"x": 1}}""", """{"a":"{\"x\":1}"}""")]
    [InlineData("a INT, _corrupt_record STRING", "bad", """{"a":null,"_corrupt_record":"bad"}""")]
    public void Decode_gives_null_where_a_value_does_not_fit(string schema, string text, string decoded) =>
        Assert.Equal(decoded, new JsonDecoder(DataType.FromDdl(schema), new JsonOptions(), "UTC").Decode(text));

    [Fact]
    public void Decode_fails_in_FAILFAST_mode()
    {
        var decoder = new JsonDecoder(DataType.FromDdl("a INT"), new JsonOptions { FailsFast = true }, "UTC");
        Assert.Equal("MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION", Assert.Throws<DataPlatformException>(() => decoder.Decode("""{"a":"x"}""")).Code);
    }

    [Theory]
    [InlineData("""{"a":1,"c":1.5,"e":null,"f":[1,2]}""", "STRUCT<a: BIGINT, c: DOUBLE, e: STRING, f: ARRAY<BIGINT>>")]
    [InlineData("""[{"a":1},{"b":2}]""", "ARRAY<STRUCT<a: BIGINT, b: BIGINT>>")]
    [InlineData("""[1,"x"]""", "ARRAY<STRING>")]
    [InlineData("""{"a":12345678901234567890}""", "STRUCT<a: DECIMAL(20,0)>")]
    public void Schema_is_the_one_Spark_infers(string text, string type) => Assert.Equal(type, JsonSchema.Of(JsonReader.TryRead(text)!, new JsonOptions()).Sql);
}
