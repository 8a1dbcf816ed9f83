namespace DataPlatform.Plans;

/// <summary>The input's rows with nulls (and NaN, for numbers) replaced; all columns.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="Columns">The columns; none: all whose type fits the value.</param>
/// <param name="Values">One value for all columns whose type fits it, or one a column, which is cast to the column's type.</param>
public sealed record NAFill(LogicalPlan Input, ValueList<string> Columns, ValueList<Literal> Values) : UnaryPlan(Input);
