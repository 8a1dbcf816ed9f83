namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Microseconds as <see cref="TimeSpan"/>, which holds a tenth of Spark's range.</summary>
internal readonly struct Durations : ICodec<long>
{
    private const long Most = long.MaxValue / TimeSpan.TicksPerMicrosecond;

    public object Decode(long stored) => stored is >= -Most and <= Most
        ? new TimeSpan(stored * TimeSpan.TicksPerMicrosecond)
        : throw SparkConnectErrors.BeyondDotNet("an INTERVAL of more than 10,675,199 days");

    public long Encode(object value) => ((TimeSpan)value).Ticks / TimeSpan.TicksPerMicrosecond;
}
