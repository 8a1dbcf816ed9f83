using DataPlatform.Plans;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>The names of columns that have no alias: the expression as Spark writes it (<c>toPrettySQL</c>).</summary>
internal static class ColumnNames
{
    private static readonly HashSet<string> Infix =
        ["+", "-", "*", "/", "%", "=", "<", "<=", ">", ">=", "<=>", "&", "|", "^", "and", "or", "div", "<<", ">>", ">>>"];

    /// <summary>The name of the column that an expression makes, once it is settled: only then a field and an entry of a map differ.</summary>
    public static string Of(Expression expression, BoundExpression bound) => expression is UnresolvedExtractValue { Extraction: Literal { Value: string key } } extract
        ? bound is BoundField ? $"{Text(extract.Child)}.{key}" : $"{Text(extract.Child)}[{key}]"
        : Of(expression);

    /// <summary>The name of the column that an expression makes.</summary>
    public static string Of(Expression expression) => expression switch
    {
        Alias alias => alias.Names[0],
        UnresolvedAttribute attribute => Identifiers.Split(attribute.Name)[^1],
        Cast { Child: UnresolvedAttribute or Alias } cast => Of(cast.Child),
        UnresolvedExtractValue { Extraction: Literal { Value: string field } } => field,
        _ => Text(expression),
    };

    /// <summary>The expression as text.</summary>
    public static string Text(Expression expression) => expression switch
    {
        Alias alias => Text(alias.Child),
        Literal literal => LiteralNames.Of(literal),
        UnresolvedAttribute attribute => Identifiers.Split(attribute.Name) is [.., var last] ? last : attribute.Name,
        UnresolvedNamedLambdaVariable variable => "namedlambdavariable()",
        UnresolvedStar => "*",
        UnresolvedFunction function => FunctionText(function),
        Cast { Mode: CastMode.Constant } constant => $"{constant.Type.Sql} '{Text(constant.Child)}'",
        Cast cast => $"{(cast.Mode == CastMode.Try ? "TRY_CAST" : "CAST")}({Text(cast.Child)} AS {cast.Type.Sql})",
        UnresolvedExtractValue extract => extract.Extraction is Literal { Value: string field }
            ? $"{Text(extract.Child)}.{field}"
            : $"{Text(extract.Child)}[{Text(extract.Extraction)}]",
        UpdateFields update => $"update_fields({string.Join(", ", Updates(update))})",
        SortOrder order => $"{Text(order.Child)} {(order.IsAscending ? "ASC" : "DESC")} NULLS {(order.NullsFirst ? "FIRST" : "LAST")}",
        LambdaFunction lambda => $"lambdafunction({Text(WithVariables(lambda.Body, lambda.Parameters))}, {string.Join(", ", lambda.Parameters.Select(_ => "namedlambdavariable()"))})",
        WindowExpression window => WindowText(window),
        SubqueryExpression { Kind: SubqueryKind.Scalar } => "scalarsubquery()",
        SubqueryExpression { Kind: SubqueryKind.Exists } => "exists()",
        SubqueryExpression subquery => $"({string.Join(", ", subquery.Values.Select(Text))} IN (listquery()))",
        ExpressionString text => text.Text,
        _ => expression.ToString(),
    };

