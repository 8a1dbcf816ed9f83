using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>A parameter of the lambda around it; <paramref name="Id"/> is unique in a plan.</summary>
internal sealed record BoundLambdaVariable(int Id, string Name, DataType Type, bool IsNullable) : BoundExpression(Type, IsNullable);
