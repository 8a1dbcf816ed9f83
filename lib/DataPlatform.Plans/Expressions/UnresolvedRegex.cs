namespace DataPlatform.Plans;

/// <summary>All columns whose name fits a Java regular expression as a whole, in order.</summary>
/// <param name="Pattern">The expression.</param>
/// <param name="PlanId">The data frame whose columns are meant; null: the input's.</param>
public sealed record UnresolvedRegex(string Pattern, long? PlanId = null) : Expression;
