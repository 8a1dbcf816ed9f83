using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Execution;
using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>New values of a table's columns out of assignments.</summary>
internal static class RowAssignments
{
    /// <summary>One expression a column of the table, of its type: the value assigned, or the column itself.</summary>
    /// <param name="target">The table.</param>
    /// <param name="binder">Settles the values; it knows the table's columns.</param>
    /// <param name="assignments">The assignments.</param>
    /// <exception cref="AnalysisException"><c>UNRESOLVED_COLUMN</c>, <c>DATATYPE_MISMATCH</c>, <c>DELTA_CONFLICT_SET_COLUMN</c>, <c>UNSUPPORTED_SUBQUERY_EXPRESSION_CATEGORY</c>.</exception>
    public static BoundExpression[] Updated(DeltaTarget target, ExpressionBinder binder, IEnumerable<Assignment> assignments)
    {
        var values = target.Columns.Select(c => (BoundExpression)c).ToArray();
        var whole = new HashSet<int>();
        foreach (var assignment in assignments)
        {
            var (index, path) = target.Assigned(assignment.Column);
            if (path.Count == 0 && !whole.Add(index))
            {
                throw new AnalysisException("DELTA_CONFLICT_SET_COLUMN", $"The column {assignment.Column} is set twice.");
            }

            values[index] = path.Count == 0
                ? StructuralCast.To(Value(binder, assignment.Value), target.Columns[index].Type)
                : StructuralCast.To(ExpressionBinder.WithField(values[index], path, Value(binder, assignment.Value)), target.Columns[index].Type);
        }

        return values;
    }

    /// <summary>One expression a column of the table for a new row: the value assigned, or null.</summary>
    public static BoundExpression[] Inserted(DeltaTarget target, ExpressionBinder binder, IEnumerable<Assignment> assignments)
    {
        var values = target.Columns.Select(c => (BoundExpression)new BoundLiteral(null, c.Type)).ToArray();
        foreach (var assignment in assignments)
        {
            var (index, path) = target.Assigned(assignment.Column);
            values[index] = path.Count == 0
                ? StructuralCast.To(Value(binder, assignment.Value), target.Columns[index].Type)
                : throw new AnalysisException("DELTA_NESTED_FIELDS_NEED_RENAME", $"An insert sets whole columns, not {assignment.Column}.");
        }

        return values;
    }

    /// <summary>Computes the values that are constants, so that one that cannot be fails though no row takes it, as in Spark, which computes them first.</summary>
    public static void Compute(DuckDbSession session, DeltaTarget target, IEnumerable<BoundExpression> values)
    {
        foreach (var constant in values.Where(value => value is not BoundLiteral && !value.IsVolatile && !value.Any(part => part is BoundColumn or BoundSubquery)))
        {
            session.Rows($"SELECT {target.Sql(constant)}", [constant.Type]);
        }
    }

    // Delta carries out queries that do not depend on the row.
    private static BoundExpression Value(ExpressionBinder binder, Expression expression)
    {
        var value = binder.Bind(expression);
        return value.Any(part => part is BoundSubquery { Kind: not SubqueryKind.Scalar }) ? throw EmbeddedErrors.SubqueryAsValue("UNSUPPORTED_IN_EXISTS_SUBQUERY")
            : (expression is ExpressionString text ? binder.Parsed(text) : expression).Any(part => part is SubqueryExpression subquery && binder.OuterReferences(subquery).Any()) ? throw EmbeddedErrors.SubqueryAsValue("UNSUPPORTED_CORRELATED_SCALAR_SUBQUERY")
            : value;
    }
}
