namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>How a stored value becomes a .NET value.</summary>
internal interface IDecoder<T>
    where T : allows ref struct
{
    /// <summary>The .NET value.</summary>
    object Decode(T stored);
}
