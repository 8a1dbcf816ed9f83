namespace DataPlatform.Plans;

/// <summary>
/// Reads Spark SQL into plans, by the grammar of Spark 4.2 with its default settings: keywords are not reserved, double quotes make strings.
/// What is understood but not supported is refused by name (<c>UNSUPPORTED_STATEMENT</c>, <c>UNSUPPORTED_FEATURE</c>).
/// </summary>
/// <remarks>
/// Operators are <see cref="UnresolvedFunction"/>s: <c>+ - * / % div == &lt;=&gt; &lt; &lt;= &gt; &gt;= and or not in like ilike rlike between isnull isnotnull negative positive
/// ~ | &amp; ^ &lt;&lt; &gt;&gt; &gt;&gt;&gt; concat</c>; <c>a &lt;&gt; b</c> is <c>not(a == b)</c>, <c>CASE</c> is <c>when(condition, value, …, else)</c>,
/// <c>(a, 1)</c> is <c>named_struct('a', a, 'col2', 1)</c>, <c>count(*)</c> is <c>count(1)</c>. Timestamp literals need the session's time zone and are a <see cref="Cast"/> of their text.
/// The keys of <c>WITHIN GROUP (ORDER BY …)</c> are <see cref="SortOrder"/> arguments behind the others.
/// </remarks>
public static class SqlParser
{
    /// <summary>Reads an expression, which may have an alias or be a star.</summary>
    /// <exception cref="AnalysisException"><c>PARSE_SYNTAX_ERROR</c> and kin, with line and column.</exception>
    public static Expression ParseExpression(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new TokenReader(text);
        var expression = new QueryParser(reader).Expressions.NamedExpression();
        reader.TakeEnd();
        return expression;
    }

    /// <summary>Reads a name of one or several parts, such as <c>a.`b.c`</c>, and gives the parts without quotes.</summary>
    /// <exception cref="AnalysisException"><c>PARSE_SYNTAX_ERROR</c>.</exception>
    public static ValueList<string> ParseMultipartIdentifier(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new TokenReader(text);
        var parts = reader.TakeNameParts();
        reader.TakeEnd();
        return parts;
    }

    /// <summary>Reads a query: <c>SELECT</c>, <c>WITH</c>, <c>VALUES</c>, <c>TABLE</c>, <c>FROM</c>.</summary>
    /// <exception cref="AnalysisException"><c>PARSE_SYNTAX_ERROR</c> and kin; <c>UNSUPPORTED_STATEMENT</c> where the text is another statement.</exception>
    public static LogicalPlan ParseQuery(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new StatementParser(new TokenReader(text)).QueryOnly();
    }

    /// <summary>
    /// Reads a statement: a query; <c>INSERT</c>, <c>DELETE</c>, <c>UPDATE</c>, <c>MERGE</c>; <c>CREATE</c> and <c>DROP</c> of temporary views; <c>DESCRIBE HISTORY</c>;
    /// <c>SET</c> of one key or the time zone. Semicolons may follow.
    /// </summary>
    /// <exception cref="AnalysisException"><c>PARSE_SYNTAX_ERROR</c> and kin; <c>PARSE_EMPTY_STATEMENT</c>; <c>UNSUPPORTED_STATEMENT</c> with the statement's name.</exception>
    public static SqlStatement ParseStatement(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return StatementParser.TrySetting(text) is { } setting ? SqlStatement.Of(setting) : new StatementParser(new TokenReader(text)).Statement();
    }
}
