using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <content>The predicates, of which an operand has one at most: BETWEEN, IN, LIKE and kin, IS.</content>
internal sealed partial class ExpressionParser
{
    // So many opening parentheses beside each other are looked through for a query.
    private const int MaxParenthesesLookedThrough = 1000;

    private Expression Predicate()
    {
        var operand = Value();
        if (reader.TryWords("IS"))
        {
            return Is(operand);
        }

        var start = reader.Position;
        var isNegated = TryWordNot();
        var predicate = TryNegatable(operand, isNegated);
        if (predicate is not null)
        {
            return predicate;
        }

        reader.Position = start;
        return operand;
    }

    private Expression? TryNegatable(Expression operand, bool isNegated)
    {
        if (reader.TryWords("BETWEEN"))
        {
            var lower = Value();
            reader.TakeWords("AND");
            return Negate(Function("between", operand, lower, Value()), isNegated);
        }

        if (reader.TryWords("IN"))
        {
            return Negate(In(operand), isNegated);
        }

        if (reader.TryWords("RLIKE") || reader.TryWords("REGEXP"))
        {
            return Negate(Function("rlike", operand, Value()), isNegated);
        }

        var name = reader.TryWords("LIKE") ? "like" : reader.TryWords("ILIKE") ? "ilike" : null;
        return name is null ? null : Like(name, operand, isNegated);
    }

    private Expression In(Expression operand)
    {
        if (reader.AtSymbol("(") && reader.Peek(1).IsSymbol(")"))
        {
            throw ParseErrors.EmptyIn(reader.Text, reader.Next);
        }

        return Parenthesized<Expression>(() => AtQuery()
            ? new SubqueryExpression(SubqueryKind.In, query(), ValuesOf(operand))
            : new UnresolvedFunction("in", [operand, .. reader.TakeList(Expression)]));
    }

    private Expression Like(string name, Expression operand, bool isNegated)
    {
        var all = reader.AtWord("ALL");
        if ((all || reader.AtWord("ANY") || reader.AtWord("SOME")) && reader.Peek(1).IsSymbol("("))
        {
            reader.Take();
            return Likes(name, operand, Parenthesized(() => reader.TakeList(Expression)), all, isNegated);
        }

        var pattern = Value();
        return Negate(reader.TryWords("ESCAPE") ? Function(name, operand, pattern, EscapeCharacter()) : Function(name, operand, pattern), isNegated);
    }

    // Constants are looked through in one go; other patterns are a condition each.
    private static Expression Likes(string name, Expression operand, ValueList<Expression> patterns, bool all, bool isNegated)
    {
        if (!patterns.All(IsConstant))
        {
            return patterns.Select(pattern => Negate(Function(name, operand, pattern), isNegated)).Aggregate((left, right) => Function(all ? "and" : "or", left, right));
        }

        ValueList<Expression> sides = [operand, .. patterns];
        return new UnresolvedFunction($"{(isNegated ? "not" : "")}like{(all ? "all" : "any")}", name == "ilike" ? sides.Map<Expression>(side => Function("lower", side)) : sides);
    }

    private Literal EscapeCharacter()
    {
        var token = reader.Next;
        return token.Kind == TokenKind.String && token.Text.Length == 1
            ? new Literal(reader.Take().Text, new StringType())
            : throw ParseErrors.InvalidEscape(reader.Text, token);
    }

    // Functions are unknown to Spark's parser; operators are not.
    private static bool IsConstant(Expression expression) => expression is Literal { Value: not null } or Cast or UnresolvedFunction { Name: "concat" } && expression.Children.All(IsConstant);

    private Expression Is(Expression operand)
    {
        var isNegated = TryWordNot();
        if (reader.TryWords("NULL"))
        {
            return Function(isNegated ? "isnotnull" : "isnull", operand);
        }

        if (reader.TryWords("UNKNOWN"))
        {
            // Spark names the column by this word over TRUE and FALSE only.
            var name = isNegated ? "isnotnull" : "isnull";
            return Function(IsTruth(operand) ? $"{name} unknown" : name, operand);
        }

        if (reader.TryWords("DISTINCT", "FROM"))
        {
            return Negate(Function("<=>", operand, Value()), !isNegated);
        }

        var value = reader.TryWords("TRUE") || (reader.TryWords("FALSE") ? false : throw reader.Unexpected("NULL, TRUE, FALSE, UNKNOWN or DISTINCT FROM is expected here"));
        return Negate(Function("<=>", operand, new Literal(value, new BooleanType())), isNegated);
    }

    // What Spark need not settle: nothing is named, called or cast in it that is not a truth already.
    private static bool IsTruth(Expression expression) => expression switch
    {
        Literal { Value: bool } => true,
        Cast { Type: BooleanType } cast => IsTruth(cast.Child),
        UnresolvedFunction { Name: "not" or "and" or "or", Arguments: var operands } => operands.All(IsTruth),
        _ => false,
    };

    private bool TryWordNot() => reader.AtSymbol("!") ? throw ParseErrors.BangForNot(reader.Text, reader.Next) : reader.TryWords("NOT");

    private static Expression Negate(Expression expression, bool isNegated) => isNegated ? Function("not", expression) : expression;

    /// <summary>Whether what follows is a query: behind a parenthesis, <c>(SELECT 1) UNION (SELECT 2)</c> is one, <c>(SELECT 1) + 2</c> is not.</summary>
    public bool AtQuery(int ahead = 0)
    {
        var token = reader.Peek(ahead);
        var next = reader.Peek(ahead + 1);
        if (ahead > MaxParenthesesLookedThrough)
        {
            throw ParseErrors.TooComplex(reader.Text, token.Start);
        }

        if (token.IsSymbol("("))
        {
            return AtQuery(ahead + 1) && Keywords.GoesOnWithQuery(reader.Peek(Closing(ahead) + 1));
        }

        return token.IsWord("SELECT") || token.IsWord("WITH")
            ? !next.IsSymbol(",") && !next.IsSymbol(")") && !next.IsSymbol(".")
            : (token.IsWord("FROM") || token.IsWord("TABLE") || token.IsWord("VALUES")) && (next.Kind is not TokenKind.Symbol and not TokenKind.End || next.IsSymbol("("));
    }

    /// <summary>How far ahead the parenthesis closes that opens so far ahead.</summary>
    public int Closing(int opening)
    {
        var depth = 0;
        for (var ahead = opening; ; ahead++)
        {
            var token = reader.Peek(ahead);
            depth += token.IsSymbol("(") ? 1 : token.IsSymbol(")") ? -1 : 0;
            if (depth == 0 || token.Kind == TokenKind.End)
            {
                return ahead;
            }
        }
    }
}
