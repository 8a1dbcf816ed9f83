using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <content>Columns and calls, those with a grammar of their own included.</content>
internal sealed partial class ExpressionParser
{
    private Expression Named()
    {
        if (reader.Peek(1).IsSymbol("(") && reader.Next.Kind == TokenKind.Word && TrySpecialForm() is { } special)
        {
            return Over(special);
        }

        var parts = new List<string> { reader.TakeName() };
        while (reader.AtSymbol(".") && reader.Peek(1).Kind is TokenKind.Word or TokenKind.QuotedName)
        {
            reader.Take();
            parts.Add(reader.TakeName());
        }

        var name = string.Join('.', parts.Select(DdlParser.QuoteIfNeeded));
        if (reader.AtSymbol("("))
        {
            return Over(Call(parts.Count == 1 ? parts[0].ToLowerInvariant() : name));
        }

        if (reader.AtSymbol(".") && reader.Peek(1).IsSymbol("*"))
        {
            reader.Take();
            reader.Take();
            return Star(name);
        }

        return new UnresolvedAttribute(name);
    }

    private UnresolvedFunction Call(string name)
    {
        reader.TakeSymbol("(");
        var isDistinct = reader.TryWords("DISTINCT");
        _ = isDistinct || (reader.AtWord("ALL") && !reader.Peek(1).IsSymbol(")") && !reader.Peek(1).IsSymbol(",") && reader.TryWords("ALL"));
        ValueList<Expression> arguments = reader.AtSymbol(")") ? [] : reader.TakeList(() => Argument(name));
        var ignoresNulls = NullTreatment(name);
        reader.TakeSymbol(")");
        if (name == "count" && !isDistinct && arguments is [UnresolvedStar { Target: null, Except.Count: 0 }])
        {
            arguments = [Literal.Of(1)];
        }

        if (reader.TryWords("WITHIN", "GROUP"))
        {
            arguments = arguments.Concat(Parenthesized(OrderBy));
        }

        Expression? filter = null;
        if (reader.AtWord("FILTER") && reader.Peek(1).IsSymbol("("))
        {
            reader.Take();
            filter = Parenthesized(() =>
            {
                reader.TakeWords("WHERE");
                return Expression();
            });
        }

        ignoresNulls = NullTreatment(name) ?? ignoresNulls;

        // Spark makes the same of these as of the shorter names.
        var called = (ignoresNulls, name) switch
        {
            (not null, "first_value") => "first",
            (not null, "last_value") => "last",
            _ => name,
        };
        return new UnresolvedFunction(called, arguments, isDistinct, filter, ignoresNulls == true);
    }

    // The fields of struct(…) may have aliases.
    private Expression Argument(string function) => reader.Peek(1).IsSymbol("=>")
        ? throw ParseErrors.UnsupportedFeature(reader.Text, reader.Next, "An argument by name")
        : AtQuery() ? throw reader.Unexpected("a query as an argument needs parentheses of its own") : function == "struct" ? NamedExpression() : Expression();

    // Whether nulls are to be passed over; null where nothing is said.
    private bool? NullTreatment(string function)
    {
        var token = reader.Next;
        return reader.TryWords("IGNORE", "NULLS") ? true
            : !reader.TryWords("RESPECT", "NULLS") ? null
            : function is "array_agg" or "collect_list" or "collect_set" ? throw ParseErrors.UnsupportedFeature(reader.Text, token, $"RESPECT NULLS of {function}")
            : false;
    }

    private Expression? TrySpecialForm()
    {
        var start = reader.Position;
        var name = reader.Take().Text.ToUpperInvariant();
        reader.Take();
        Expression? form = name switch
        {
            "CAST" => CastForm(CastMode.Ansi),
            "TRY_CAST" => CastForm(CastMode.Try),
            "EXTRACT" => Extract(),
            "SUBSTRING" or "SUBSTR" => Substring(),
            "TRIM" => Trim(),
            "POSITION" => Position(),
            "OVERLAY" => Overlay(),
            "TIMESTAMPADD" or "DATEADD" or "DATE_ADD" => WithUnit("timestampadd"),
            "TIMESTAMPDIFF" or "DATEDIFF" or "DATE_DIFF" or "TIMEDIFF" => WithUnit("timestampdiff"),
            _ => null,
        };
        if (form is null)
        {
            reader.Position = start;
            return null;
        }

        reader.TakeSymbol(")");
        return form;
    }

    private Cast CastForm(CastMode mode)
    {
        var value = Expression();
        reader.TakeWords("AS");
        return new Cast(value, reader.TakeType(), mode);
    }

    private UnresolvedFunction? Extract()
    {
        if (!reader.Peek(1).IsWord("FROM"))
        {
            return null;
        }

        var field = new Literal(reader.Take().Text, new StringType());
        reader.Take();
        return Function("extract", field, Value());
    }

    private UnresolvedFunction? Substring()
    {
        var text = Value();
        if (!reader.TryWords("FROM"))
        {
            return null;
        }

        var position = Value();
        return reader.TryWords("FOR") ? Function("substring", text, position, Value()) : Function("substring", text, position);
    }

    private UnresolvedFunction? Trim()
    {
        var side = reader.AtWord("BOTH") ? "trim" : reader.AtWord("LEADING") ? "ltrim" : reader.AtWord("TRAILING") ? "rtrim" : null;
        if (side is not null && !reader.Peek(1).IsSymbol(")") && !reader.Peek(1).IsSymbol(","))
        {
            reader.Take();
            if (reader.TryWords("FROM"))
            {
                return Function(side, Value());
            }
        }
        else
        {
            side = null;
        }

        var characters = reader.AtSymbol(")") ? null : Value();
        if (characters is not null && reader.TryWords("FROM"))
        {
            return Function(side ?? "trim", characters, Value());
        }

        return side is null ? null : throw reader.Unexpected("FROM is expected here");
    }

    private UnresolvedFunction? Position()
    {
        var part = Value();
        return reader.TryWords("IN") ? Function("locate", part, Value()) : null;
    }

    private UnresolvedFunction? Overlay()
    {
        var text = Value();
        if (!reader.TryWords("PLACING"))
        {
            return null;
        }

        var replacement = Value();
        reader.TakeWords("FROM");
        var position = Value();
        return reader.TryWords("FOR") ? Function("overlay", text, replacement, position, Value()) : Function("overlay", text, replacement, position);
    }

    // With three arguments the first names a unit; date_add and datediff of two are functions like any other.
    private UnresolvedFunction? WithUnit(string name)
    {
        if (reader.Next.Kind != TokenKind.Word || !reader.Peek(1).IsSymbol(","))
        {
            return null;
        }

        var unit = new Literal(reader.Take().Text, new StringType());
        reader.Take();
        var second = Value();
        return reader.TrySymbol(",") ? Function(name, unit, second, Value()) : null;
    }
}
