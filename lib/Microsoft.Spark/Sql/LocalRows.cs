using System.Collections;
using System.Data.SqlTypes;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

/// <summary>Brings values of the program to the one .NET type that each column type has, or says which row and column does not fit.</summary>
internal static class LocalRows
{
    public static IReadOnlyList<object?[]> Check(IEnumerable<object?[]> rows, StructType schema)
    {
        var result = new List<object?[]>();
        var errors = schema.Fields.ConvertAll<Func<string, Exception>>(field => problem => SparkErrors.Row(result.Count, field.Name, problem));
        foreach (var row in rows)
        {
            if (row.Length != schema.Fields.Count)
            {
                throw SparkErrors.RowLength(result.Count, row.Length, string.Join(", ", schema.Fields.Select(f => f.Name)), schema.Fields.Count);
            }

            var values = new object?[row.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Convert(row[i], schema.Fields[i].DataType, schema.Fields[i].IsNullable, errors[i]);
            }

            result.Add(values);
        }

        return result;
    }

    private static object? Convert(object? value, DataType type, bool isNullable, Func<string, Exception> error)
    {
        if (value is null)
        {
            return isNullable || type is NullType ? null : throw error("it is null, and the schema says that it is not.");
        }

        return (type, value) switch
        {
            (ArrayType array, IEnumerable items and not string and not byte[] and not IDictionary) => Items(array, items, error),
            (MapType map, IDictionary entries) => Entries(map, entries, error),
            (StructType fields, Row row) => Fields(fields, row.Values, error),
            (StructType fields, GenericRow row) => Fields(fields, row.Values, error),
            (DecimalType number, _) when Number(value) is { } digits => Fit(digits, number, error),
            _ => Atom(value, type) ?? throw error($"{value.GetType().Name} '{value}' is no value of type {type.SimpleString}."),
        };
    }

    private static object? Atom(object value, DataType type) => type switch
    {
        StringType or CharType or VarcharType => value as string ?? (value is char letter ? letter.ToString() : null),
        BooleanType => value as bool?,
        BinaryType => value as byte[],
        ByteType => Whole(value) is >= sbyte.MinValue and <= sbyte.MaxValue and var n ? (sbyte)n : null,
        ShortType => Whole(value) is >= short.MinValue and <= short.MaxValue and var n ? (short)n : null,
        IntegerType => Whole(value) is >= int.MinValue and <= int.MaxValue and var n ? (int)n : null,
        LongType => Whole(value),
        FloatType => value as float?,
        DoubleType => value is float single ? (double)single : value as double?,
        DateType => value is DateOnly day ? new Date(day.ToDateTime(TimeOnly.MinValue)) : value as Date,
        TimestampType => Instant(value),
        TimestampNTZType => value is DateTime { Kind: DateTimeKind.Unspecified } ? value : null,
        DayTimeIntervalType => value as TimeSpan?,
        YearMonthIntervalType => value as int?,
        TimeType => value as TimeOnly?,
        CalendarIntervalType => value as CalendarInterval,
        VariantType => value as VariantVal,
        _ => null,
    };

    private static Timestamp? Instant(object value) => value switch
    {
        DateTimeOffset moment => new Timestamp(moment.UtcDateTime),
        DateTime moment when moment.Kind != DateTimeKind.Unspecified => new Timestamp(moment),
        _ => value as Timestamp,
    };

    private static long? Whole(object value) => value switch
    {
        sbyte n => n,
        byte n => n,
        short n => n,
        ushort n => n,
        int n => n,
        uint n => n,
        long n => n,
        _ => null,
    };

    private static SqlDecimal? Number(object value) => value switch
    {
        decimal n => new SqlDecimal(n),
        SqlDecimal { IsNull: false } n => n,
        _ => Whole(value) is { } n ? new SqlDecimal(n) : null,
    };

    private static object Fit(SqlDecimal number, DecimalType type, Func<string, Exception> error)
    {
        try
        {
            var scaled = SqlDecimal.ConvertToPrecScale(number, type.Precision, type.Scale);
            if ((scaled == number).IsFalse)
            {
                throw error($"{number} has more than the {type.Scale} digits after the point of {type.SimpleString}.");
            }

            return scaled.Data[3] == 0 && scaled.Scale <= 28 ? (object)scaled.Value : scaled;
        }
        catch (SqlTruncateException)
        {
            throw error($"{number} does not fit {type.SimpleString}.");
        }
    }

    private static object?[] Items(ArrayType type, IEnumerable items, Func<string, Exception> error) =>
        [.. items.Cast<object?>().Select((item, i) => Convert(item, type.ElementType, type.ContainsNull, problem => error($"element {i}: {problem}")))];

    private static Dictionary<object, object?> Entries(MapType type, IDictionary entries, Func<string, Exception> error)
    {
        var result = new Dictionary<object, object?>(entries.Count);
        foreach (DictionaryEntry entry in entries)
        {
            var key = Convert(entry.Key, type.KeyType, isNullable: false, problem => error($"key: {problem}"))!;
            result.Add(key, Convert(entry.Value, type.ValueType, type.ValueContainsNull, problem => error($"value of key '{entry.Key}': {problem}")));
        }

        return result;
    }

    private static Row Fields(StructType type, object?[] values, Func<string, Exception> error)
    {
        if (values.Length != type.Fields.Count)
        {
            throw error($"{values.Length} values do not fit {type.SimpleString}.");
        }

        return new Row([.. type.Fields.Zip(values, (field, value) =>
            Convert(value, field.DataType, field.IsNullable, problem => error($"field '{field.Name}': {problem}")))], type);
    }
}
