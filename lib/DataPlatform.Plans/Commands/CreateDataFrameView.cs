namespace DataPlatform.Plans;

/// <summary>Names a relation for this session: a temporary view.</summary>
/// <param name="Input">The relation; computed anew at every use, over the views that there were when it was named.</param>
/// <param name="Name">The view's name.</param>
/// <param name="IsGlobal">Whether it is <c>global_temp.name</c>.</param>
/// <param name="Replace">Whether a view of that name is replaced, or is an error (<c>TEMP_TABLE_OR_VIEW_ALREADY_EXISTS</c>).</param>
public sealed record CreateDataFrameView(LogicalPlan Input, string Name, bool IsGlobal, bool Replace) : Command;
