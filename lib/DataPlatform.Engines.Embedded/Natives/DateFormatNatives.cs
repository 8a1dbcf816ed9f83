using DataPlatform.Engines.Embedded.Execution;

namespace DataPlatform.Engines.Embedded.Natives;

/// <summary>Dates and times to and from text by a pattern. Instants are microseconds since 1970-01-01 00:00 UTC, clock times the same without a zone.</summary>
internal static class DateFormatNatives
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        NativeFunction.Of<long, string, string, string>(
            "spark_format_instant",
            (instant, pattern, zone) => DatePattern.ForPrinting(pattern).Print(instant, SparkTimeZone.Get(zone))),
        NativeFunction.Of<string, string, string, long>(
            "spark_parse_instant",
            (text, pattern, zone) => DatePattern.ForParsing(pattern) is var read && read.ParseInstant(text, SparkTimeZone.Get(zone)) is { } instant
                ? instant
                : throw read.Failure(text)),
        NativeFunction.Of<string, string, string, long?>(
            "spark_try_parse_instant",
            (text, pattern, zone) => DatePattern.ForParsing(pattern).ParseInstant(text, SparkTimeZone.Get(zone))),
        NativeFunction.Of<string, string, long>(
            "spark_parse_local",
            (text, pattern) => DatePattern.ForParsing(pattern) is var read && read.ParseLocal(text) is { } local ? local : throw read.Failure(text)),
        NativeFunction.Of<string, string, long?>("spark_try_parse_local", (text, pattern) => DatePattern.ForParsing(pattern).ParseLocal(text)),
    ];
}
