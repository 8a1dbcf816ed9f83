using System.Data.SqlTypes;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Plans.Tests.Nodes;

namespace DataPlatform.Plans.Tests;

/// <summary>Constants: their values and types.</summary>
public sealed class LiteralTests
{
    private static readonly (string Text, object? Value, DataType Type)[] Cases =
    [
        ("NULL", null, new NullType()),
        ("true", true, new BooleanType()),
        ("FALSE", false, new BooleanType()),
        ("1", 1, new IntegerType()),
        ("-2147483648", int.MinValue, new IntegerType()),
        ("2147483648", 2147483648L, new LongType()),
        ("-9223372036854775808", long.MinValue, new LongType()),
        ("9223372036854775808", 9223372036854775808m, new DecimalType(19, 0)),
        ("1L", 1L, new LongType()),
        ("2S", (short)2, new ShortType()),
        ("-128Y", (sbyte)-128, new ByteType()),
        ("1.5", 1.5m, new DecimalType(2, 1)),
        ("0.05", 0.05m, new DecimalType(2, 2)),
        ("1.", 1m, new DecimalType(1, 0)),
        (".5", 0.5m, new DecimalType(1, 1)),
        ("-1.50", -1.50m, new DecimalType(3, 2)),
        ("1e3", 1000d, new DoubleType()),
        ("1.5E-3", 0.0015, new DoubleType()),
        ("2D", 2d, new DoubleType()),
        ("1.5F", 1.5f, new FloatType()),
        ("1.50BD", 1.50m, new DecimalType(3, 2)),
        ("1e3BD", 1000m, new DecimalType(4, 0)),
        ("12345678901234567890123456789012345678", SqlDecimal.Parse("12345678901234567890123456789012345678"), new DecimalType(38, 0)),
        ("'a' 'b'", "ab", new StringType()),
        ("'a' \"b\"", "ab", new StringType()),
        ("'it''s'", "it's", new StringType()),
        ("\"a\"\"b\"", "a\"b", new StringType()),
        (@"'\n\t\\\''", "\n\t\\'", new StringType()),
        (@"'a\%b\_\q'", @"a\%b\_q", new StringType()),
        (@"'\u0041\101\U0001F600'", "AA😀", new StringType()),
        (@"r'a\n'", @"a\n", new StringType()),
        ("X'CAFE'", new byte[] { 0xCA, 0xFE }, new BinaryType()),
        ("x'abc'", new byte[] { 0x0A, 0xBC }, new BinaryType()),
        ("DATE'2024-02-29'", new Date(2024, 2, 29), new DateType()),
        ("date '2024-1-2 10:00'", new Date(2024, 1, 2), new DateType()),
        ("DATE'2024'", new Date(2024, 1, 1), new DateType()),
        ("DATE'epoch'", new Date(1970, 1, 1), new DateType()),
        ("INTERVAL '1' DAY", TimeSpan.FromDays(1), new DayTimeIntervalType(0, 0)),
        ("INTERVAL 1 day 2 hours", new TimeSpan(1, 2, 0, 0), new DayTimeIntervalType(0, 1)),
        ("INTERVAL 2 weeks", TimeSpan.FromDays(14), new DayTimeIntervalType(0, 0)),
        ("INTERVAL -1 hour", TimeSpan.FromHours(-1), new DayTimeIntervalType(1, 1)),
        ("INTERVAL '- 1' DAY", TimeSpan.FromDays(-1), new DayTimeIntervalType(0, 0)),
        ("INTERVAL -'-1-2' YEAR TO MONTH", 14, new YearMonthIntervalType(0, 1)),
        ("INTERVAL '1-2' YEAR TO MONTH", 14, new YearMonthIntervalType(0, 1)),
        ("INTERVAL 1 month 1 year", 13, new YearMonthIntervalType(0, 1)),
        ("INTERVAL '3' YEARS", 36, new YearMonthIntervalType(0, 0)),
        ("INTERVAL '1 02:03:04.123456789' DAY TO SECOND", TimeSpan.FromTicks(TimeSpan.TicksPerDay + new TimeSpan(2, 3, 4).Ticks + 1_234_560), new DayTimeIntervalType(0, 3)),
        ("INTERVAL '-10 10:11' DAY TO MINUTE", -new TimeSpan(10, 10, 11, 0), new DayTimeIntervalType(0, 2)),
        ("INTERVAL '25:00' HOUR TO MINUTE", TimeSpan.FromHours(25), new DayTimeIntervalType(1, 2)),
        ("INTERVAL '10:11.5' MINUTE TO SECOND", TimeSpan.FromSeconds(611.5), new DayTimeIntervalType(2, 3)),
        ("INTERVAL '-1 day +2 hours'", TimeSpan.FromHours(-22), new DayTimeIntervalType(0, 1)),
        ("INTERVAL 'interval 1 week 2 days'", TimeSpan.FromDays(9), new DayTimeIntervalType(0, 0)),
        ("INTERVAL 1.5 SECONDS", TimeSpan.FromSeconds(1.5), new DayTimeIntervalType(3, 3)),
    ];

