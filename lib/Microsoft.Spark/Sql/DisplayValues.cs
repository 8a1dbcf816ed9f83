using System.Collections;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

/// <summary>
/// Values as <c>show</c> writes them. The engine casts every value that is not made of others to a string, so that numbers and times look as Spark's;
/// here they are put together, with <c>NULL</c> at any depth and bytes in hexadecimal, neither of which a cast gives.
/// </summary>
internal static class DisplayValues
{
    public static LogicalPlan Plan(LogicalPlan input, StructType schema)
    {
        // Columns are taken by position: names may stand twice.
        var names = schema.Fields.Select((_, i) => $"c{i}").ToArray();
        var columns = schema.Fields.Select((field, i) => DisplayType(field.DataType) is var type && type == field.DataType
            ? (Expression)new UnresolvedAttribute(names[i])
            : new Alias(new Cast(new UnresolvedAttribute(names[i]), type), names[i]));
        return schema.Fields.Count == 0 ? input : new Project(new ToDF(input, [.. names]), [.. columns]);
    }

    public static string[] Cells(Row row) => [.. row.Values.Select(Text)];

    private static DataType DisplayType(DataType type) => type switch
    {
        BinaryType => type,
        ArrayType array => new ArrayType(DisplayType(array.ElementType), array.ContainsNull),
        MapType map => new MapType(DisplayType(map.KeyType), DisplayType(map.ValueType), map.ValueContainsNull),
        StructType fields => new StructType(fields.Fields.Select(field => field.WithDataType(DisplayType(field.DataType)))),
        _ => new StringType(),
    };

    private static string Text(object? value) => value switch
    {
        null => "NULL",
        string text => text,
        byte[] bytes => $"[{string.Join(" ", bytes.Select(b => b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)))}]",
        Row row => $"{{{string.Join(", ", row.Values.Select(Text))}}}",
        IDictionary map => $"{{{string.Join(", ", ClrValues.EntriesOf(map).Select(entry => $"{Text(entry.Key)} -> {Text(entry.Value)}"))}}}",
        object?[] items => $"[{string.Join(", ", items.Select(Text))}]",
        _ => throw new InvalidOperationException($"A {value.GetType().Name} is no text; the engine was asked for strings."),
    };
}
