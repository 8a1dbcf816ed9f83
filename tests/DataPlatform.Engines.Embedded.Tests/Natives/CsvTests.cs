using System.Text;
using DataPlatform.Engines.Embedded.Natives;
using DataPlatform.Engines.Embedded.Sources;
using DataPlatform.Engines.Embedded.Sources.Csv;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Tests.Natives;

public sealed class CsvTests
{
    [Theory]
    [InlineData("1e5", "1E+5")]
    [InlineData("123e5", "1.23E+7")]
    [InlineData("12345.678", "12345.678")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("-0.00000015", "-1.5E-7")]
    [InlineData("0.0000000", "0E-7")]
    public void Decimals_have_the_text_of_BigDecimal(string number, string text) => Assert.Equal(text, JavaDecimal.Parse(Encoding.ASCII.GetBytes(number)).ToJavaText());

    [Fact]
    public void White_space_alone_is_written_only_where_both_sides_are_treated_alike()
    {
        Assert.Equal("  ", Format(keepsLeading: true, keepsTrailing: true).Cell("  ", isFirst: true));
        Assert.Equal("\"\"", Format(keepsLeading: false, keepsTrailing: true).Cell("  ", isFirst: true));
        Assert.Equal("UNSUPPORTED_FEATURE.EMBEDDED_ENGINE", Assert.Throws<AnalysisException>(() => Format(keepsLeading: true, keepsTrailing: false).Cell("  ", isFirst: true)).Code);
    }

    [Fact]
    public void A_record_says_nothing_of_the_one_before()
    {
        var decoder = new CsvDecoder(StructType.FromDdl("a INT, _corrupt_record STRING"), new CsvOptions(new SourceOptions([]), "UTC"));
        Assert.Equal<string?[]>([null, "x"], decoder.Decode("x"));
        Assert.Equal<string?[]>(["1", null], decoder.Decode("1"));
        Assert.Equal<string?[]>([null, null], decoder.Decode(""));
    }

    private static CsvFormat Format(bool keepsLeading, bool keepsTrailing) =>
        new(new SourceOptions([new("ignoreLeadingWhiteSpace", $"{!keepsLeading}"), new("ignoreTrailingWhiteSpace", $"{!keepsTrailing}")]));
}
