using System.Text.Json;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>A tree of column values on its way into JSON; branches without a value are not written.</summary>
internal sealed class StatisticsNode
{
    private readonly List<(string Name, StatisticsNode? Inner, DataType? Type, object? Value)> _entries = [];

    public void Set(ReadOnlySpan<string> path, DataType type, object? value)
    {
        if (value is null)
        {
            return;
        }

        if (path.Length == 1)
        {
            _entries.Add((path[0], null, type, value));
            return;
        }

        var name = path[0];
        var inner = _entries.Find(entry => entry.Name == name).Inner;
        if (inner is null)
        {
            inner = new StatisticsNode();
            _entries.Add((name, inner, null, null));
        }

        inner.Set(path[1..], type, value);
    }

    public void Set(ValueList<string> path, DataType type, object? value) => Set(path.AsSpan(), type, value);

    public void Write(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject(name);
        foreach (var (entry, inner, type, value) in _entries)
        {
            if (inner is not null)
            {
                inner.Write(writer, entry);
            }
            else
            {
                StatisticsWriter.WriteValue(writer, entry, type!, value);
            }
        }

        writer.WriteEndObject();
    }
}
