namespace DataPlatform.Plans;

/// <summary>A relation over two others.</summary>
/// <param name="Left">The first relation read.</param>
/// <param name="Right">The second relation read.</param>
public abstract record BinaryPlan(LogicalPlan Left, LogicalPlan Right) : LogicalPlan
{
    /// <inheritdoc/>
    public sealed override ValueList<LogicalPlan> Inputs => [Left, Right];

    /// <inheritdoc/>
    public sealed override LogicalPlan WithInputs(ValueList<LogicalPlan> inputs) => this with { Left = inputs[0], Right = inputs[1] };
}
