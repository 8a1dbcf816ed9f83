namespace DataPlatform.Engines.SparkConnect.Arrow;

/// <summary>Microseconds since 1970-01-01T00:00:00 of no zone as <see cref="DateTime"/> of unspecified kind.</summary>
internal readonly struct LocalTimestamps : ICodec<long>
{
    private const long Year1 = -62_135_596_800_000_000;
    private const long Year10000 = 253_402_300_800_000_000;

    public object Decode(long stored) => stored is >= Year1 and < Year10000
        ? new DateTime(DateTime.UnixEpoch.Ticks + (stored * TimeSpan.TicksPerMicrosecond), DateTimeKind.Unspecified)
        : throw SparkConnectErrors.BeyondDotNet("a TIMESTAMP_NTZ outside the years 1 to 9999");

    public long Encode(object value) => (((DateTime)value).Ticks / TimeSpan.TicksPerMicrosecond) - (DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerMicrosecond);
}
