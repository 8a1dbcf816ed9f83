namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>A function argument of a function: its type is that of its body.</summary>
internal sealed record BoundLambda(ValueList<BoundLambdaVariable> Parameters, BoundExpression Body) : BoundExpression(Body.Type, Body.IsNullable)
{
    public override ValueList<BoundExpression> Children => [Body];

    public override BoundExpression WithChildren(ValueList<BoundExpression> children) => this with { Body = children[0] };
}
