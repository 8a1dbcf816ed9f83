using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Analysis;

/// <content>Missing values and statistics, by rewriting into simpler relations.</content>
internal sealed partial class Analyzer
{
    private static UnresolvedFunction Function(string name, params Expression[] arguments) => new(name, [.. arguments]);

    // One value fills the columns that it fits; of several each is for its column, and is cast.
    private Bound NAFill(NAFill fill, Scope? outer)
    {
        var input = Bind(fill.Input, outer);
        var columns = fill.Columns.SelectMany((name, i) => ColumnsNamed(input, name).Select(c => (Column: c, Value: fill.Values[Math.Min(i, fill.Values.Count - 1)])));
        var chosen = fill.Columns.Count == 0
            ? input.Scope.Columns.Select(c => (c.Column, Value: fill.Values[0])).ToList()
            : columns.ToList();
        return Projected(input, input.Scope.Columns.Select(c =>
        {
            var value = chosen.Find(x => x.Column.Id == c.Column.Id).Value;
            return value is null || !(fill.Values.Count > 1 || Fits(value, c.Column.Type)) ? Passed(c.Column) : Named(c.Name, Filled(c.Column, value));
        }));
    }

    private static bool Fits(Literal value, DataType column) => value.Type switch
    {
        NumericType => column is NumericType,
        StringType => column is StringType,
        BooleanType => column is BooleanType,
        _ => false,
    };

    private BoundExpression Filled(BoundColumn column, Literal value)
    {
        var scope = new Scope([new ScopeColumn(column, [])]);
        Expression self = Reference(scope.Columns[0]);
        var present = column.Type is FloatType or DoubleType ? Function("nanvl", self, new Cast(Literal.Null, column.Type)) : self;
        return new ExpressionBinder(this, scope).Bind(Function("coalesce", present, new Cast(value, column.Type)));
    }

    private Bound NADrop(NADrop drop, Scope? outer)
    {
        var input = Bind(drop.Input, outer);
        var columns = drop.Columns.Count == 0
            ? input.Scope.Columns.Select(c => c.Column).ToList()
            : drop.Columns.SelectMany(name => ColumnsNamed(input, name)).ToList();
        if (columns.Count == 0)
        {
            return input;
        }

        var scope = new Scope(columns.Select((c, i) => new ScopeColumn(c with { Name = $"c{i}" }, [])));
        var present = columns.Select((c, i) => Present($"c{i}", c.Type)).ToList();
        var needed = Math.Min(drop.MinNonNulls ?? columns.Count, columns.Count);
        var count = present
            .Select(p => (Expression)Function("when", p, new Literal(1, new IntegerType()), new Literal(0, new IntegerType())))
            .Aggregate((sum, one) => Function("+", sum, one));
        var condition = needed == columns.Count
            ? present.Aggregate((all, one) => Function("and", all, one))
            : Function(">=", count, new Literal(needed, new IntegerType()));
        return Same(input, plan => new BoundFilter(plan, new ExpressionBinder(this, scope).Condition(condition)));
    }

    private static Expression Present(string name, DataType type)
    {
        Expression column = new UnresolvedAttribute(name);
        var notNull = Function("isnotnull", column);
        return type is FloatType or DoubleType ? Function("and", notNull, Function("not", Function("isnan", column))) : notNull;
    }

    private Bound NAReplace(NAReplace replace, Scope? outer)
    {
        var input = Bind(replace.Input, outer);
        var columns = replace.Columns.Count == 0
            ? input.Scope.Columns.Select(c => c.Column.Id).ToHashSet()
            : replace.Columns.SelectMany(name => ColumnsNamed(input, name)).Select(c => c.Id).ToHashSet();
        return Projected(input, input.Scope.Columns.Select(c =>
            columns.Contains(c.Column.Id) && Fits(replace.Replacements[0].Key, c.Column.Type) ? Named(c.Name, Replaced(c.Column, replace)) : Passed(c.Column)));
    }

    private BoundExpression Replaced(BoundColumn column, NAReplace replace)
    {
        var scope = new Scope([new ScopeColumn(column, [])]);
        Expression self = Reference(scope.Columns[0]);
        var arguments = replace.Replacements
            .SelectMany(r => new[] { Function("==", self, r.Key), (Expression)new Cast(r.Value, column.Type) })
            .Append(self);
        return new ExpressionBinder(this, scope).Bind(new UnresolvedFunction("when", arguments.ToValueList()));
    }

