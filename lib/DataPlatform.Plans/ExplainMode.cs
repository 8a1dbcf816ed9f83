namespace DataPlatform.Plans;

/// <summary>How much of a plan is shown.</summary>
public enum ExplainMode
{
    /// <summary>The physical plan.</summary>
    Simple,

    /// <summary>The logical plans and the physical one.</summary>
    Extended,

    /// <summary>The generated code (in process: the SQL given to DuckDB).</summary>
    Codegen,

    /// <summary>The plan with what is known of its cost.</summary>
    Cost,

    /// <summary>The physical plan, outline and details apart.</summary>
    Formatted,
}
