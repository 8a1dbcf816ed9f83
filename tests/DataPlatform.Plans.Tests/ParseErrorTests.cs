namespace DataPlatform.Plans.Tests;

/// <summary>What cannot be read: which condition, and where the caret stands.</summary>
public sealed class ParseErrorTests
{
    [Theory]
    [InlineData("SELEC 1", 1, 1, "SELEC")]
    [InlineData("SELECT 1 +", 1, 11, "")]
    [InlineData("SELECT (1", 1, 10, "")]
    [InlineData("SELECT a b c", 1, 12, "c")]
    [InlineData("SELECT a\nFROM t\nWHERE a = = b", 3, 11, "=")]
    [InlineData("SELECT a FROM t WHERE", 1, 22, "")]
    [InlineData("SELECT 'a", 1, 8, "'")]
    [InlineData("SELECT `a", 1, 8, "`")]
    [InlineData("SELECT a $ b", 1, 10, "$")]
    [InlineData("SELECT CASE WHEN a THEN b", 1, 26, "")]
    [InlineData("SELECT a FROM t JOIN u ON a ON b", 1, 29, "ON")]
    [InlineData("SELECT a IN (1) = b", 1, 17, "=")]
    [InlineData("SELECT a IS NULL IS NULL", 1, 21, "NULL")]
    [InlineData("SELECT 1; SELECT 2", 1, 11, "SELECT")]
    [InlineData("UPDATE t SET a", 1, 15, "")]
    [InlineData("SELECT CAST(a AS)", 1, 17, ")")]
    public void ParseStatement_syntax_error_shows_where(string text, int line, int column, string token)
    {
        var error = Assert.Throws<AnalysisException>(() => SqlParser.ParseStatement(text));
        Assert.Equal("PARSE_SYNTAX_ERROR", error.Code);
        Assert.Equal(token, error.Parameters["error"]);
        Assert.Contains($"(line {line}, column {column})", error.Message, StringComparison.Ordinal);
        var shown = error.Message.Split('\n');
        Assert.Equal(text.Split('\n')[line - 1], shown[^2]);
        Assert.Equal(new string(' ', column - 1) + new string('^', Math.Max(1, token.Length)), shown[^1]);
    }

    [Theory]
    [InlineData("", "PARSE_EMPTY_STATEMENT")]
    [InlineData("SELECT /* a", "UNCLOSED_BRACKETED_COMMENT")]
    [InlineData("SELECT é FROM t", "INVALID_IDENTIFIER")]
    [InlineData("SELECT a ! IN (1)", "SYNTAX_DISCONTINUED.BANG_EQUALS_NOT")]
    [InlineData("SELECT a IN ()", "INVALID_SQL_SYNTAX.EMPTY_IN_PREDICATE")]
    [InlineData("SELECT a LIKE b ESCAPE 'xx'", "INVALID_ESC")]
    [InlineData("SELECT CAST(a AS nope)", "UNSUPPORTED_DATATYPE")]
    [InlineData("VALUES (1, 2), (3)", "INVALID_INLINE_TABLE.NUM_COLUMNS_MISMATCH")]
    [InlineData("SELECT a FROM t LIMIT -1", "INVALID_LIMIT_LIKE_EXPRESSION.IS_NEGATIVE")]
    [InlineData("SELECT a FROM t LIMIT 1.5", "INVALID_LIMIT_LIKE_EXPRESSION.DATA_TYPE")]
    [InlineData("SELECT a FROM t ORDER BY a SORT BY a", "UNSUPPORTED_FEATURE.COMBINATION_QUERY_RESULT_CLAUSES")]
    [InlineData("WITH a AS (SELECT 1), A AS (SELECT 2) TABLE a", "DUPLICATED_CTE_NAMES")]
    [InlineData("CREATE TEMP VIEW a.v AS SELECT 1", "INVALID_TEMP_OBJ_QUALIFIER")]
    [InlineData("MERGE INTO t USING s ON a", "MERGE_WITHOUT_WHEN")]
    [InlineData("MERGE INTO t USING s ON a WHEN MATCHED THEN DELETE WHEN MATCHED THEN DELETE", "NON_LAST_MATCHED_CLAUSE_OMIT_CONDITION")]
    public void ParseStatement_error_has_its_condition(string text, string code) =>
        Assert.Equal(code, Assert.Throws<AnalysisException>(() => SqlParser.ParseStatement(text)).Code);

    [Fact]
    public void ParseExpression_nested_too_deeply_is_refused()
    {
        var text = new string('(', 100_000) + "1" + new string(')', 100_000);
        Assert.Equal("FAILED_TO_PARSE_TOO_COMPLEX", Assert.Throws<AnalysisException>(() => SqlParser.ParseExpression(text)).Code);
    }

    [Fact]
    public void ParseMultipartIdentifier_gives_parts_without_quotes()
    {
        Assert.Equal(["a", "b.c", "d`e"], SqlParser.ParseMultipartIdentifier("a.`b.c`.`d``e`"));
        Assert.Equal("PARSE_SYNTAX_ERROR", Assert.Throws<AnalysisException>(() => SqlParser.ParseMultipartIdentifier("a.")).Code);
        Assert.Equal("PARSE_SYNTAX_ERROR", Assert.Throws<AnalysisException>(() => SqlParser.ParseMultipartIdentifier("a b")).Code);
    }
}
