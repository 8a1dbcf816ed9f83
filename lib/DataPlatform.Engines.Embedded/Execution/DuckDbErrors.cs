using System.Text.RegularExpressions;

namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>DuckDB's errors as Spark's conditions.</summary>
internal static partial class DuckDbErrors
{
    private static readonly (string Fragment, string Code)[] Conditions =
    [
        ("Map keys must be unique", "DUPLICATED_MAP_KEY"),
        ("Map keys can not be NULL", "NULL_MAP_KEY"),
        ("map key list does not align", "_LEGACY_ERROR_TEMP_2128"),

        // Spark's dates begin again at the other end.
        ("Date out of range", "UNSUPPORTED_FEATURE.EMBEDDED_ENGINE"),
        ("No magic bytes found", "FAILED_READ_FILE.CANNOT_READ_FILE_FOOTER"),
        ("Error while reading file", "FAILED_READ_FILE.PARQUET_COLUMN_DATA_TYPE_MISMATCH"),

        // Only sums are of a type so wide: no cast of Spark's begins there.
        ("Type INT128 with value", "ARITHMETIC_OVERFLOW"),
        ("Timestamp microseconds out of range", "UNSUPPORTED_FEATURE.EMBEDDED_ENGINE"),
        ("value is out of range for the destination type", "CAST_OVERFLOW"),
        ("Failed to cast decimal value", "CAST_OVERFLOW"),
        ("Casting value", "NUMERIC_VALUE_OUT_OF_RANGE.WITH_SUGGESTION"),
        ("to DECIMAL(", "NUMERIC_VALUE_OUT_OF_RANGE.WITH_SUGGESTION"),
        ("of DECIMAL(", "NUMERIC_VALUE_OUT_OF_RANGE.WITH_SUGGESTION"),
        ("of INT8 (", "BINARY_ARITHMETIC_OVERFLOW"),
        ("of INT16 (", "BINARY_ARITHMETIC_OVERFLOW"),
        ("Overflow in ", "ARITHMETIC_OVERFLOW"),
        ("Overflow on ", "ARITHMETIC_OVERFLOW"),
        ("overflow", "ARITHMETIC_OVERFLOW"),
        ("out of range", "ARITHMETIC_OVERFLOW"),
        ("More than one row returned by a subquery", "SCALAR_SUBQUERY_TOO_MANY_ROWS"),
        ("No space left on device", "DISK_FULL"),
        ("Out of Memory Error", "OUT_OF_MEMORY"),
        ("INTERRUPT Error", "OPERATION_CANCELED"),
    ];

    /// <summary>The error of a failed statement. One that our own SQL raised begins with its code in square brackets.</summary>
    public static DataPlatformException From(string? message, string sql)
    {
        var text = message ?? "DuckDB gave no reason.";
        if (Raised().Match(text) is { Success: true } raised)
        {
            return new DataPlatformException(raised.Groups["code"].Value, raised.Groups["text"].Value.Trim());
        }

        foreach (var (fragment, code) in Conditions)
        {
            if (text.Contains(fragment, StringComparison.Ordinal))
            {
                return new DataPlatformException(code, text);
            }
        }

        return text.StartsWith("IO Error", StringComparison.Ordinal)
            ? new DataPlatformException("FAILED_READ_FILE.NO_HINT", text)
            : new DataPlatformException("EMBEDDED_ENGINE_ERROR", text, EmbeddedErrors.Of(("sql", sql)));
    }

    [GeneratedRegex(@"\[(?<code>[A-Z_][A-Z0-9_]*(\.[A-Z0-9_]+)?)\]\s(?<text>.*)", RegexOptions.Singleline)]
    private static partial Regex Raised();
}
