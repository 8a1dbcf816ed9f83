namespace DataPlatform.Plans;

/// <summary>
/// What is to be computed, as data: a relation whose inputs are relations. Immutable and equal by value. Nodes mirror the relations of Spark Connect
/// one to one unless their comment says that they come from SQL text only. Names are unresolved: an engine resolves them against its own tables.
/// </summary>
public abstract record LogicalPlan
{
    private protected LogicalPlan()
    {
    }

    /// <summary>
    /// The identity of the data frame that this plan stands for, by which <see cref="UnresolvedAttribute.PlanId"/> refers to its columns; null where none does.
    /// </summary>
    public long? PlanId { get; init; }

    /// <summary>The relations read by this one, in order.</summary>
    public virtual ValueList<LogicalPlan> Inputs => [];

    /// <summary>The same node over other inputs, as many as <see cref="Inputs"/> has.</summary>
    public virtual LogicalPlan WithInputs(ValueList<LogicalPlan> inputs) => this;

    /// <summary>This plan with every node replaced by its image, inputs first.</summary>
    public LogicalPlan Rewrite(Func<LogicalPlan, LogicalPlan> rewrite) =>
        rewrite(Inputs.Count == 0 ? this : WithInputs(Inputs.Map(input => input.Rewrite(rewrite))));
}
