namespace DataPlatform.Plans;

/// <summary>
/// <c>CREATE TEMP VIEW … AS query</c>: names a query's text. It is settled at every use, by the views that there are then, and keeps the columns that it had when it was made;
/// a <see cref="CreateDataFrameView"/> was settled when it was made.
/// </summary>
/// <param name="Query">The query.</param>
/// <param name="Columns">The names of the view's columns; none: the query's.</param>
/// <param name="Name">The view's name.</param>
/// <param name="IsGlobal">Whether it is <c>global_temp.name</c>.</param>
/// <param name="Replace">Whether a view of that name is replaced, or is an error (<c>TEMP_TABLE_OR_VIEW_ALREADY_EXISTS</c>).</param>
public sealed record CreateTempView(LogicalPlan Query, ValueList<string> Columns, string Name, bool IsGlobal, bool Replace) : Command;
