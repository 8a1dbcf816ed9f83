using Microsoft.Spark.Sql;
using static Microsoft.Spark.Sql.Functions;

namespace DataPlatform.Pipelines;

/// <summary>Reads the text of bronze as the types that a source names.</summary>
public static class TypedRows
{
    /// <summary>
    /// The rows with each column of the source as its type, null where it is missing or no value of it, and the columns of <see cref="DeliveryColumns.Order"/>.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="bronze">Rows of its bronze table.</param>
    public static DataFrame Of(FileSource source, DataFrame bronze)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(bronze);
        var columns = source.Columns.Select(column => Expr(source.Typed(column)).As(column.Name));
        return bronze.Select([.. columns, .. DeliveryColumns.Order.Select(Col)]);
    }
}
