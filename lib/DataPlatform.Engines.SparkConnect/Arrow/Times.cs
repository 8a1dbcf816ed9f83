namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>
/// Nanoseconds since midnight as <see cref="TimeOnly"/>. Spark sets no digit beyond the type's precision and expects none, so what a program's value has beyond it is dropped.
/// </summary>
internal readonly struct Times(int precision) : ICodec<long>
{
    private readonly long _unit = (long)Math.Pow(10, 9 - precision);

    public object Decode(long stored) => new TimeOnly(stored / TimeSpan.NanosecondsPerTick);

    public long Encode(object value)
    {
        var nanoseconds = ((TimeOnly)value).Ticks * TimeSpan.NanosecondsPerTick;
        return nanoseconds - (nanoseconds % _unit);
    }
}
