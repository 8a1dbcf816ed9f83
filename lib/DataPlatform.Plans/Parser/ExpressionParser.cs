using System.Runtime.CompilerServices;

namespace DataPlatform.Plans;

/// <summary>Reads expressions by the precedence of Spark: OR, AND, NOT, one predicate, comparisons, <c>|</c>, <c>^</c>, <c>&amp;</c>, shifts, sums, products, signs.</summary>
/// <param name="reader">The tokens.</param>
/// <param name="query">Reads the query of a subquery.</param>
internal sealed partial class ExpressionParser(TokenReader reader, Func<LogicalPlan> query)
{
    private const int OrPower = 1;
    private const int AndPower = 2;
    private const int NotPower = 3;
    private const int SignPower = 8;

    /// <summary>An expression without alias.</summary>
    public Expression Expression() => Boolean(OrPower);

    /// <summary>An expression, perhaps with <c>AS name</c>, <c>AS (name, …)</c> or a name alone behind it.</summary>
    public Expression NamedExpression()
    {
        var expression = Expression();
        var hasKeyword = reader.TryWords("AS");
        if (hasKeyword ? reader.AtSymbol("(") : reader.AtSymbol("(") && expression is UnresolvedFunction)
        {
            return new Alias(expression, Parenthesized(() => reader.TakeList(reader.TakeName)));
        }

        return hasKeyword || Keywords.CanBeAlias(reader.Next) ? new Alias(expression, reader.TakeName()) : expression;
    }

    /// <summary>One key of an order: <c>a DESC NULLS LAST</c>.</summary>
    public SortOrder SortItem()
    {
        var expression = Expression();
        var isAscending = !reader.TryWords("DESC");
        _ = isAscending && reader.TryWords("ASC");
        var nullsFirst = reader.TryWords("NULLS", "FIRST") || (!reader.TryWords("NULLS", "LAST") && isAscending);
        return new SortOrder(expression, isAscending, nullsFirst);
    }

    private Expression Boolean(int minimum)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw ParseErrors.TooComplex(reader.Text, reader.Next.Start);
        }

        var left = TryNot() ? Function("not", Boolean(NotPower)) : AtExists() ? Exists() : Predicate();
        while (true)
        {
            if (minimum <= AndPower && reader.TryWords("AND"))
            {
                left = Function("and", left, Boolean(NotPower));
            }
            else if (minimum <= OrPower && reader.TryWords("OR"))
            {
                left = Function("or", left, Boolean(AndPower));
            }
            else
            {
                return left;
            }
        }
    }

    // Nothing compares it or asks it a predicate, unless it stands in parentheses.
    private bool AtExists() => reader.AtWords("EXISTS") && reader.Peek(1).IsSymbol("(") && AtQuery(2);

    private SubqueryExpression Exists()
    {
        reader.Take();
        return new SubqueryExpression(SubqueryKind.Exists, Parenthesized(query), []);
    }

    private bool TryNot() => reader.TrySymbol("!") || reader.TryWords("NOT");

    private Expression Value(int minimum = 1)
    {
        var left = Sign();
        while (BinaryOperator() is var (name, power) && power >= minimum)
        {
            reader.Take();
            var right = Value(power + 1);
            left = name == "!=" ? Function("not", Function("==", left, right)) : Function(name, left, right);
        }

        return left;
    }

    // A sign before a number is part of it, so that the smallest numbers can be written.
    private Expression Sign()
    {
        if (reader.AtSymbol("-") && reader.Peek(1).Kind == TokenKind.Number)
        {
            reader.Take();
            return Postfix(Number(isNegative: true));
        }

        var name = reader.Next.Kind == TokenKind.Symbol ? reader.Next.Text switch { "-" => "-", "+" => "positive", "~" => "~", _ => null } : null;
        if (name is null)
        {
            return Postfix(Primary());
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw ParseErrors.TooComplex(reader.Text, reader.Next.Start);
        }

        reader.Take();
        return Function(name, Value(SignPower));
    }

    private (string Name, int Power)? BinaryOperator() => reader.Next switch
    {
        { Kind: TokenKind.Symbol, Text: var symbol } => symbol switch
        {
            "=" or "==" => ("==", 1),
            "<>" or "!=" => ("!=", 1),
            "<=>" or "<" or ">" => (symbol, 1),
            "<=" or "!>" => ("<=", 1),
            ">=" or "!<" => (">=", 1),
            "|" => ("|", 2),
            "^" => ("^", 3),
            "&" => ("&", 4),
            "<<" or ">>" or ">>>" => (symbol, 5),
            "+" or "-" => (symbol, 6),
            "||" => ("concat", 6),
            "*" or "/" or "%" => (symbol, 7),
            _ => null,
        },
        var token when token.IsWord("DIV") => ("div", 7),
        _ => null,
    };

    private T Parenthesized<T>(Func<T> inner)
    {
        reader.TakeSymbol("(");
        var result = inner();
        reader.TakeSymbol(")");
        return result;
    }

    private static UnresolvedFunction Function(string name, params ReadOnlySpan<Expression> arguments) => new(name, ValueList.Create(arguments));
}
