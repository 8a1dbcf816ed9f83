using DataPlatform.Plans;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Conversion;

/// <summary>
/// Plans as messages of Spark Connect, node by node. What the protocol cannot say is refused by name (<c>UNSUPPORTED_FEATURE.SPARK_CONNECT_ENGINE</c>). One converter is for
/// one plan that is sent, and not for several threads.
/// </summary>
/// <param name="localRelation">How rows of the program are sent: inside the plan, or through the server's cache.</param>
internal sealed partial class PlanConverter(Func<LocalRelation, Proto.Relation> localRelation)
{
    private List<Proto.Relation> _subqueries = [];
    private long _subqueryCount;

    /// <summary>A relation. The identity of a data frame goes along, so that columns can refer to it.</summary>
    /// <exception cref="AnalysisException"><c>UNSUPPORTED_FEATURE.SPARK_CONNECT_ENGINE</c>.</exception>
    public Proto.Relation Relation(LogicalPlan plan)
    {
        var outer = _subqueries;
        _subqueries = [];
        try
        {
            var relation = Identified(Untagged(plan), plan.PlanId);
            return _subqueries.Count == 0
                ? relation
                : Identified(new Proto.Relation { WithRelations = new() { Root = relation, References = { _subqueries } } }, plan.PlanId);
        }
        finally
        {
            _subqueries = outer;
        }
    }

    private static Proto.Relation Identified(Proto.Relation relation, long? planId)
    {
        if (planId is { } id)
        {
            (relation.Common ??= new()).PlanId = id;
        }

        return relation;
    }

    private Proto.Relation Untagged(LogicalPlan plan) => plan switch
    {
        LocalRelation local => localRelation(local),
        OneRow => new() { Project = new() },
        RangeRelation range => Range(range),
        CachedRemoteRelation kept => new() { CachedRemoteRelation = new() { RelationId = kept.RelationId } },
        NamedTable table => Table(table),
        DataSource source => Source(source),
        SqlQuery query => Sql(query.Query),
        DescribeHistory history => Sql(DeltaStatements.DescribeHistory(history)),
        Project project => new() { Project = new() { Input = Relation(project.Input), Expressions = { Expressions(project.Expressions) } } },
        Filter filter => new() { Filter = new() { Input = Relation(filter.Input), Condition = Expression(filter.Condition) } },
        WithColumns columns => new() { WithColumns = new() { Input = Relation(columns.Input), Aliases = { columns.Aliases.Select(AliasOf) } } },
        WithColumnsRenamed columns => Renamed(columns),
        ToDF columns => new() { ToDf = new() { Input = Relation(columns.Input), ColumnNames = { columns.ColumnNames } } },
        Drop drop => new() { Drop = new() { Input = Relation(drop.Input), Columns = { Expressions(drop.Columns) }, ColumnNames = { drop.ColumnNames } } },
        SubqueryAlias alias => new() { SubqueryAlias = new() { Input = Relation(alias.Input), Alias = alias.Name } },
        Sort sort => new() { Sort = new() { Input = Relation(sort.Input), Order = { sort.Order.Select(OrderOf) }, IsGlobal = sort.IsGlobal } },
        Limit limit => new() { Limit = new() { Input = Relation(limit.Input), Limit_ = limit.Count } },
        Offset offset => new() { Offset = new() { Input = Relation(offset.Input), Offset_ = offset.Count } },
        Tail tail => new() { Tail = new() { Input = Relation(tail.Input), Limit = tail.Count } },
        Deduplicate deduplicate => Deduplicated(deduplicate),
        Sample sample => Sampled(sample),
        Repartition repartition => Spread(repartition),
        Hint hint => new() { Hint = new() { Input = Relation(hint.Input), Name = hint.Name, Parameters = { Expressions(hint.Parameters) } } },
        Join join => Joined(join),
        SetOperation operation => Combined(operation),
        Aggregate aggregate => Grouped(aggregate),
        NADrop drop => WithoutNulls(drop),
        NAFill fill => new() { FillNa = new() { Input = Relation(fill.Input), Cols = { fill.Columns }, Values = { fill.Values.Select(FillingOf) } } },
        NAReplace replace => Replaced(replace),
        StatSummary summary => new() { Summary = new() { Input = Relation(summary.Input), Statistics = { summary.Statistics } } },
        StatDescribe describe => new() { Describe = new() { Input = Relation(describe.Input), Cols = { describe.Columns } } },
        StatCrosstab crosstab => new() { Crosstab = new() { Input = Relation(crosstab.Input), Col1 = crosstab.Column1, Col2 = crosstab.Column2 } },
        Generate => throw SparkConnectErrors.SqlTextOnly("LATERAL VIEW"),
        InlineTable => throw SparkConnectErrors.SqlTextOnly("VALUES"),
        _ => throw SparkConnectErrors.UnsupportedInPlan($"the relation {plan.GetType().Name}", "Say it with other relations."),
    };
}
