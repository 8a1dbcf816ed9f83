using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using DuckDB.NET.Data;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta.Tests;

/// <summary>Parquet for the log's tests, by DuckDB: read as it stands and fitted to the schema, written through JSON lines.</summary>
public sealed class DuckDbParquet : IParquetHandler
{
    public static DuckDbParquet Instance { get; } = new();

    public IEnumerable<Row> ReadRows(string path, StructType readSchema)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException("No such file.", path);
        }

        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM read_parquet({Text(Glob(path))}, hive_partitioning=false)";
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, index => index, StringComparer.OrdinalIgnoreCase);
        while (reader.Read())
        {
            yield return new Row(
                [.. readSchema.Fields.Select(field => columns.TryGetValue(field.Name, out var index) && !reader.IsDBNull(index)
                    ? Fit(reader.GetValue(index), field.DataType)
                    : null)],
                readSchema);
        }
    }

    public FileStatus WriteRows(string path, StructType schema, IEnumerable<Row> rows)
    {
        var lines = $"{path}.jsonl";
        try
        {
            File.WriteAllLines(lines, rows.Select(row => JsonSerializer.Serialize(Plain(row))));
            using var connection = Open();
            using var command = connection.CreateCommand();
            var columns = string.Join(", ", schema.Fields.Select(field => $"{Text(field.Name)}: {Text(SqlType(field.DataType))}"));
            command.CommandText =
                $"COPY (SELECT * FROM read_json({Text(lines)}, format='newline_delimited', columns={{{columns}}})) TO {Text(path)} (FORMAT parquet)";
            command.ExecuteNonQuery();
        }
        finally
        {
            File.Delete(lines);
        }

        return LocalLogStore.Instance.Status(path)!;
    }

    public static long CountRows(string path)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM read_parquet({Text(Glob(path))}, hive_partitioning=false)";
        return (long)command.ExecuteScalar()!;
    }

    private static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection;
    }

    private static string Glob(string path) => string.Concat(path.Select(c => c is '*' or '?' or '[' ? $"[{c}]" : c.ToString()));

    private static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static object? Fit(object? value, DataType type) => (type, value) switch
    {
        (_, null or DBNull) => null,
        (StructType structure, IDictionary fields) => new Row(
            [.. structure.Fields.Select(field => fields.Contains(field.Name) ? Fit(fields[field.Name], field.DataType) : null)], structure),
        (MapType map, IDictionary entries) => entries.Keys.Cast<object>().ToDictionary(
            key => Fit(key, map.KeyType)!, key => Fit(entries[key], map.ValueType)),
        (ArrayType array, IEnumerable items) => items.Cast<object?>().Select(item => Fit(item, array.ElementType)).ToArray(),
        (LongType, BigInteger number) => (long)number,
        (LongType, IConvertible number) => number.ToInt64(CultureInfo.InvariantCulture),
        (IntegerType, IConvertible number) => number.ToInt32(CultureInfo.InvariantCulture),
        (ShortType, IConvertible number) => number.ToInt16(CultureInfo.InvariantCulture),
        (ByteType, IConvertible number) => number.ToSByte(CultureInfo.InvariantCulture),
        (DateType, DateOnly date) => new Date(date.ToDateTime(TimeOnly.MinValue)),
        (DateType, DateTime date) => new Date(date),
        (TimestampType, DateTime time) => new Timestamp(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        (TimestampNTZType, DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Unspecified),
        _ => value,
    };

    private static object? Plain(object? value) => value switch
    {
        Row row => row.Schema.Fields.Select((field, index) => (field.Name, Value: Plain(row[index])))
            .Where(field => field.Value is not null)
            .ToDictionary(field => field.Name, field => field.Value),
        Dictionary<object, object?> map => map.ToDictionary(entry => (string)entry.Key, entry => entry.Value),
        _ => value,
    };

    private static string SqlType(DataType type) => type switch
    {
        StructType structure => $"STRUCT({string.Join(", ", structure.Fields.Select(field => $"\"{field.Name}\" {SqlType(field.DataType)}"))})",
        MapType map => $"MAP({SqlType(map.KeyType)}, {SqlType(map.ValueType)})",
        ArrayType array => $"{SqlType(array.ElementType)}[]",
        StringType => "VARCHAR",
        LongType => "BIGINT",
        IntegerType => "INTEGER",
        BooleanType => "BOOLEAN",
        _ => throw new NotSupportedException($"No checkpoint column is a {type}."),
    };
}
