using DataPlatform.Engines.Embedded.Sources;
using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>A relation whose names and types are settled. <paramref name="Output"/> are its columns in order; ids are unique in a plan.</summary>
internal abstract record BoundPlan(ValueList<BoundColumn> Output)
{
    public virtual ValueList<BoundPlan> Inputs => [];

    public virtual BoundPlan WithInputs(ValueList<BoundPlan> inputs) => this;

    public BoundPlan Rewrite(Func<BoundPlan, BoundPlan> rewrite) =>
        rewrite(Inputs.Count == 0 ? this : WithInputs(Inputs.Map(input => input.Rewrite(rewrite))));

    public IEnumerable<BoundPlan> SelfAndBelow() => Inputs.SelectMany(input => input.SelfAndBelow()).Prepend(this);
}

/// <summary>One row without columns.</summary>
internal sealed record BoundOneRow() : BoundPlan([]);

/// <summary>Rows from outside: a table, files, or rows of the program.</summary>
internal sealed record BoundScan(ISource Source, ValueList<BoundColumn> Output) : BoundPlan(Output);

/// <summary>Numbers from start to end (exclusive).</summary>
internal sealed record BoundRange(long Start, long End, long Step, ValueList<BoundColumn> Output) : BoundPlan(Output);

/// <summary>Rows of constant expressions.</summary>
internal sealed record BoundValues(ValueList<ValueList<BoundExpression>> Rows, ValueList<BoundColumn> Output) : BoundPlan(Output);

/// <summary>A row a row of the input.</summary>
internal sealed record BoundProject(BoundPlan Input, ValueList<NamedExpression> Columns) : BoundPlan(Columns.Map(c => c.Output))
{
    public override ValueList<BoundPlan> Inputs => [Input];

    public override BoundPlan WithInputs(ValueList<BoundPlan> inputs) => this with { Input = inputs[0] };
}

/// <summary>The rows for which the condition is true.</summary>
internal sealed record BoundFilter(BoundPlan Input, BoundExpression Condition) : BoundPlan(Input.Output)
{
    /// <summary>Whether the condition looks at other rows than the one it is asked of.</summary>
    public bool IsOverWindows => Condition.Any(part => part is BoundWindow);

    public override ValueList<BoundPlan> Inputs => [Input];

    public override BoundPlan WithInputs(ValueList<BoundPlan> inputs) => new BoundFilter(inputs[0], Condition);
}

/// <summary>Pairs of rows.</summary>
internal sealed record BoundJoin(BoundPlan Left, BoundPlan Right, JoinType Type, BoundExpression? Condition, ValueList<BoundColumn> Output) : BoundPlan(Output)
{
    public override ValueList<BoundPlan> Inputs => [Left, Right];

    public override BoundPlan WithInputs(ValueList<BoundPlan> inputs) => this with { Left = inputs[0], Right = inputs[1] };
}

/// <summary>
/// A row a group. <paramref name="Keys"/> are computed of the input; <paramref name="Aggregates"/> of keys' outputs and aggregate calls over the input.
/// The output is the aggregates'. <paramref name="Sets"/> lists, where there are several groupings, the positions of the keys of each.
/// </summary>
internal sealed record BoundAggregate(
    BoundPlan Input,
    ValueList<NamedExpression> Keys,
    ValueList<NamedExpression> Aggregates,
    ValueList<ValueList<int>>? Sets) : BoundPlan(Aggregates.Map(a => a.Output))
{
    public override ValueList<BoundPlan> Inputs => [Input];

    public override BoundPlan WithInputs(ValueList<BoundPlan> inputs) => this with { Input = inputs[0] };
}

/// <summary>The input in an order.</summary>
internal sealed record BoundSort(BoundPlan Input, ValueList<BoundSortOrder> Order) : BoundPlan(Input.Output)
{
    public override ValueList<BoundPlan> Inputs => [Input];

    public override BoundPlan WithInputs(ValueList<BoundPlan> inputs) => new BoundSort(inputs[0], Order);
}

/// <summary>Some of the input's first rows, in its order.</summary>
/// <param name="Input">The relation.</param>
/// <param name="Count">How many; null: all.</param>
/// <param name="Skip">How many are left out before.</param>
internal sealed record BoundLimit(BoundPlan Input, long? Count, long Skip) : BoundPlan(Input.Output)
{
    public override ValueList<BoundPlan> Inputs => [Input];

    public override BoundPlan WithInputs(ValueList<BoundPlan> inputs) => new BoundLimit(inputs[0], Count, Skip);
}

/// <summary>The last rows of the input, in its order.</summary>
internal sealed record BoundTail(BoundPlan Input, long Count) : BoundPlan(Input.Output)
{
    public override ValueList<BoundPlan> Inputs => [Input];

    public override BoundPlan WithInputs(ValueList<BoundPlan> inputs) => new BoundTail(inputs[0], Count);
}

/// <summary>Rows of two inputs with equal column types, put together by position.</summary>
internal sealed record BoundSetOperation(BoundPlan Left, BoundPlan Right, SetOperationKind Kind, bool IsAll, ValueList<BoundColumn> Output) : BoundPlan(Output)
{
    public override ValueList<BoundPlan> Inputs => [Left, Right];

    public override BoundPlan WithInputs(ValueList<BoundPlan> inputs) => this with { Left = inputs[0], Right = inputs[1] };
}

/// <summary>One row a combination of the keys' values; all columns where there are no keys.</summary>
internal sealed record BoundDistinct(BoundPlan Input, ValueList<BoundColumn> Keys) : BoundPlan(Input.Output)
{
    public override ValueList<BoundPlan> Inputs => [Input];

    public override BoundPlan WithInputs(ValueList<BoundPlan> inputs) => new BoundDistinct(inputs[0], Keys);
}

/// <summary>Rows whose random number, made of the seed and the row's position, is within bounds.</summary>
internal sealed record BoundSample(BoundPlan Input, double LowerBound, double UpperBound, bool WithReplacement, long Seed) : BoundPlan(Input.Output)
{
    public override ValueList<BoundPlan> Inputs => [Input];

    public override BoundPlan WithInputs(ValueList<BoundPlan> inputs) => this with { Input = inputs[0] };
}

/// <summary>For every input row the rows that a generator makes of it: the input's columns, then the generator's.</summary>
internal sealed record BoundGenerate(BoundPlan Input, BoundCall Generator, bool IsOuter, ValueList<BoundColumn> Generated)
    : BoundPlan(Input.Output.Concat(Generated))
{
    public override ValueList<BoundPlan> Inputs => [Input];

    public override BoundPlan WithInputs(ValueList<BoundPlan> inputs) => this with { Input = inputs[0] };
}

/// <summary>The input computed in another time zone than the session's.</summary>
internal sealed record BoundInZone(BoundPlan Input, string TimeZone) : BoundPlan(Input.Output)
{
    public override ValueList<BoundPlan> Inputs => [Input];

    public override BoundPlan WithInputs(ValueList<BoundPlan> inputs) => this with { Input = inputs[0] };
}
