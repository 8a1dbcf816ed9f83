using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <content>Operands: constants, columns, calls, CASE, subqueries, lambdas, and what may stand behind them.</content>
internal sealed partial class ExpressionParser
{
    // The row read last, such as (1, 'a'), and what stands in it.
    private UnresolvedFunction? _row;
    private ValueList<Expression> _rowValues = [];

    private Expression Primary()
    {
        var token = reader.Next;
        return token.Kind switch
        {
            TokenKind.Number => Number(isNegative: false),
            TokenKind.String => new Literal(Text(), new StringType()),
            TokenKind.Word when Keywords.CanBeOperand(token, reader.Peek(1)) => Word(token),
            TokenKind.QuotedName => Named(),
            TokenKind.Symbol => Symbol(token),
            _ => throw reader.Unexpected("an expression is expected here"),
        };
    }

    private Expression Symbol(Token token)
    {
        switch (token.Text)
        {
            case "*":
                reader.Take();
                return Star(null);
            case "(":
                return IsLambda() ? Lambda() : Parenthesized(InParentheses);
            case "?" or ":":
                throw ParseErrors.UnsupportedFeature(reader.Text, token, "A parameter marker");
            default:
                throw reader.Unexpected("an expression is expected here");
        }
    }

    private Expression InParentheses()
    {
        if (AtQuery())
        {
            return new SubqueryExpression(SubqueryKind.Scalar, query(), []);
        }

        var items = reader.TakeList(NamedExpression);
        return items.Count > 1 ? Row(items) : items[0] is Alias ? throw reader.Unexpected("an alias has no place here") : items[0];
    }

    /// <summary>The values of the expression read last where it is a row such as <c>(1, 'a')</c> or <c>struct(1, 'a')</c>, else the expression.</summary>
    public ValueList<Expression> ValuesOf(Expression expression) =>
        ReferenceEquals(expression, _row) ? _rowValues : expression is UnresolvedFunction { Name: "struct", Arguments: var values } ? values : [expression];

    // The values are named as those of struct(…) are; what a star stands for is not known here.
    private UnresolvedFunction Row(ValueList<Expression> values)
    {
        _rowValues = values;
        return _row = new UnresolvedFunction(
            values.Any(value => value is UnresolvedStar) ? "row constructor" : "named_struct",
            values.SelectMany((value, i) => value is UnresolvedStar ? [value] : new[] { new Literal(RowName(value, i), new StringType()), value }).ToValueList());
    }

    private static string RowName(Expression value, int index) => value switch
    {
        Alias alias => alias.Names[0],
        UnresolvedAttribute { Name: var name } => new TokenReader(name).TakeNameParts()[^1],
        UnresolvedExtractValue { Extraction: Literal { Value: string field } } => field,
        _ => $"col{index + 1}",
    };

    private Expression Word(Token token)
    {
        var next = reader.Peek(1);
        switch (token.Text.ToUpperInvariant())
        {
            case "NULL":
                reader.Take();
                return Literal.Null;
            case "TRUE" or "FALSE":
                reader.Take();
                return new Literal(token.IsWord("TRUE"), new BooleanType());
            case "CASE" when AtCase():
                reader.Take();
                return Case();
            case "INTERVAL" when AtInterval():
                reader.Take();
                return new IntervalParser(reader).Interval();
            default:
                return next.Kind == TokenKind.String ? TypedLiteral() : next.IsSymbol("->") ? Lambda() : Named();
        }
    }

    // A column may be called case.
    private bool AtCase() => reader.Peek(1) is var next && next.Kind switch
    {
        TokenKind.End => false,
        TokenKind.Symbol => next.Text is "(" or "-" or "+" or "~" or "!",
        TokenKind.Word => next.IsWord("WHEN") || Keywords.CanBeOperand(next, reader.Peek(2)),
        _ => true,
    };

    private bool AtInterval()
    {
        var hasSign = reader.Peek(1) is { Kind: TokenKind.Symbol, Text: "-" or "+" };
        var value = reader.Peek(hasSign ? 2 : 1).Kind;
        return hasSign ? value is TokenKind.Number or TokenKind.String && reader.Peek(3).Kind == TokenKind.Word : value is TokenKind.Number or TokenKind.String;
    }

    private Expression Case()
    {
        var subject = reader.AtWord("WHEN") ? null : Expression();
        var arguments = new List<Expression>();
        reader.TakeWords("WHEN");
        do
        {
            var condition = Expression();
            arguments.Add(subject is null ? condition : Function("==", subject, condition));
            reader.TakeWords("THEN");
            arguments.Add(Expression());
        }
        while (reader.TryWords("WHEN"));
        if (reader.TryWords("ELSE"))
        {
            arguments.Add(Expression());
        }

        reader.TakeWords("END");
        return new UnresolvedFunction("when", arguments.ToValueList());
    }

    private bool IsLambda()
    {
        for (var ahead = 1; ; ahead += 2)
        {
            if (reader.Peek(ahead).Kind is not (TokenKind.Word or TokenKind.QuotedName))
            {
                return false;
            }

            if (!reader.Peek(ahead + 1).IsSymbol(","))
            {
                return reader.Peek(ahead + 1).IsSymbol(")") && reader.Peek(ahead + 2).IsSymbol("->");
            }
        }
    }

    private LambdaFunction Lambda()
    {
        ValueList<string> parameters = reader.AtSymbol("(") ? Parenthesized(() => reader.TakeList(reader.TakeName)) : [reader.TakeName()];
        reader.TakeSymbol("->");
        return new LambdaFunction(Expression(), parameters);
    }

    private UnresolvedStar Star(string? target)
    {
        if (!reader.AtWord("EXCEPT") || !reader.Peek(1).IsSymbol("(") || AtQueryBehindParentheses())
        {
            return new UnresolvedStar(target);
        }

        reader.Take();
        return new UnresolvedStar(target) { Except = Parenthesized(() => reader.TakeList(() => string.Join('.', reader.TakeNameParts().Select(DdlParser.QuoteIfNeeded)))) };
    }

    private bool AtQueryBehindParentheses() => AtQuery(2) || reader.Peek(2).IsSymbol("(");

    /// <summary>What may stand behind any operand: a field, an element, a cast.</summary>
    private Expression Postfix(Expression operand)
    {
        while (true)
        {
            if (reader.TrySymbol("."))
            {
                operand = Field(operand);
            }
            else if (reader.TrySymbol("["))
            {
                operand = new UnresolvedExtractValue(operand, Value());
                reader.TakeSymbol("]");
            }
            else if (reader.TrySymbol("::"))
            {
                operand = new Cast(operand, reader.TakeType());
            }
            else if (reader.AtWord("COLLATE") || reader.AtSymbol(":"))
            {
                throw ParseErrors.UnsupportedFeature(reader.Text, reader.Next, reader.AtSymbol(":") ? "A path behind a colon" : "COLLATE");
            }
            else
            {
                return operand;
            }
        }
    }

    private Expression Field(Expression operand) => operand is UnresolvedAttribute column
        ? new UnresolvedAttribute($"{column.Name}.{DdlParser.QuoteIfNeeded(reader.TakeName())}")
        : new UnresolvedExtractValue(operand, new Literal(reader.TakeName(), new StringType()));
}
