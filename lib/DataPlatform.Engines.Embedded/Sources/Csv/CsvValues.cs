using System.Globalization;
using System.Numerics;
using System.Text;
using DataPlatform.Engines.Embedded.Natives;
using DataPlatform.Engines.Embedded.Sql;
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
            StringType or CharType or VarcharType or BinaryType => field,
            ByteType => Whole(field, sbyte.MinValue, sbyte.MaxValue),
            ShortType => Whole(field, short.MinValue, short.MaxValue),
            IntegerType => Whole(field, int.MinValue, int.MaxValue),
            LongType => Whole(field, long.MinValue, long.MaxValue),
            FloatType => Fraction(field, text => NumberTextNatives.Single(text)?.ToString("R", CultureInfo.InvariantCulture)),
            DoubleType => Fraction(field, text => NumberTextNatives.Double(text)?.ToString("R", CultureInfo.InvariantCulture)),
            DecimalType d => Decimal(field, d),
            BooleanType => field.ToLowerInvariant() is "true" or "false" ? field.ToLowerInvariant() : null,
            DateType => Date(field),
            TimestampType => Instant(field),
            TimestampNTZType => Local(field),
            YearMonthIntervalType i => IntervalTextNatives.ReadMonths(field, i.StartField, i.EndField)?.ToString(CultureInfo.InvariantCulture),
            DayTimeIntervalType i => IntervalTextNatives.ReadMicros(field, i.StartField, i.EndField)?.ToString(CultureInfo.InvariantCulture),
            _ => throw EmbeddedErrors.UnsupportedType(type),
        };
        return value is not null;
    }

    /// <summary>The SQL of the value of a type that a converted text stands for: days and microseconds travel as whole numbers.</summary>
    public static string Sql(string text, DataType type) => type switch
    {
        StringType or CharType or VarcharType => text,
        BinaryType => $"encode({text})",
        DateType => $"(DATE '1970-01-01' + CAST({text} AS INTEGER))",
        TimestampType => $"make_timestamptz(CAST({text} AS BIGINT))",
        TimestampNTZType => $"make_timestamp(CAST({text} AS BIGINT))",
        _ => $"CAST({text} AS {DuckTypes.Of(type)})",
    };

    /// <summary>Whether fields can be values of a type.</summary>
    public static bool Has(DataType type) => type is StringType or CharType or VarcharType or BinaryType or BooleanType or NumericType
        or DateType or TimestampType or TimestampNTZType or YearMonthIntervalType or DayTimeIntervalType;

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

    private string? Local(string field) => (options.TimestampNtzFormat is { } format
        ? format.ParseLocal(field)
        : DateText.LocalTimestamp(Encoding.UTF8.GetBytes(field), allowsZone: false))?.ToString(CultureInfo.InvariantCulture);

    private static string? Whole(string field, long min, long max) =>
        long.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    // Java's words for what is no finite number have no other case, unlike those of a cast.
    private string? Fraction(string field, Func<byte[], string?> number) => field switch
    {
        _ when field == options.NanValue => "NaN",
        _ when field == options.PositiveInfinity => "Infinity",
        _ when field == options.NegativeInfinity => "-Infinity",
        _ when field.Trim() is var word && word.AsSpan(word is ['+' or '-', ..] ? 1 : 0) is [>= 'A', ..] and not ("NaN" or "Infinity") => null,
        _ => number(Encoding.UTF8.GetBytes(field)),
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
