using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>A column of the input. <paramref name="Id"/> is unique in a plan, and names the column in generated SQL.</summary>
internal sealed record BoundColumn(int Id, string Name, DataType Type, bool IsNullable) : BoundExpression(Type, IsNullable);
