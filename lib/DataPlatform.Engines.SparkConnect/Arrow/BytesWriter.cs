using Apache.Arrow.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Writes <see cref="byte"/>[].</summary>
internal sealed class BytesWriter() : VariableWidthWriter(BinaryType.Default)
{
    /// <inheritdoc/>
    protected override long AppendValue(object value) => AppendBytes((byte[])value);
}
