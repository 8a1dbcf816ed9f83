namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Text from UTF-8; bytes that are none become U+FFFD.</summary>
internal readonly struct Texts(RecentTexts recent) : IDecoder<ReadOnlySpan<byte>>
{
    public object Decode(ReadOnlySpan<byte> stored) => recent.Get(stored);
}
