using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <content>What stands behind FROM: tables, queries, inline tables, table functions, joins, lateral views.</content>
internal sealed partial class QueryParser
{
    private LogicalPlan From()
    {
        _reader.TakeWords("FROM");
        var plan = Relation();
        while (_reader.TrySymbol(","))
        {
            plan = _reader.AtWord("LATERAL") ? LateralFunction(plan) : new Join(plan, Relation(), JoinType.Inner, null, []);
        }

        return plan;
    }

    /// <summary>A relation with its joins.</summary>
    public LogicalPlan Relation()
    {
        var plan = SingleRelation();
        while (true)
        {
            var token = _reader.Next;
            if (_reader.TryWords("NATURAL"))
            {
                plan = NaturalJoin(plan, TryJoinType() ?? throw _reader.Unexpected("JOIN is expected here"), token);
            }
            else if (TryJoinType() is { } type)
            {
                plan = JoinWith(plan, type);
            }
            else
            {
                break;
            }
        }

        foreach (var clause in (ReadOnlySpan<string>)["PIVOT", "UNPIVOT", "TABLESAMPLE", "MATCH_RECOGNIZE"])
        {
            if (_reader.AtWord(clause))
            {
                throw ParseErrors.UnsupportedFeature(_reader.Text, _reader.Next, clause);
            }
        }

        return plan;
    }

    private JoinType? TryJoinType()
    {
        var start = _reader.Position;
        JoinType? type = _reader.TryWords("CROSS") ? JoinType.Cross
            : _reader.TryWords("LEFT", "SEMI") || _reader.TryWords("SEMI") ? JoinType.LeftSemi
            : _reader.TryWords("LEFT", "ANTI") || _reader.TryWords("ANTI") ? JoinType.LeftAnti
            : _reader.TryWords("LEFT") ? JoinType.LeftOuter
            : _reader.TryWords("RIGHT") ? JoinType.RightOuter
            : _reader.TryWords("FULL") ? JoinType.FullOuter
            : null;
        _ = type is JoinType.LeftOuter or JoinType.RightOuter or JoinType.FullOuter ? _reader.TryWords("OUTER") : type is null && _reader.TryWords("INNER");
        if (_reader.TryWords("JOIN"))
        {
            return type ?? JoinType.Inner;
        }

        return _reader.Position == start ? null : throw _reader.Unexpected("JOIN is expected here");
    }

    private Join NaturalJoin(LogicalPlan left, JoinType type, Token token) => type switch
    {
        JoinType.Cross => throw ParseErrors.IncompatibleJoinTypes(_reader.Text, token),
        JoinType.LeftSemi or JoinType.LeftAnti => throw ParseErrors.UnsupportedFeature(_reader.Text, token, "NATURAL before SEMI or ANTI"),
        _ => new Join(left, SingleRelation(), type, null, []) { IsNatural = true },
    };

    private LogicalPlan JoinWith(LogicalPlan left, JoinType type)
    {
        if (_reader.AtWord("LATERAL"))
        {
            return type is JoinType.Inner or JoinType.Cross
                ? LateralFunction(left)
                : throw ParseErrors.UnsupportedFeature(_reader.Text, _reader.Next, "LATERAL behind an outer join");
        }

        var right = SingleRelation();
        if (_reader.TryWords("USING"))
        {
            return new Join(left, right, type, null, ColumnList());
        }

        return new Join(left, right, type, _reader.TryWords("ON") ? Expressions.Expression() : null, []);
    }

    // LATERAL explode(a) AS t(x) is a generator over the rows to its left.
    private Generate LateralFunction(LogicalPlan left)
    {
        var lateral = _reader.Take();
        if (_reader.AtSymbol("(") || Expressions.Expression() is not UnresolvedFunction generator)
        {
            throw ParseErrors.UnsupportedFeature(_reader.Text, lateral, "LATERAL before a query");
        }

        var (name, columns) = TableAlias();
        return new Generate(left, generator, IsOuter: false, name ?? "", columns);
    }

    private LogicalPlan LateralViews(LogicalPlan plan)
    {
        while (_reader.TryWords("LATERAL", "VIEW"))
        {
            var isOuter = _reader.TryWords("OUTER");
            var generator = Expressions.Expression();
            var alias = Keywords.CanBeAlias(_reader.Next) ? _reader.TakeName() : "";
            var columns = _reader.TryWords("AS") ? _reader.TakeList(_reader.TakeName) : [];
            plan = new Generate(plan, generator, isOuter, alias, columns);
        }

        return plan;
    }

