using DataPlatform;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

/// <summary>
/// Rows to be computed: a plan and the session that runs it. Immutable; a method that gives a data frame computes nothing, and names and types are
/// checked when it is used.
/// </summary>
/// <remarks>Rows have no order unless a method says so. Names are found without case.</remarks>
public sealed partial class DataFrame
{
    private static long LastPlanId;

    internal DataFrame(SparkSession session, LogicalPlan plan)
    {
        Session = session;
        Plan = plan with { PlanId = Interlocked.Increment(ref LastPlanId) };
    }

    internal SparkSession Session { get; }

    internal LogicalPlan Plan { get; }

    private long PlanId => Plan.PlanId!.Value;

    /// <summary>A column of this data frame; see <see cref="Col"/>.</summary>
    public Column this[string columnName] => Col(columnName);

    /// <summary>The same rows and columns.</summary>
    public DataFrame ToDF() => this;

    /// <summary>The same rows, the columns under new names, as many as there are.</summary>
    public DataFrame ToDF(params string[] colNames) => With(new ToDF(Plan, [.. colNames]));

    /// <summary>The columns' names, types and nullability, found without running.</summary>
    /// <exception cref="AnalysisException">
    /// The plan cannot be resolved, such as <c>UNRESOLVED_COLUMN.WITH_SUGGESTION</c>, or the engine refuses it by name.
    /// </exception>
    public StructType Schema() => Session.Engine.Analyze(Plan);

    /// <summary>The columns' names in order.</summary>
    public IReadOnlyList<string> Columns() => [.. Schema().Fields.Select(field => field.Name)];

    /// <summary>The columns' names and types in their short form, such as <c>bigint</c>.</summary>
    public IEnumerable<Tuple<string, string>> DTypes() => [.. Schema().Fields.Select(field => Tuple.Create(field.Name, field.DataType.SimpleString))];

    /// <summary>
    /// A column of this data frame, also where a join's other side has one of the same name. <c>a.b</c> is field b of struct a (or column b of alias a);
    /// a name with a dot stands in back quotes; <c>*</c> is all.
    /// </summary>
    public Column Col(string colName) => new(Functions.Attribute(colName, PlanId));

    /// <summary>All columns whose name fits a Java regular expression as a whole; in back quotes or not.</summary>
    public Column ColRegex(string colName)
    {
        ArgumentNullException.ThrowIfNull(colName);
        var quoted = colName.Length > 1 && colName[0] == '`' && colName[^1] == '`';
        return new Column(new UnresolvedRegex(quoted ? colName[1..^1] : colName, PlanId));
    }

    /// <summary>The same rows and columns, the columns reachable as <c>alias.name</c>.</summary>
    public DataFrame As(string alias) => With(new SubqueryAlias(Plan, alias));

    /// <summary>As <see cref="As"/>.</summary>
    public DataFrame Alias(string alias) => As(alias);

    /// <summary>Advice for the planner, such as <c>broadcast</c>; an engine may pass over it.</summary>
    public DataFrame Hint(string name, object[]? parameters = null) =>
        With(new Hint(Plan, name, [.. (parameters ?? []).Select(Column.ToExpression)]));

    /// <summary>Functions for missing values.</summary>
    public DataFrameNaFunctions Na() => new(this);

    /// <summary>Statistical functions.</summary>
    public DataFrameStatFunctions Stat() => new(this);

    /// <summary>A writer to paths and tables.</summary>
    public DataFrameWriter Write() => new(this);

    /// <summary>A writer to one named table.</summary>
    public DataFrameWriterV2 WriteTo(string table) => new(this, table);

    /// <summary>What a function makes of this data frame.</summary>
    public DataFrame Transform(Func<DataFrame, DataFrame> func) => (func ?? throw new ArgumentNullException(nameof(func)))(this);

    /// <summary>Whether <see cref="Collect"/> computes nothing on a cluster; in process so of the program's own rows.</summary>
    public bool IsLocal() => Session.Engine.IsLocal(Plan);

    /// <summary>Whether rows go on coming.</summary>
    public bool IsStreaming() => Session.Engine.IsStreaming(Plan);

    /// <summary>The files that are read, as URIs, in no order.</summary>
    public IEnumerable<string> InputFiles() => Session.Engine.InputFiles(Plan);

    internal DataFrame With(LogicalPlan plan) => new(Session, plan);

    private static ValueList<Expression> Expressions(IEnumerable<Column> columns) => [.. columns.Select(column => column.Expression)];
}
