using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

/// <summary>A row of a data frame, or a struct inside one: values in the order of the schema's fields. See each data type for its values' type.</summary>
public sealed class Row
{
    /// <summary>Makes a row.</summary>
    /// <exception cref="ArgumentException">The number of values is not that of the fields.</exception>
    public Row(object?[] values, StructType schema)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(schema);
        if (values.Length != schema.Fields.Count)
        {
            throw new ArgumentException($"{values.Length} values do not fit a schema of {schema.Fields.Count} fields.", nameof(values));
        }

        Values = values;
        Schema = schema;
    }

    /// <summary>The fields.</summary>
    public StructType Schema { get; }

    /// <summary>The values in order. Not to be changed.</summary>
    public object?[] Values { get; }

    /// <summary>The value at a position, from 0.</summary>
    public object? this[int index] => Values[index];

    /// <summary>A row without a schema as one with fields <c>_1</c>, <c>_2</c>, … whose types are those of the values (null: void).</summary>
    public static implicit operator Row(GenericRow genericRow)
    {
        ArgumentNullException.ThrowIfNull(genericRow);
        return new Row(genericRow.Values, new StructType(genericRow.Values.Select((value, i) => new StructField($"_{i + 1}", ClrValues.TypeOf(value)))));
    }

    /// <summary>The number of values.</summary>
    public int Size() => Values.Length;

    /// <summary>The value at a position, from 0.</summary>
    public object? Get(int index) => Values[index];

    /// <summary>The value of the field of this name, case aside.</summary>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public object? Get(string columnName) => Values[IndexOf(columnName)];

    /// <summary>The value at a position as another type; see <see cref="GetAs{T}(string)"/>.</summary>
    public T GetAs<T>(int index) => ClrValues.As<T>(Values[index]);

    /// <summary>
    /// The value of the field of this name as <typeparamref name="T"/>. Numbers are converted where no digit is lost, arrays to arrays and lists,
    /// maps to dictionaries, dates and timestamps to <see cref="DateTime"/>, <see cref="DateOnly"/> and <see cref="DateTimeOffset"/>.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    /// <exception cref="InvalidCastException">The value is of another kind, or null where <typeparamref name="T"/> has none.</exception>
    /// <exception cref="OverflowException">The number does not fit.</exception>
    public T GetAs<T>(string columnName) => GetAs<T>(IndexOf(columnName));

    /// <summary>Whether the value at a position is null.</summary>
    public bool IsNullAt(int index) => Values[index] is null;

    /// <summary>The values between square brackets, as Spark writes a row.</summary>
    public override string ToString() => ClrValues.Text(Values);

    /// <summary>Equal in schema and all values; arrays, maps and bytes by content, NaN to NaN.</summary>
    public override bool Equals(object? obj) => obj is Row other && Schema == other.Schema && ClrValues.SequenceEqual(Values, other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => ClrValues.HashOf(Values);

    private int IndexOf(string columnName)
    {
        var exact = Schema.IndexOf(columnName);
        if (exact >= 0)
        {
            return exact;
        }

        var index = Schema.Fields.FindIndex(f => string.Equals(f.Name, columnName, StringComparison.OrdinalIgnoreCase));
        return index >= 0
            ? index
            : throw new ArgumentException(
                $"The row has no field '{columnName}'; it has {string.Join(", ", Schema.Fields.Select(f => f.Name))}.", nameof(columnName));
    }
}
