using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>The condition of <c>replaceWhere</c>: which rows of the table go, and what all new rows must fulfil.</summary>
internal sealed class ReplaceCondition
{
    private readonly string _text;

    /// <param name="predicate">The condition, over the columns that the table had.</param>
    /// <param name="snapshot">The version whose rows go.</param>
    /// <param name="schema">The columns that the table is to have.</param>
    /// <param name="catalog">The session's catalog.</param>
    public ReplaceCondition(Expression predicate, Snapshot snapshot, StructType schema, SessionCatalog catalog)
    {
        _text = ColumnNames.Unsettled.Text(predicate);
        Target = new DeltaTarget(snapshot, null, catalog, schema: schema);
        Bound = Target.Binder.Condition(predicate);
    }

    /// <summary>The table.</summary>
    public DeltaTarget Target { get; }

    /// <summary>The condition over the table's columns.</summary>
    public BoundExpression Bound { get; }

    /// <summary>The new rows, failing where one does not fulfil the condition.</summary>
    /// <exception cref="DataPlatformException"><c>DELTA_REPLACE_WHERE_MISMATCH</c>, while the rows are written.</exception>
    public string Checked(string query, string timeZone)
    {
        var table = Target.Schema.Fields;
        var columns = Target.Columns.Select((c, i) => $"{SqlText.Name(table[i].Name)} AS {SqlGenerator.NameOf(c)}");
        var names = Target.Columns.Select((c, i) => $"{SqlGenerator.NameOf(c)} AS {SqlText.Name(table[i].Name)}");
        var fail = SqlText.Fail("DELTA_REPLACE_WHERE_MISMATCH", $"A row does not fulfil replaceWhere \"{_text}\": only rows that do may take the place of those that do.");
        var check = $"CASE WHEN ({SqlGenerator.Of(Bound, timeZone)}) IS TRUE THEN TRUE ELSE {fail} END";
        return $"SELECT {string.Join(", ", names)} FROM (SELECT {string.Join(", ", columns)} FROM ({query})) WHERE {check}";
    }
}
