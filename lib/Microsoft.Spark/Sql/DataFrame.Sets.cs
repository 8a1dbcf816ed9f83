using DataPlatform.Plans;

namespace Microsoft.Spark.Sql;

public sealed partial class DataFrame
{
    /// <summary>Rows of both, duplicates kept; columns are matched by position and named as this one's.</summary>
    public DataFrame Union(DataFrame other) => Set(other, SetOperationKind.Union, isAll: true);

    /// <summary>Rows of both, duplicates kept; columns are matched by name (case aside), in this one's order.</summary>
    public DataFrame UnionByName(DataFrame other) => UnionByName(other, allowMissingColumns: false);

    /// <summary>As <see cref="UnionByName(DataFrame)"/>.</summary>
    /// <param name="other">The other rows.</param>
    /// <param name="allowMissingColumns">Whether a column that one side lacks is null there (the other's come last), or is an error.</param>
    public DataFrame UnionByName(DataFrame other, bool allowMissingColumns) =>
        With(new SetOperation(Plan, other.Plan, SetOperationKind.Union, IsAll: true, ByName: true, allowMissingColumns));

    /// <summary>Rows of both alike, once each; columns are matched by position, nulls equal each other.</summary>
    public DataFrame Intersect(DataFrame other) => Set(other, SetOperationKind.Intersect, isAll: false);

    /// <summary>Rows of both alike, as often as in both.</summary>
    public DataFrame IntersectAll(DataFrame other) => Set(other, SetOperationKind.Intersect, isAll: true);

    /// <summary>Rows of this that the other lacks, once each; columns are matched by position, nulls equal each other.</summary>
    public DataFrame Except(DataFrame other) => Set(other, SetOperationKind.Except, isAll: false);

    /// <summary>Rows of this without those of the other, as often as this has more.</summary>
    public DataFrame ExceptAll(DataFrame other) => Set(other, SetOperationKind.Except, isAll: true);

    /// <summary>One row a combination of values.</summary>
    public DataFrame Distinct() => DropDuplicates();

    /// <summary>One row a combination of values of all columns.</summary>
    public DataFrame DropDuplicates() => With(new Deduplicate(Plan, []));

    /// <summary>One row a combination of values of some columns; which one is not said. For a certain one use a window and <c>RowNumber</c>.</summary>
    public DataFrame DropDuplicates(string col, params string[] cols) => With(new Deduplicate(Plan, [col, .. cols]));

    /// <summary>A random part of the rows.</summary>
    /// <param name="fraction">About how much, 0 to 1 (with replacement: how often a row comes on average, from 0).</param>
    /// <param name="withReplacement">Whether a row may come several times.</param>
    /// <param name="seed">The same seed over the same rows gives the same part within an engine; null: a random one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is outside its bounds.</exception>
    public DataFrame Sample(double fraction, bool withReplacement = false, long? seed = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fraction);
        if (!withReplacement)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(fraction, 1);
        }

        return With(new Sample(Plan, 0, fraction, withReplacement, seed ?? Random.Shared.NextInt64()));
    }

    /// <summary>The rows in random parts that do not overlap and together are all.</summary>
    /// <param name="weights">How much of the whole each part has; they are divided by their sum.</param>
    /// <param name="seed">The same seed over the same rows gives the same parts within an engine; null: a random one.</param>
    /// <exception cref="ArgumentException">A weight is negative, or all are 0.</exception>
    public DataFrame[] RandomSplit(double[] weights, long? seed = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var sum = weights.Sum();
        if (!(sum > 0) || weights.Any(weight => !(weight >= 0)))
        {
            throw new ArgumentException($"Weights are not negative, and one is positive; they are {string.Join(", ", weights)}.", nameof(weights));
        }

        var common = seed ?? Random.Shared.NextInt64();
        var bounds = weights.Select((_, i) => i == weights.Length - 1 ? 1 : weights.Take(i + 1).Sum() / sum).Prepend(0).ToList();
        return [.. weights.Select((_, i) => With(new Sample(Plan, bounds[i], bounds[i + 1], WithReplacement: false, common) { DeterministicOrder = true }))];
    }

    private DataFrame Set(DataFrame other, SetOperationKind kind, bool isAll) => With(new SetOperation(Plan, other.Plan, kind, isAll));
}
