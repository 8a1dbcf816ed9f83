using Apache.Arrow;
using Apache.Arrow.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Writes a column of type void, which has a length and nothing else.</summary>
internal sealed class NullWriter() : ColumnWriter(NullType.Default)
{
    /// <inheritdoc/>
    protected override long AppendValue(object value) => throw new InvalidCastException($"A {value.GetType().Name} is no value of type VOID.");

    /// <inheritdoc/>
    protected override long AppendNothing() => 0;

    /// <inheritdoc/>
    protected override ArrayData Build(IArrowType type, int length, int nulls, ArrowBuffer validity) => new(type, length, length, 0, System.Array.Empty<ArrowBuffer>());
}
