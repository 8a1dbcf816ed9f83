namespace DataPlatform.Engines.Embedded;

/// <summary>Errors of dates, times and their patterns.</summary>
internal static partial class EmbeddedErrors
{
    public static DataPlatformException InvalidTimeZone(string zone) => new(
        "INVALID_TIMEZONE",
        $"There is no time zone {zone}. Give a region such as Europe/Berlin, or an offset such as +02:00.",
        Of(("timeZone", zone)));

    public static DataPlatformException CannotParseTimestamp(string text, string pattern) => new(
        "CANNOT_PARSE_TIMESTAMP",
        $"The text '{text}' does not have the pattern '{pattern}'. Use try_to_timestamp to get null in place of this error.",
        Of(("text", text), ("pattern", pattern)));

    public static DataPlatformException PatternMeansOtherThanBefore(string pattern) => new(
        "INCONSISTENT_BEHAVIOR_CROSS_VERSION.DATETIME_PATTERN_RECOGNITION",
        $"The pattern '{pattern}' was one of Spark 2.4 and is none since Spark 3. Write it with the letters of Spark 3.",
        Of(("pattern", pattern)));

    public static DataPlatformException WeekBasedPattern(string pattern, char letter) => new(
        "INCONSISTENT_BEHAVIOR_CROSS_VERSION.DATETIME_WEEK_BASED_PATTERN",
        $"The pattern '{pattern}' has the week-based letter {letter}, which Spark does not take. Use extract(WEEK FROM …) and its like.",
        Of(("pattern", pattern), ("c", $"{letter}")));

    public static DataPlatformException IllegalPatternCharacter(string pattern, char letter) => new(
        "INVALID_DATETIME_PATTERN.ILLEGAL_CHARACTER",
        $"The pattern '{pattern}' has the letter {letter}, which Spark does not take.",
        Of(("pattern", pattern), ("c", $"{letter}")));

    public static DataPlatformException PatternTooLong(string pattern) => new(
        "INVALID_DATETIME_PATTERN.LENGTH",
        $"The pattern '{pattern}' repeats a letter too often.",
        Of(("pattern", pattern)));

    public static DataPlatformException UnrecognizedPattern(string pattern) => new(
        "INVALID_DATETIME_PATTERN.WITH_SUGGESTION",
        $"'{pattern}' is no pattern of dates and times. Write letters such as yyyy-MM-dd HH:mm:ss, and other text between single quotes.",
        Of(("pattern", pattern)));

    public static DataPlatformException ZoneNameNotKnown(string zone) => new(
        "UNSUPPORTED_FEATURE.EMBEDDED_ENGINE",
        $"The embedded engine does not know how the time zone {zone} is written out in English. Use the pattern letters VV or XXX in place of z.",
        Of(("feature", "time zone names")));

    public static DataPlatformException FieldOutOfBounds(string field, long least, long most, long value) => new(
        "DATETIME_FIELD_OUT_OF_BOUNDS.WITH_SUGGESTION",
        $"{field} must be from {least} to {most}, and is {value}. Use the function with try_ before its name to get null in place of this error.",
        Of(("rangeMessage", $"{field} {value}")));

    public static DataPlatformException NoSuchDate(int year, int month, int day) => new(
        "DATETIME_FIELD_OUT_OF_BOUNDS.WITH_SUGGESTION",
        $"There is no day {day} in month {month} of {year}. Use the function with try_ before its name to get null in place of this error.",
        Of(("rangeMessage", $"{year}-{month}-{day}")));

    public static DataPlatformException InvalidFractionOfSecond(decimal seconds) => new(
        "INVALID_FRACTION_OF_SECOND",
        $"Seconds must be from 0 to 60, and 60 has no fraction: {seconds}.",
        Of(("secAndMicros", $"{seconds}")));

    public static DataPlatformException IllegalDayOfWeek(string text) => new(
        "ILLEGAL_DAY_OF_WEEK",
        $"'{text}' is no day of the week. Give one in English, or its first two or three letters.",
        Of(("string", text)));

    public static AnalysisException InvalidExtractField(string field, string source) => new(
        "INVALID_EXTRACT_FIELD",
        $"A {source} has no field {field}.",
        Of(("field", field), ("expr", source)));

    public static AnalysisException IntervalOfMonths(string text) => new(
        "_LEGACY_ERROR_TEMP_3231",
        $"'{text}' has months or years, whose length is not fixed. Use weeks or days.",
        Of(("interval", text)));

    public static AnalysisException CannotParseInterval(string text) => new(
        "CANNOT_PARSE_INTERVAL",
        $"'{text}' is no interval. Write numbers with units, such as '10 minutes'.",
        Of(("intervalString", text)));
}
