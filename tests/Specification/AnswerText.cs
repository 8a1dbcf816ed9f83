using System.Collections;
using System.Data.SqlTypes;
using System.Globalization;
using System.Text;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace Specification;

/// <summary>The one text of a type and of a value, as README.md defines it: two answers are equal exactly when their texts are.</summary>
public static class AnswerText
{
    public static string Columns(StructType schema) =>
        string.Join(", ", schema.Fields.Select(field => $"{Name(field.Name)} {Type(field.DataType, field.IsNullable)}"));

    public static string Rows(IEnumerable<Row> rows, StructType schema, bool ordered)
    {
        var texts = rows.Select(row => Value(row, schema));
        return $"[{string.Join(",", ordered ? texts : texts.Order(StringComparer.Ordinal))}]";
    }

    public static string Type(DataType type, bool nullable)
    {
        var text = type switch
        {
            ArrayType array => $"ARRAY<{Type(array.ElementType, array.ContainsNull)}>",
            MapType map => $"MAP<{Type(map.KeyType, true)}, {Type(map.ValueType, map.ValueContainsNull)}>",
            StructType row => $"STRUCT<{string.Join(", ", row.Fields.Select(field => $"{Name(field.Name)}: {Type(field.DataType, field.IsNullable)}"))}>",
            _ => type.Sql,
        };
        return nullable ? text : text + " NOT NULL";
    }

    public static string Value(object? value, DataType type) => (value, type) switch
    {
        (null, _) => "null",
        (bool flag, _) => flag ? "true" : "false",
        (sbyte or short or int or long, _) => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        (float number, _) => Floating(number, number.ToString("E8", CultureInfo.InvariantCulture), number.ToString("R", CultureInfo.InvariantCulture)),
        (double number, _) => Floating(number, number.ToString("E16", CultureInfo.InvariantCulture), number.ToString("R", CultureInfo.InvariantCulture)),
        (decimal number, DecimalType exact) => Decimal(number.ToString(CultureInfo.InvariantCulture), exact.Scale),
        (SqlDecimal number, DecimalType exact) => Decimal(number.ToString(), exact.Scale),
        (string text, _) => Quoted(text),
        (byte[] bytes, _) => Quoted(Convert.ToHexString(bytes)),
        (Date date, _) => Quoted(Day(date)),
        (Timestamp instant, _) => Quoted(Moment(instant) + "Z"),
        (DateTime local, _) => Quoted(Moment(new Timestamp(DateTime.SpecifyKind(local, DateTimeKind.Utc)))),
        (TimeSpan span, _) => (span.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
        (CalendarInterval span, _) => string.Create(CultureInfo.InvariantCulture, $"[{span.Months},{span.Days},{span.Microseconds}]"),
        (Row row, StructType fields) => $"[{string.Join(",", fields.Fields.Select((field, index) => Value(row[index], field.DataType)))}]",
        (IDictionary map, MapType entries) => Entries(map, entries),
        (IEnumerable items, ArrayType array) => $"[{string.Join(",", items.Cast<object?>().Select(item => Value(item, array.ElementType)))}]",
        _ => throw new ArgumentException($"A {value.GetType()} is no value of {type.Sql}.", nameof(value)),
    };

    private static string Name(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
            ? name
            : $"`{Quoted(name.Replace("`", "``", StringComparison.Ordinal))[1..^1]}`";

    private static string Entries(IDictionary map, MapType type)
    {
        var texts = new List<string>();
        foreach (DictionaryEntry entry in map)
        {
            texts.Add($"[{Value(entry.Key, type.KeyType)},{Value(entry.Value, type.ValueType)}]");
        }

        return $"[{string.Join(",", texts.Order(StringComparer.Ordinal))}]";
    }

    private static string Decimal(string text, int scale)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? 0 : text.Length - point - 1;
        return Quoted(scale == digits ? text : (point < 0 ? text + "." : text) + new string('0', scale - digits));
    }

    private static string Floating(double number, string longest, string shortest)
    {
        if (!double.IsFinite(number))
        {
            return Quoted(double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
        }

        if (number == 0)
        {
            return double.IsNegative(number) ? "-0.0" : "0.0";
        }

        var sign = number < 0 ? "-" : "";
        var digits = Digits(shortest);
        var exponent = Exponent(shortest, longest);
        return exponent switch
        {
            >= 7 or < -3 => $"{sign}{digits[0]}.{(digits.Length == 1 ? "0" : digits[1..])}E{exponent}",
            < 0 => $"{sign}0.{new string('0', -exponent - 1)}{digits}",
            _ when digits.Length <= exponent + 1 => $"{sign}{digits.PadRight(exponent + 1, '0')}.0",
            _ => $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}",
        };
    }

    private static string Digits(string text)
    {
        var mantissa = text.Split('E')[0];
        return string.Concat(mantissa.Where(char.IsAsciiDigit)).Trim('0') is { Length: > 0 } digits ? digits : "0";
    }

    /// <summary>The power of ten of the first digit; the shortest digits may round up to the next power.</summary>
    private static int Exponent(string shortest, string longest)
    {
        var exponent = int.Parse(longest.Split('E')[1], CultureInfo.InvariantCulture);
        return Digits(shortest) == "1" && longest.TrimStart('-')[0] == '9' ? exponent + 1 : exponent;
    }

    private static string Day(Date date)
    {
        var text = date.ToString();
        return text is ['-', ..] || text.IndexOf('-', StringComparison.Ordinal) == 4 || text[0] == '+' ? text : "+" + text;
    }

    private static string Moment(Timestamp instant)
    {
        var days = (int)Math.Floor(instant.EpochMicroseconds / 86_400_000_000m);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Day(Date.FromEpochDay(days))}T{instant.Hour:00}:{instant.Minute:00}:{instant.Second:00}.{instant.Microsecond:000000}");
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' or '\u007f' or '\u2028' or '\u2029' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }
}
