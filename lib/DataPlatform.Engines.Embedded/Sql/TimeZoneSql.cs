namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>Between instants (TIMESTAMPTZ) and what a clock shows (TIMESTAMP).</summary>
internal static class TimeZoneSql
{
    /// <summary>The instant at which a clock in a zone shows a local time: the earlier one where it does twice; skipped times move on by what was skipped.</summary>
    public static string ToInstant(string local, string timeZone) => IsUtc(timeZone)
        ? $"CAST({local} AS TIMESTAMPTZ)"
        : $"make_timestamptz(spark_to_instant(epoch_us({local}), {SqlText.Quote(timeZone)}))"; // DuckDB takes the later of two.

    /// <summary>What a clock in the session's zone shows at an instant.</summary>
    public static string ToLocal(string instant, string timeZone) => ForDuckDb(timeZone) == timeZone
        ? $"CAST({instant} AS TIMESTAMP)"
        : $"make_timestamp(spark_to_local(epoch_us({instant}), {SqlText.Quote(timeZone)}))";

    /// <summary>The zone that DuckDB is set to: UTC for the offsets that Spark takes for zones and DuckDB does not.</summary>
    public static string ForDuckDb(string timeZone) => timeZone.AsSpan().IndexOfAny('+', '-') >= 0 && !timeZone.Contains('/', StringComparison.Ordinal) ? "UTC" : timeZone;

    private static bool IsUtc(string timeZone) => timeZone is "UTC" or "Etc/UTC" or "GMT" or "Z" or "+00:00";
}
