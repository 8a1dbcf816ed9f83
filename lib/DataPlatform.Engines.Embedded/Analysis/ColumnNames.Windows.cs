using System.Globalization;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <content>Windows and their frames.</content>
internal sealed partial class ColumnNames
{
    private string WindowText(WindowExpression window)
    {
        var parts = new List<string>();
        if (window.PartitionBy.Count > 0)
        {
            parts.Add($"PARTITION BY {string.Join(", ", window.PartitionBy.Select(Text))}");
        }

        if (window.OrderBy.Count > 0)
        {
            parts.Add($"ORDER BY {string.Join(", ", window.OrderBy.Select(Text))}");
        }

        parts.Add(FrameText(window));
        return $"{Text(window.Function)} OVER ({string.Join(" ", parts)})";
    }

    private string FrameText(WindowExpression window)
    {
        var name = window.Function is UnresolvedFunction function ? function.Name.ToLowerInvariant() : "";
        if (name is "lag" or "lead" && window.Frame is null)
        {
            var offset = ((UnresolvedFunction)window.Function).Arguments is [_, var given, ..] ? given : new Literal(1, new IntegerType());
            var side = name == "lead" ? Text(offset) : (-Whole(offset))?.ToString(CultureInfo.InvariantCulture) ?? $"-{Text(offset)}";
            return $"ROWS BETWEEN {side} FOLLOWING AND {side} FOLLOWING";
        }

        var rowsOnly = name is "row_number" or "rank" or "dense_rank" or "percent_rank" or "ntile";
        var isOrdered = window.OrderBy.Count > 0;
        var frame = window.Frame ?? new WindowFrame(isOrdered && !rowsOnly, FrameBoundary.Unbounded, isOrdered || rowsOnly ? FrameBoundary.CurrentRow : FrameBoundary.Unbounded);
        var key = frame.IsRange && isOrdered ? Settled(window.OrderBy[0].Child)?.Type : null;
        return $"{(frame.IsRange ? "RANGE" : "ROWS")} BETWEEN {BoundaryText(frame.Lower, "PRECEDING", key)} AND {BoundaryText(frame.Upper, "FOLLOWING", key)}";
    }

    // A distance backwards is a minus, which Spark computes before it names the frame by it.
    private static long? Whole(Expression offset) => offset switch
    {
        Literal { Value: int number } => number,
        Literal { Value: long number } => number,
        Cast cast => Whole(cast.Child),
        UnresolvedFunction { Name: "-" or "negative", Arguments: [var operand] } => -Whole(operand),
        UnresolvedFunction { Name: "+", Arguments: [var left, var right] } => Whole(left) + Whole(right),
        UnresolvedFunction { Name: "-", Arguments: [var left, var right] } => Whole(left) - Whole(right),
        UnresolvedFunction { Name: "*", Arguments: [var left, var right] } => Whole(left) * Whole(right),
        _ => null,
    };

    private string BoundaryText(FrameBoundary boundary, string side, DataType? key)
    {
        if (boundary.Kind != FrameBoundaryKind.Value)
        {
            return boundary.Kind == FrameBoundaryKind.Unbounded ? $"UNBOUNDED {side}" : "CURRENT ROW";
        }

        if (boundary.Offset is not UnresolvedFunction { Name: "-" or "negative", Arguments: [var distance] })
        {
            return $"{Text(boundary.Offset!)} FOLLOWING";
        }

        // A minus that is cast to the type of the order is part of the value.
        var isCast = key is NumericType && (distance is Literal constant ? constant.Type : Settled(distance)?.Type) is { } type && type != key;
        return isCast ? $"(- {Text(distance)}) FOLLOWING" : $"{Text(distance)} PRECEDING";
    }
}
