namespace DataPlatform.Plans;

/// <content>OVER, and windows by name.</content>
internal sealed partial class ExpressionParser
{
    private Dictionary<string, Window> _windows = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What follows <c>ORDER BY</c>, the words included.</summary>
    public ValueList<SortOrder> OrderBy()
    {
        reader.TakeWords("ORDER", "BY");
        return reader.TakeList(SortItem);
    }

    /// <summary>Reads something in whose expressions the windows of a WINDOW clause have names, though the clause comes after them.</summary>
    public T WithWindows<T>(Func<T> inner)
    {
        var outer = _windows;
        _windows = new(StringComparer.OrdinalIgnoreCase);
        var start = reader.Position;
        if (TryFindWindowClause())
        {
            WindowClause();
        }

        reader.Position = start;
        var result = inner();
        _windows = outer;
        return result;
    }

    /// <summary>Reads the WINDOW clause.</summary>
    public void WindowClause()
    {
        reader.TakeWords("WINDOW");
        reader.TakeList(() =>
        {
            var name = reader.TakeName();
            reader.TakeWords("AS");
            return _windows[name] = WindowSpecification();
        });
    }

    private bool TryFindWindowClause()
    {
        var depth = 0;
        for (; reader.Next.Kind != TokenKind.End && depth >= 0; reader.Take())
        {
            depth += reader.AtSymbol("(") ? 1 : reader.AtSymbol(")") ? -1 : 0;
            if (depth == 0 && reader.AtWord("WINDOW") && reader.Peek(2).IsWord("AS") && !reader.Peek(3).IsSymbol(","))
            {
                return true;
            }

            if (depth == 0 && (reader.AtWord("UNION") || reader.AtWord("EXCEPT") || reader.AtWord("MINUS") || reader.AtWord("INTERSECT")))
            {
                return false;
            }
        }

        return false;
    }

    private Expression Over(Expression function)
    {
        if (!reader.AtWord("OVER") || !(reader.Peek(1).IsSymbol("(") || reader.Peek(1).Kind is TokenKind.Word or TokenKind.QuotedName))
        {
            return function;
        }

        reader.Take();
        var window = WindowSpecification();
        return new WindowExpression(function, window.PartitionBy, window.OrderBy, window.Frame);
    }

    private Window WindowSpecification()
    {
        if (!reader.AtSymbol("("))
        {
            return NamedWindow();
        }

        return Parenthesized(() =>
        {
            if (reader.Peek(1).IsSymbol(")") && !reader.AtSymbol(")"))
            {
                return NamedWindow();
            }

            if (reader.TryWords("CLUSTER", "BY"))
            {
                return new Window(reader.TakeList(Expression), [], TryFrame());
            }

            var partitionBy = reader.TryWords("PARTITION", "BY") || reader.TryWords("DISTRIBUTE", "BY") ? reader.TakeList(Expression) : [];
            var orderBy = reader.TryWords("ORDER", "BY") || reader.TryWords("SORT", "BY") ? reader.TakeList(SortItem) : [];
            return new Window(partitionBy, orderBy, TryFrame());
        });
    }

    private Window NamedWindow()
    {
        var token = reader.Next;
        return _windows.TryGetValue(reader.TakeName(), out var window) ? window : throw ParseErrors.MissingWindow(reader.Text, token);
    }

    private WindowFrame? TryFrame()
    {
        var isRange = reader.AtWord("RANGE");
        if (!isRange && !reader.AtWord("ROWS"))
        {
            return null;
        }

        reader.Take();
        if (!reader.TryWords("BETWEEN"))
        {
            return new WindowFrame(isRange, Boundary(), FrameBoundary.CurrentRow);
        }

        var lower = Boundary();
        reader.TakeWords("AND");
        return new WindowFrame(isRange, lower, Boundary());
    }

    private FrameBoundary Boundary()
    {
        if (reader.TryWords("UNBOUNDED", "PRECEDING") || reader.TryWords("UNBOUNDED", "FOLLOWING"))
        {
            return FrameBoundary.Unbounded;
        }

        if (reader.TryWords("CURRENT", "ROW"))
        {
            return FrameBoundary.CurrentRow;
        }

        var offset = Expression();
        var isBefore = reader.TryWords("PRECEDING") || (reader.TryWords("FOLLOWING") ? false : throw reader.Unexpected("PRECEDING or FOLLOWING is expected here"));
        return new FrameBoundary(FrameBoundaryKind.Value, isBefore ? Function("-", offset) : offset);
    }

    private sealed record Window(ValueList<Expression> PartitionBy, ValueList<SortOrder> OrderBy, WindowFrame? Frame);
}
