using System.Buffers;
using System.Text;
using Apache.Arrow.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Writes <see cref="string"/> as UTF-8; half a surrogate pair becomes U+FFFD.</summary>
internal sealed class TextWriter() : VariableWidthWriter(StringType.Default)
{
    /// <inheritdoc/>
    protected override long AppendValue(object value)
    {
        var text = (string)value;
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return AppendBytes(buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
