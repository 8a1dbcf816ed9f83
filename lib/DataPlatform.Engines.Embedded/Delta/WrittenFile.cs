using System.Globalization;
using DataPlatform.Delta;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>A file that DuckDB wrote, as <c>RETURN_STATS</c> tells.</summary>
internal sealed record WrittenFile(string Path, long Rows, long Size, Dictionary<object, object?> ColumnFacts, Dictionary<string, string?> PartitionKeys)
{
    private static readonly MapType Texts = new(new StringType(), new StringType());

    /// <summary>The columns of <c>RETURN_STATS</c>.</summary>
    public static IReadOnlyList<DataType> Columns { get; } =
        [new StringType(), new LongType(), new LongType(), new LongType(), new MapType(new StringType(), Texts), Texts];

    public static WrittenFile Of(object?[] row) => new(
        (string)row[0]!,
        (long)row[1]!,
        (long)row[2]!,
        (Dictionary<object, object?>?)row[4] ?? [],
        ((Dictionary<object, object?>?)row[5] ?? []).ToDictionary(p => (string)p.Key, p => (string?)p.Value, StringComparer.OrdinalIgnoreCase));

    /// <summary>What is known of each leaf column that has an order.</summary>
    public IEnumerable<ColumnStatistics> Statistics(StructType schema)
    {
        foreach (var (key, value) in ColumnFacts)
        {
            var path = SplitPath((string)key);
            if (TypeOf(schema, path) is not { } type)
            {
                continue;
            }

            var facts = ((Dictionary<object, object?>)value!).ToDictionary(p => (string)p.Key, p => (string?)p.Value);
            var hasNaN = facts.GetValueOrDefault("has_nan") == "true";
            var nulls = facts.TryGetValue("null_count", out var count) ? long.Parse(count!, CultureInfo.InvariantCulture) : (long?)null;
            yield return new ColumnStatistics(path, Bound(facts.GetValueOrDefault("min"), type), Bound(facts.GetValueOrDefault("max"), type), nulls, hasNaN);
        }
    }

    // Null within a list or a map: such leaves have no statistics in the log.
    private static DataType? TypeOf(StructType schema, ValueList<string> path)
    {
        DataType type = schema;
        foreach (var name in path)
        {
            if (type is not StructType structure || structure.Find(name) is not { } field)
            {
                return null;
            }

            type = field.DataType;
        }

        return type is StructType or ArrayType or MapType ? null : type;
    }

    private static object? Bound(string? text, DataType type)
    {
        if (text is null)
        {
            return null;
        }

        var invariant = CultureInfo.InvariantCulture;
        return type switch
        {
            ByteType => sbyte.Parse(text, invariant),
            ShortType => short.Parse(text, invariant),
            IntegerType => int.Parse(text, invariant),
            LongType => long.Parse(text, invariant),
            FloatType => float.TryParse(text, invariant, out var number) ? number : null,
            DoubleType => double.TryParse(text, invariant, out var number) ? number : null,
            DecimalType { Precision: <= 28 } => decimal.Parse(text, invariant),
            DecimalType => System.Data.SqlTypes.SqlDecimal.Parse(text),
            StringType or CharType or VarcharType => text,
            DateType => DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var day) ? new Date(day.ToDateTime(TimeOnly.MinValue)) : null,
            TimestampType => Instant(text) is { } instant ? new Timestamp(instant) : null,
            TimestampNTZType => Instant(text) is { } local ? DateTime.SpecifyKind(local, DateTimeKind.Unspecified) : null,
            _ => null,
        };
    }

    private static DateTime? Instant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.UtcDateTime : null;

    // "a"."b""c" is the field b"c of a.
    private static ValueList<string> SplitPath(string key)
    {
        var parts = new List<string>();
        var part = new System.Text.StringBuilder();
        for (var i = 1; i < key.Length; i++)
        {
            if (key[i] != '"')
            {
                part.Append(key[i]);
            }
            else if (i + 1 < key.Length && key[i + 1] == '"')
            {
                part.Append('"');
                i++;
            }
            else
            {
                parts.Add(part.ToString());
                part.Clear();
                i += 2;
            }
        }

        return parts.ToValueList();
    }
}
