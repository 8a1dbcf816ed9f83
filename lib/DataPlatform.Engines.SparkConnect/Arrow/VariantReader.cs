using Apache.Arrow;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Reads structs of value and metadata as <see cref="VariantVal"/>.</summary>
internal sealed class VariantReader(ArrayData data, string path) : ValuesReader<VariantReader.Variants>(data)
{
    private readonly ColumnReader _value = For(new BinaryType(), data.Children[0], $"{path}.value");
    private readonly ColumnReader _metadata = For(new BinaryType(), data.Children[1], $"{path}.metadata");

    /// <inheritdoc/>
    protected override Variants Open() => new(_value, _metadata);

    /// <summary>The two parts at the variant's own position.</summary>
    internal readonly struct Variants(ColumnReader value, ColumnReader metadata) : IColumnValues
    {
        public object At(int index)
        {
            var parts = new object?[2];
            value.ReadValues(index, parts.AsSpan(0, 1));
            metadata.ReadValues(index, parts.AsSpan(1, 1));
            return new VariantVal((byte[])parts[0]!, (byte[])parts[1]!);
        }
    }
}
