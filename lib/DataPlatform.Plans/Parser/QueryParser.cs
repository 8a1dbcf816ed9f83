namespace DataPlatform.Plans;

/// <summary>Reads queries: common tables, set operations, the order and the number of rows.</summary>
internal sealed partial class QueryParser
{
    private readonly TokenReader _reader;
    private CommonTables _commonTables = CommonTables.None;

    public QueryParser(TokenReader reader)
    {
        _reader = reader;
        Expressions = new ExpressionParser(reader, Query);
    }

    /// <summary>Reads the expressions of the same text.</summary>
    public ExpressionParser Expressions { get; }

    /// <summary>A query with its common tables, set operations and order.</summary>
    public LogicalPlan Query() => WithCommonTables(() => Expressions.WithWindows(() => Organized(SetOperations(minimum: 1))));

    /// <summary>Reads common tables, then something that can name them.</summary>
    public T WithCommonTables<T>(Func<T> inner)
    {
        var outer = _commonTables;
        if (_reader.AtWord("WITH"))
        {
            CommonTableList();
        }

        var result = inner();
        _commonTables = outer;
        return result;
    }

    private void CommonTableList()
    {
        _reader.TakeWords("WITH");
        if (_reader.AtWord("RECURSIVE") && !_reader.Peek(1).IsWord("AS"))
        {
            throw ParseErrors.UnsupportedFeature(_reader.Text, _reader.Next, "WITH RECURSIVE");
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        _reader.TakeList(() =>
        {
            var token = _reader.Next;
            var name = _reader.TakeName();
            if (!names.Add(name))
            {
                throw ParseErrors.DuplicatedCommonTable(_reader.Text, token);
            }

            var columns = ColumnList();
            _ = _reader.TryWords("AS");
            _reader.TakeSymbol("(");
            var plan = Query();
            _reader.TakeSymbol(")");
            _commonTables = _commonTables.With(name, new SubqueryAlias(columns.Count > 0 ? new ToDF(plan, columns) : plan, name));
            return name;
        });
    }

    // INTERSECT binds tighter than UNION, EXCEPT and MINUS.
    private LogicalPlan SetOperations(int minimum)
    {
        var left = QueryPrimary();
        while (SetOperator() is var (kind, power) && power >= minimum)
        {
            _reader.Take();
            var isAll = _reader.TryWords("ALL");
            _ = isAll || _reader.TryWords("DISTINCT");
            if (_reader.AtWords("BY", "NAME"))
            {
                throw ParseErrors.UnsupportedFeature(_reader.Text, _reader.Next, "A set operation BY NAME");
            }

            var right = SetOperations(power + 1);
            left = new SetOperation(left, right, kind, isAll);
        }

        RefusePipe();
        return left;
    }

    private void RefusePipe()
    {
        if (_reader.AtSymbol("|>"))
        {
            throw ParseErrors.UnsupportedFeature(_reader.Text, _reader.Next, "The pipe operator |>");
        }
    }

    private (SetOperationKind Kind, int Power)? SetOperator() => _reader.Next switch
    {
        var token when token.IsWord("UNION") => (SetOperationKind.Union, 1),
        var token when token.IsWord("EXCEPT") || token.IsWord("MINUS") => (SetOperationKind.Except, 1),
        var token when token.IsWord("INTERSECT") => (SetOperationKind.Intersect, 2),
        _ => null,
    };

    private LogicalPlan QueryPrimary()
    {
        if (_reader.TrySymbol("("))
        {
            var query = Query();
            _reader.TakeSymbol(")");
            return query;
        }

        if (_reader.AtWord("SELECT"))
        {
            return Select(null);
        }

        if (_reader.AtWord("FROM"))
        {
            var from = From();
            RefusePipe();
            return _reader.AtWord("SELECT") ? Select(from) : throw _reader.Unexpected("SELECT is expected here");
        }

        if (_reader.AtWord("VALUES"))
        {
            return Aliased(InlineTable());
        }

        return _reader.TryWords("TABLE")
            ? Table()
            : throw _reader.Unexpected("a query is expected here");
    }

    private LogicalPlan Organized(LogicalPlan plan)
    {
        plan = Ordered(plan);
        if (_reader.AtWord("ORDER") || _reader.AtWord("CLUSTER") || _reader.AtWord("DISTRIBUTE") || _reader.AtWord("SORT"))
        {
            throw ParseErrors.CombinedOrders(_reader.Text, _reader.Next);
        }

        if (_reader.AtWord("WINDOW"))
        {
            Expressions.WindowClause();
        }

        return Limited(plan);
    }

    private LogicalPlan Ordered(LogicalPlan plan)
    {
        if (_reader.AtWord("ORDER"))
        {
            return new Sort(plan, Expressions.OrderBy(), IsGlobal: true);
        }

        if (_reader.TryWords("CLUSTER", "BY"))
        {
            var keys = _reader.TakeList(Expressions.Expression);
            return new Sort(new Repartition(plan, null, Shuffle: true, keys), keys.Map(key => new SortOrder(key)), IsGlobal: false);
        }

        plan = _reader.TryWords("DISTRIBUTE", "BY") ? new Repartition(plan, null, Shuffle: true, _reader.TakeList(Expressions.Expression)) : plan;
        return _reader.TryWords("SORT", "BY") ? new Sort(plan, _reader.TakeList(Expressions.SortItem), IsGlobal: false) : plan;
    }

    private LogicalPlan Limited(LogicalPlan plan)
    {
        int? limit = _reader.TryWords("LIMIT") && !_reader.TryWords("ALL") ? RowCount("limit") : null;
        var offset = _reader.TryWords("OFFSET") ? RowCount("offset") : 0;
        plan = offset > 0 ? new Offset(plan, offset) : plan;
        return limit is { } count ? new Limit(plan, count) : plan;
    }

    /// <summary>A number of rows: a constant that is not negative.</summary>
    public int RowCount(string name)
    {
        var start = _reader.Next;
        return Expressions.Expression() switch
        {
            Literal { Value: int count and >= 0 } => count,
            Literal { Value: int } => throw ParseErrors.InvalidRowCount(_reader.Text, start, "IS_NEGATIVE", $"The {name} is negative"),
            Literal { Value: null } => throw ParseErrors.InvalidRowCount(_reader.Text, start, "IS_NULL", $"The {name} is null"),
            Literal => throw ParseErrors.InvalidRowCount(_reader.Text, start, "DATA_TYPE", $"The {name} must be an integer"),
            _ => throw ParseErrors.UnsupportedFeature(_reader.Text, start, $"A computed {name}"),
        };
    }
}
