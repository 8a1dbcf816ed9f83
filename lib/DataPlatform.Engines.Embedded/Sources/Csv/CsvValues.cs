using System.Globalization;
using System.Numerics;
using System.Text;
using DataPlatform.Engines.Embedded.Natives;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources.Csv;

/// <summary>Fields as values of a type: text that DuckDB casts to that type, whatever form the field had. Spark's <c>UnivocityParser</c>.</summary>
internal sealed class CsvValues(CsvOptions options)
{
    /// <summary>The value's text; null for null. False where the field is no value of the type.</summary>
    public bool TryConvert(string? field, DataType type, out string? value)
    {
        value = null;
        if (field is null || field == options.NullValue)
        {
            return true;
        }

        value = type switch
        {
            StringType or CharType or VarcharType => field.Length == 0 ? options.EmptyValue : field,
            ByteType => Whole(field, sbyte.MinValue, sbyte.MaxValue),
            ShortType => Whole(field, short.MinValue, short.MaxValue),
            IntegerType => Whole(field, int.MinValue, int.MaxValue),
            LongType => Whole(field, long.MinValue, long.MaxValue),
            FloatType or DoubleType => Fraction(field),
            DecimalType d => Decimal(field, d),
            BooleanType => field.ToLowerInvariant() is "true" or "false" ? field.ToLowerInvariant() : null,
            DateType => Date(field),
            TimestampType => Instant(field),
            TimestampNTZType => Local(field),
            _ => throw EmbeddedErrors.UnsupportedType(type),
        };
        return value is not null;
    }

    /// <summary>Days since 1970-01-01 and microseconds travel as whole numbers; see <see cref="CsvSource"/>.</summary>
    private string? Date(string field)
    {
        var days = options.DateFormat is { } format
            ? format.ParseLocal(field) is { } local ? (int?)Math.Floor(local / 86_400_000_000d) : null
            : DateText.Date(Encoding.UTF8.GetBytes(field));
        return days?.ToString(CultureInfo.InvariantCulture);
    }

    private string? Instant(string field) => (options.TimestampFormat is { } format
        ? format.ParseInstant(field, options.Zone)
        : DateText.Timestamp(Encoding.UTF8.GetBytes(field), options.Zone))?.ToString(CultureInfo.InvariantCulture);

    private static string? Local(string field) => DateText.LocalTimestamp(Encoding.UTF8.GetBytes(field))?.ToString(CultureInfo.InvariantCulture);

    private static string? Whole(string field, long min, long max) =>
        long.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    private string? Fraction(string field) => field switch
    {
        _ when field == options.NanValue => "NaN",
        _ when field == options.PositiveInfinity => "Infinity",
        _ when field == options.NegativeInfinity => "-Infinity",
        _ => NumberTextNatives.Double(Encoding.UTF8.GetBytes(field)) is { } number ? number.ToString("R", CultureInfo.InvariantCulture) : null,
    };

    private static string? Decimal(string field, DecimalType type)
    {
        if (Number(field) is not var (unscaled, scale))
        {
            return null;
        }

        // HALF_UP to the type's scale; what has too many digits then is no value.
        while (scale > type.Scale)
        {
            var power = BigInteger.Pow(10, scale - type.Scale);
            unscaled = (unscaled + (unscaled.Sign * (power / 2))) / power;
            scale = type.Scale;
        }

        unscaled *= BigInteger.Pow(10, type.Scale - scale);
        var digits = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(type.Scale + 1, '0');
        return digits.TrimStart('0').Length > type.Precision
            ? null
            : $"{(unscaled.Sign < 0 ? "-" : "")}{digits[..^type.Scale]}{(type.Scale > 0 ? "." + digits[^type.Scale..] : "")}";
    }

    /// <summary>A decimal's digits and scale; null where the text is no number.</summary>
    public static (BigInteger Unscaled, int Scale)? Number(string field)
    {
        var text = field.Replace(",", "", StringComparison.Ordinal);
        var exponentAt = text.IndexOfAny(['e', 'E']);
        var exponent = 0;
        if (exponentAt >= 0 && !int.TryParse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return null;
        }

        var mantissa = exponentAt >= 0 ? text[..exponentAt] : text;
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        if (Math.Abs(exponent) > 1000 || digits.Length is 0 or > 1000 || !BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unscaled))
        {
            return null;
        }

        var scale = (point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        return scale >= 0 ? (unscaled, scale) : (unscaled * BigInteger.Pow(10, -scale), 0);
    }
}
