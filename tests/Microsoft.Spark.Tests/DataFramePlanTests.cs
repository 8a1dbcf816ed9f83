using DataPlatform.Plans;
using static Microsoft.Spark.Sql.Functions;
using static Microsoft.Spark.Sql.Tests.Plans;

namespace Microsoft.Spark.Sql.Tests;

public sealed class DataFramePlanTests
{
    private static readonly SparkSession Session = new(new RecordingEngine());
    private static readonly DataFrame Rows = Session.Table("t");
    private static readonly DataFrame Others = Session.Table("u");
    private static readonly LogicalPlan T = Source;
    private static readonly LogicalPlan U = new NamedTable("u");
    private static readonly Expression X = Plans.A;

    private static readonly Dictionary<string, (DataFrame Frame, LogicalPlan Expected)> Cases = new()
    {
        ["Select names"] = (Rows.Select("a", "*"), new Project(T, [X, new UnresolvedStar()])),
        ["Select columns"] = (Rows.Select(Col("a"), Lit(1)), new Project(T, [X, Constant(1)])),
        ["SelectExpr"] = (Rows.SelectExpr("a + 1 AS c"), new Project(T, [new ExpressionString("a + 1 AS c")])),
        ["Filter"] = (Rows.Filter(Col("a") > 1), new Filter(T, Function(">", X, Constant(1)))),
        ["Where text"] = (Rows.Where("a > 1"), new Filter(T, new ExpressionString("a > 1"))),
        ["WithColumn"] = (Rows.WithColumn("c", Col("a")), new WithColumns(T, [new Alias(X, "c")])),
        ["WithColumns"] = (Rows.WithColumns(new Dictionary<string, Column> { ["c"] = Col("a"), ["d"] = Col("b") }), new WithColumns(T, [new Alias(X, "c"), new Alias(B, "d")])),
        ["WithColumnRenamed"] = (Rows.WithColumnRenamed("a", "c"), new WithColumnsRenamed(T, [KeyValuePair.Create("a", "c")])),
        ["Drop names"] = (Rows.Drop("a", "b.c"), new Drop(T, [], ["a", "b.c"])),
        ["Drop column"] = (Rows.Drop(Col("a")), new Drop(T, [X], [])),
        ["Limit"] = (Rows.Limit(3), new Limit(T, 3)),
        ["Offset"] = (Rows.Offset(3), new Offset(T, 3)),
        ["OrderBy name"] = (Rows.OrderBy("a"), new Sort(T, [new SortOrder(X)], IsGlobal: true)),
        ["Sort column"] = (Rows.Sort(Col("a").Desc(), Col("b")), new Sort(T, [new SortOrder(X, isAscending: false), new SortOrder(B)], IsGlobal: true)),
        ["SortWithinPartitions"] = (Rows.SortWithinPartitions("a"), new Sort(T, [new SortOrder(X)], IsGlobal: false)),
        ["ToDF"] = (Rows.ToDF("c", "d"), new ToDF(T, ["c", "d"])),
        ["As"] = (Rows.As("x"), new SubqueryAlias(T, "x")),
        ["Hint"] = (Broadcast(Rows), new Hint(T, "broadcast", [])),
        ["Hint with parameters"] = (Rows.Hint("rebalance", [3, Col("a")]), new Hint(T, "rebalance", [Constant(3), X])),
        ["Join"] = (Rows.Join(Others), new Join(T, U, JoinType.Inner, null, [])),
        ["Join using one"] = (Rows.Join(Others, "a"), new Join(T, U, JoinType.Inner, null, ["a"])),
        ["Join using several"] = (Rows.Join(Others, ["a", "b"], "left_outer"), new Join(T, U, JoinType.LeftOuter, null, ["a", "b"])),
        ["Join on"] = (Rows.Join(Others, Col("a") == Col("b"), "leftanti"), new Join(T, U, JoinType.LeftAnti, Function("==", X, B), [])),
        ["Join cross on"] = (Rows.Join(Others, Col("a"), "cross"), new Join(T, U, JoinType.Inner, X, [])),
        ["CrossJoin"] = (Rows.CrossJoin(Others), new Join(T, U, JoinType.Cross, null, [])),
        ["Union"] = (Rows.Union(Others), new SetOperation(T, U, SetOperationKind.Union, IsAll: true)),
        ["UnionByName"] = (Rows.UnionByName(Others, true), new SetOperation(T, U, SetOperationKind.Union, IsAll: true, ByName: true, AllowMissingColumns: true)),
        ["Intersect"] = (Rows.Intersect(Others), new SetOperation(T, U, SetOperationKind.Intersect, IsAll: false)),
        ["IntersectAll"] = (Rows.IntersectAll(Others), new SetOperation(T, U, SetOperationKind.Intersect, IsAll: true)),
        ["Except"] = (Rows.Except(Others), new SetOperation(T, U, SetOperationKind.Except, IsAll: false)),
        ["ExceptAll"] = (Rows.ExceptAll(Others), new SetOperation(T, U, SetOperationKind.Except, IsAll: true)),
        ["Distinct"] = (Rows.Distinct(), new Deduplicate(T, [])),
        ["DropDuplicates"] = (Rows.DropDuplicates("a", "b"), new Deduplicate(T, ["a", "b"])),
        ["Sample"] = (Rows.Sample(0.25, true, 7), new Sample(T, 0, 0.25, WithReplacement: true, 7)),
        ["Describe"] = (Rows.Describe("a"), new StatDescribe(T, ["a"])),
        ["Summary"] = (Rows.Summary(), new StatSummary(T, [])),
        ["Crosstab"] = (Rows.Stat().Crosstab("a", "b"), new StatCrosstab(T, "a", "b")),
        ["Repartition"] = (Rows.Repartition(4, Col("a")), new Repartition(T, 4, Shuffle: true, [X])),
        ["RepartitionByRange"] = (Rows.RepartitionByRange(Col("a")), new Repartition(T, null, Shuffle: true, [new SortOrder(X)])),
        ["Coalesce"] = (Rows.Coalesce(1), new Repartition(T, 1, Shuffle: false, [])),
        ["ToJSON"] = (Session.Range(1).ToJSON().Select("value"), new Project(
            new Project(new RangeRelation(0, 1, 1), [new Alias(Function("to_json", Function("struct", new UnresolvedStar())), "value")]), [new UnresolvedAttribute("value")])),
        ["Range"] = (Session.Range(5, 1, -2, 3), new RangeRelation(5, 1, -2, 3)),
        ["Sql"] = (Session.Sql("SELECT 1"), new SqlQuery("SELECT 1")),
        ["GroupBy Agg"] = (Rows.GroupBy("a").Agg(Sum("b"), Count("*")), new Aggregate(T, GroupType.GroupBy, [X], [Function("sum", B), Function("count", Constant(1))], null, [])),
        ["GroupBy Count"] = (Rows.GroupBy(Col("a")).Count(), new Aggregate(T, GroupType.GroupBy, [X], [new Alias(Function("count", Constant(1)), "count")], null, [])),
        ["Rollup"] = (Rows.Rollup("a", "b").Agg(Max("a")), new Aggregate(T, GroupType.Rollup, [X, B], [Function("max", X)], null, [])),
        ["Cube"] = (Rows.Cube("a").Agg(Max("a")), new Aggregate(T, GroupType.Cube, [X], [Function("max", X)], null, [])),
        ["Agg"] = (Rows.Agg(CountDistinct("a")), new Aggregate(T, GroupType.GroupBy, [], [new UnresolvedFunction("count", [X], IsDistinct: true)], null, [])),
        ["Pivot"] = (Rows.GroupBy("a").Pivot("b").Agg(Max("a")), new Aggregate(T, GroupType.Pivot, [X], [Function("max", X)], new Pivot(B, []), [])),
        ["Pivot values"] = (Rows.GroupBy("a").Pivot("b", ["x", "y"]).Agg(Max("a")), new Aggregate(T, GroupType.Pivot, [X], [Function("max", X)], new Pivot(B, [Literal.Of("x"), Literal.Of("y")]), [])),
    };

