namespace DataPlatform.Plans;

/// <summary>All columns, in order, or all fields of a struct column.</summary>
/// <param name="Target">The relation's alias or the struct column; null: everything.</param>
/// <param name="PlanId">The data frame whose columns are meant; null: the input's.</param>
public sealed record UnresolvedStar(string? Target = null, long? PlanId = null) : Expression
{
    /// <summary>The columns that are left out (SQL's <c>* EXCEPT (…)</c>). From SQL text only.</summary>
    public ValueList<string> Except { get; init; } = [];
}
