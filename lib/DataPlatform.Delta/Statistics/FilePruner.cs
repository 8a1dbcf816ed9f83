using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Delta;

/// <summary>Judges a condition on the files of one version of a table by their partition values and statistics.</summary>
/// <param name="metadata">Schema and partition columns of the version.</param>
/// <param name="zone">The zone of timestamp partition values that name none.</param>
/// <param name="partitionsOnly">Whether statistics are left aside, as Spark does when it looks for conflicts.</param>
internal sealed class FilePruner(Metadata metadata, TimeZoneInfo zone, bool partitionsOnly = false)
{
    private readonly Dictionary<ValueList<string>, FileColumn?> _columns = [];

    public FileMatch Match(FilePredicate predicate, AddFile file) => Evaluate(predicate, file).ToMatch();

    private Possible Evaluate(FilePredicate predicate, AddFile file) => predicate switch
    {
        FilePredicate.And(var left, var right) => Evaluate(left, file).And(Evaluate(right, file)),
        FilePredicate.Or(var left, var right) => Evaluate(left, file).Or(Evaluate(right, file)),
        FilePredicate.Not(var operand) => Evaluate(operand, file).Not(),
        FilePredicate.Constant(var value) => Possible.Of(value),
        FilePredicate.IsNull(var column) => IsNull(Facts(column, file, out _)),
        FilePredicate.IsNotNull(var column) => IsNull(Facts(column, file, out _)).Not(),
        FilePredicate.Comparison(var column, ComparisonOperator.NullSafeEqual, var literal) => NullSafeEqual(column, literal, file),
        FilePredicate.Comparison(_, _, null) => Possible.OnlyNull,
        FilePredicate.Comparison(var column, var comparison, var literal) => Compare(column, comparison, literal, file),
        FilePredicate.In(var column, var values) => In(column, values, file),
        FilePredicate.StartsWith(var column, var prefix) => StartsWith(column, prefix, file),
        FilePredicate.Unknown => Possible.Anything,
        _ => throw new ArgumentOutOfRangeException(nameof(predicate), predicate, "Not a predicate that is known."),
    };

    private static Possible IsNull(ColumnFacts facts) => new(!facts.NoNull, !facts.AllNull, false);

    private Possible NullSafeEqual(ValueList<string> column, object? literal, AddFile file)
    {
        if (literal is null)
        {
            return IsNull(Facts(column, file, out _));
        }

        var equal = Compare(column, ComparisonOperator.Equal, literal, file);
        return new Possible(equal.True, equal.False || equal.Null, false);
    }

    private Possible In(ValueList<string> column, ValueList<object?> values, AddFile file)
    {
        var result = Possible.Of(false);
        foreach (var value in values)
        {
            result = result.Or(value is null ? Possible.OnlyNull : Compare(column, ComparisonOperator.Equal, value, file));
        }

        return result;
    }

    private Possible Compare(ValueList<string> column, ComparisonOperator comparison, object literal, AddFile file)
    {
        var facts = Facts(column, file, out var type);
        if (facts.AllNull)
        {
            return Possible.OnlyNull;
        }

        if (type is null || ComparableValue.Of(literal, type) is not { } value)
        {
            return Possible.Anything;
        }

        var below = facts.Lower is { } lower ? ComparableValue.Compare(lower, value) : (int?)null;
        var above = facts.Upper is { } upper ? ComparableValue.Compare(upper, value) : (int?)null;
        var (canBeTrue, canBeFalse) = comparison switch
        {
            ComparisonOperator.Equal => (MayEqual(below, above), MayDiffer(facts, below, above)),
            ComparisonOperator.NotEqual => (MayDiffer(facts, below, above), MayEqual(below, above)),
            ComparisonOperator.Less => (below is null or < 0, above is null or >= 0),
            ComparisonOperator.LessOrEqual => (below is null or <= 0, above is null or > 0),
            ComparisonOperator.Greater => (above is null or > 0, below is null or <= 0),
            ComparisonOperator.GreaterOrEqual => (above is null or >= 0, below is null or < 0),
            _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "Not a comparison that is known."),
        };
        return new Possible(canBeTrue, canBeFalse || !facts.Bounded, !facts.NoNull);
    }

    private static bool MayEqual(int? below, int? above) => below is null or <= 0 && above is null or >= 0;

    private static bool MayDiffer(ColumnFacts facts, int? below, int? above) => !(facts.Constant && below == 0 && above == 0);

    private Possible StartsWith(ValueList<string> column, string prefix, AddFile file)
    {
        var facts = Facts(column, file, out _);
        if (facts.AllNull)
        {
            return Possible.OnlyNull;
        }

        var tooLow = facts.Upper is string upper && ComparableValue.CompareText(upper, prefix) < 0;
        var tooHigh = facts.Lower is string lower && ComparableValue.CompareText(lower, prefix) > 0 && !lower.StartsWith(prefix, StringComparison.Ordinal);
        var always = facts is { Constant: true, Lower: string value } && value.StartsWith(prefix, StringComparison.Ordinal);
        return new Possible(!tooLow && !tooHigh, !always, !facts.NoNull);
    }

    private ColumnFacts Facts(ValueList<string> name, AddFile file, out DataType? type)
    {
        if (!_columns.TryGetValue(name, out var column))
        {
            column = FileColumn.Resolve(metadata, name);
            _columns[name] = column;
        }

        type = column?.Type;
        return column is null || (partitionsOnly && !column.IsPartition) ? ColumnFacts.Unknown : column.FactsOf(file, zone);
    }
}
