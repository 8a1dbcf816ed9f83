using System.Text;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Text from UTF-8; bytes that are none become U+FFFD.</summary>
internal readonly struct Texts : IDecoder<ReadOnlySpan<byte>>
{
    public object Decode(ReadOnlySpan<byte> stored) => Encoding.UTF8.GetString(stored);
}
