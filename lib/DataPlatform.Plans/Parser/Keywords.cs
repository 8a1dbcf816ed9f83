using System.Collections.Frozen;

namespace DataPlatform.Plans;

/// <summary>
/// Which words are no names where a name would be possible. Spark reserves hardly any word by default and lets the grammar decide; here a word that
/// begins the next clause or goes on with an expression is no name without back quotes or <c>AS</c>.
/// </summary>
internal static class Keywords
{
    // Spark reserves these as table aliases in any mode.
    private static readonly string[] BetweenRelations =
    [
        "ANTI", "CROSS", "EXCEPT", "FULL", "INNER", "INTERSECT", "JOIN", "LATERAL", "LEFT", "MINUS", "NATURAL", "ON", "RIGHT", "SEMI", "UNION", "USING",
    ];

    private static readonly string[] Clauses =
    [
        "CLUSTER", "DISTRIBUTE", "FROM", "GROUP", "HAVING", "LIMIT", "OFFSET", "ORDER", "PIVOT", "QUALIFY", "SELECT", "SET", "SORT", "TABLESAMPLE", "UNPIVOT",
        "VALUES", "WHEN", "WHERE", "WINDOW",
    ];

    private static readonly FrozenSet<string> NoAliases = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, [.. BetweenRelations, .. Clauses, "AS"]);

    private static readonly FrozenSet<string> NoOperands = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["AND", "AS", "BETWEEN", "ELSE", "EXCEPT", "FROM", "GROUP", "HAVING", "IN", "INTERSECT", "IS", "JOIN", "ON", "OR", "SELECT", "THEN", "UNION", "WHEN", "WHERE"]);

    // Operators that are functions too.
    private static readonly FrozenSet<string> NamesOfOperators = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ["AND", "BETWEEN", "IN", "OR", "WHEN"]);

    private static readonly FrozenSet<string> ContinuesQuery = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["UNION", "EXCEPT", "MINUS", "INTERSECT", "ORDER", "SORT", "CLUSTER", "DISTRIBUTE", "LIMIT", "OFFSET"]);

    /// <summary>Whether a token can be an alias without <c>AS</c>.</summary>
    public static bool CanBeAlias(Token token) => token.Kind == TokenKind.QuotedName || (token.Kind == TokenKind.Word && !NoAliases.Contains(token.Text));

    /// <summary>Whether a token can be a column or function name where an operand is expected, by the token behind it.</summary>
    public static bool CanBeOperand(Token token, Token next) => token.Kind == TokenKind.QuotedName ||
        (token.Kind == TokenKind.Word && (!NoOperands.Contains(token.Text) || (next.IsSymbol("(") && NamesOfOperators.Contains(token.Text))));

    /// <summary>Whether a token behind a query in parentheses goes on with a greater query.</summary>
    public static bool GoesOnWithQuery(Token token) =>
        token.Kind == TokenKind.Word && ContinuesQuery.Contains(token.Text);
}
