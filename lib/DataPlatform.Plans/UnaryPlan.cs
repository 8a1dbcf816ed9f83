namespace DataPlatform.Plans;

/// <summary>A relation over one other.</summary>
/// <param name="Input">The relation read.</param>
public abstract record UnaryPlan(LogicalPlan Input) : LogicalPlan
{
    /// <inheritdoc/>
    public sealed override ValueList<LogicalPlan> Inputs => [Input];

    /// <inheritdoc/>
    public sealed override LogicalPlan WithInputs(ValueList<LogicalPlan> inputs) => this with { Input = inputs[0] };
}
