using CsCheck;

namespace DataPlatform.Plans.Tests;

/// <summary>Whatever the text, it is read or refused with a condition: no other exception comes out.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "SELECT", "FROM", "WHERE", "GROUP", "BY", "HAVING", "ORDER", "LIMIT", "UNION", "ALL", "WITH", "AS", "JOIN", "LEFT", "ON", "USING", "LATERAL", "VIEW", "VALUES", "TABLE", "EXISTS",
        "IN", "NOT", "!", "BETWEEN", "AND", "OR", "LIKE", "ANY", "ESCAPE", "IS", "NULL", "TRUE", "DISTINCT", "CASE", "WHEN", "THEN", "ELSE", "END", "CAST", "EXTRACT", "TRIM", "BOTH",
        "INTERVAL", "DAY", "TO", "SECOND", "YEAR", "MONTH", "DATE", "TIMESTAMP", "OVER", "PARTITION", "ROWS", "PRECEDING", "WINDOW", "ROLLUP", "GROUPING", "SETS", "FILTER", "range",
        "INSERT", "INTO", "DELETE", "UPDATE", "SET", "MERGE", "MATCHED", "CREATE", "TEMP", "DROP", "DESCRIBE", "HISTORY", "VERSION", "OF",
        "a", "t", "`b c`", "'x'", "'1 2:3'", "'1-2'", "'2024-01-01'", "\"y\"", "1", "-1", "1.5", "1e3", "99999999999999999999", "9e99999999999BD", "7L", "X'A'", "int", "array<int>",
        "(", ")", "(", ")", ",", ".", "*", "+", "-", "||", "=", "<=>", "::", "[", "]", "->", "=>", ";", "/*+", "*/", "/*", "--", "\n", "?", ":", "|>", "@",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 14].Select(pieces => string.Join(' ', pieces));

    [Fact]
    public void Any_words_are_read_or_refused() => Texts.Sample(IsReadOrRefused, iter: 20_000);

    [Fact]
    public void Any_characters_are_read_or_refused() => Gen.String.Sample(IsReadOrRefused, iter: 5_000);

    [Fact]
    public void A_query_with_a_word_left_out_is_read_or_refused()
    {
        const string Query = "WITH x (a) AS (SELECT DISTINCT b FROM t LEFT JOIN u USING (k) WHERE a LIKE 'x' ESCAPE '!' AND b NOT IN (1, 2)) " +
            "SELECT CASE WHEN a THEN INTERVAL '1-2' YEAR TO MONTH ELSE b [ 0 ] . c END AS y , sum ( a ) FILTER ( WHERE b ) OVER ( PARTITION BY c ORDER BY d ROWS BETWEEN 1 PRECEDING AND CURRENT ROW ) " +
            "FROM x LATERAL VIEW explode ( a ) e AS f GROUP BY GROUPING SETS ( ( a , b ) , ( ) ) HAVING a > 1 ORDER BY a DESC NULLS LAST LIMIT 3";
        var words = Query.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            IsReadOrRefused(string.Join(' ', words.Where((_, at) => at != i)));
            IsReadOrRefused(string.Join(' ', words[..i]));
        }
    }

    private static void IsReadOrRefused(string text)
    {
        Read(SqlParser.ParseStatement, text);
        Read(SqlParser.ParseExpression, text);
    }

    private static void Read<T>(Func<string, T> parse, string text)
    {
        try
        {
            parse(text);
        }
        catch (AnalysisException error)
        {
            Assert.NotEmpty(error.Code);
        }
    }
}
