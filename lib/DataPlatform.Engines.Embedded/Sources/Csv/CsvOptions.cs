using System.Text;
using DataPlatform.Engines.Embedded.Natives;

namespace DataPlatform.Engines.Embedded.Sources.Csv;

/// <summary>The options of Spark's CSV reader and writer, with its defaults.</summary>
internal sealed class CsvOptions
{
    public CsvOptions(SourceOptions options, string timeZone)
    {
        Separator = Unescaped(options.Get("sep") ?? options.Get("delimiter") ?? ",");
        if (Separator.Length == 0)
        {
            throw new AnalysisException("INVALID_DELIMITER_VALUE.EMPTY_STRING", "The option sep cannot be empty.");
        }

        Quote = Character(options, "quote", '"');
        Escape = Character(options, "escape", '\\') ?? '\\';
        Comment = Character(options, "comment", null);
        HasHeader = options.Flag("header");
        InferSchema = options.Flag("inferSchema");
        EnforceSchema = options.Flag("enforceSchema", true);
        MultiLine = options.Flag("multiLine");
        IgnoreLeadingWhiteSpace = options.Flag("ignoreLeadingWhiteSpace");
        IgnoreTrailingWhiteSpace = options.Flag("ignoreTrailingWhiteSpace");
        NullValue = options.Get("nullValue") ?? "";
        EmptyValue = options.Get("emptyValue") ?? "";
        NanValue = options.Get("nanValue") ?? "NaN";
        PositiveInfinity = options.Get("positiveInf") ?? "Inf";
        NegativeInfinity = options.Get("negativeInf") ?? "-Inf";
        DateFormat = options.Get("dateFormat") is { } date ? DatePattern.ForParsing(date) : null;
        TimestampFormat = options.Get("timestampFormat") is { } timestamp ? DatePattern.ForParsing(timestamp) : null;
        LineSeparator = options.Get("lineSep");
        Encoding = options.Encoding();
        Mode = options.ParseMode();
        CorruptColumn = options.Get("columnNameOfCorruptRecord") ?? "_corrupt_record";
        MaxColumns = int.TryParse(options.Get("maxColumns"), out var most) ? most : 20_480;
        Zone = SparkTimeZone.Get(options.Get("timeZone") ?? timeZone);
    }

    public string Separator { get; }

    /// <summary>What stands around text; null: nothing does.</summary>
    public char? Quote { get; }

    public char Escape { get; }

    public char? Comment { get; }

    public bool HasHeader { get; }

    public bool InferSchema { get; }

    public bool EnforceSchema { get; }

    public bool MultiLine { get; }

    public bool IgnoreLeadingWhiteSpace { get; }

    public bool IgnoreTrailingWhiteSpace { get; }

    public string NullValue { get; }

    public string EmptyValue { get; }

    public string NanValue { get; }

    public string PositiveInfinity { get; }

    public string NegativeInfinity { get; }

    public DatePattern? DateFormat { get; }

    public DatePattern? TimestampFormat { get; }

    public string? LineSeparator { get; }

    public Encoding Encoding { get; }

    public ParseMode Mode { get; }

    public string CorruptColumn { get; }

    public int MaxColumns { get; }

    public SparkTimeZone Zone { get; }

    private static char? Character(SourceOptions options, string name, char? defaultValue) => options.Get(name) switch
    {
        null => defaultValue,
        "" => null,
        "\\t" => '\t',
        { Length: 1 } text => text[0],
        var text => throw new AnalysisException("_LEGACY_ERROR_TEMP_2146", $"The option {name} must be one character, and is '{text}'."),
    };

    private static string Unescaped(string separator) => separator switch
    {
        "\\t" => "\t",
        "\\\\" => "\\",
        _ => separator,
    };
}
