namespace DataPlatform.Plans;

/// <summary>A column an expression (a star gives several); a row an input row, in its order. A generator such as <c>explode</c> gives any number of rows for each.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="Expressions">The columns.</param>
public sealed record Project(LogicalPlan Input, ValueList<Expression> Expressions) : UnaryPlan(Input);
