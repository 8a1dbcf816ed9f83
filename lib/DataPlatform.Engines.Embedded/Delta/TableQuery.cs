using DataPlatform.Engines.Embedded.Analysis;
using DataPlatform.Engines.Embedded.Sql;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>Rows as a table wants them: its columns by name (case aside) in its order and of its types; a column that the rows lack is null.</summary>
internal static class TableQuery
{
    /// <summary>The query. Its columns are named as the table's.</summary>
    /// <exception cref="AnalysisException"><c>DELTA_INSERT_COLUMN_ARITY_MISMATCH</c>, <c>DELTA_METADATA_MISMATCH</c>: too few or too many columns, where they are taken by position.</exception>
    public static string Of(Bound rows, StructType table, string timeZone, bool byPosition)
    {
        var columns = rows.Scope.Columns;
        if (byPosition && columns.Count != table.Fields.Count)
        {
            throw new AnalysisException(
                columns.Count > table.Fields.Count ? "DELTA_METADATA_MISMATCH" : "DELTA_INSERT_COLUMN_ARITY_MISMATCH",
                $"The table has {table.Fields.Count} columns, the rows {columns.Count}: an insert goes by position.");
        }

        var selected = table.Fields.Select((field, i) =>
        {
            var column = byPosition ? columns[i].Column : columns.FirstOrDefault(c => c.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase))?.Column;
            var value = column is null ? new BoundLiteral(null, field.DataType) : StructuralCast.To(column, field.DataType);
            return $"{NotNull(field, SqlGenerator.Of(value, timeZone))} AS {SqlText.Name(field.Name)}";
        });
        return $"SELECT {string.Join(", ", selected)} FROM ({SqlGenerator.Internal(rows.Plan, timeZone)})";
    }

    /// <summary>A value that fails where the table's column must not be null and it is.</summary>
    public static string NotNull(StructField field, string value) => field.IsNullable
        ? value
        : $"CASE WHEN {value} IS NULL THEN {SqlText.Fail("DELTA_NOT_NULL_CONSTRAINT_VIOLATED", $"The column {field.Name} must not be null, and a row has null there.")} ELSE {value} END";
}
