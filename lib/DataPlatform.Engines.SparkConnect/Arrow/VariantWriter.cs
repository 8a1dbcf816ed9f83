using Apache.Arrow;
using Apache.Arrow.Types;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Writes <see cref="VariantVal"/> as structs of value and metadata.</summary>
internal sealed class VariantWriter() : ColumnWriter(ArrowLayout.TypeOf(new Microsoft.Spark.Sql.Types.VariantType()))
{
    private readonly BytesWriter _value = new();
    private readonly BytesWriter _metadata = new();

    /// <inheritdoc/>
    protected override long AppendValue(object value)
    {
        var variant = (VariantVal)value;
        return _value.Append(variant.Value) + _metadata.Append(variant.Metadata);
    }

    /// <inheritdoc/>
    protected override long AppendNothing() => _value.Append(null) + _metadata.Append(null);

    /// <inheritdoc/>
    protected override ArrayData Build(IArrowType type, int length, int nulls, ArrowBuffer validity) =>
        new(type, length, nulls, 0, [validity], [_value.Build(), _metadata.Build()]);
}
