namespace DataPlatform.Plans;

/// <summary>The input's rows without some columns; one that is not there is passed over.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="Columns">Columns as expressions.</param>
/// <param name="ColumnNames">Columns by whole name; a dot is part of it.</param>
public sealed record Drop(LogicalPlan Input, ValueList<Expression> Columns, ValueList<string> ColumnNames) : UnaryPlan(Input);
