using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Sources.Csv;

/// <summary>Finds the columns of CSV files: names from the header or <c>_c0</c>, <c>_c1</c>, …; types as text, or under <c>inferSchema</c> the narrowest that fits all values.</summary>
internal sealed class CsvSchema(CsvRecords records, CsvOptions options, CsvTypes inference)
{
    public StructType Find()
    {
        if (records.First() is not { } first)
        {
            return StructType.Empty;
        }

        var names = Names(first);
        var types = options.InferSchema ? Types(names.Count) : [.. names.Select(_ => (DataType)new StringType())];
        return new StructType(names.Select((name, i) => new StructField(name, CsvTypes.Settled(types[i]))));
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
                types[i] = inference.Widen(types[i], fields[i]);
            }
        }

        return types;
    }
}
