using System.Text.RegularExpressions;

namespace Architecture;

/// <summary>A code means one thing, so one room builds its text; programs compare codes, and people search for them.</summary>
public sealed partial class ErrorTests
{
    /// <summary>Spark's conditions that more than one room can come upon, each with what it means in all of them.</summary>
    private static readonly Dictionary<string, string> SharedConditions = new()
    {
        ["INVALID_JSON_DATA_TYPE"] = "a schema in JSON is none: read by the types, and whole from a table's metadata",
        ["UNSUPPORTED_DATATYPE"] = "a type that cannot be had: unknown to the parser, or without values in the engine",
        ["PARSE_EMPTY_STATEMENT"] = "a text is empty: a statement, or the schema of CSV",
        ["PARSE_SYNTAX_ERROR"] = "a text is no SQL: a type, or a statement",
        ["DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION"] = "a decimal wider than 38 digits: as a type, or as a literal",
        ["DELTA_MISSING_DELTA_TABLE"] = "no table where there must be one: seen by the engine in process, and by the API where Spark says it of a history",
        ["DELTA_PATH_DOES_NOT_EXIST"] = "no table at a path: seen by the log, or by a reader before it opens one",
        ["UNRESOLVED_COLUMN_AMONG_FIELD_NAMES"] = "a column that deduplication does not find: by the engine in process, or by a Connect server, which calls it a fault of the plan",
        ["DELTA_METADATA_MISMATCH"] = "rows that do not fit a table: seen by the log, or by a writer before its commit",
    };

    /// <summary>The rooms where a refusal may stand beside the rule that it refuses, each with the reason.</summary>
    private static readonly Dictionary<string, string> InPlace = new()
    {
        ["DataPlatform.Engines.Embedded"] = "the analyzer has a rule a line, and its conditions and parameters are Spark's: apart from the rule they say nothing",
    };

    [Fact]
    public void A_code_belongs_to_one_room()
    {
        var shared = ErrorClasses()
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(match => (Code: match.Groups["code"].Value, Room: RoomOf(file))))
            .Distinct()
            .GroupBy(use => use.Code)
            .Where(uses => uses.Count() > 1 && !SharedConditions.ContainsKey(uses.Key));
        Assert.Empty(shared.Select(uses => $"{uses.Key} is in {string.Join(" and ", uses.Select(use => use.Room))}"));
    }

    [Fact]
    public void Texts_of_errors_are_built_in_the_error_classes_only()
    {
        var elsewhere = Repository.Files("lib", "*.cs").Except(ErrorClasses()).Where(file => !InPlace.ContainsKey(RoomOf(file)))
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (Place: $"{Repository.Relative(file)}:{index + 1}", Line: line)))
            .Where(at => Construction().IsMatch(at.Line));
        Assert.Empty(elsewhere.Select(at => $"{at.Place}: {at.Line.Trim()}"));
    }

    private static string RoomOf(string file) => Repository.Relative(file).Split('/')[1];

    private static IEnumerable<string> ErrorClasses() => Repository.Files("lib", "*Errors*.cs");

    [GeneratedRegex(@"""(?<code>[A-Z][A-Z0-9]*(_[A-Z0-9]+)+(\.[A-Z0-9_]+)?)""")]
    private static partial Regex Code();

    [GeneratedRegex(@"\bnew (DataPlatform|Analysis|Delta\w*|Spark\w*)Exception\(|\b\w+Exception \w+\([^)]*\) => new\(")]
    private static partial Regex Construction();
}
