using System.Collections;
using CsCheck;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace Specification.RandomPlans;

/// <summary>Small tables of edge values, so that keys meet and groups have more than one row.</summary>
public static class RandomTables
{
    private const int MaximumRows = 8;

    /// <summary>A table whose columns begin with a letter that no other table of the plan has; the first column is a key.</summary>
    public static Gen<RandomFrame> Of(string letter) =>
        from kinds in Kinds.Any.Array[2, 5]
        from types in Each(kinds, Kinds.Type)
        from nullable in Gen.Bool.Array[kinds.Length]
        from rows in Each([.. types.Zip(nullable)], column => RandomValues.Of(column.First, column.Second)).Array[0, MaximumRows]
        select Table(letter, kinds, types, nullable, rows);

    private static RandomFrame Table(string letter, Kind[] kinds, DataType[] types, bool[] nullable, object?[][] rows)
    {
        var columns = kinds.Select((kind, i) => new RandomColumn($"{letter}{i + 1}", kind, IsExact: true)).ToList();
        var schema = new StructType([new StructField($"{letter}0", new IntegerType(), false), .. columns.Select((column, i) => new StructField(column.Name, types[i], nullable[i]))]);
        var data = rows.Select((row, i) => new GenericRow([i, .. row!])).ToList();
        return new RandomFrame($"{schema.SimpleString} {string.Join(' ', data.Select(Text))}", session => session.CreateDataFrame(data, schema), [new($"{letter}0", Kind.Int, true), .. columns], $"{letter}0", null);
    }

    private static string Text(GenericRow row) => $"({string.Join(", ", row.Values.Select(Text))})";

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        IDictionary entries => $"{{{string.Join(", ", entries.Keys.Cast<object>().Select(key => $"{key}: {Text(entries[key])}"))}}}",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Text))}]",
        GenericRow row => Text(row),
        DateTime local => $"{local:O}",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}"),
    };

    private static Gen<T[]> Each<TItem, T>(IReadOnlyList<TItem> items, Func<TItem, Gen<T>> of) => items.Aggregate(
        Gen.Const(System.Array.Empty<T>()),
        (all, item) => all.SelectMany(some => of(item).Select(one => (T[])[.. some, one])));
}
