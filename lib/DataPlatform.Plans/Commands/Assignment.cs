namespace DataPlatform.Plans;

/// <summary>A column and its new value.</summary>
/// <param name="Column">The column as in SQL text; dots lead into structs.</param>
/// <param name="Value">The value; it is cast to the column's type.</param>
public sealed record Assignment(string Column, Expression Value);
