using DataPlatform.Plans;
using Proto = DataPlatform.Engines.SparkConnect.Protos;

namespace DataPlatform.Engines.SparkConnect.Conversion;

/// <content>Calls and windows.</content>
internal sealed partial class PlanConverter
{
    /// <summary>Functions of the API that Spark keeps out of SQL: it looks for them among its internal ones.</summary>
    private static readonly HashSet<string> InternalFunctions = new(StringComparer.OrdinalIgnoreCase) { "product" };

    private Proto.Expression Function(UnresolvedFunction function)
    {
        if (function.Filter is not null)
        {
            throw SparkConnectErrors.SqlTextOnly("FILTER of an aggregate");
        }

        var message = new Proto.Expression.Types.UnresolvedFunction
        {
            FunctionName = function.Name,
            Arguments = { function.IgnoreNulls ? IgnoringNulls(function) : Expressions(function.Arguments) },
            IsDistinct = function.IsDistinct,
        };
        if (InternalFunctions.Contains(function.Name))
        {
            message.IsInternal = true;
        }

        return new() { UnresolvedFunction = message };
    }

    /// <summary>The protocol has no <c>IGNORE NULLS</c>; it is the last argument of those functions that know it, after their defaults.</summary>
    private IEnumerable<Proto.Expression> IgnoringNulls(UnresolvedFunction function)
    {
        ValueList<Expression> defaults = function.Name.ToUpperInvariant() switch
        {
            "LAG" or "LEAD" => [Literal.Of(1), Literal.Null],
            "NTH_VALUE" => [],
            "FIRST" or "FIRST_VALUE" or "LAST" or "LAST_VALUE" or "ANY_VALUE" => [],
            _ => throw SparkConnectErrors.SqlTextOnly($"IGNORE NULLS of {function.Name}"),
        };
        var given = function.Arguments.Count - 1;
        return Expressions([.. function.Arguments, .. defaults.Skip(given), Literal.Of(true)]);
    }

    private Proto.Expression.Types.Window Window(WindowExpression window)
    {
        var message = new Proto.Expression.Types.Window
        {
            WindowFunction = Expression(window.Function),
            PartitionSpec = { Expressions(window.PartitionBy) },
            OrderSpec = { window.OrderBy.Select(OrderOf) },
        };
        if (window.Frame is { } frame)
        {
            message.FrameSpec = new()
            {
                FrameType = frame.IsRange
                    ? Proto.Expression.Types.Window.Types.WindowFrame.Types.FrameType.Range
                    : Proto.Expression.Types.Window.Types.WindowFrame.Types.FrameType.Row,
                Lower = Boundary(frame.Lower),
                Upper = Boundary(frame.Upper),
            };
        }

        return message;
    }

    private Proto.Expression.Types.Window.Types.WindowFrame.Types.FrameBoundary Boundary(FrameBoundary boundary) => boundary.Kind switch
    {
        FrameBoundaryKind.CurrentRow => new() { CurrentRow = true },
        FrameBoundaryKind.Unbounded => new() { Unbounded = true },
        FrameBoundaryKind.Value => new() { Value = Expression(boundary.Offset!) },
        _ => throw SparkConnectErrors.UnsupportedInPlan($"the frame boundary {boundary.Kind}", "Take another."),
    };
}