    private static string FunctionText(UnresolvedFunction function)
    {
        var name = function.Name.ToLowerInvariant();
        var arguments = function.Arguments.Select(Text).ToList();
        return (name, arguments.Count) switch
        {
            ("if", 3) => $"(IF({string.Join(", ", arguments)}))",
            ("extract", 2) => $"extract({arguments[0]} FROM {arguments[1]})",
            ("lag" or "lead", < 3) => $"{name}({arguments[0]}, {(arguments.Count > 1 ? arguments[1] : "1")}, NULL)",
            ("first" or "last" or "first_value" or "last_value" or "any_value", 2) => $"{name}({arguments[0]})",
            ("percentile_approx" or "approx_percentile", 2) => $"{name}({arguments[0]}, {arguments[1]}, 10000)",
            ("div", 2) => $"({arguments[0]} div {arguments[1]})",
            ("==", 2) => $"({arguments[0]} = {arguments[1]})",
            ("!=", 2) => $"(NOT ({arguments[0]} = {arguments[1]}))",
            ("not" or "!", 1) => $"(NOT {arguments[0]})",
            ("isnull", 1) => $"({arguments[0]} IS NULL)",
            ("isnotnull", 1) => $"({arguments[0]} IS NOT NULL)",
            ("-", 1) => $"(- {arguments[0]})",
            ("positive", 1) => $"(+ {arguments[0]})",
            ("~", 1) => $"~{arguments[0]}",
            ("in", > 1) => $"({arguments[0]} IN ({string.Join(", ", arguments.Skip(1))}))",
            ("between", 3) => $"between({string.Join(", ", arguments)})",
            ("like", 2) => $"{arguments[0]} LIKE {arguments[1]}",
            ("rlike", 2) => $"RLIKE({arguments[0]}, {arguments[1]})",
            ("when", _) => CaseText(arguments),
            ("window", > 1) => "window",
            ("struct", _) => $"struct({string.Join(", ", function.Arguments.Select(a => a is Alias alias ? $"{Text(a)} AS {alias.Names[0]}" : Text(a)))})",

            // Schema and options are no arguments of what Spark makes of these.
            ("from_json" or "to_json" or "schema_of_json" or "from_csv" or "to_csv" or "schema_of_csv", > 1) => $"{name}({arguments[0]})",
            ("count", 1) when function.Arguments[0] is UnresolvedStar => "count(1)",
            (_, 2) when Infix.Contains(name) => $"({arguments[0]} {name.ToUpperInvariant()} {arguments[1]})",
            _ => $"{name}({(function.IsDistinct ? "DISTINCT " : "")}{string.Join(", ", arguments)})" +
                (function.Filter is null ? "" : $" FILTER (WHERE {Text(function.Filter)})"),
        };
    }

    private static string CaseText(List<string> arguments)
    {
        var branches = Enumerable.Range(0, arguments.Count / 2).Select(i => $" WHEN {arguments[2 * i]} THEN {arguments[(2 * i) + 1]}");
        return $"CASE{string.Concat(branches)}{(arguments.Count % 2 == 1 ? $" ELSE {arguments[^1]}" : "")} END";
    }

    // Updates of updates are one, first to last.
    private static IEnumerable<string> Updates(Expression expression) => expression is UpdateFields update
        ? Updates(update.Struct).Append(update.Value is null ? "dropfield()" : $"WithField({Text(update.Value)})")
        : [Text(expression)];

    // A lambda's own parameters have no name.
    private static Expression WithVariables(Expression body, ValueList<string> parameters) => body is UnresolvedAttribute attribute && parameters.Contains(attribute.Name)
        ? new UnresolvedNamedLambdaVariable(attribute.Name)
        : body.Children.Count == 0 ? body : body.WithChildren(body.Children.Map(child => WithVariables(child, parameters)));

    private static string WindowText(WindowExpression window)
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

    private static string FrameText(WindowExpression window)
    {
        var name = window.Function is UnresolvedFunction function ? function.Name.ToLowerInvariant() : "";
        if (name is "lag" or "lead" && window.Frame is null)
        {
            var offset = ((UnresolvedFunction)window.Function).Arguments is [_, var given, ..] ? Text(given) : "1";
            var side = name == "lead" ? offset : offset.StartsWith('-') ? offset[1..] : $"-{offset}";
            return $"ROWS BETWEEN {side} FOLLOWING AND {side} FOLLOWING";
        }

        var rowsOnly = name is "row_number" or "rank" or "dense_rank" or "percent_rank" or "ntile";
        var frame = window.Frame ?? new WindowFrame(
            !rowsOnly && name is not ("lag" or "lead" or "cume_dist"),
            FrameBoundary.Unbounded,
            window.OrderBy.Count > 0 || rowsOnly ? FrameBoundary.CurrentRow : FrameBoundary.Unbounded);
        return $"{(frame.IsRange ? "RANGE" : "ROWS")} BETWEEN {BoundaryText(frame.Lower, "PRECEDING")} AND {BoundaryText(frame.Upper, "FOLLOWING")}";
    }

    private static string BoundaryText(FrameBoundary boundary, string side) => boundary switch
    {
        { Kind: FrameBoundaryKind.Unbounded } => $"UNBOUNDED {side}",
        { Kind: FrameBoundaryKind.CurrentRow } => "CURRENT ROW",
        { Offset: Literal { Value: int n } } => n < 0 ? $"{-n} PRECEDING" : $"{n} FOLLOWING",
        { Offset: Literal { Value: long n } } => n < 0 ? $"{-n} PRECEDING" : $"{n} FOLLOWING",
        _ => $"{Text(boundary.Offset!)} {side}",
    };
}
