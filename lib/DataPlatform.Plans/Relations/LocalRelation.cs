using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Plans;

/// <summary>Rows of the program. Columns of the schema, rows in their order.</summary>
/// <param name="Schema">The columns.</param>
/// <param name="Rows">The rows; each has a value a column, of the .NET type that the column's type names.</param>
public sealed record LocalRelation(StructType Schema, IReadOnlyList<object?[]> Rows) : LogicalPlan;