    public static TheoryData<string> Texts => new(Cases.Select(c => c.Text));

    [Theory]
    [MemberData(nameof(Texts))]
    public void ParseExpression_constant_gives_value_and_type(string text)
    {
        var expected = Cases.First(c => c.Text == text);
        Assert.Equal(new Literal(expected.Value, expected.Type), Parsed(text));
    }

    [Fact]
    public void ParseExpression_timestamp_is_a_cast_of_its_text()
    {
        Assert.Equal(new Cast(Text("2024-01-01 10:00"), new TimestampType(), CastMode.Constant), Parsed("TIMESTAMP'2024-01-01 10:00'"));
        Assert.Equal(new Cast(Text("2024-01-01"), new TimestampNTZType(), CastMode.Constant), Parsed("TIMESTAMP_NTZ'2024-01-01'"));
        Assert.Equal(Call("current_timestamp"), Parsed("TIMESTAMP'now'"));
        Assert.Equal(new Cast(Call("current_date"), new TimestampType()), Parsed("TIMESTAMP'today'"));
    }

    [Theory]
    [InlineData("2024", true)]
    [InlineData("2024-2", true)]
    [InlineData("+12024-01-01", true)]
    [InlineData("2024-01-01 10", true)]
    [InlineData("2024-01-01T10:00:0", true)]
    [InlineData("2024-01-01 10:00:00.", true)]
    [InlineData("2024-01-01 10:00:00.1234567890", true)]
    [InlineData("2024-01-01 10:00:00Z", true)]
    [InlineData("2024-01-01 10:00:00 Europe/Paris", true)]
    [InlineData("2024-01-01 10:00:00.5+1:30", true)]
    [InlineData("2024-01-01 10:00:00 +0130", true)]
    [InlineData("2024-01-01 10:00:00 CST", true)]
    [InlineData("2024-01-01 10:00:00 UTC+3", true)]
    [InlineData("12:00", true)]
    [InlineData("T10:00", true)]
    [InlineData("2024-13-29", false)]
    [InlineData("2024-01-01T", false)]
    [InlineData("2024-01-01Z", false)]
    [InlineData("2024-01-01 10Z", false)]
    [InlineData("2024-01-01 10:", false)]
    [InlineData("2024-01-01 10:00Z", false)]
    [InlineData("2024-01-01 24:00:00", false)]
    [InlineData("2024-01-01  10:00:00", false)]
    [InlineData("2024-01-01 10:00:00 z", false)]
    [InlineData("2024-01-01 10:00:00 nope", false)]
    [InlineData("2024-01-01 10:00:00+19:00", false)]
    [InlineData("2024-01 10:00:00", false)]
    [InlineData("10Z", false)]
    public void ParseExpression_timestamp_has_the_forms_that_spark_takes(string text, bool isTimestamp)
    {
        if (isTimestamp)
        {
            Assert.Equal(new Cast(Text(text), new TimestampType(), CastMode.Constant), Parsed($"TIMESTAMP'{text}'"));
        }
        else
        {
            Assert.Equal("INVALID_TYPED_LITERAL", Assert.Throws<AnalysisException>(() => Parsed($"TIMESTAMP'{text}'")).Code);
        }
    }

    [Theory]
    [InlineData("128Y", "INVALID_NUMERIC_LITERAL_RANGE")]
    [InlineData("1e400", "INVALID_NUMERIC_LITERAL_RANGE")]
    [InlineData("123456789012345678901234567890123456789", "DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION")]
    [InlineData("DATE'2023-02-29'", "INVALID_TYPED_LITERAL")]
    [InlineData("DATE'2024-02-29abc'", "INVALID_TYPED_LITERAL")]
    [InlineData("TIMESTAMP'2024-13-29'", "INVALID_TYPED_LITERAL")]
    [InlineData("TIMESTAMP'2024-01-01 25:00'", "INVALID_TYPED_LITERAL")]
    [InlineData("X'CAFG'", "INVALID_TYPED_LITERAL")]
    [InlineData("a'b'", "UNSUPPORTED_TYPED_LITERAL")]
    [InlineData("INTERVAL '1day'", "INVALID_TYPED_LITERAL")]
    [InlineData("INTERVAL '1' NANOSECOND", "INVALID_TYPED_LITERAL")]
    [InlineData("INTERVAL 1.5 DAY", "INVALID_INTERVAL_FORMAT")]
    [InlineData("INTERVAL '1-13' YEAR TO MONTH", "INVALID_INTERVAL_FORMAT")]
    [InlineData("INTERVAL '1 25' DAY TO HOUR", "INVALID_INTERVAL_FORMAT")]
    [InlineData("INTERVAL '1 02:03' DAY TO SECOND", "INVALID_INTERVAL_FORMAT")]
    [InlineData("INTERVAL 1 MONTH 1 DAY", "INVALID_INTERVAL_FORMAT")]
    public void ParseExpression_what_is_no_constant_is_refused(string text, string code) =>
        Assert.Equal(code, Assert.Throws<AnalysisException>(() => Parsed(text)).Code);
}
