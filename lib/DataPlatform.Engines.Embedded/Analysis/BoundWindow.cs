namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>A function over the rows around each row.</summary>
internal sealed record BoundWindow(
    BoundCall Function,
    ValueList<BoundExpression> PartitionBy,
    ValueList<BoundSortOrder> OrderBy,
    BoundFrame? Frame) : BoundExpression(Function.Type, Function.IsNullable)
{
    public override ValueList<BoundExpression> Children => [Function, .. PartitionBy, .. OrderBy];

    public override BoundExpression WithChildren(ValueList<BoundExpression> children) => this with
    {
        Function = (BoundCall)children[0],
        PartitionBy = children.Skip(1).Take(PartitionBy.Count).ToValueList(),
        OrderBy = children.Skip(1 + PartitionBy.Count).Cast<BoundSortOrder>().ToValueList(),
    };
}
