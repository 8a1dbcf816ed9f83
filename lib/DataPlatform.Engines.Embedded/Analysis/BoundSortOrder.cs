namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>A key of an order.</summary>
internal sealed record BoundSortOrder(BoundExpression Child, bool IsAscending, bool NullsFirst) : BoundExpression(Child.Type, Child.IsNullable)
{
    public override ValueList<BoundExpression> Children => [Child];

    public override BoundExpression WithChildren(ValueList<BoundExpression> children) => this with { Child = children[0] };
}
