namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Bytes, copied.</summary>
internal readonly struct Bytes : IDecoder<ReadOnlySpan<byte>>
{
    public object Decode(ReadOnlySpan<byte> stored) => stored.ToArray();
}
