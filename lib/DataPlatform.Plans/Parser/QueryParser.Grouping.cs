namespace DataPlatform.Plans;

/// <content>What stands behind GROUP BY.</content>
internal sealed partial class QueryParser
{
    private GroupingClause Grouping()
    {
        if (_reader.AtWord("ALL") && !_reader.Peek(1).IsSymbol(",") && !_reader.Peek(1).IsSymbol("."))
        {
            _reader.Take();
            return new GroupingClause(GroupType.GroupBy, [], []) { IsAll = true };
        }

        var elements = _reader.TakeList(() => GroupingElement(isInSets: false));
        var plain = elements.SelectMany(element => element.Expressions).Distinct().ToValueList();
        if (_reader.TryWords("WITH", "ROLLUP"))
        {
            return new GroupingClause(GroupType.Rollup, plain, []);
        }

        if (_reader.TryWords("WITH", "CUBE"))
        {
            return new GroupingClause(GroupType.Cube, plain, []);
        }

        if (_reader.AtWords("GROUPING", "SETS"))
        {
            return GroupingElement(isInSets: false) with { Expressions = plain };
        }

        if (elements.All(element => element.Type == GroupType.GroupBy))
        {
            return new GroupingClause(GroupType.GroupBy, elements.SelectMany(element => element.Expressions).ToValueList(), []);
        }

        return elements.Count == 1 ? elements[0] : new GroupingClause(GroupType.GroupingSets, plain, Combinations(elements));
    }

    private GroupingClause GroupingElement(bool isInSets)
    {
        if (_reader.TryWords("GROUPING", "SETS"))
        {
            _reader.TakeSymbol("(");
            var sets = _reader.TakeList(() => GroupingElement(isInSets: true)).SelectMany(Sets).ToValueList();
            _reader.TakeSymbol(")");
            return OfSets(sets);
        }

        var isRollup = _reader.AtWord("ROLLUP");
        if ((isRollup || _reader.AtWord("CUBE")) && _reader.Peek(1).IsSymbol("("))
        {
            _reader.Take();
            _reader.Take();
            var groups = _reader.TakeList(GroupingSet);
            _reader.TakeSymbol(")");
            var type = isRollup ? GroupType.Rollup : GroupType.Cube;
            return groups.All(group => group.Count == 1)
                ? new GroupingClause(type, groups.SelectMany(group => group).ToValueList(), [])
                : OfSets(Subtotals(type, groups));
        }

        return new GroupingClause(GroupType.GroupBy, isInSets ? GroupingSet() : [Expressions.Expression()], []);
    }

    // (a, b) is one set of two; (a) and a are the same; () is the set of none.
    private ValueList<Expression> GroupingSet()
    {
        var end = _reader.Peek(Expressions.Closing(0) + 1);
        if (!_reader.AtSymbol("(") || Expressions.AtQuery(1) || !(end.IsSymbol(",") || end.IsSymbol(")")))
        {
            return [Expressions.Expression()];
        }

        _reader.Take();
        ValueList<Expression> set = _reader.AtSymbol(")") ? [] : _reader.TakeList(Expressions.Expression);
        _reader.TakeSymbol(")");
        return set;
    }

    private static GroupingClause OfSets(ValueList<ValueList<Expression>> sets) =>
        new(GroupType.GroupingSets, sets.SelectMany(set => set).Distinct().ToValueList(), sets);

    private static ValueList<ValueList<Expression>> Sets(GroupingClause element) => element.Type switch
    {
        GroupType.GroupingSets => element.Sets,
        GroupType.GroupBy => [element.Expressions],
        _ => Subtotals(element.Type, element.Expressions.Map<ValueList<Expression>>(expression => [expression])),
    };

    private static ValueList<ValueList<Expression>> Subtotals(GroupType type, ValueList<ValueList<Expression>> groups)
    {
        var chosen = type == GroupType.Rollup
            ? Enumerable.Range(0, groups.Count + 1).Select(dropped => groups.Take(groups.Count - dropped))
            : Enumerable.Range(0, 1 << groups.Count).Select(mask => groups.Where((_, i) => (mask >> (groups.Count - 1 - i) & 1) == 0));
        return chosen.Select(set => set.SelectMany(group => group).Distinct().ToValueList()).ToValueList();
    }

    // Several elements side by side group by every combination of a set of each.
    private static ValueList<ValueList<Expression>> Combinations(ValueList<GroupingClause> elements)
    {
        IEnumerable<IEnumerable<Expression>> combined = [[]];
        foreach (var element in elements)
        {
            combined = combined.SelectMany(set => Sets(element).Select(set.Concat)).ToList();
        }

        return combined.Select(set => set.Distinct().ToValueList()).ToValueList();
    }

    private sealed record GroupingClause(GroupType Type, ValueList<Expression> Expressions, ValueList<ValueList<Expression>> Sets)
    {
        public bool IsAll { get; init; }
    }
}
