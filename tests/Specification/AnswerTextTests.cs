using System.Data.SqlTypes;
using Microsoft.Spark.Sql.Types;

namespace Specification;

/// <summary>The encoding itself: a wrong one would find differences that are none, or hide one.</summary>
public sealed class AnswerTextTests
{
    public static TheoryData<double, string> Doubles => new()
    {
        { 1, "1.0" },
        { -0.0, "-0.0" },
        { 0.001, "0.001" },
        { 0.00012, "1.2E-4" },
        { 9999999, "9999999.0" },
        { 10000000, "1.0E7" },
        { 1234567.25, "1234567.25" },
        { 1.2345678e19, "1.2345678E19" },
        { 4.9e-324, "5.0E-324" },
        { double.MaxValue, "1.7976931348623157E308" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { 1e23, "1.0E23" },
        { double.NaN, "\"NaN\"" },
        { double.NegativeInfinity, "\"-Infinity\"" },
    };

    [Theory]
    [MemberData(nameof(Doubles))]
    public void Double_is_written_with_the_fewest_digits(double number, string text) =>
        Assert.Equal(text, AnswerText.Value(number, new DoubleType()));

    [Theory]
    [InlineData(0.1f, "0.1")]
    [InlineData(16777216f, "1.6777216E7")]
    [InlineData(float.MaxValue, "3.4028235E38")]
    public void Float_is_written_with_its_own_fewest_digits(float number, string text) =>
        Assert.Equal(text, AnswerText.Value(number, new FloatType()));

    [Fact]
    public void Decimal_has_all_digits_of_its_scale()
    {
        Assert.Equal("\"1.50\"", AnswerText.Value(1.5m, new DecimalType(10, 2)));
        Assert.Equal("\"12345678901234567890123456789.00\"", AnswerText.Value(SqlDecimal.Parse("12345678901234567890123456789"), new DecimalType(38, 2)));
    }

    [Fact]
    public void Instant_before_the_epoch_keeps_its_microseconds() =>
        Assert.Equal("\"1969-12-31T23:59:59.999999Z\"", AnswerText.Value(Timestamp.FromEpochMicroseconds(-1), new TimestampType()));

    [Fact]
    public void Years_outside_four_digits_carry_a_sign()
    {
        Assert.Equal("\"+10000-01-01\"", AnswerText.Value(Date.FromEpochDay(2932897), new DateType()));
        Assert.Equal("\"0001-01-01\"", AnswerText.Value(Date.FromEpochDay(-719162), new DateType()));
    }

    [Fact]
    public void Map_entries_are_ordered_by_their_text() => Assert.Equal(
        "[[\"a\",2],[\"b\",1]]",
        AnswerText.Value(new Dictionary<string, int> { ["b"] = 1, ["a"] = 2 }, new MapType(new StringType(), new IntegerType())));

    [Fact]
    public void Nullability_is_written_at_every_level() => Assert.Equal(
        "ARRAY<STRUCT<a: INT NOT NULL> NOT NULL>",
        AnswerText.Type(new ArrayType(new StructType([new StructField("a", new IntegerType(), false)]), false), true));
}
