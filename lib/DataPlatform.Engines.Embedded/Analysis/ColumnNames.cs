using System.Globalization;
using System.Text;
using DataPlatform.Engines.Embedded.Functions;
using DataPlatform.Engines.Embedded.Natives;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <summary>
/// The names of columns that have no alias: the expression as Spark writes it (<c>toPrettySQL</c>). Spark makes some names of the types of operands, so an expression must have been
/// settled by the binder.
/// </summary>
/// <param name="binder">What settled the expressions that get names; null: nothing is known of types and columns, and names are as near to Spark's as the text alone allows.</param>
/// <param name="timeZone">The time zone that instants are shown in; null: as they are written.</param>
internal sealed partial class ColumnNames(ExpressionBinder? binder, SparkTimeZone? timeZone)
{
    private const string LambdaVariable = "namedlambdavariable()";

    /// <summary>Names of expressions that are not settled: for messages and the log of a table.</summary>
    public static ColumnNames Unsettled { get; } = new(null, null);

    /// <summary>The name of the column that an expression makes.</summary>
    public string Of(Expression expression) => expression switch
    {
        Alias alias => alias.Names[0],
        UnresolvedAttribute attribute => Settled(attribute) is BoundCall { Function.Parameters.Count: 0 } ? Text(attribute) : LastPart(attribute),
        Cast { Child: UnresolvedAttribute column } when column.PlanId is not null || Settled(column) is null or BoundColumn => LastPart(column),
        Cast { Child: Alias alias } => alias.Names[0],
        _ => Text(expression),
    };

    /// <summary>The expression as text.</summary>
    public string Text(Expression expression) => expression switch
    {
        Alias alias => $"{Text(alias.Child)} AS {DdlParser.QuoteIfNeeded(alias.Names[0])}",
        Literal literal => LiteralNames.Of(literal, timeZone),
        UnresolvedAttribute attribute => Column(attribute),
        UnresolvedNamedLambdaVariable => LambdaVariable,
        UnresolvedStar => "*",
        UnresolvedFunction function => Call(function),
        Cast cast => CastText(cast),
        UnresolvedExtractValue extract => Part(Text(extract.Child), Settled(extract.Child)?.Type, Text(extract.Extraction), extract.Extraction is Literal { Value: string }),
        UpdateFields update => $"update_fields({string.Join(", ", Updates(update))})",
        SortOrder order => $"{Text(order.Child)} {(order.IsAscending ? "ASC" : "DESC")} NULLS {(order.NullsFirst ? "FIRST" : "LAST")}",
        LambdaFunction lambda => $"lambdafunction({Text(lambda.Body)}, {string.Join(", ", lambda.Parameters.Select(_ => LambdaVariable))})",
        WindowExpression window => WindowText(window),
        SubqueryExpression { Kind: SubqueryKind.Scalar } subquery => $"scalarsubquery({Outer(subquery)})",
        SubqueryExpression { Kind: SubqueryKind.Exists } subquery => $"exists({Outer(subquery)})",
        SubqueryExpression subquery => $"({InValues(subquery.Values)} IN (listquery({Outer(subquery)})))",
        ExpressionString text => binder is null ? text.Text : Text(binder.Parsed(text)),
        _ => expression.ToString(),
    };

    private BoundExpression? Settled(Expression expression) => binder?.Settled(expression);

    private static string LastPart(UnresolvedAttribute attribute) => Identifiers.Split(attribute.Name)[^1];

    // The parts that name no column are parts of its value.
    private string Column(UnresolvedAttribute attribute)
    {
        var parts = Identifiers.Split(attribute.Name);
        var steps = new Stack<(DataType Type, string Part)>();
        var value = Settled(attribute);
        for (; PartOf(value) is { } whole; value = whole)
        {
            steps.Push((whole.Type, parts[^(steps.Count + 1)]));
        }

        if (value is BoundColumn column && binder!.IsLateralAlias(column))
        {
            return $"lateralAliasReference({parts[^1]})";
        }

        var text = value switch
        {
            BoundLambdaVariable => LambdaVariable,
            BoundCall function => $"{(function.Function.Name is "user" or "session_user" ? "current_user" : function.Function.Name)}()",
            _ => parts[^(steps.Count + 1)],
        };
        // What a data frame is asked for by the name of a part keeps that name.
        var named = attribute.PlanId is not null && steps.Count > 0 ? $" AS {DdlParser.QuoteIfNeeded(parts[^1])}" : "";
        return steps.Aggregate(text, (whole, step) => Part(whole, step.Type, step.Part, isName: true)) + named;
    }

    private static BoundExpression? PartOf(BoundExpression? value) => value switch
    {
        BoundField field => field.Child,
        BoundCall call when call.Function == StructuralFunctions.ArrayField || call.Function == StructuralFunctions.MapValue => call.Arguments[0],
        _ => null,
    };

    private static string Part(string whole, DataType? type, string part, bool isName) =>
        isName && type is not (MapType or ArrayType { ElementType: not StructType }) ? $"{whole}.{part}" : $"{whole}[{part}]";

    // Spark writes no casts to arrays, maps and structs.
    private string CastText(Cast cast) => cast switch
    {
        { Mode: CastMode.Constant } => Constant(cast.Type, Text(cast.Child)),
        { Type: ArrayType or MapType or StructType } => Text(cast.Child),
        _ => $"{(cast.Mode == CastMode.Try ? "TRY_CAST" : "CAST")}({Text(cast.Child)} AS {(cast.Type is CharType or VarcharType ? "STRING" : cast.Type.Sql)})",
    };

