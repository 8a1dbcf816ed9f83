using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>A Delta table whose rows a command changes: its columns as expressions name them, and its files as SQL.</summary>
internal sealed class DeltaTarget
{
    private readonly DeltaSource _source;
    private readonly string _timeZone;

    /// <param name="snapshot">The version that is changed.</param>
    /// <param name="alias">The table's name in expressions; null: none.</param>
    /// <param name="catalog">The session's catalog.</param>
    /// <param name="analyzer">What gives ids; null: one of its own.</param>
    /// <param name="schema">The columns the table is to have, at least its own; null: its own. Expressions name its own.</param>
    public DeltaTarget(Snapshot snapshot, string? alias, SessionCatalog catalog, Analyzer? analyzer = null, StructType? schema = null)
    {
        Snapshot = snapshot;
        Schema = schema ?? snapshot.Schema;
        Analyzer = analyzer ?? new Analyzer(catalog);
        _timeZone = catalog.TimeZone;
        _source = new DeltaSource(snapshot, catalog.Session, schema: Schema);
        Columns = Schema.Fields.Select(f => new BoundColumn(Analyzer.NextId(), f.Name, f.DataType, f.IsNullable)).ToValueList();
        ValueList<string> qualifiers = alias is null ? [] : [alias];
        Scope = new Scope(Columns.Take(snapshot.Schema.Fields.Count).Select(c => new ScopeColumn(c, qualifiers)));
        Binder = new ExpressionBinder(Analyzer, Scope);
    }

    public Snapshot Snapshot { get; }

    /// <summary>The columns that written rows have.</summary>
    public StructType Schema { get; }

    public Analyzer Analyzer { get; }

    /// <summary>One a column of the table, in order.</summary>
    public ValueList<BoundColumn> Columns { get; }

    /// <summary>What expressions may name.</summary>
    public Scope Scope { get; }

    /// <summary>Settles expressions over the table.</summary>
    public ExpressionBinder Binder { get; }

    /// <summary>Which rows a command or a clause of it is for.</summary>
    /// <exception cref="AnalysisException"><c>DELTA_UNSUPPORTED_SUBQUERY</c>: Delta takes no query in it.</exception>
    public static BoundExpression Condition(ExpressionBinder binder, Expression condition, string command)
    {
        var bound = binder.Condition(condition);
        return bound.Any(part => part is BoundSubquery) ? throw EmbeddedErrors.DeltaSubquery(command) : bound;
    }

    /// <summary>The SQL of an expression.</summary>
    public string Sql(BoundExpression expression) => SqlGenerator.Of(expression, _timeZone);

    /// <summary>Rows of files with their positions (<c>file_index</c>, <c>file_row_number</c>), columns named by id.</summary>
    public string Positioned(IReadOnlyList<AddFile> files) => _source.Select(files, Columns, withPosition: true);

    /// <summary>The rows of files that fulfil a condition, columns named as the table's.</summary>
    public string Select(IReadOnlyList<AddFile> files, string condition) =>
        $"SELECT {string.Join(", ", Columns.Select((c, i) => $"{SqlGenerator.NameOf(c)} AS {SqlText.Name(Schema.Fields[i].Name)}"))} " +
        $"FROM ({_source.Select(files, Columns, withPosition: false)}) WHERE {condition}";

    /// <summary>What a condition says of files.</summary>
    public FilePredicate Predicate(BoundExpression? condition) =>
        condition is null ? new FilePredicate.Constant(true) : FilePredicates.Of([condition], Columns, Schema);

    /// <summary>The column of an assignment, and the path inside it where it leads into a struct.</summary>
    /// <exception cref="AnalysisException"><c>UNRESOLVED_COLUMN</c>.</exception>
    public (int Index, IReadOnlyList<string> Path) Assigned(string column)
    {
        var parts = Identifiers.Split(column);
        var found = Scope.Find(parts).ToList();
        return found.Count == 1
            ? (Columns.ToList().FindIndex(c => c.Id == found[0].Column.Column.Id), parts.Skip(found[0].PartsTaken).ToList())
            : throw EmbeddedErrors.UnresolvedColumn(column, Columns.Select(c => c.Name));
    }
}
