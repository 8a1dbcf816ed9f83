using System.Collections.Frozen;

namespace DataPlatform.Plans;

/// <summary>Reads statements: queries, and what has an effect.</summary>
internal sealed partial class StatementParser
{
    private static readonly FrozenSet<string> OtherStatements = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [
            "ADD", "ALTER", "ANALYZE", "BEGIN", "CACHE", "CALL", "CLEAR", "COMMENT", "CONVERT", "CREATE", "DECLARE", "DESC", "DESCRIBE", "DFS", "DROP", "EXECUTE", "EXPLAIN",
            "GENERATE", "GRANT", "LIST", "LOAD", "MSCK", "OPTIMIZE", "REFRESH", "REORG", "REPAIR", "REPLACE", "RESET", "RESTORE", "REVOKE", "SET", "SHOW", "TRUNCATE", "UNCACHE",
            "USE", "VACUUM",
        ]);

    private static readonly FrozenSet<string> Changes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ["DELETE", "INSERT", "MERGE", "UPDATE"]);

    private static readonly FrozenSet<string> Subjects = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["CATALOGS", "COLUMNS", "DATABASE", "DATABASES", "DETAIL", "FUNCTION", "FUNCTIONS", "NAMESPACE", "PARTITIONS", "SCHEMA", "SCHEMAS", "TABLE", "TABLES", "VARIABLE", "VIEW", "VIEWS"]);

    private readonly TokenReader _reader;
    private readonly QueryParser _queries;

    public StatementParser(TokenReader reader)
    {
        _reader = reader;
        _queries = new QueryParser(reader);
    }

    /// <summary>The statement that is the whole text; semicolons may follow.</summary>
    public SqlStatement Statement()
    {
        if (_reader.Next.Kind == TokenKind.End)
        {
            throw ParseErrors.EmptyStatement();
        }

        var statement = TryCommand() is { } command ? SqlStatement.Of(command) : QueryOrInsert();
        EndOfStatement();
        return statement;
    }

    // Common tables may stand before a query and before INSERT.
    private SqlStatement QueryOrInsert() => _reader.AtWord("WITH")
        ? _queries.WithCommonTables(() => TryInsert() is { } insert ? SqlStatement.Of(insert) : SqlStatement.Of(_queries.Query()))
        : SqlStatement.Of(DescribeOrQuery());

    /// <summary>The query that is the whole text; semicolons may follow.</summary>
    public LogicalPlan QueryOnly()
    {
        if (Changes.Contains(_reader.Next.Text) && _reader.Next.Kind == TokenKind.Word)
        {
            throw Unsupported();
        }

        var query = DescribeOrQuery();
        EndOfStatement();
        return query;
    }

    private void EndOfStatement()
    {
        while (_reader.TrySymbol(";"))
        {
        }

        _reader.TakeEnd();
    }

    private LogicalPlan DescribeOrQuery()
    {
        if (_reader.AtWords("DESCRIBE", "HISTORY") || _reader.AtWords("DESC", "HISTORY"))
        {
            return DescribeHistory();
        }

        return _reader.Next.Kind == TokenKind.Word && OtherStatements.Contains(_reader.Next.Text) ? throw Unsupported() : _queries.Query();
    }

    private Command? TryCommand() => TrySet() ?? TryInsert() ?? TryDelete() ?? TryUpdate() ?? TryMerge() ?? TryView();

    private AnalysisException Unsupported()
    {
        // CREATE OR REPLACE TABLE is CREATE TABLE; a name behind the first word says nothing.
        var subject = Enumerable.Range(1, 5).Select(_reader.Peek).FirstOrDefault(token => token.Kind == TokenKind.Word && Subjects.Contains(token.Text)).Text;
        return ParseErrors.UnsupportedStatement(_reader.Text, _reader.Next, $"{_reader.Next.Text} {subject}".TrimEnd().ToUpperInvariant());
    }

    private DescribeHistory DescribeHistory()
    {
        _reader.Take();
        _reader.Take();
        var table = _reader.Next.Kind == TokenKind.String ? TableReference.ForPath(_reader.Take().Text) : Target();
        return new DescribeHistory(table, _reader.TryWords("LIMIT") ? _queries.RowCount("limit") : null);
    }

    private TableReference Target() => TableReference.ForName(_reader.TakeMultipartName());

    private Command? TryInsert()
    {
        if (!_reader.AtWord("INSERT"))
        {
            return null;
        }

        _reader.Take();
        var isOverwrite = _reader.TryWords("OVERWRITE");
        _ = isOverwrite ? _reader.TryWords("INTO") : TakeInto();
        _ = !_reader.Peek(1).IsSymbol(".") && _reader.TryWords("TABLE");
        if (isOverwrite && (_reader.AtWord("DIRECTORY") || _reader.AtWords("LOCAL", "DIRECTORY")))
        {
            throw ParseErrors.UnsupportedStatement(_reader.Text, _reader.Next, "INSERT OVERWRITE DIRECTORY");
        }

        var name = _reader.TakeMultipartName();
        RefuseInsertClauses();
        return new WriteOperation(_queries.Query(), null, isOverwrite ? WriteMode.Overwrite : WriteMode.Append, [], []) { TableName = name, IsInsertInto = true };
    }

    private bool TakeInto()
    {
        _reader.TakeWords("INTO");
        return true;
    }

    private void RefuseInsertClauses()
    {
        var clause = _reader.AtWord("PARTITION") ? "PARTITION in INSERT"
            : _reader.AtWords("BY", "NAME") ? "INSERT BY NAME"
            : _reader.AtWords("REPLACE", "WHERE") || _reader.AtWords("REPLACE", "ON") ? "INSERT REPLACE WHERE"
            : _reader.AtSymbol("(") && !_queries.Expressions.AtQuery(1) ? "A column list in INSERT"
            : null;
        if (clause is not null)
        {
            throw ParseErrors.UnsupportedFeature(_reader.Text, _reader.Next, clause);
        }
    }

    private CreateTempView? CreateView()
    {
        var start = _reader.Position;
        _reader.Take();
        var replace = _reader.TryWords("OR", "REPLACE");
        var isGlobal = _reader.TryWords("GLOBAL");
        if (!(_reader.TryWords("TEMPORARY") || _reader.TryWords("TEMP")) || !_reader.TryWords("VIEW"))
        {
            _reader.Position = start;
            return null;
        }

        var token = _reader.Next;
        if (_reader.AtWords("IF", "NOT", "EXISTS"))
        {
            throw ParseErrors.Syntax(_reader.Text, token.Start, token.End, "a temporary view has no IF NOT EXISTS");
        }

        var name = _reader.TakeNameParts() is [var single] ? single : throw ParseErrors.QualifiedTemporaryView(_reader.Text, token);
        var columns = _queries.ColumnList();
        if (_reader.AtWord("COMMENT") || _reader.AtWord("TBLPROPERTIES") || _reader.AtWord("USING"))
        {
            throw ParseErrors.UnsupportedFeature(_reader.Text, _reader.Next, $"{_reader.Next.Text.ToUpperInvariant()} of a temporary view");
        }

        _reader.TakeWords("AS");
        return new CreateTempView(_queries.Query(), columns, name, isGlobal, replace);
    }

    private Command? TryView() => _reader.AtWord("CREATE") ? CreateView() : _reader.AtWords("DROP", "VIEW") ? DropView() : null;

    private DropTempView DropView()
    {
        _reader.TakeWords("DROP", "VIEW");
        var ifExists = _reader.TryWords("IF", "EXISTS");
        var token = _reader.Next;
        return _reader.TakeNameParts() switch
        {
            [var name] => new DropTempView(name, IsGlobal: false) { MustExist = !ifExists },
            [var database, var name] when database.Equals("global_temp", StringComparison.OrdinalIgnoreCase) => new DropTempView(name, IsGlobal: true) { MustExist = !ifExists },
            _ => throw ParseErrors.UnsupportedFeature(_reader.Text, token, "DROP VIEW of anything but temporary views"),
        };
    }
}
