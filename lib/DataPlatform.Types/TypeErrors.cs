using System.Globalization;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform;

/// <summary>The errors of reading types from text. Codes are Spark's conditions.</summary>
internal static class TypeErrors
{
    public static AnalysisException Syntax(string text, int position) => new(
        "PARSE_SYNTAX_ERROR",
        $"Syntax error in the type '{text}' {(position >= text.Length ? "at its end" : $"at '{text[position]}' (position {position})")}.",
        new Dictionary<string, string> { ["text"] = text });

    public static AnalysisException Unsupported(string word, int position, string text) => new(
        "UNSUPPORTED_DATATYPE",
        $"Unsupported data type \"{word}\" at position {position} of '{text}'.",
        new Dictionary<string, string> { ["typeName"] = word });

    public static AnalysisException InvalidDecimal(int precision, int scale) => new(
        precision > DecimalType.MaxPrecision ? "DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION" : "INVALID_DECIMAL_SCALE",
        $"decimal({precision},{scale}) is none: precision goes from 1 to {DecimalType.MaxPrecision}, scale from 0 to the precision.");

    public static AnalysisException InvalidTimePrecision(int precision) => new(
        "UNSUPPORTED_TIME_PRECISION",
        $"The seconds precision {precision} of the TIME data type is out of the supported range [0, {TimeType.MaxPrecision}].",
        new Dictionary<string, string> { ["precision"] = precision.ToString(CultureInfo.InvariantCulture) });

    public static DataPlatformException InvalidJson(string json, Exception? cause = null) => new(
        "INVALID_JSON_DATA_TYPE",
        $"Not a data type in Spark's JSON form: {json}",
        new Dictionary<string, string> { ["invalidType"] = json },
        innerException: cause);
}
