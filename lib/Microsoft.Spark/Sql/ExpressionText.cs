using System.Globalization;
using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

/// <summary>Expressions as they read in SQL, for people.</summary>
internal static class ExpressionText
{
    private static readonly HashSet<string> Infix =
        ["==", ">", "<", ">=", "<=", "<=>", "+", "-", "*", "/", "%", "and", "or", "|", "&", "^", "like", "ilike", "rlike"];

    public static string Of(Expression expression) => expression switch
    {
        UnresolvedAttribute column => column.Name,
        UnresolvedStar star => star.Target is null ? "*" : $"{star.Target}.*",
        Literal literal => Constant(literal.Value),
        ExpressionString text => text.Text,
        Alias { Names: [var name] } alias => $"{Of(alias.Child)} AS {name}",
        Alias alias => $"{Of(alias.Child)} AS ({string.Join(", ", alias.Names)})",
        Cast cast => $"{(cast.Mode == CastMode.Try ? "TRY_CAST" : "CAST")}({Of(cast.Child)} AS {cast.Type.Sql})",
        SortOrder order => $"{Of(order.Child)} {(order.IsAscending ? "ASC" : "DESC")} NULLS {(order.NullsFirst ? "FIRST" : "LAST")}",
        UnresolvedExtractValue part => $"{Of(part.Child)}[{Of(part.Extraction)}]",
        UnresolvedFunction function => Function(function),
        WindowExpression window => $"{Of(window.Function)} OVER ({Window(window)})",
        _ => expression.ToString(),
    };

    private static string Function(UnresolvedFunction function) => function switch
    {
        { Name: var name, Arguments: [var left, var right] } when Infix.Contains(name) =>
            $"({Of(left)} {(name == "==" ? "=" : name.ToUpperInvariant())} {Of(right)})",
        { Name: "not", Arguments: [var operand] } => $"(NOT {Of(operand)})",
        { Name: "negative", Arguments: [var operand] } => $"(- {Of(operand)})",
        { Name: "when" } => Case(function.Arguments),
        { Name: "in" } => $"({Of(function.Arguments[0])} IN ({List(function.Arguments.Skip(1))}))",
        _ => $"{function.Name}({(function.IsDistinct ? "DISTINCT " : "")}{List(function.Arguments)})",
    };

    private static string Case(IReadOnlyList<Expression> arguments)
    {
        var branches = Enumerable.Range(0, arguments.Count / 2).Select(i => $"WHEN {Of(arguments[2 * i])} THEN {Of(arguments[(2 * i) + 1])} ");
        return $"CASE {string.Concat(branches)}{(arguments.Count % 2 == 1 ? $"ELSE {Of(arguments[^1])} " : "")}END";
    }

    private static string Window(WindowExpression window)
    {
        var partition = window.PartitionBy.Count > 0 ? $"PARTITION BY {List(window.PartitionBy)}" : "";
        var order = window.OrderBy.Count > 0 ? $"ORDER BY {List(window.OrderBy)}" : "";
        var frame = window.Frame is { } f ? $"{(f.IsRange ? "RANGE" : "ROWS")} BETWEEN {Boundary(f.Lower, "PRECEDING")} AND {Boundary(f.Upper, "FOLLOWING")}" : "";
        return string.Join(" ", new[] { partition, order, frame }.Where(part => part.Length > 0));
    }

    private static string Boundary(FrameBoundary boundary, string side) => boundary.Kind switch
    {
        FrameBoundaryKind.CurrentRow => "CURRENT ROW",
        FrameBoundaryKind.Unbounded => $"UNBOUNDED {side}",
        _ => $"{Of(boundary.Offset!)} FOLLOWING",
    };

    private static string List(IEnumerable<Expression> expressions) => string.Join(", ", expressions.Select(Of));

    private static string Constant(object? value) => value switch
    {
        null => "NULL",
        bool b => b ? "true" : "false",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
