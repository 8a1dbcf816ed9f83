using DataPlatform.Plans;
using Microsoft.Spark.Sql.Expressions;
using Microsoft.Spark.Sql.Types;
using static Microsoft.Spark.Sql.Functions;
using Window = Microsoft.Spark.Sql.Expressions.Window;

namespace Microsoft.Spark.Sql.Tests;

public sealed class WindowTests
{
    private static readonly Expression Ranked = Plans.Function("rank");

    [Fact]
    public void Over_takes_partition_order_and_frame()
    {
        var window = Window.PartitionBy("a").OrderBy(Col("b").Desc()).RowsBetween(Window.UnboundedPreceding, -1);
        Assert.Equal(
            new WindowExpression(
                Ranked,
                [Plans.A],
                [new SortOrder(Plans.B, isAscending: false)],
                new WindowFrame(IsRange: false, FrameBoundary.Unbounded, new FrameBoundary(FrameBoundaryKind.Value, new Literal(-1, new IntegerType())))),
            Rank().Over(window).Expression);
    }

    [Fact]
    public void OrderBy_of_a_name_ascends_with_nulls_first() =>
        Assert.Equal(new WindowExpression(Ranked, [], [new SortOrder(Plans.A, IsAscending: true, NullsFirst: true)]), Rank().Over(Window.OrderBy("a")).Expression);

    [Fact]
    public void RangeBetween_measures_in_bigint() => Assert.Equal(
        new WindowFrame(IsRange: true, FrameBoundary.CurrentRow, new FrameBoundary(FrameBoundaryKind.Value, Plans.Constant(5L))),
        Frame(Window.RangeBetween(Window.CurrentRow, 5)));

    [Fact]
    public void RangeBetween_of_columns_takes_the_ends_by_name() => Assert.Equal(
        new WindowFrame(IsRange: true, FrameBoundary.Unbounded, FrameBoundary.CurrentRow),
        Frame(Window.RangeBetween(UnboundedPreceding(), CurrentRow())));

    [Fact]
    public void Over_without_a_window_takes_all_rows() => Assert.Equal(new WindowExpression(Ranked, [], []), Rank().Over().Expression);

    [Theory]
    [InlineData(long.MaxValue, long.MaxValue)]
    [InlineData(long.MinValue, long.MinValue)]
    public void RowsBetween_with_an_end_on_the_wrong_side_is_refused(long start, long end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Window.RowsBetween(start, end));

    [Fact]
    public void RowsBetween_of_more_rows_than_an_int_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Window.RowsBetween(0, 1L << 40));

    [Fact]
    public void A_specification_is_not_changed_by_what_is_made_of_it()
    {
        var partitioned = Window.PartitionBy("a");
        _ = partitioned.OrderBy("b").RowsBetween(0, 1);
        Assert.Equal(new WindowExpression(Ranked, [Plans.A], []), Rank().Over(partitioned).Expression);
    }

    private static WindowFrame? Frame(WindowSpec window) => ((WindowExpression)Functions.Rank().Over(window).Expression).Frame;
}
