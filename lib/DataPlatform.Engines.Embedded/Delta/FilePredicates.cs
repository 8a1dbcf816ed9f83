using DataPlatform.Delta;
using DataPlatform.Engines.Embedded.Analysis;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Delta;

/// <summary>Conditions over a table's columns in the form in which the log chooses files. What has no such form keeps every file.</summary>
internal static class FilePredicates
{
    private static readonly Dictionary<string, (ComparisonOperator Operator, ComparisonOperator Flipped)> Comparisons = new()
    {
        ["=="] = (ComparisonOperator.Equal, ComparisonOperator.Equal),
        ["="] = (ComparisonOperator.Equal, ComparisonOperator.Equal),
        ["<=>"] = (ComparisonOperator.NullSafeEqual, ComparisonOperator.NullSafeEqual),
        ["<"] = (ComparisonOperator.Less, ComparisonOperator.Greater),
        ["<="] = (ComparisonOperator.LessOrEqual, ComparisonOperator.GreaterOrEqual),
        [">"] = (ComparisonOperator.Greater, ComparisonOperator.Less),
        [">="] = (ComparisonOperator.GreaterOrEqual, ComparisonOperator.LessOrEqual),
    };

    /// <summary>All of the conditions.</summary>
    /// <param name="conditions">Conditions over the bindings.</param>
    /// <param name="bindings">One column a column of the schema, in order.</param>
    /// <param name="schema">The table's columns.</param>
    public static FilePredicate Of(IEnumerable<BoundExpression> conditions, ValueList<BoundColumn> bindings, StructType schema)
    {
        var names = bindings.Select((c, i) => (c.Id, schema.Fields[i].Name)).ToDictionary(p => p.Id, p => p.Name);
        return FilePredicate.All(conditions.Select(c => Of(c, names)));
    }

    private static FilePredicate Of(BoundExpression condition, Dictionary<int, string> names) => condition switch
    {
        BoundLiteral { Type: BooleanType } literal => new FilePredicate.Constant((bool?)literal.Value),
        BoundColumn { Type: BooleanType } => Compare(condition, ComparisonOperator.Equal, new BoundLiteral(true, condition.Type), names),
        BoundCall { Function.Name: "and" } call => new FilePredicate.And(Of(call.Arguments[0], names), Of(call.Arguments[1], names)),
        BoundCall { Function.Name: "or" } call => new FilePredicate.Or(Of(call.Arguments[0], names), Of(call.Arguments[1], names)),
        BoundCall { Function.Name: "not" or "!" } call => new FilePredicate.Not(Of(call.Arguments[0], names)),
        BoundCall { Function.Name: "isnull" } call when Path(call.Arguments[0], names) is { } path => new FilePredicate.IsNull(path),
        BoundCall { Function.Name: "isnotnull" } call when Path(call.Arguments[0], names) is { } path => new FilePredicate.IsNotNull(path),
        BoundCall { Function.Name: "in" } call when Path(call.Arguments[0], names) is { } path && call.Arguments.Skip(1).All(a => Constant(a) is not null) =>
            new FilePredicate.In(path, call.Arguments.Skip(1).Select(a => Constant(a)!.Value).ToValueList()),
        BoundCall { Function.Name: "between", Arguments.Count: 3 } call => new FilePredicate.And(
            Compare(call.Arguments[0], ComparisonOperator.GreaterOrEqual, call.Arguments[1], names),
            Compare(call.Arguments[0], ComparisonOperator.LessOrEqual, call.Arguments[2], names)),
        BoundCall { Function.Name: "startswith" } call when Path(call.Arguments[0], names) is { } path && call.Arguments[1] is BoundLiteral { Value: string prefix } =>
            new FilePredicate.StartsWith(path, prefix),
        BoundCall call when Comparisons.TryGetValue(call.Function.Name, out var comparison) => Constant(call.Arguments[1]) is not null
            ? Compare(call.Arguments[0], comparison.Operator, call.Arguments[1], names)
            : Compare(call.Arguments[1], comparison.Flipped, call.Arguments[0], names),
        _ => FilePredicate.Always,
    };

    private static FilePredicate Compare(BoundExpression column, ComparisonOperator comparison, BoundExpression literal, Dictionary<int, string> names) =>
        Constant(literal) is { } constant && Path(column, names) is { } path ? new FilePredicate.Comparison(path, comparison, constant.Value) : FilePredicate.Always;

    // A day given as text is a constant too: flight_date = '2013-01-15'.
    private static BoundLiteral? Constant(BoundExpression expression) => expression switch
    {
        BoundLiteral literal => literal,
        BoundCast { Child: BoundLiteral { Value: string text }, Type: DateType } when Natives.DateText.Date(System.Text.Encoding.UTF8.GetBytes(text)) is { } day =>
            new BoundLiteral(Date.FromEpochDay(day), expression.Type),
        BoundCast { Child: BoundLiteral { Value: int number }, Type: LongType } => new BoundLiteral((long)number, expression.Type),
        _ => null,
    };

    // A cast may change the order of values, so a column counts only as it is.
    private static ValueList<string>? Path(BoundExpression expression, Dictionary<int, string> names) => expression switch
    {
        BoundColumn column when names.TryGetValue(column.Id, out var name) => [name],
        BoundField field when Path(field.Child, names) is { } outer => outer.Concat([field.FieldName]),
        _ => null,
    };
}