    private string Constant(DataType type, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var local = type is TimestampNTZType ? DateText.LocalTimestamp(bytes) : timeZone is not null && DateText.Timestamp(bytes, timeZone) is { } instant ? timeZone.ToLocal(instant) : null;
        return local is { } micros ? LiteralNames.OfLocal(type, micros) : $"{type.Sql} '{text}'";
    }

    private string Call(UnresolvedFunction function)
    {
        var name = function.Name.ToLowerInvariant();
        var values = name == "count" && function.Arguments is [UnresolvedStar { Target: null, Except.Count: 0 }] ? ["1"] : function.Arguments.SelectMany(ArgumentTexts).ToList();
        if (function.IsDistinct)
        {
            values[0] = $"DISTINCT {values[0]}";
        }

        var text = CallText(name, function, values);
        return function.Filter is null ? text : $"{text} FILTER (WHERE {Text(function.Filter)})";
    }

    private IEnumerable<string> ArgumentTexts(Expression argument) => argument is UnresolvedStar star && binder is not null ? binder.Star(star).Select(c => c.Name) : [Text(argument)];

    private string CallText(string name, UnresolvedFunction function, List<string> values)
    {
        var arguments = function.Arguments;
        if (arguments is [.., SortOrder])
        {
            return OrderedText(name, values.Take(arguments.Count(a => a is not SortOrder)).ToList(), arguments.OfType<SortOrder>().ToList());
        }

        return (name, arguments) switch
        {
            ("when", _) => CaseText(values),
            ("row constructor", _) => $"named_struct({string.Join(", ", arguments.SelectMany(argument => argument is UnresolvedStar ? ArgumentTexts(argument).SelectMany(column => new[] { column, column }) : [Text(argument)]))})",
            ("in", _) => $"({values[0]} IN ({string.Join(", ", values.Skip(1))}))",
            ("likeany" or "likeall" or "notlikeany" or "notlikeall", _) => $"{name}({values[0]})",
            ("like", [_, _, Literal escape]) => $"{values[0]} LIKE {values[1]}{(escape.Value is "\\" ? "" : $" ESCAPE '{values[2]}'")}",
            ("nth_value", _) when function.IgnoreNulls => $"nth_value({string.Join(", ", values)}) ignore nulls",
            ("mode", [var value, Literal { Value: bool isOrdered }]) => isOrdered ? OrderedText(name, [], [new SortOrder(value, IsAscending: true, NullsFirst: true)]) : $"mode({values[0]})",
            ("from_json", _) when Settled(function)?.Type is MapType => "entries",
            ("lpad" or "rpad", [var text, _]) when Settled(text)?.Type is BinaryType => $"{name}({values[0]}, {values[1]}, X'00')",
            ("to_char", [var value, _]) when Settled(value)?.Type is DateType or TimestampType or TimestampNTZType => $"date_format({values[0]}, {values[1]})",
            (_, [var left, var right]) when OperatorForm(name, left, right) is { } form => Filled(form, values),
            _ => Filled(CallForms.Of(name, values.Count), values),
        };
    }

    private string? OperatorForm(string name, Expression left, Expression right)
    {
        var (leftType, rightType) = (Settled(left)?.Type, Settled(right)?.Type);
        return leftType is null || rightType is null ? null : OperatorForms.Temporal(name, leftType, rightType) ?? OperatorForms.Comparison(name, left, leftType, right, rightType);
    }

    private static string Filled(string form, List<string> values) => string.Format(CultureInfo.InvariantCulture, form, [.. values]);

    // An aggregate WITHIN GROUP. The mode that an order decides is the first of it, and Spark keeps it as the last of the opposite one.
    private string OrderedText(string name, List<string> values, List<SortOrder> orders) => name switch
    {
        "listagg" or "string_agg" => $"{Filled(CallForms.Of("listagg", values.Count), values)} WITHIN GROUP (ORDER BY {string.Join(", ", orders.Select(Text))})",
        _ => $"{name}({string.Join(", ", values)}) WITHIN GROUP (ORDER BY {Text(orders[0].Child)}{(orders[0].IsAscending == (name == "mode") ? " DESC" : "")})",
    };

    private static string CaseText(List<string> arguments)
    {
        var branches = Enumerable.Range(0, arguments.Count / 2).Select(i => $" WHEN {arguments[2 * i]} THEN {arguments[(2 * i) + 1]}");
        return $"CASE{string.Concat(branches)}{(arguments.Count % 2 == 1 ? $" ELSE {arguments[^1]}" : "")} END";
    }

    private string Outer(SubqueryExpression subquery) => string.Join(", ", binder?.OuterReferences(subquery).Select(c => c.Name) ?? []);

    // Several values are a struct, named by columns and constants, else by position from 0.
    private string InValues(ValueList<Expression> values) => values.Count == 1
        ? Text(values[0])
        : $"named_struct({string.Join(", ", values.Select((value, i) => $"'{(value is UnresolvedAttribute or UnresolvedExtractValue or Literal ? Text(value) : $"_{i}")}', {Text(value)}"))})";

    // Updates of updates are one, first to last.
    private IEnumerable<string> Updates(Expression expression) => expression is UpdateFields update
        ? Updates(update.Struct).Append(update.Value is null ? "dropfield()" : $"WithField({Text(update.Value)})")
        : [Text(expression)];
}
