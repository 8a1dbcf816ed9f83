using DataPlatform;
using DataPlatform.Plans;
using Microsoft.Spark.Sql;

namespace Microsoft.Spark.Extensions.Delta.Tables;

/// <summary>
/// A Delta table to change and to ask about. Every change is one commit: either all of it is to be seen or nothing. Conditions and values are SQL
/// text or columns; null conditions do not hold.
/// </summary>
/// <remarks>In conditions and values name the table's columns as they are or by the alias of <see cref="As"/>, not by a data frame of the table.</remarks>
public sealed partial class DeltaTable
{
    private readonly SparkSession _session;
    private readonly TableReference _table;
    private readonly string? _alias;

    private DeltaTable(SparkSession session, TableReference table, string? alias = null)
    {
        _session = session;
        _table = table;
        _alias = alias;
    }

    /// <summary>The table in a folder, in the active session.</summary>
    /// <exception cref="AnalysisException"><c>DELTA_MISSING_DELTA_TABLE</c>: the folder holds none.</exception>
    public static DeltaTable ForPath(string path) => ForPath(SparkSession.Active(), path);

    /// <summary>The table in a folder.</summary>
    /// <exception cref="AnalysisException"><c>DELTA_MISSING_DELTA_TABLE</c>: the folder holds none.</exception>
    public static DeltaTable ForPath(SparkSession sparkSession, string path) => Existing(sparkSession, TableReference.ForPath(path));

    /// <summary>The table of a name, in the active session; <c>delta.`path`</c> is the one in a folder.</summary>
    /// <exception cref="AnalysisException"><c>DELTA_MISSING_DELTA_TABLE</c>: there is no such table, or it is no Delta table.</exception>
    public static DeltaTable ForName(string tableOrViewName) => ForName(SparkSession.Active(), tableOrViewName);

    /// <summary>The table of a name; <c>delta.`path`</c> is the one in a folder.</summary>
    /// <exception cref="AnalysisException"><c>DELTA_MISSING_DELTA_TABLE</c>: there is no such table, or it is no Delta table.</exception>
    public static DeltaTable ForName(SparkSession sparkSession, string tableOrViewName) => Existing(sparkSession, TableReference.ForName(tableOrViewName));

    /// <summary>Whether a folder holds a Delta table, asked in the active session.</summary>
    public static bool IsDeltaTable(string identifier) => IsDeltaTable(SparkSession.Active(), identifier);

    /// <summary>Whether a folder holds a Delta table, readable or not; false where there is no folder.</summary>
    public static bool IsDeltaTable(SparkSession sparkSession, string identifier)
    {
        try
        {
            ForPath(sparkSession, identifier);
            return true;
        }
        catch (AnalysisException missing) when (missing.Code == "DELTA_MISSING_DELTA_TABLE")
        {
            return false;
        }
    }

    /// <summary>The same table under a name for conditions and values.</summary>
    public DeltaTable As(string alias) => new(_session, _table, alias ?? throw new ArgumentNullException(nameof(alias)));

    /// <summary>As <see cref="As"/>.</summary>
    public DeltaTable Alias(string alias) => As(alias);

    /// <summary>The table's rows as of each use.</summary>
    public DataFrame ToDF() => _alias is null ? Rows() : Rows().As(_alias);

    /// <summary>
    /// A row a commit, newest first: <c>version</c>, <c>timestamp</c>, <c>operation</c>, <c>operationParameters</c>, <c>operationMetrics</c>, … as
    /// Delta's <c>DESCRIBE HISTORY</c>.
    /// </summary>
    public DataFrame History() => new(_session, new DescribeHistory(_table, null));

    /// <summary>As <see cref="History()"/>, so many commits at most.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number below 1.</exception>
    public DataFrame History(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return new DataFrame(_session, new DescribeHistory(_table, limit));
    }

    private static DeltaTable Existing(SparkSession session, TableReference table)
    {
        ArgumentNullException.ThrowIfNull(session);
        try
        {
            // Spark looks for the table only when the history is read.
            using var history = session.Engine.Execute(new DescribeHistory(table, 1));
            _ = history.Rows.Any();
        }
        catch (AnalysisException notDelta) when (notDelta.Code == "DELTA_TABLE_ONLY_OPERATION")
        {
            // What Spark says of the history of a folder or table that is none of Delta's.
            throw SparkErrors.NoDeltaTable(table.ToString(), notDelta);
        }

        return new DeltaTable(session, table);
    }

    private DataFrame Rows() => new(_session, _table.Path is { } path ? new DataSource("delta", null, [], [path]) : new NamedTable(_table.Name!));
}
