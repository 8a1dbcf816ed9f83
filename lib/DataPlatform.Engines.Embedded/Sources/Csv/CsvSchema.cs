using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources.Csv;

/// <summary>Finds the columns of CSV files: names from the header or <c>_c0</c>, <c>_c1</c>, …; types as text, or under <c>inferSchema</c> the narrowest that fits all values.</summary>
internal sealed class CsvSchema(CsvRecords records, CsvOptions options, CsvValues values)
{
    public StructType Find()
    {
        if (records.First() is not { } first)
        {
            return StructType.Empty;
        }

        var names = Names(first);
        var types = options.InferSchema ? Types(names.Count) : [.. names.Select(_ => (DataType)new StringType())];
        return new StructType(names.Select((name, i) => new StructField(name, types[i] is NullType ? new StringType() : types[i])));
    }

    // A name that stands twice (case aside) gets its position; an empty one becomes _c and its position.
    private List<string> Names(string?[] first)
    {
        if (!options.HasHeader)
        {
            return [.. first.Select((_, i) => $"_c{i}")];
        }

        var twice = first
            .Where(name => name is not null)
            .GroupBy(name => name!, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. first.Select((name, i) => string.IsNullOrEmpty(name) || name == options.NullValue ? $"_c{i}" : twice.Contains(name) ? $"{name}{i}" : name)];
    }

    private DataType[] Types(int count)
    {
        var types = Enumerable.Range(0, count).Select(_ => (DataType)new NullType()).ToArray();
        foreach (var (_, _, fields) in records.Read())
        {
            for (var i = 0; i < Math.Min(count, fields.Length); i++)
            {
                types[i] = Widen(types[i], fields[i]);
            }
        }

        return types;
    }

    private DataType Widen(DataType type, string? field)
    {
        if (string.IsNullOrEmpty(field) || field == options.NullValue)
        {
            return type;
        }

        if (type is StringType)
        {
            return type;
        }

        var own = TypeOf(field);
        return type switch
        {
            NullType => own,
            _ when type == own => type,
            NumericType a when own is NumericType b => Functions.TypeCoercion.CommonType(a, b) ?? new StringType(),
            DateType when own is TimestampType => own,
            TimestampType when own is DateType => type,
            _ => new StringType(),
        };
    }

    private DataType TypeOf(string field)
    {
        DataType[] candidates = [new IntegerType(), new LongType()];
        foreach (var candidate in candidates)
        {
            if (Fits(field, candidate))
            {
                return candidate;
            }
        }

        if (CsvValues.Number(field) is { Scale: 0 } number && number.Unscaled.ToString(System.Globalization.CultureInfo.InvariantCulture).TrimStart('-').Length is > 18 and <= 38 and var digits && !field.Contains('.', StringComparison.Ordinal))
        {
            return new DecimalType(digits);
        }

        candidates = [new DoubleType(), new DateType(), new TimestampType(), new BooleanType()];
        return candidates.FirstOrDefault(candidate => Fits(field, candidate)) ?? new StringType();
    }

    private bool Fits(string field, DataType type) => type switch
    {
        // Text that only names a day is a date; one with a time is an instant.
        DateType when options.DateFormat is null => field.Length == 10 && field[4] == '-' && field[7] == '-' && values.TryConvert(field, type, out _),
        _ => values.TryConvert(field, type, out _),
    };
}
