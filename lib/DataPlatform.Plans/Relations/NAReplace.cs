namespace DataPlatform.Plans;

/// <summary>The input's rows with some values replaced by others; all columns.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="Columns">The columns; none: all whose type fits.</param>
/// <param name="Replacements">Old values (all of one type) and new ones, which may be null.</param>
public sealed record NAReplace(LogicalPlan Input, ValueList<string> Columns, ValueList<KeyValuePair<Literal, Literal>> Replacements) : UnaryPlan(Input);
