using System.Collections;
using System.Data.SqlTypes;
using System.Globalization;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

/// <summary>What .NET values of columns have in common: their Spark type, equality by content, conversion, text.</summary>
internal static class ClrValues
{
    public static DataType TypeOf(object? value) => value switch
    {
        null => new NullType(),
        bool => new BooleanType(),
        sbyte => new ByteType(),
        short or byte => new ShortType(),
        int or ushort => new IntegerType(),
        long or uint => new LongType(),
        float => new FloatType(),
        double => new DoubleType(),
        decimal d => DecimalOf(new SqlDecimal(d)),
        SqlDecimal d => DecimalOf(d),
        string or char => new StringType(),
        byte[] => new BinaryType(),
        Date or DateOnly => new DateType(),
        Timestamp or DateTimeOffset => new TimestampType(),
        DateTime d => d.Kind == DateTimeKind.Unspecified ? new TimestampNTZType() : new TimestampType(),
        TimeSpan => new DayTimeIntervalType(),
        TimeOnly => new TimeType(),
        CalendarInterval => new CalendarIntervalType(),
        VariantVal => new VariantType(),
        Row row => row.Schema,
        GenericRow row => ((Row)row).Schema,
        IDictionary map => new MapType(CommonTypeOf(map.Keys), CommonTypeOf(map.Values)),
        IEnumerable items => new ArrayType(CommonTypeOf(items)),
        _ => throw new ArgumentException($"A value of the .NET type {value.GetType()} has no Spark type.", nameof(value)),
    };

    public static T As<T>(object? value)
    {
        if (value is T same)
        {
            return same;
        }

        if (value is null)
        {
            return default(T) is null ? default! : throw new InvalidCastException($"The value is null; {typeof(T).Name} has no null. Ask for {typeof(T).Name}?.");
        }

        return (T)Convert(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));
    }

    public static bool SequenceEqual(object?[] left, object?[] right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (!ValueEquals(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    public static int HashOf(object?[] values)
    {
        var hash = new HashCode();
        foreach (var value in values)
        {
            hash.Add(value switch
            {
                null => 0,
                byte[] bytes => bytes.Length,
                object?[] items => HashOf(items),
                IDictionary map => map.Count,
                _ => value.GetHashCode(),
            });
        }

        return hash.ToHashCode();
    }

    public static string Text(object?[] values) => $"[{string.Join(",", values.Select(Text))}]";

    /// <summary>A map's entries; the untyped enumerator of a generic dictionary would give key-value pairs of its own types.</summary>
    public static IEnumerable<DictionaryEntry> EntriesOf(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            yield return entry;
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        object?[] items => Text(items),
        byte[] bytes => System.Convert.ToHexString(bytes),
        IDictionary map => $"{{{string.Join(", ", EntriesOf(map).Select(e => $"{Text(e.Key)} -> {Text(e.Value)}"))}}}",
        DateTime d => d.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        TimeOnly t => t.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static bool ValueEquals(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
        (object?[] a, object?[] b) => SequenceEqual(a, b),
        (IDictionary a, IDictionary b) => a.Count == b.Count &&
            EntriesOf(a).All(entry => b.Contains(entry.Key) && ValueEquals(entry.Value, b[entry.Key])),
        _ => left.Equals(right),
    };

    private static object Convert(object value, Type target) => value switch
    {
        _ when target == typeof(string) => Text(value),
        Date date when target == typeof(DateTime) => date.ToDateTime(),
        Date date when target == typeof(DateOnly) => DateOnly.FromDateTime(date.ToDateTime()),
        Timestamp timestamp when target == typeof(DateTime) => timestamp.ToDateTime(),
        Timestamp timestamp when target == typeof(DateTimeOffset) => new DateTimeOffset(timestamp.ToDateTime()),
        SqlDecimal number when target == typeof(decimal) => number.Value,
        SqlDecimal number when target == typeof(double) => number.ToDouble(),
        decimal number when target == typeof(SqlDecimal) => new SqlDecimal(number),
        object?[] items => Items(items, target),
        IDictionary map => Entries(map, target),
        IConvertible number when IsNumber(value) && typeof(IConvertible).IsAssignableFrom(target) => Number(number, target),
        _ => throw new InvalidCastException($"A {value.GetType().Name} cannot be read as {target.Name}."),
    };

    private static bool IsNumber(object value) => value is sbyte or byte or short or int or long or float or double or decimal;

    private static object Number(IConvertible number, Type target)
    {
        var converted = number.ToType(target, CultureInfo.InvariantCulture);
        var fractionLost = number is float or double or decimal && target.IsPrimitive && target != typeof(float) && target != typeof(double) &&
            number.ToDouble(CultureInfo.InvariantCulture) != System.Convert.ToDouble(converted, CultureInfo.InvariantCulture);
        return fractionLost ? throw new InvalidCastException($"{Text(number)} is no {target.Name}.") : converted;
    }

    private static object Items(object?[] items, Type target)
    {
        var element = target.IsArray ? target.GetElementType()! : target.IsGenericType ? target.GetGenericArguments()[0] : typeof(object);
        var array = Array.CreateInstance(element, items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            array.SetValue(ConvertItem(items[i], element), i);
        }

        if (target.IsAssignableFrom(array.GetType()))
        {
            return array;
        }

        var list = typeof(List<>).MakeGenericType(element);
        return target.IsAssignableFrom(list)
            ? Activator.CreateInstance(list, array)!
            : target == typeof(ArrayList) ? new ArrayList(array) : throw new InvalidCastException($"An array cannot be read as {target.Name}.");
    }

    private static object Entries(IDictionary map, Type target)
    {
        var arguments = target.IsGenericType && target.GetGenericArguments() is [var k, var v] ? (Key: k, Value: v) : (Key: typeof(object), Value: typeof(object));
        var type = typeof(Dictionary<,>).MakeGenericType(arguments.Key, arguments.Value);
        if (!target.IsAssignableFrom(type))
        {
            throw new InvalidCastException($"A map cannot be read as {target.Name}.");
        }

        var dictionary = (IDictionary)Activator.CreateInstance(type)!;
        foreach (DictionaryEntry entry in map)
        {
            dictionary.Add(ConvertItem(entry.Key, arguments.Key)!, ConvertItem(entry.Value, arguments.Value));
        }

        return dictionary;
    }

    private static object? ConvertItem(object? item, Type target)
    {
        if (item is null || target.IsInstanceOfType(item))
        {
            return item is null && target.IsValueType && Nullable.GetUnderlyingType(target) is null
                ? throw new InvalidCastException($"An item is null; {target.Name} has no null.")
                : item;
        }

        return Convert(item, Nullable.GetUnderlyingType(target) ?? target);
    }

    private static DataType CommonTypeOf(IEnumerable items)
    {
        var types = items.Cast<object?>().Where(item => item is not null).Select(TypeOf).Distinct().ToList();
        return types.Count switch
        {
            0 => new NullType(),
            1 => types[0],
            _ => throw new ArgumentException($"Items of different types: {string.Join(", ", types)}.", nameof(items)),
        };
    }

    private static DecimalType DecimalOf(SqlDecimal number) => new(Math.Max(number.Precision, number.Scale), number.Scale);
}