    /// <summary>One table, query in parentheses, inline table or table function, with its alias.</summary>
    public LogicalPlan SingleRelation()
    {
        if (_reader.AtWord("LATERAL"))
        {
            throw ParseErrors.UnsupportedFeature(_reader.Text, _reader.Next, "LATERAL before the first relation");
        }

        if (_reader.AtSymbol("("))
        {
            _reader.Take();
            var plan = Expressions.AtQuery() ? Query() : Relation();
            _reader.TakeSymbol(")");
            return Aliased(plan);
        }

        if (_reader.AtWord("VALUES") && !_reader.Peek(1).IsWord("AS"))
        {
            return Aliased(InlineTable());
        }

        return _reader.Peek(1).IsSymbol("(") && _reader.Next.Kind == TokenKind.Word ? Aliased(TableFunction()) : Aliased(Table());
    }

    private InlineTable InlineTable()
    {
        _reader.TakeWords("VALUES");
        int? width = null;
        return new InlineTable(_reader.TakeList(() =>
        {
            var start = _reader.Next;
            var row = Expressions.ValuesOf(Expressions.Expression());
            width ??= row.Count;
            return row.Count == width ? row : throw ParseErrors.MismatchedRow(_reader.Text, start, width.Value, row.Count);
        }));
    }

    private LogicalPlan TableFunction()
    {
        var start = _reader.Next;
        return Expressions.Expression() switch
        {
            UnresolvedFunction { Name: "range", Arguments: var arguments } => Range(start, arguments),
            UnresolvedFunction generator => new Project(new OneRow(), [generator]),
            _ => throw _reader.Unexpected("a relation is expected here"),
        };
    }

    private RangeRelation Range(Token start, ValueList<Expression> arguments)
    {
        var numbers = arguments.Map(argument => argument switch
        {
            Literal { Value: int number } => (long)number,
            Literal { Value: long number } => number,
            _ => throw ParseErrors.UnsupportedFeature(_reader.Text, start, "range() of anything but whole numbers"),
        });
        return numbers switch
        {
            [var end] => new RangeRelation(0, end, 1),
            [var first, var end] => new RangeRelation(first, end, 1),
            [var first, var end, var step] => new RangeRelation(first, end, step),
            [var first, var end, var step, var parts and > 0 and <= int.MaxValue] => new RangeRelation(first, end, step, (int)parts),
            _ => throw ParseErrors.UnsupportedFeature(_reader.Text, start, "range() of these arguments"),
        };
    }

    private LogicalPlan Table()
    {
        var parts = _reader.TakeNameParts();
        var options = TimeTravel();
        return parts is [var name] && options.Count == 0 && _commonTables.Find(name) is { } plan
            ? plan
            : new NamedTable(string.Join('.', parts.Select(DdlParser.QuoteIfNeeded)), options);
    }

    private ValueList<KeyValuePair<string, string>> TimeTravel()
    {
        _ = _reader.Peek(2).IsWord("AS") && _reader.TryWords("FOR");
        if (_reader.TryWords("VERSION", "AS", "OF") || _reader.TryWords("SYSTEM_VERSION", "AS", "OF"))
        {
            var token = _reader.Take();
            return token.Kind is TokenKind.Number or TokenKind.String
                ? [new("versionAsOf", token.Text)]
                : throw ParseErrors.Syntax(_reader.Text, token.Start, token.End, "a version is expected here");
        }

        if (!_reader.TryWords("TIMESTAMP", "AS", "OF") && !_reader.TryWords("SYSTEM_TIME", "AS", "OF"))
        {
            return [];
        }

        var start = _reader.Next;
        return Expressions.Expression() switch
        {
            Literal { Value: string moment } => [new("timestampAsOf", moment)],
            Literal { Value: Date day } => [new("timestampAsOf", day.ToString())],
            Cast { Child: Literal { Value: string moment }, Type: TimestampType or DateType } => [new("timestampAsOf", moment)],
            _ => throw ParseErrors.UnsupportedFeature(_reader.Text, start, "A computed time of travel"),
        };
    }

    private LogicalPlan Aliased(LogicalPlan plan)
    {
        if (_reader.AtWord("TABLESAMPLE") || (_reader.AtWord("WITH") && _reader.Peek(1).IsSymbol("(")))
        {
            throw ParseErrors.UnsupportedFeature(_reader.Text, _reader.Next, _reader.AtWord("WITH") ? "Options behind a table" : "TABLESAMPLE");
        }

        var (name, columns) = TableAlias();
        plan = columns.Count > 0 ? new ToDF(plan, columns) : plan;
        return name is null ? plan : new SubqueryAlias(plan, name);
    }

    private (string? Name, ValueList<string> Columns) TableAlias()
    {
        var hasKeyword = _reader.TryWords("AS");
        return hasKeyword || Keywords.CanBeAlias(_reader.Next)
            ? (_reader.TakeName(), ColumnList())
            : (null, []);
    }

    /// <summary>Names in parentheses; none where there is no parenthesis.</summary>
    public ValueList<string> ColumnList()
    {
        if (!_reader.TrySymbol("("))
        {
            return [];
        }

        var names = _reader.TakeList(_reader.TakeName);
        _reader.TakeSymbol(")");
        return names;
    }
}
