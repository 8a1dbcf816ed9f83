using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>The condition of <c>replaceWhere</c>: which rows of the table go, and what all new rows must fulfil.</summary>
internal sealed class ReplaceCondition
{
    private readonly string _text;

    public ReplaceCondition(Expression predicate, Snapshot snapshot, SessionCatalog catalog)
    {
        _text = ColumnNames.Text(predicate);
        Target = new DeltaTarget(snapshot, null, catalog);
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
        var table = Target.Snapshot.Schema.Fields;
        var columns = Target.Columns.Select((c, i) => $"{SqlText.Name(table[i].Name)} AS {SqlGenerator.NameOf(c)}");
        var names = Target.Columns.Select((c, i) => $"{SqlGenerator.NameOf(c)} AS {SqlText.Name(table[i].Name)}");
        var fail = SqlText.Fail("DELTA_REPLACE_WHERE_MISMATCH", $"A row does not fulfil replaceWhere \"{_text}\": only rows that do may take the place of those that do.");
        var check = $"CASE WHEN ({SqlGenerator.Of(Bound, timeZone)}) IS TRUE THEN TRUE ELSE {fail} END";
        return $"SELECT {string.Join(", ", names)} FROM (SELECT {string.Join(", ", columns)} FROM ({query})) WHERE {check}";
    }
}
