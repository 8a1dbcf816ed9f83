using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Microseconds since 1970-01-01T00:00:00Z as <see cref="Timestamp"/>. The zone that Spark writes beside them is that of its session and moves nothing.</summary>
internal readonly struct Timestamps : ICodec<long>
{
    public object Decode(long stored) => Timestamp.FromEpochMicroseconds(stored);

    public long Encode(object value) => ((Timestamp)value).EpochMicroseconds;
}
