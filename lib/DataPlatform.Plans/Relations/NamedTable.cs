namespace DataPlatform.Plans;

/// <summary>A table, a temporary view, or files by <c>format.`path`</c>. All its columns in their order; rows unordered.</summary>
/// <param name="Name">The name as in SQL text, with or without catalog and database.</param>
/// <param name="Options">Reader options by name, without case.</param>
public sealed record NamedTable(string Name, ValueList<KeyValuePair<string, string>> Options) : LogicalPlan
{
    /// <summary>A table without options.</summary>
    public NamedTable(string name)
        : this(name, [])
    {
    }
}
