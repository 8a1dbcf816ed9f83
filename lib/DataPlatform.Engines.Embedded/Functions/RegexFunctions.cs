using System.Text.RegularExpressions;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Natives;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;
using static DataPlatform.Engines.Embedded.Functions.FunctionRows;

namespace DataPlatform.Engines.Embedded.Functions;

/// <summary>Patterns: LIKE by DuckDB where the pattern is a constant, regular expressions as Java matches.</summary>
internal static partial class RegexFunctions
{
    private static readonly BooleanType Boolean = new();

    private static readonly IntegerType Int = new();

    private static readonly StringType Text = new();

    private static readonly Parameter[] TextAndPattern = [Parameter.String, Parameter.String];

    private static readonly Parameter[] TextPatternAndNumber = [Parameter.String, Parameter.String, Parameter.Int];

    public static IReadOnlyList<Function> Rows { get; } =
    [
        Scalar("like", [Parameter.String, Parameter.String, Parameter.String], Gives(Boolean), call => Like(call[0], call[1], call.Argument(1), Escape(call)), optional: 1),
        Scalar("ilike", [Parameter.String, Parameter.String, Parameter.String], Gives(Boolean), InsensitiveLike, optional: 1),
        Many("likeany", "OR", ""),
        Many("likeall", "AND", ""),
        Many("notlikeany", "OR", "NOT "),
        Many("notlikeall", "AND", "NOT "),
        .. new[] { "rlike", "regexp", "regexp_like" }.Select(name => Scalar(name, TextAndPattern, Gives(Boolean), RLike)),
        Scalar("regexp_extract", TextPatternAndNumber, Gives(Text), call => $"spark_regexp_extract({call[0]}, {call[1]}, {Number(call, 2, "1")})", optional: 1),
        Scalar("regexp_extract_all", TextPatternAndNumber, Gives(new ArrayType(Text, true)), call => $"spark_regexp_extract_all({call[0]}, {call[1]}, {Number(call, 2, "1")})", optional: 1),
        Scalar("regexp_count", TextAndPattern, Gives(Int), "spark_regexp_count({0}, {1})"),
        Scalar("regexp_instr", TextPatternAndNumber, Gives(Int), "spark_regexp_instr({0}, {1})", optional: 1),
        Scalar("regexp_substr", TextAndPattern, Gives(Text), "spark_regexp_substr({0}, {1})", nullable: Always),
        Scalar("regexp_replace", [Parameter.String, Parameter.String, Parameter.String, Parameter.Int], Gives(Text), Replace, optional: 1),
        Scalar("split", TextPatternAndNumber, Gives(new ArrayType(Text, false)), call => $"spark_split({call[0]}, {call[1]}, {Number(call, 2, "-1")})", optional: 1),
    ];

    private static string Number(CallSql call, int index, string standard) => call.Count > index ? call[index] : standard;

    // LIKE ANY (…) and LIKE ALL (…), which Spark takes for nullable whatever is in them.
    private static Function Many(string name, string symbol, string negation) => Scalar(
        name,
        TextAndPattern,
        Gives(Boolean),
        call => SqlLet.Once(call[0], "_t", text =>
            $"({string.Join($" {symbol} ", Enumerable.Range(1, call.Count - 1).Select(i => $"({negation}{Like(text, call[i], call.Argument(i), "\\")})"))})"),
        variadic: true,
        nullable: Always);

    private static string Escape(CallSql call)
    {
        var escape = call.Count == 3 ? call.Constant(2) as string ?? "\\" : "\\";
        return escape.Length == 1
            ? escape
            : throw new AnalysisException("INVALID_ESC", $"The escape of LIKE is one character, and not '{escape}'.", EmbeddedErrors.Of(("invalidEscape", escape)));
    }

    private static string Like(string text, string pattern, BoundExpression argument, string escape)
    {
        if (argument is not BoundLiteral { Value: string constant })
        {
            return $"spark_like({text}, {pattern}, {SqlText.Quote(escape)})";
        }

        LikePattern.Check(constant, escape[0]);
        return constant.Contains(escape[0], StringComparison.Ordinal)
            ? $"({text} LIKE {pattern} ESCAPE {SqlText.Quote(escape)})"
            : $"({text} LIKE {pattern})";
    }

    private static string InsensitiveLike(CallSql call) =>
        Like(StringFunctions.Lower(call[0]), StringFunctions.Lower(call[1]), call.Argument(1), Escape(call));

    // A constant of letters and digits is found as it is.
    private static string RLike(CallSql call) => call.Argument(1) is BoundLiteral { Value: string pattern } && Plain.Match(pattern) is { Success: true } plain
        ? plain.Groups["begin"].Success
            ? $"starts_with({call[0]}, {SqlText.Quote(plain.Groups["text"].Value)})"
            : $"contains({call[0]}, {SqlText.Quote(plain.Groups["text"].Value)})"
        : $"spark_rlike({call[0]}, {call[1]})";

    private static string Replace(CallSql call)
    {
        if (call.Count == 4 && call.Argument(3) is BoundLiteral { Value: < 1 } position)
        {
            throw new AnalysisException("DATATYPE_MISMATCH.VALUE_OUT_OF_RANGE", $"The position of regexp_replace is 1 or more, and not {position.Value}.");
        }

        return $"spark_regexp_replace({call[0]}, {call[1]}, {call[2]}, {Number(call, 3, "1")})";
    }

    [GeneratedRegex("^(?<begin>\\^)?(?<text>[A-Za-z0-9 _-]+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Plain { get; }
}
