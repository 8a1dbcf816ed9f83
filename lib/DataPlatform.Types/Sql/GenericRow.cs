namespace Microsoft.Spark.Sql;

/// <summary>Values without a schema, to make a data frame of. See each data type for its values' type.</summary>
public sealed class GenericRow
{
    /// <summary>Makes a row of values in order; the array is kept.</summary>
    public GenericRow(object?[] values) => Values = values ?? throw new ArgumentNullException(nameof(values));

    /// <summary>The values in order.</summary>
    public object?[] Values { get; }

    /// <summary>The value at a position, from 0.</summary>
    public object? this[int index] => Values[index];

    /// <summary>The number of values.</summary>
    public int Size() => Values.Length;

    /// <summary>The value at a position, from 0.</summary>
    public object? Get(int index) => Values[index];

    /// <summary>The value at a position as another type; see <see cref="Row.GetAs{T}(string)"/>.</summary>
    public T GetAs<T>(int index) => ClrValues.As<T>(Values[index]);

    /// <summary>The values between square brackets, as Spark writes a row.</summary>
    public override string ToString() => ClrValues.Text(Values);

    /// <summary>Equal in all values.</summary>
    public override bool Equals(object? obj) => obj is GenericRow other && ClrValues.SequenceEqual(Values, other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => ClrValues.HashOf(Values);
}
