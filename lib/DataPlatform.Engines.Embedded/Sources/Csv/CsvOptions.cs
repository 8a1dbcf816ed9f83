using System.Text;
using DataPlatform.Engines.Embedded.Natives;

namespace DataPlatform.Engines.Embedded.Sources.Csv;

/// <summary>The options of Spark's CSV reader and writer, with its defaults.</summary>
internal sealed class CsvOptions
{
    public CsvOptions(SourceOptions options, string timeZone)
    {
        Separator = SeparatorOf(options);
        Quote = Character(options, "quote", '"');
        Escape = Character(options, "escape", '\\') ?? '\0';
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
        DateFormat = Pattern(options, "dateFormat");
        TimestampFormat = Pattern(options, "timestampFormat");
        TimestampNtzFormat = Pattern(options, "timestampNTZFormat");
        PrefersDate = options.Flag("preferDate", true);
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

    public DatePattern? TimestampNtzFormat { get; }

    /// <summary>Whether what only names a day is inferred as a date.</summary>
    public bool PrefersDate { get; }

    public string? LineSeparator { get; }

    public Encoding Encoding { get; }

    public ParseMode Mode { get; }

    public string CorruptColumn { get; }

    public int MaxColumns { get; }

    public SparkTimeZone Zone { get; }

    // Spark finds out at the first value, and mostly takes every value for one that does not fit.
    private static DatePattern? Pattern(SourceOptions options, string name)
    {
        var pattern = options.Get(name);
        try
        {
            return pattern is null ? null : DatePattern.ForParsing(pattern);
        }
        catch (DataPlatformException refusal)
        {
            throw EmbeddedErrors.UnsupportedFeature($"the csv option {name} = {pattern}, which is no pattern to read by", refusal.Message);
        }
    }

    /// <summary>What stands between fields.</summary>
    /// <exception cref="AnalysisException"><c>INVALID_DELIMITER_VALUE.EMPTY_STRING</c>.</exception>
    public static string SeparatorOf(SourceOptions options) => (options.Get("sep") ?? options.Get("delimiter") ?? ",") switch
    {
        "" => throw new AnalysisException("INVALID_DELIMITER_VALUE.EMPTY_STRING", "The option sep cannot be empty."),
        "\\t" => "\t",
        "\\\\" => "\\",
        var separator => separator,
    };

    /// <summary>An option that is one character; null where it is given as empty.</summary>
    /// <exception cref="AnalysisException"><c>OPTION_VALUE_EXCEEDS_ONE_CHARACTER</c>.</exception>
    public static char? Character(SourceOptions options, string name, char? defaultValue) => options.Get(name) switch
    {
        null => defaultValue,
        "" => null,
        "\\t" => '\t',
        { Length: 1 } text => text[0],
        var text => throw EmbeddedErrors.OptionExceedsOneCharacter(name, text),
    };
}
