namespace DataPlatform.Plans;

/// <summary>The errors of reading SQL text: each shows the line and a caret below the place.</summary>
internal static class ParseErrors
{
    public static AnalysisException Syntax(string text, int start, int end, string? reason = null)
    {
        var found = start >= text.Length ? "at the end of the text" : $"at or near '{text[start..end]}'";
        return Error("PARSE_SYNTAX_ERROR", $"Syntax error {found}{(reason is null ? "" : $": {reason}")}", text, start, end, ("error", text[start..end]));
    }

    public static AnalysisException EmptyStatement() =>
        new("PARSE_EMPTY_STATEMENT", "The text holds no statement: it is empty, or has only comments.");

    public static AnalysisException UnclosedComment(string text, int start) =>
        Error("UNCLOSED_BRACKETED_COMMENT", "The comment that begins here has no closing */", text, start, start + 2);

    public static AnalysisException TooComplex(string text, int start) =>
        Error("FAILED_TO_PARSE_TOO_COMPLEX", "The text is nested too deeply to be read; split it", text, start, start + 1);

    public static AnalysisException InvalidNumber(string text, Token token) => Error(
        IsDecimal(token.Text) ? "DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION" : "INVALID_NUMERIC_LITERAL_RANGE",
        $"The number {token.Text} is outside what its type can hold",
        text,
        token.Start,
        token.End,
        ("rawStrippedQualifier", token.Text));

    public static AnalysisException InvalidTypedLiteral(string text, Token type, Token value) => Error(
        "INVALID_TYPED_LITERAL",
        $"'{value.Text}' is no {type.Text.ToUpperInvariant()}",
        text,
        type.Start,
        value.End,
        ("valueType", type.Text.ToUpperInvariant()),
        ("value", value.Text));

    public static AnalysisException UnsupportedTypedLiteral(string text, Token type) => Error(
        "UNSUPPORTED_TYPED_LITERAL",
        $"There are no literals of the type {type.Text.ToUpperInvariant()}; there are DATE, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP, INTERVAL and X",
        text,
        type.Start,
        type.End,
        ("unsupportedType", type.Text.ToUpperInvariant()));

    public static AnalysisException InvalidInterval(string text, int start, int end, string reason) =>
        Error("INVALID_INTERVAL_FORMAT", $"The interval cannot be read: {reason}", text, start, end, ("input", text[start..end]));

    public static AnalysisException UnsupportedFeature(string text, Token token, string feature) =>
        Error("UNSUPPORTED_FEATURE", $"{feature} is not supported in SQL text by the embedded engine", text, token.Start, token.End, ("feature", feature));

    public static AnalysisException UnsupportedStatement(string text, Token token, string statement) => Error(
        "UNSUPPORTED_STATEMENT",
        $"The statement {statement} is not supported by the embedded engine",
        text,
        token.Start,
        token.End,
        ("statement", statement));

    public static AnalysisException QualifiedTemporaryView(string text, Token name) =>
        Error("INVALID_TEMP_OBJ_QUALIFIER", "The name of a temporary view has one part", text, name.Start, name.End, ("objectName", name.Text));

    public static AnalysisException MergeWithoutWhen(string text, Token merge) =>
        Error("MERGE_WITHOUT_WHEN", "MERGE needs a WHEN clause", text, merge.Start, merge.End);

    public static AnalysisException UnreachableMergeClause(string text, Token when, string kind) => Error(
        $"NON_LAST_{kind}_CLAUSE_OMIT_CONDITION",
        "This clause is never reached: the one of its kind before it has no condition",
        text,
        when.Start,
        when.End);

    public static AnalysisException BangForNot(string text, Token token) =>
        Error("SYNTAX_DISCONTINUED.BANG_EQUALS_NOT", "'!' stands only before a whole condition; write NOT here", text, token.Start, token.End, ("clause", "!"));

    public static AnalysisException InvalidIdentifier(string text, int start, int end) => Error(
        "INVALID_IDENTIFIER",
        $"A name with other letters than those of ASCII must be in back quotes: `{text[start..end]}`",
        text,
        start,
        end,
        ("ident", text[start..end]));

    public static AnalysisException CombinedOrders(string text, Token token) => Error(
        "UNSUPPORTED_FEATURE.COMBINATION_QUERY_RESULT_CLAUSES",
        "ORDER BY, CLUSTER BY and the pair of DISTRIBUTE BY and SORT BY cannot be combined",
        text,
        token.Start,
        token.End);

    public static AnalysisException EmptyIn(string text, Token token) =>
        Error("INVALID_SQL_SYNTAX.EMPTY_IN_PREDICATE", "IN needs a value in its parentheses", text, token.Start, token.End);

    public static AnalysisException InvalidEscape(string text, Token token) =>
        Error("INVALID_ESC", "ESCAPE takes a string of one character", text, token.Start, token.End, ("sqlExpr", token.Text));

    public static AnalysisException IncompatibleJoinTypes(string text, Token natural) =>
        Error("INCOMPATIBLE_JOIN_TYPES", "A join cannot be NATURAL and CROSS", text, natural.Start, natural.End, ("joinType1", "NATURAL"), ("joinType2", "CROSS"));

    public static AnalysisException DuplicatedCommonTable(string text, Token name) =>
        Error("DUPLICATED_CTE_NAMES", $"Two common tables have the name {name.Text}", text, name.Start, name.End, ("duplicateNames", name.Text));

    public static AnalysisException InvalidRowCount(string text, Token start, string kind, string message) =>
        Error($"INVALID_LIMIT_LIKE_EXPRESSION.{kind}", message, text, start.Start, start.End);

    public static AnalysisException MismatchedRow(string text, Token row, int expected, int actual) => Error(
        "INVALID_INLINE_TABLE.NUM_COLUMNS_MISMATCH",
        $"This row has {actual} values, the first has {expected}",
        text,
        row.Start,
        row.End,
        ("expectedNumCols", $"{expected}"),
        ("actualNumCols", $"{actual}"));

    public static AnalysisException MissingWindow(string text, Token name) => Error(
        "MISSING_WINDOW_SPECIFICATION",
        $"No WINDOW clause defines the window {name.Text}",
        text,
        name.Start,
        name.End,
        ("windowName", name.Text));

    private static bool IsDecimal(string number) =>
        number.EndsWith("BD", StringComparison.OrdinalIgnoreCase) || !number.Any(char.IsAsciiLetter);

    private static AnalysisException Error(string code, string message, string text, int start, int end, params (string Name, string Value)[] parameters)
    {
        start = Math.Min(start, text.Length);
        var lineStart = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        var lineEnd = text.IndexOf('\n', start) is var found and >= 0 ? found : text.Length;
        var line = text.AsSpan(..start).Count('\n') + 1;
        var carets = new string('^', Math.Max(1, Math.Min(end, lineEnd) - start));
        return new AnalysisException(
            code,
            $"{message} (line {line}, column {start - lineStart + 1}).\n{text[lineStart..lineEnd].Replace('\t', ' ')}\n{new string(' ', start - lineStart)}{carets}",
            parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
    }
}