    public static TheoryData<string> Labels => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Labels))]
    public void A_method_builds_the_plan(string label)
    {
        var withoutColumnIds = WithoutIds(Cases[label].Frame.Plan).Rewrite(plan => plan is Project project ? project with { Expressions = project.Expressions.Map(WithoutPlanId) } : plan);
        Assert.Equal(Cases[label].Expected, withoutColumnIds);
    }

    [Fact]
    public void A_column_of_a_data_frame_refers_to_its_plan()
    {
        Assert.Equal(new UnresolvedAttribute("a", Rows.Plan.PlanId), Rows["a"].Expression);
        Assert.Equal(new UnresolvedStar(null, Rows.Plan.PlanId), Rows.Col("*").Expression);
        Assert.Equal(new UnresolvedRegex("a.*", Rows.Plan.PlanId), Rows.ColRegex("`a.*`").Expression);
    }

    [Fact]
    public void Every_data_frame_has_an_identity_of_its_own() =>
        Assert.Equal(3, new[] { Rows, Rows.Filter("a"), Rows.Filter("a") }.Select(frame => frame.Plan.PlanId).Distinct().Count());

    [Theory]
    [InlineData("inner", JoinType.Inner)]
    [InlineData("FULL_OUTER", JoinType.FullOuter)]
    [InlineData("outer", JoinType.FullOuter)]
    [InlineData("full", JoinType.FullOuter)]
    [InlineData("left", JoinType.LeftOuter)]
    [InlineData("right", JoinType.RightOuter)]
    [InlineData("rightOuter", JoinType.RightOuter)]
    [InlineData("semi", JoinType.LeftSemi)]
    [InlineData("left_semi", JoinType.LeftSemi)]
    [InlineData("anti", JoinType.LeftAnti)]
    public void Join_type_is_found_without_case_and_underscores(string name, object expected) =>
        Assert.Equal((JoinType)expected, ((Join)Rows.Join(Others, Col("a"), name).Plan).Type);

    [Fact]
    public void Join_of_an_unknown_type_names_those_there_are()
    {
        var error = Assert.Throws<DataPlatform.AnalysisException>(() => Rows.Join(Others, Col("a"), "bogus"));
        Assert.Equal("UNSUPPORTED_JOIN_TYPE", error.Code);
        Assert.Contains("leftanti", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RandomSplit_gives_parts_that_touch_and_share_a_seed()
    {
        var parts = Rows.RandomSplit([1, 3, 4], 9).Select(part => (Sample)WithoutIds(part.Plan)).ToList();
        Assert.Equal([(0, 0.125), (0.125, 0.5), (0.5, 1)], parts.Select(part => (part.LowerBound, part.UpperBound)));
        Assert.All(parts, part => Assert.Equal((T, false, 9), (part.Input, part.WithReplacement, part.Seed)));
    }

    [Fact]
    public void RandomSplit_of_weights_that_are_none_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Rows.RandomSplit([1, -1]));
        Assert.Throws<ArgumentException>(() => Rows.RandomSplit([0]));
        Assert.Throws<ArgumentException>(() => Rows.RandomSplit([]));
    }

    [Fact]
    public void Bounds_of_arguments_are_checked_at_the_call()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Rows.Limit(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rows.Take(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rows.Sample(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rows.Repartition(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Session.Range(0, 1, 0));
    }

    private static Expression WithoutPlanId(Expression expression) =>
        expression.Rewrite(node => node is UnresolvedStar star ? star with { PlanId = null } : node);
}
