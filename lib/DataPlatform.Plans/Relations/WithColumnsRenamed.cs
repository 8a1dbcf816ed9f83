namespace DataPlatform.Plans;

/// <summary>The input's rows and columns, some under new names; a name that no column has is passed over.</summary>
/// <param name="Input">The relation read.</param>
/// <param name="Renames">Old names (case aside) and new ones.</param>
public sealed record WithColumnsRenamed(LogicalPlan Input, ValueList<KeyValuePair<string, string>> Renames) : UnaryPlan(Input);
