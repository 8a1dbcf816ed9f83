namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>Instants (TIMESTAMPTZ), clock times (TIMESTAMP) and their microseconds in SQL. Plain arithmetic where the zone is UTC: DuckDB's own time zone functions are slow.</summary>
internal static class InstantSql
{
    /// <summary>The microseconds of an instant or a clock time.</summary>
    public static string Micros(string value) => $"epoch_us({value})";

    /// <summary>The instant of microseconds.</summary>
    public static string FromMicros(string micros) => $"make_timestamptz({micros})";

    /// <summary>The clock time of microseconds.</summary>
    public static string LocalFromMicros(string micros) => $"make_timestamp({micros})";

    /// <summary>The microseconds that the clock of a zone shows at an instant.</summary>
    public static string LocalMicros(string instant, string timeZone) =>
        IsUtc(timeZone) ? Micros(instant) : $"spark_to_local({Micros(instant)}, {SqlText.Quote(timeZone)})";

    /// <summary>The time that the clock of a zone shows at an instant.</summary>
    public static string Local(string instant, string timeZone) => LocalFromMicros(LocalMicros(instant, timeZone));

    /// <summary>The microseconds of the instant at which the clock of a zone shows a time, given in microseconds.</summary>
    public static string InstantMicros(string localMicros, string timeZone) =>
        IsUtc(timeZone) ? localMicros : $"spark_to_instant({localMicros}, {SqlText.Quote(timeZone)})";

    /// <summary>The instant at which the clock of a zone shows a time, given in microseconds.</summary>
    public static string FromLocalMicros(string localMicros, string timeZone) => FromMicros(InstantMicros(localMicros, timeZone));

    /// <summary>The instant of microseconds as a text of a pattern, by the clock of a zone; clock times go as those of UTC.</summary>
    public static string Format(string micros, string pattern, string timeZone) =>
        $"spark_format_instant({micros}, {SqlText.Quote(pattern)}, {SqlText.Quote(timeZone)})";

    /// <summary>Whether a zone is UTC by any of its names.</summary>
    public static bool IsUtc(string timeZone) => timeZone is "UTC" or "Z" or "GMT" or "Etc/UTC" or "UT" or "Zulu" or "+00:00" or "UTC+0" or "GMT+0";
}
