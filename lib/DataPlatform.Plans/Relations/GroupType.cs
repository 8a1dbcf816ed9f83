namespace DataPlatform.Plans;

/// <summary>Which groups are made of grouping expressions.</summary>
public enum GroupType
{
    /// <summary>One a combination of values.</summary>
    GroupBy,

    /// <summary>Those, and subtotals over the last, the last two, … all expressions.</summary>
    Rollup,

    /// <summary>Those, and subtotals over every subset.</summary>
    Cube,

    /// <summary>As <see cref="GroupBy"/>, with a column's values turned into columns.</summary>
    Pivot,

    /// <summary>One a combination of values of each set given.</summary>
    GroupingSets,
}
