using DataPlatform.Plans;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Conversion;

/// <content>Groups.</content>
internal sealed partial class PlanConverter
{
    private Proto.Relation Grouped(Aggregate aggregate)
    {
        if (aggregate.Having is not null)
        {
            throw SparkConnectErrors.SqlTextOnly("HAVING");
        }

        if (aggregate.GroupingInAggregatesOnly)
        {
            throw SparkConnectErrors.SqlTextOnly("a SELECT list over GROUP BY");
        }

        var message = new Proto.Aggregate
        {
            Input = Relation(aggregate.Input),
            GroupType = KindOf(aggregate.Type),
            GroupingExpressions = { Expressions(aggregate.Grouping) },
            AggregateExpressions = { Expressions(aggregate.Aggregates) },
            GroupingSets = { aggregate.GroupingSets.Select(set => new Proto.Aggregate.Types.GroupingSets { GroupingSet = { Expressions(set) } }) },
        };
        if (aggregate.Pivot is { } pivot)
        {
            message.Pivot = new() { Col = Expression(pivot.Column), Values = { pivot.Values.Select(LiteralOf) } };
        }

        return new() { Aggregate = message };
    }

    private static Proto.Aggregate.Types.GroupType KindOf(GroupType type) => type switch
    {
        GroupType.GroupBy => Proto.Aggregate.Types.GroupType.Groupby,
        GroupType.Rollup => Proto.Aggregate.Types.GroupType.Rollup,
        GroupType.Cube => Proto.Aggregate.Types.GroupType.Cube,
        GroupType.Pivot => Proto.Aggregate.Types.GroupType.Pivot,
        GroupType.GroupingSets => Proto.Aggregate.Types.GroupType.GroupingSets,
        _ => throw SparkConnectErrors.UnsupportedInPlan($"the grouping {type}", "Take another."),
    };
}
