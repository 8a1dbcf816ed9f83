using DataPlatform.Engines.Embedded.Natives;

namespace DataPlatform.Engines.Embedded.Tests.Functions;

/// <summary>What Java 17 gives, asked of it.</summary>
public sealed class JavaAnswersTests
{
    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1e7, "1.0E7")]
    [InlineData(1e-7, "1.0E-7")]
    [InlineData(9999999.0, "9999999.0")]
    [InlineData(0.001, "0.001")]
    [InlineData(123456789.125, "1.23456789125E8")]
    [InlineData(double.Epsilon, "4.9E-324")]
    [InlineData(double.MaxValue, "1.7976931348623157E308")]
    public void Of_double_writes_as_Java_does(double number, string expected) => Assert.Equal(expected, JavaText.Of(number));

    [Fact]
    public void StrictMath_gives_Java_s_last_digit()
    {
        Assert.Equal(2.7182818284590455, StrictMath.Exp(1));
        Assert.Equal(22026.465794806718, StrictMath.Exp(10));
        Assert.Equal(2.5937424601000023, StrictMath.Pow(1.1, 10));
        Assert.Equal(0.9162907318741551, StrictMath.Log(2.5));
        Assert.Equal(-0.6020599913279624, StrictMath.Log10(0.25));
        Assert.Equal(1.252762968495368, StrictMath.Log1p(2.5));
        Assert.Equal(2154.4346900318837, StrictMath.Cbrt(1e10));
        Assert.Equal(1.5626964520979927, StrictMath.Atan(123.456));
        Assert.Equal(1.0314130998795732, StrictMath.Cosh(0.25));
    }

    [Theory]
    [InlineData("a1b22", @"\d+", "1")]
    [InlineData("x\ny", "x$", null)]
    [InlineData("x\n", "x$", "x")]
    [InlineData("x\r\n", "x$", "x")]
    [InlineData("aé", @"\w+", "a")]
    [InlineData("a.b+c", @"\Q.b+\E", ".b+")]
    [InlineData("foo42", @"(?<word>[a-z]+)(\d)", "foo4")]
    [InlineData("aaa", "a++", "aaa")]
    [InlineData("ab,c", @"[^\W\d]+", "ab")]
    [InlineData("(x)", @"\p{Punct}", "(")]
    [InlineData("_y", "[a-c[x-z]]", "y")]
    [InlineData("x\u2028y", "x.", null)]
    public void Regex_matches_as_Java_does(string text, string pattern, string? expected)
    {
        var match = JavaRegex.Of(pattern, "rlike").Regex.Match(text);

        Assert.Equal(expected, match.Success ? match.Value : null);
    }

    [Fact]
    public void Regex_with_an_intersection_of_classes_is_refused() =>
        Assert.Equal("UNSUPPORTED_FEATURE.EMBEDDED_ENGINE", Assert.Throws<AnalysisException>(() => JavaRegex.Of("[a-z&&[^x]]", "rlike")).Code);

    [Theory]
    [InlineData("2024-2-9", 19762)]
    [InlineData("2024", 19723)]
    [InlineData(" 2024-02-29T10:00 ", 19782)]
    [InlineData("2023-02-29", null)]
    [InlineData("24-01-01", null)]
    [InlineData("2024-02-29x", null)]
    public void Date_reads_what_Spark_reads(string text, int? expected) => Assert.Equal(expected, DateText.Date(System.Text.Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("1.005", 2, "1.01")]
    [InlineData("-1.005", 2, "-1.01")]
    [InlineData("1e3", 2, "1000.00")]
    [InlineData("99.995", 2, null)]
    [InlineData("1e-400000000", 2, "0.00")]
    public void ToPrecision_rounds_half_up_and_keeps_to_the_digits(string text, int scale, string? expected)
    {
        Assert.True(JavaDecimal.TryParse(System.Text.Encoding.ASCII.GetBytes(text), out var value));
        Assert.Equal(expected, value.ToPrecision(scale == 2 && text.StartsWith("99", StringComparison.Ordinal) ? 4 : 10, scale));
    }
}