    private Bound Summary(LogicalPlan plan, ValueList<string> names, ValueList<string> statistics, Scope? outer)
    {
        var input = Bind(plan, outer);
        var wanted = statistics.Count > 0 ? statistics : ["count", "mean", "stddev", "min", "25%", "50%", "75%", "max"];
        var columns = (names.Count > 0 ? names.SelectMany(name => ColumnsNamed(input, name)) : input.Scope.Columns.Select(c => c.Column))
            .Where(c => c.Type is NumericType or StringType)
            .ToList();
        var renamed = new ToDF(new Project(plan, columns.Select(c => (Expression)Reference(new ScopeColumn(c, []))).ToValueList()), columns.Select((_, i) => $"c{i}").ToValueList());

        // Spark computes percentiles of decimals as doubles, but beside distinct counts, which have it plan otherwise.
        var besideDistinct = wanted.Any(statistic => statistic.Equals("count_distinct", StringComparison.OrdinalIgnoreCase));
        LogicalPlan? rows = null;
        foreach (var statistic in wanted)
        {
            var values = columns.Select((c, i) => (Expression)new Alias(new Cast(Statistic(statistic, $"c{i}", c.Type, besideDistinct), new StringType()), c.Name));

            // Spark declares the name nullable, though it never is null.
            var row = new Project(
                new Aggregate(renamed, GroupType.GroupBy, [], values.ToValueList(), null, []),
                [new Alias(Function("nullif", new Literal(statistic, new StringType()), new Literal("", new StringType())), "summary"), new UnresolvedStar()]);
            rows = rows is null ? row : new SetOperation(rows, row, SetOperationKind.Union, IsAll: true);
        }

        return Bind(rows!, outer);
    }

    private static Expression Statistic(string statistic, string column, DataType type, bool besideDistinct)
    {
        Expression value = new UnresolvedAttribute(column);
        Expression number = type is StringType ? new Cast(value, new DoubleType(), CastMode.Try) : value;
        return statistic.ToLowerInvariant() switch
        {
            "count" => Function("count", value),
            "count_distinct" => Function("count", value) with { IsDistinct = true },
            "approx_count_distinct" => Function("approx_count_distinct", value),
            "mean" => Function("avg", number),
            "stddev" => Function("stddev", number),
            "min" => Function("min", value),
            "max" => Function("max", value),
            var percent when percent.EndsWith('%') && double.TryParse(percent[..^1], System.Globalization.CultureInfo.InvariantCulture, out var p) && p is >= 0 and <= 100 =>
                Function("percentile_approx", type is DecimalType && !besideDistinct ? new Cast(value, new DoubleType()) : number, new Literal(p / 100, new DoubleType())),
            _ => throw new ArgumentException($"'{statistic}' is no statistic: take count, mean, stddev, min, max, count_distinct, approx_count_distinct or a percentile such as 25%."),
        };
    }

    private Bound Crosstab(StatCrosstab crosstab, Scope? outer)
    {
        Expression Text(string column) => Function("coalesce", new Cast(new UnresolvedAttribute(column), new StringType()), new Literal("null", new StringType()));
        // Spark declares the row's name nullable, though it never is null.
        Expression Nullable(string column) => Function(
            "when", Function("isnull", new UnresolvedAttribute(column)), new Literal("null", new StringType()), new Literal(true, new BooleanType()), new Cast(new UnresolvedAttribute(column), new StringType()));

        var rowName = $"{crosstab.Column1}_{crosstab.Column2}";
        var pairs = new Project(crosstab.Input, [new Alias(Nullable(crosstab.Column1), rowName), new Alias(Text(crosstab.Column2), "column")]);
        var counts = new Aggregate(
            pairs, GroupType.Pivot, [new UnresolvedAttribute($"`{rowName}`")], [Function("count", new Literal(1, new IntegerType()))], new Pivot(new UnresolvedAttribute("column"), []), []);
        return Bind(new NAFill(counts, [], [new Literal(0L, new LongType())]), outer);
    }
}
