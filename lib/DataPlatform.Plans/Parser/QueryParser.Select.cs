namespace DataPlatform.Plans;

/// <content>SELECT with its clauses.</content>
internal sealed partial class QueryParser
{
    /// <summary>SELECT …; the relation read is given where FROM came first.</summary>
    private LogicalPlan Select(LogicalPlan? from) => Expressions.WithWindows(() => SelectInWindows(from));

    private LogicalPlan SelectInWindows(LogicalPlan? from)
    {
        _reader.TakeWords("SELECT");
        if (_reader.AtWord("TRANSFORM") && _reader.Peek(1).IsSymbol("(") && _reader.Peek(Expressions.Closing(1) + 1).IsWord("USING"))
        {
            throw ParseErrors.UnsupportedFeature(_reader.Text, _reader.Next, "TRANSFORM");
        }

        var hints = Hints();
        var isDistinct = _reader.TryWords("DISTINCT");
        _ = isDistinct || TryAll();
        var columns = _reader.TakeList(Expressions.NamedExpression);
        var plan = from ?? (_reader.AtWord("FROM") ? From() : new OneRow());
        plan = Grouped(Where(LateralViews(plan)), columns);
        if (_reader.AtWord("WINDOW"))
        {
            Expressions.WindowClause();
        }

        plan = _reader.TryWords("QUALIFY") ? new Filter(plan, Expressions.Expression()) { IsQualify = true } : plan;
        plan = isDistinct ? new Deduplicate(plan, []) : plan;
        return hints.Reverse().Aggregate(plan, (input, hint) => new Hint(input, hint.Name, hint.Parameters));
    }

    // A column may be called all.
    private bool TryAll() => (Keywords.CanBeOperand(_reader.Peek(1), _reader.Peek(2)) || _reader.Peek(1).IsSymbol("*")) && _reader.TryWords("ALL");

    private ValueList<(string Name, ValueList<Expression> Parameters)> Hints()
    {
        var hints = new List<(string Name, ValueList<Expression> Parameters)>();
        while (_reader.TrySymbol("/*+"))
        {
            while (!_reader.TrySymbol("*/"))
            {
                hints.Add((_reader.TakeName().ToLowerInvariant(), HintParameters()));
                _ = _reader.TrySymbol(",");
            }
        }

        return hints.ToValueList();
    }

    private ValueList<Expression> HintParameters()
    {
        if (!_reader.TrySymbol("("))
        {
            return [];
        }

        ValueList<Expression> parameters = _reader.AtSymbol(")") ? [] : _reader.TakeList(Expressions.Expression);
        _reader.TakeSymbol(")");
        return parameters;
    }

    private LogicalPlan Where(LogicalPlan plan) => _reader.TryWords("WHERE") ? new Filter(plan, Expressions.Expression()) : plan;

    private LogicalPlan Grouped(LogicalPlan plan, ValueList<Expression> columns)
    {
        var grouping = _reader.TryWords("GROUP", "BY") ? Grouping() : null;
        var having = _reader.TryWords("HAVING") ? Expressions.Expression() : null;
        if (grouping is null && having is null)
        {
            return new Project(plan, columns);
        }

        return new Aggregate(plan, grouping?.Type ?? GroupType.GroupBy, grouping?.Expressions ?? [], columns, null, grouping?.Sets ?? [])
        {
            GroupingInAggregatesOnly = true,
            GroupsByAll = grouping?.IsAll == true,
            Having = having,
        };
    }
}
