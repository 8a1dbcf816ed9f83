namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>How a value of a fixed number of bytes and its .NET value become each other.</summary>
internal interface ICodec<T> : IDecoder<T>
    where T : unmanaged
{
    /// <summary>The stored value. What .NET holds below Spark's microseconds is dropped.</summary>
    T Encode(object value);
}
