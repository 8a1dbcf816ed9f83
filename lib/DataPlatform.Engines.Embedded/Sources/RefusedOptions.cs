namespace DataPlatform.Engines.Embedded.Sources;

/// <summary>Options of Spark's readers that change what is read and that this engine does not have: given another value than Spark's default they are refused, never passed over.</summary>
internal static class RefusedOptions
{
    private static readonly (string Format, string Name, string? Default)[] All =
    [
        ("", "modifiedBefore", null),
        ("", "modifiedAfter", null),
        ("", "ignoreCorruptFiles", "false"),
        ("", "ignoreMissingFiles", "false"),
        ("csv", "locale", "en-US"),
        ("csv", "unescapedQuoteHandling", "STOP_AT_DELIMITER"),
        ("csv", "charToEscapeQuoteEscaping", null),
        ("csv", "maxCharsPerColumn", "-1"),
        ("json", "locale", "en-US"),
        ("json", "dropFieldIfAllNull", "false"),
        ("json", "allowNumericLeadingZeros", "false"),
        ("json", "allowBackslashEscapingAnyCharacter", "false"),
        ("json", "allowUnquotedControlChars", "false"),
        ("json", "allowNonNumericNumbers", "true"),
    ];

    /// <exception cref="AnalysisException"><c>UNSUPPORTED_FEATURE</c>: one of them is given.</exception>
    public static void Check(string format, SourceOptions options)
    {
        foreach (var (_, name, standard) in All.Where(option => option.Format.Length == 0 || option.Format == format))
        {
            if (options.Get(name) is { } value && !value.Equals(standard, StringComparison.OrdinalIgnoreCase))
            {
                throw EmbeddedErrors.UnsupportedFeature($"the {format} option {name} = {value}", "Leave it out, or run the job on Spark.");
            }
        }
    }
}
