using DataPlatform.Engines.Embedded.Sources;
using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>What names and data sources stand for.</summary>
internal interface ICatalog
{
    /// <summary>The session time zone's name.</summary>
    string TimeZone { get; }

    /// <summary>The temporary views that there are.</summary>
    ViewNames Views { get; }

    /// <summary>The data source that a name which is no view's stands for.</summary>
    /// <exception cref="AnalysisException"><c>TABLE_OR_VIEW_NOT_FOUND</c>.</exception>
    DataSource Resolve(NamedTable table);

    /// <summary>Files or a Delta table.</summary>
    ISource Open(DataSource source);

    /// <summary>Rows of the program.</summary>
    ISource Open(LocalRelation local);

    /// <summary>The commits of a Delta table.</summary>
    ISource Open(DescribeHistory history);

    /// <summary>The rows kept of a data frame; null where none are.</summary>
    ISource? Persisted(LogicalPlan plan);

    /// <summary>The values of a column of a plan, once each, ascending, null first: what a pivot without values makes columns of.</summary>
    /// <exception cref="AnalysisException"><c>PIVOT_MAX_VALUES_EXCEEDED</c>: more than <c>spark.sql.pivotMaxValues</c>.</exception>
    ValueList<Literal> DistinctValues(LogicalPlan plan, Expression column);
}
