using System.Globalization;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Conversion;

/// <content>Relations over others.</content>
internal sealed partial class PlanConverter
{
    private Proto.Relation Renamed(WithColumnsRenamed columns) => new()
    {
        WithColumnsRenamed = new()
        {
            Input = Relation(columns.Input),
            Renames = { columns.Renames.Select(rename => new Proto.WithColumnsRenamed.Types.Rename { ColName = rename.Key, NewColName = rename.Value }) },
        },
    };

    private Proto.Relation Deduplicated(Deduplicate deduplicate) => new()
    {
        Deduplicate = new()
        {
            Input = Relation(deduplicate.Input),
            ColumnNames = { deduplicate.ColumnNames },
            AllColumnsAsKeys = deduplicate.ColumnNames.Count == 0,
        },
    };

    private Proto.Relation Sampled(Sample sample) => new()
    {
        Sample = new()
        {
            Input = Relation(sample.Input),
            LowerBound = sample.LowerBound,
            UpperBound = sample.UpperBound,
            WithReplacement = sample.WithReplacement,
            Seed = sample.Seed,
            DeterministicOrder = sample.DeterministicOrder,
        },
    };

    private Proto.Relation Spread(Repartition repartition)
    {
        if (repartition is { Expressions.Count: 0, NumPartitions: { } count })
        {
            return new() { Repartition = new() { Input = Relation(repartition.Input), NumPartitions = count, Shuffle = repartition.Shuffle } };
        }

        var byExpression = new Proto.RepartitionByExpression { Input = Relation(repartition.Input), PartitionExprs = { Expressions(repartition.Expressions) } };
        if (repartition.NumPartitions is { } partitions)
        {
            byExpression.NumPartitions = partitions;
        }

        return new() { RepartitionByExpression = byExpression };
    }

    private Proto.Relation Joined(Join join)
    {
        var message = new Proto.Join
        {
            Left = Relation(join.Left),
            Right = Relation(join.Right),
            JoinType = KindOf(join.Type),
            UsingColumns = { join.UsingColumns },
        };
        if (join.Condition is { } condition)
        {
            message.JoinCondition = Expression(condition);
        }

        return new() { Join = message };
    }

    private static Proto.Join.Types.JoinType KindOf(JoinType type) => type switch
    {
        JoinType.Inner => Proto.Join.Types.JoinType.Inner,
        JoinType.Cross => Proto.Join.Types.JoinType.Cross,
        JoinType.LeftOuter => Proto.Join.Types.JoinType.LeftOuter,
        JoinType.RightOuter => Proto.Join.Types.JoinType.RightOuter,
        JoinType.FullOuter => Proto.Join.Types.JoinType.FullOuter,
        JoinType.LeftSemi => Proto.Join.Types.JoinType.LeftSemi,
        JoinType.LeftAnti => Proto.Join.Types.JoinType.LeftAnti,
        _ => throw SparkConnectErrors.UnsupportedInPlan($"the join type {type}", "Take another."),
    };

    private Proto.Relation Combined(SetOperation operation) => new()
    {
        SetOp = new()
        {
            LeftInput = Relation(operation.Left),
            RightInput = Relation(operation.Right),
            SetOpType = operation.Kind switch
            {
                SetOperationKind.Union => Proto.SetOperation.Types.SetOpType.Union,
                SetOperationKind.Intersect => Proto.SetOperation.Types.SetOpType.Intersect,
                SetOperationKind.Except => Proto.SetOperation.Types.SetOpType.Except,
                _ => throw SparkConnectErrors.UnsupportedInPlan($"the set operation {operation.Kind}", "Take another."),
            },
            IsAll = operation.IsAll,
            ByName = operation.ByName,
            AllowMissingColumns = operation.AllowMissingColumns,
        },
    };

    private Proto.Relation WithoutNulls(NADrop drop)
    {
        var message = new Proto.NADrop { Input = Relation(drop.Input), Cols = { drop.Columns } };
        if (drop.MinNonNulls is { } count)
        {
            message.MinNonNulls = count;
        }

        return new() { DropNa = message };
    }

    // The server takes bigint and double only; the value becomes the column's type either way.
    private static Proto.Expression.Types.Literal FillingOf(Literal value) => value.Value switch
    {
        sbyte or short or int => LiteralConverter.ToProto(Convert.ToInt64(value.Value, CultureInfo.InvariantCulture), new LongType()),
        float number => LiteralConverter.ToProto((double)number, new DoubleType()),
        _ => LiteralOf(value),
    };

    private Proto.Relation Replaced(NAReplace replace) => new()
    {
        Replace = new()
        {
            Input = Relation(replace.Input),
            Cols = { replace.Columns },
            Replacements =
            {
                replace.Replacements.Select(pair => new Proto.NAReplace.Types.Replacement { OldValue = LiteralOf(pair.Key), NewValue = LiteralOf(pair.Value) }),
            },
        },
    };
}
