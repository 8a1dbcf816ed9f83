namespace DataPlatform.Plans;

/// <content>Statements that change the rows of a table.</content>
internal sealed partial class StatementParser
{
    private DeleteFromTable? TryDelete()
    {
        if (!_reader.TryWords("DELETE"))
        {
            return null;
        }

        _reader.TakeWords("FROM");
        var table = Target();
        var alias = Alias();
        return new DeleteFromTable(table, alias, Where());
    }

    private UpdateTable? TryUpdate()
    {
        if (!_reader.TryWords("UPDATE"))
        {
            return null;
        }

        var table = Target();
        var alias = Alias();
        _reader.TakeWords("SET");
        var assignments = _reader.TakeList(Assignment);
        return new UpdateTable(table, alias, Where(), assignments);
    }

    private MergeIntoTable? TryMerge()
    {
        if (!_reader.AtWord("MERGE"))
        {
            return null;
        }

        var start = _reader.Take();
        var withSchemaEvolution = _reader.TryWords("WITH", "SCHEMA", "EVOLUTION");
        _reader.TakeWords("INTO");
        var table = Target();
        var alias = Alias();
        _reader.TakeWords("USING");
        var source = _queries.SingleRelation();
        _reader.TakeWords("ON");
        var condition = _queries.Expressions.Expression();
        var clauses = new MergeClauses();
        while (_reader.AtWord("WHEN"))
        {
            MergeClause(clauses);
        }

        return clauses.IsEmpty
            ? throw ParseErrors.MergeWithoutWhen(_reader.Text, start)
            : new MergeIntoTable(
                table, alias, source, condition, clauses.Matched.ToValueList(), clauses.NotMatched.ToValueList(), clauses.NotMatchedBySource.ToValueList(), withSchemaEvolution);
    }

    private void MergeClause(MergeClauses clauses)
    {
        var start = _reader.Take();
        var isNegated = _reader.TryWords("NOT");
        _reader.TakeWords("MATCHED");
        var bySource = isNegated && _reader.TryWords("BY", "SOURCE");
        _ = isNegated && !bySource && _reader.TryWords("BY", "TARGET");
        var condition = _reader.TryWords("AND") ? _queries.Expressions.Expression() : null;
        _reader.TakeWords("THEN");
        var isInsert = isNegated && !bySource;
        var (actions, kind) = isInsert ? (clauses.NotMatched, "NOT_MATCHED_BY_TARGET")
            : bySource ? (clauses.NotMatchedBySource, "NOT_MATCHED_BY_SOURCE")
            : (clauses.Matched, "MATCHED");
        if (actions is [.., { Condition: null }])
        {
            throw ParseErrors.UnreachableMergeClause(_reader.Text, start, kind);
        }

        actions.Add(isInsert ? InsertAction(condition) : ChangeAction(condition, allowStar: !bySource));
    }

    private MergeAction InsertAction(Expression? condition)
    {
        _reader.TakeWords("INSERT");
        if (_reader.TrySymbol("*"))
        {
            return new MergeAction(MergeActionKind.InsertStar, condition, []);
        }

        _reader.TakeSymbol("(");
        var columns = _reader.TakeList(_reader.TakeMultipartName);
        _reader.TakeSymbol(")");
        _reader.TakeWords("VALUES");
        _reader.TakeSymbol("(");
        var values = _reader.TakeList(AssignedValue);
        var end = _reader.Next;
        _reader.TakeSymbol(")");
        return columns.Count == values.Count
            ? new MergeAction(MergeActionKind.Insert, condition, columns.Select((column, i) => new Assignment(column, values[i])).ToValueList())
            : throw ParseErrors.Syntax(_reader.Text, end.Start, end.End, $"{columns.Count} columns are named and {values.Count} values given");
    }

    private MergeAction ChangeAction(Expression? condition, bool allowStar)
    {
        if (_reader.TryWords("DELETE"))
        {
            return new MergeAction(MergeActionKind.Delete, condition, []);
        }

        _reader.TakeWords("UPDATE", "SET");
        return allowStar && _reader.TrySymbol("*")
            ? new MergeAction(MergeActionKind.UpdateStar, condition, [])
            : new MergeAction(MergeActionKind.Update, condition, _reader.TakeList(Assignment));
    }

    private Assignment Assignment()
    {
        var column = _reader.TakeMultipartName();
        _ = _reader.TrySymbol("==") || TakeEquals();
        return new Assignment(column, AssignedValue());
    }

    private bool TakeEquals()
    {
        _reader.TakeSymbol("=");
        return true;
    }

    private Expression AssignedValue()
    {
        var start = _reader.Next;
        var value = _queries.Expressions.Expression();
        return start.Kind == TokenKind.Word && value is UnresolvedAttribute { Name: var name } && name.Equals("DEFAULT", StringComparison.OrdinalIgnoreCase)
            ? throw ParseErrors.UnsupportedFeature(_reader.Text, start, "DEFAULT as a value")
            : value;
    }

    private string? Alias()
    {
        var hasKeyword = _reader.TryWords("AS");
        return hasKeyword || Keywords.CanBeAlias(_reader.Next) ? _reader.TakeName() : null;
    }

    private Expression? Where() => _reader.TryWords("WHERE") ? _queries.Expressions.Expression() : null;

    private sealed class MergeClauses
    {
        public List<MergeAction> Matched { get; } = [];

        public List<MergeAction> NotMatched { get; } = [];

        public List<MergeAction> NotMatchedBySource { get; } = [];

        public bool IsEmpty => Matched.Count + NotMatched.Count + NotMatchedBySource.Count == 0;
    }
}
