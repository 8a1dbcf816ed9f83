namespace DataPlatform.Engines.Embedded.Execution;

/// <summary>
/// An aggregate of ours in DuckDB over one or two columns of doubles, for statistics that are Spark's to the last digit. Registered when a query first names it.
/// Rows in which an argument is null are passed over.
/// </summary>
/// <param name="Name">The name in SQL; all begin with <c>spark_</c>.</param>
/// <param name="ParameterCount">One or two.</param>
/// <param name="StateLength">How many doubles a group's state is; all begin as zero.</param>
/// <param name="Update">Takes a row into a state; the second value is zero where there is one parameter.</param>
/// <param name="Combine">Takes the first state into the second.</param>
/// <param name="Finish">The result of a state; what it throws fails the query with its message.</param>
internal sealed record NativeAggregate(
    string Name,
    int ParameterCount,
    int StateLength,
    NativeAggregate.UpdateState Update,
    NativeAggregate.CombineStates Combine,
    NativeAggregate.FinishState Finish)
{
    public delegate void UpdateState(Span<double> state, double x, double y);

    public delegate void CombineStates(ReadOnlySpan<double> source, Span<double> target);

    public delegate double? FinishState(ReadOnlySpan<double> state);
}
