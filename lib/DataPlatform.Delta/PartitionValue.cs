using System.Data.SqlTypes;
using System.Globalization;
using System.Text;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>Partition values as text (PROTOCOL.md, "Partition Value Serialization"). Null and the empty text are both null.</summary>
public static class PartitionValue
{
    /// <summary>
    /// A value as the log has it. Timestamps are UTC in ISO 8601 with six digits of the second's fraction (<c>2024-01-01T10:00:00.000000Z</c>),
    /// those without zone <c>yyyy-MM-dd HH:mm:ss[.ffffff]</c>, bytes their UTF-8 text.
    /// </summary>
    /// <param name="value">A value of the type's .NET type; null is null.</param>
    /// <param name="type">The partition column's type.</param>
    /// <exception cref="ArgumentException">The value is not of the type's .NET type, or the type cannot partition a table.</exception>
    public static string? Format(object? value, DataType type) => value switch
    {
        null or "" => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        sbyte or short or int or long => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        float number => JavaNumber.Of(number),
        double number => JavaNumber.Of(number),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        SqlDecimal number => number.ToString(),
        Date date => date.ToString(),
        Timestamp instant => $"{Fixed(instant.EpochMicroseconds)}Z",
        DateTime local => TemporalText.Format((local.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond, " "),
        byte[] { Length: 0 } => null,
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be a partition value of {type}.", nameof(value)),
    };

    /// <summary>The value of a text of the log, of the type's .NET type.</summary>
    /// <param name="text">The text; null and empty are null.</param>
    /// <param name="type">The partition column's type.</param>
    /// <param name="column">The column's name, for the error.</param>
    /// <param name="zone">The zone of timestamps that name none: the session's; UTC unless given.</param>
    /// <exception cref="DataPlatformException"><c>DELTA_FAILED_CAST_PARTITION_VALUE</c>: the text is no value of the type.</exception>
    public static object? Parse(string? text, DataType type, string column, TimeZoneInfo? zone = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        return string.IsNullOrEmpty(text)
            ? null
            : TryParse(text, type, zone ?? TimeZoneInfo.Utc) ?? throw DeltaErrors.PartitionValueInvalid(column, text, type);
    }

    /// <summary>As <see cref="Parse"/>, null for what cannot be read; the text is not empty.</summary>
    internal static object? TryParse(string text, DataType type, TimeZoneInfo zone) => type switch
    {
        StringType or CharType or VarcharType => text,
        BinaryType => Encoding.UTF8.GetBytes(text),
        BooleanType => bool.TryParse(text, out var flag) ? flag : null,
        ByteType => sbyte.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null,
        ShortType => short.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null,
        IntegerType => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null,
        LongType => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null,
        FloatType => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        DoubleType => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        DecimalType decimals => ParseDecimal(text, decimals),
        DateType => TemporalText.Date(text) is { } day ? Date.FromEpochDay(day) : null,
        TimestampType => TemporalText.Instant(text, zone) is { } micros ? Timestamp.FromEpochMicroseconds(micros) : null,
        TimestampNTZType => TemporalText.Local(text) is { } micros
            ? DateTime.SpecifyKind(DateTime.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond), DateTimeKind.Unspecified)
            : null,
        _ => null,
    };

    private static object? ParseDecimal(string text, DecimalType type)
    {
        try
        {
            var number = SqlDecimal.ConvertToPrecScale(SqlDecimal.Parse(text), type.Precision, type.Scale);
            return FitsDecimal(number) ? (object)number.Value : number;
        }
        catch (Exception wrong) when (wrong is FormatException or SqlTypeException or OverflowException)
        {
            return null;
        }
    }

    // 96 bits and a scale of 28 are all that .NET's own decimal has.
    private static bool FitsDecimal(SqlDecimal number) => number.Scale <= 28 && number.Data[3] == 0;

    private static string Fixed(long micros) => DateTime.UnixEpoch.AddTicks(checked(micros * TimeSpan.TicksPerMicrosecond))
        .ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
}
