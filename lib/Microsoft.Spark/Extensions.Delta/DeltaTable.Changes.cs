using DataPlatform.Plans;
using Microsoft.Spark.Sql;

namespace Microsoft.Spark.Extensions.Delta.Tables;

public sealed partial class DeltaTable
{
    /// <summary>Deletes the rows for which an SQL condition is true.</summary>
    public void Delete(string condition) => Delete(Functions.Expr(condition));

    /// <summary>Deletes the rows for which a condition is true.</summary>
    public void Delete(Column condition) => Run(new DeleteFromTable(_table, _alias, condition.Expression));

    /// <summary>Deletes all rows.</summary>
    public void Delete() => Run(new DeleteFromTable(_table, _alias, null));

    /// <summary>Sets columns of all rows.</summary>
    /// <param name="set">The columns (dots lead into structs) and their new values, computed from the old row.</param>
    public void Update(Dictionary<string, Column> set) => Run(new UpdateTable(_table, _alias, null, Assignments.Of(set)));

    /// <summary>Sets columns of the rows for which a condition is true.</summary>
    /// <param name="condition">Which rows.</param>
    /// <param name="set">The columns (dots lead into structs) and their new values, computed from the old row.</param>
    public void Update(Column condition, Dictionary<string, Column> set) => Run(new UpdateTable(_table, _alias, condition.Expression, Assignments.Of(set)));

    /// <summary>As <see cref="Update(Dictionary{string, Column})"/>, by SQL text.</summary>
    public void UpdateExpr(Dictionary<string, string> set) => Run(new UpdateTable(_table, _alias, null, Assignments.Of(set)));

    /// <summary>As <see cref="Update(Column, Dictionary{string, Column})"/>, by SQL text.</summary>
    public void UpdateExpr(string condition, Dictionary<string, string> set) =>
        Run(new UpdateTable(_table, _alias, new ExpressionString(condition), Assignments.Of(set)));

    /// <summary>Begins a merge of rows into the table.</summary>
    /// <param name="source">The rows; name them with <see cref="DataFrame.As"/> to tell their columns from the table's.</param>
    /// <param name="condition">As SQL: which pairs of table row and source row match.</param>
    public DeltaMergeBuilder Merge(DataFrame source, string condition) => Merge(source, Functions.Expr(condition));

    /// <summary>Begins a merge of rows into the table.</summary>
    /// <param name="source">The rows; name them with <see cref="DataFrame.As"/> to tell their columns from the table's.</param>
    /// <param name="condition">Which pairs of table row and source row match.</param>
    public DeltaMergeBuilder Merge(DataFrame source, Column condition) =>
        new(_session, new MergeIntoTable(_table, _alias, source.Plan, condition.Expression, [], [], [], WithSchemaEvolution: false));

    private void Run(Command command) => _session.Engine.Execute(command);
}
