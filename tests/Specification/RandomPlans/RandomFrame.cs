using Microsoft.Spark.Sql;

namespace Specification.RandomPlans;

/// <summary>A data frame that can be built on any session.</summary>
/// <param name="Text">How it is built, a step a line.</param>
/// <param name="Build">Builds it.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Key">A column that tells all rows apart; null where there is none.</param>
/// <param name="Before">The data frame before the last step; null for a table.</param>
public sealed record RandomFrame(string Text, Func<SparkSession, DataFrame> Build, IReadOnlyList<RandomColumn> Columns, string? Key, RandomFrame? Before)
{
    /// <summary>The data frame and those that it was made of, the smallest first.</summary>
    public IEnumerable<RandomFrame> Stages => (Before?.Stages ?? []).Append(this);

    public IEnumerable<RandomColumn> Of(IEnumerable<Kind> kinds) => Columns.Where(column => kinds.Contains(column.Kind));

    public RandomFrame Then(string text, Func<DataFrame, DataFrame> step, IReadOnlyList<RandomColumn>? columns = null, string? key = null) =>
        new($"{Text}\n  {text}", session => step(Build(session)), columns ?? Columns, key, this);

    public RandomFrame With(RandomFrame other, string text, Func<DataFrame, DataFrame, DataFrame> step, IReadOnlyList<RandomColumn> columns) =>
        new($"{Text}\n  {text} [{other.Text.ReplaceLineEndings(" ")}]", session => step(Build(session), other.Build(session)), columns, null, this);

    public override string ToString() => Text;
}
