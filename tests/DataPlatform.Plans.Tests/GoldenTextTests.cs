using System.Text.RegularExpressions;

namespace DataPlatform.Plans.Tests;

/// <summary>What Spark answered a question, it could read: so must we.</summary>
public sealed partial class GoldenTextTests
{
    // Conditions that Spark raises while it reads text; some have no name of their own there.
    private static readonly Dictionary<string, string> Conditions = new()
    {
        ["!PARSE_SYNTAX_ERROR"] = "PARSE_SYNTAX_ERROR",
        ["!INVALID_TYPED_LITERAL"] = "INVALID_TYPED_LITERAL",
        ["!INCOMPATIBLE_JOIN_TYPES"] = "INCOMPATIBLE_JOIN_TYPES",
        ["!INVALID_ESC"] = "INVALID_ESC",
        ["!INVALID_SQL_SYNTAX.EMPTY_IN_PREDICATE"] = "INVALID_SQL_SYNTAX.EMPTY_IN_PREDICATE",
        ["!INVALID_INLINE_TABLE.NUM_COLUMNS_MISMATCH"] = "INVALID_INLINE_TABLE.NUM_COLUMNS_MISMATCH",
        ["!INVALID_LIMIT_LIKE_EXPRESSION.IS_NEGATIVE"] = "INVALID_LIMIT_LIKE_EXPRESSION.IS_NEGATIVE",
        ["!UNSUPPORTED_DATATYPE"] = "UNSUPPORTED_DATATYPE",
        ["!_LEGACY_ERROR_TEMP_0029"] = "INVALID_INTERVAL_FORMAT",

        // A word that goes on with a statement is a name to Spark, so that SELECT * FROM has a star with an alias.
        ["!INVALID_USAGE_OF_STAR_OR_REGEX"] = "PARSE_SYNTAX_ERROR",
    };

    private static readonly string[] RefusedFeatures = ["COLLATE", "PIVOT", "UNPIVOT", "RESPECT NULLS of array_agg", "RESPECT NULLS of collect_list"];

    public static TheoryData<string> Files => new(Directory.GetFiles(Repository.Golden, "*.tsv").Select(Path.GetFileNameWithoutExtension).Order()!);

    [Theory]
    [MemberData(nameof(Files))]
    public void Parse_golden_text_reads_what_spark_reads(string file)
    {
        var failures = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Golden, file + ".tsv")))
        {
            var (text, answer) = line.Split('\t') is var columns && columns is [var name, var sql, _, var recorded, ..]
                ? (sql, recorded)
                : (columns[1], "");
            if (IsSql(text) && Problem(text, answer) is { } problem)
            {
                failures.Add($"{columns[0]}: {text} -> {problem}");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static bool IsSql(string text) => text.Length > 0 && !text.StartsWith("READ ", StringComparison.Ordinal) && !text.StartsWith("WRITE ", StringComparison.Ordinal);

    private static string? Problem(string text, string answer)
    {
        var isQuery = text.Split(' ')[0] is "SELECT" or "WITH" or "VALUES" or "FROM";
        try
        {
            _ = isQuery ? (object)SqlParser.ParseQuery(text) : SqlParser.ParseExpression(text);
            return answer == "!PARSE_SYNTAX_ERROR" && !HoldsSchema().IsMatch(text) ? "Spark cannot read it" : null;
        }
        catch (AnalysisException error)
        {
            var isExpected = error.Code == "UNSUPPORTED_FEATURE" ? RefusedFeatures.Contains(error.Parameters["feature"]) : error.Code == Conditions.GetValueOrDefault(answer);
            return isExpected ? null : error.Message;
        }
    }

    // The schema in a text may be what Spark cannot read.
    [GeneratedRegex(@"\bfrom_(json|csv)\(")]
    private static partial Regex HoldsSchema();
}
