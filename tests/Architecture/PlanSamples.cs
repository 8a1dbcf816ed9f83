using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace Architecture;

/// <summary>A valid sample of every kind of node that a plan can hold, with every case of its enumerations. Columns are <c>a INT, b STRING, c STRUCT&lt;x: INT&gt;</c>.</summary>
internal static class PlanSamples
{
    private static readonly LocalRelation Local = new(
        StructType.FromDdl("a INT, b STRING, c STRUCT<x: INT>"),
        [[1, "one", null], [2, "two", null]]);

    private static readonly Expression A = new UnresolvedAttribute("a");

    private static readonly Expression B = new UnresolvedAttribute("b");

    private static readonly Literal One = Literal.Of(1);

    private static readonly Expression SumOfA = new UnresolvedFunction("sum", [A]);

    public static IReadOnlyList<LogicalPlan> Relations(string folder) =>
    [
        Local,
        new OneRow(),
        new CachedRemoteRelation("kept"),
        new RangeRelation(0, 10, 2),
        new InlineTable([[One, Literal.Of("x")]]),
        new SqlQuery("SELECT 1"),
        new DataSource("csv", StructType.FromDdl("a INT"), [], [Path.Combine(folder, "a.csv")]),
        new SubqueryAlias(Local, "t"),
        new Project(Local, [A, B]),
        new Filter(Local, Literal.Of(true)),
        new Limit(Local, 1),
        new Offset(Local, 1),
        new Tail(Local, 1),
        new Sort(Local, [new SortOrder(A, IsAscending: false, NullsFirst: false)], IsGlobal: true),
        new Deduplicate(Local, ["a"]),
        new Sample(Local, 0, 0.5, WithReplacement: false, Seed: 1),
        new WithColumns(Local, [new Alias(One, ["d"])]),
        new WithColumnsRenamed(Local, [new("a", "z")]),
        new ToDF(Local, ["x", "y", "z"]),
        new Drop(Local, [], ["a"]),
        new Repartition(Local, 2, Shuffle: true, []),
        new Hint(Local, "broadcast", []),
        new NADrop(Local, ["a"], MinNonNulls: null),
        new NAFill(Local, ["a"], [One]),
        new NAReplace(Local, ["a"], [new(One, Literal.Of(2))]),
        new StatDescribe(Local, ["a"]),
        new StatSummary(Local, ["count", "max"]),
        new StatCrosstab(Local, "a", "b"),
        new Generate(Local, new UnresolvedFunction("explode", [new UnresolvedFunction("array", [A])]), IsOuter: false, "t", ["e"]),
        new NamedTable("v"),
        new DescribeHistory(TableReference.ForPath(folder), Limit: 1),
        .. Enum.GetValues<JoinType>().Select(type => new Join(new SubqueryAlias(Local, "l"), new SubqueryAlias(Local, "r"), type, OnA(type), [])),
        .. Enum.GetValues<SetOperationKind>().Select(kind => new SetOperation(Local, Local, kind, IsAll: kind == SetOperationKind.Union)),
        .. Enum.GetValues<GroupType>().Select(Grouped),
    ];

    public static IReadOnlyList<Expression> Expressions() =>
    [
        A,
        One,
        new Alias(A, ["z"]),
        new Cast(A, new LongType()),
        new Cast(B, new IntegerType(), CastMode.Try),
        new UnresolvedFunction("abs", [A]),
        new UnresolvedStar(),
        new UnresolvedRegex("(a|b)"),
        new UnresolvedExtractValue(new UnresolvedAttribute("c"), Literal.Of("x")),
        new UpdateFields(new UnresolvedAttribute("c"), "y", One),
        new UnresolvedFunction("transform", [new UnresolvedFunction("array", [A]), new LambdaFunction(new UnresolvedNamedLambdaVariable("e"), ["e"])]),
        new ExpressionString("a + 1"),
        new WindowExpression(SumOfA, [B], [new SortOrder(A, IsAscending: true, NullsFirst: true)], new WindowFrame(IsRange: false, FrameBoundary.Unbounded, FrameBoundary.CurrentRow)),
        new SubqueryExpression(SubqueryKind.Scalar, new Limit(new Project(Local, [A]), 1), []),
        new SubqueryExpression(SubqueryKind.Exists, Local, []),
        new SubqueryExpression(SubqueryKind.In, new Project(Local, [A]), [A]),
    ];

    public static IReadOnlyList<Command> Commands(string folder)
    {
        var table = TableReference.ForPath(Path.Combine(folder, "table"));
        return
        [
            .. Enum.GetValues<WriteMode>().Select(mode => new WriteOperation(new Project(Local, [A, B]), "delta", mode, [], []) { Path = table.Path }),
            new UpdateTable(table, Alias: null, A.EqualTo(One), [new Assignment("b", Literal.Of("x"))]),
            new DeleteFromTable(table, Alias: null, A.EqualTo(One)),
            new MergeIntoTable(
                table, "t", new SubqueryAlias(Local, "s"), new UnresolvedAttribute("t.a").EqualTo(new UnresolvedAttribute("s.a")),
                [new MergeAction(MergeActionKind.Update, null, [new Assignment("b", new UnresolvedAttribute("s.b"))]), new MergeAction(MergeActionKind.Delete, null, [])],
                [new MergeAction(MergeActionKind.Insert, null, [new Assignment("a", new UnresolvedAttribute("s.a"))])],
                [], WithSchemaEvolution: false),
            new CreateDataFrameView(Local, "v", IsGlobal: false, Replace: true),
            new CreateTempView(new Project(new NamedTable("v"), [A]), ["x"], "w", IsGlobal: false, Replace: false),
            new DropTempView("v", IsGlobal: false),
            new SetConfiguration("spark.sql.session.timeZone", "UTC"),
            new SqlCommand("SELECT 1"),
            .. Enum.GetValues<WriteModeV2>().Select(mode => new WriteOperationV2(new Project(Local, [A, B]), $"delta.`{folder}/named`", mode, "delta", [], [], [], mode == WriteModeV2.Overwrite ? Literal.Of(true) : null)),
        ];
    }

    /// <summary>A relation that uses an expression where it is allowed.</summary>
    public static LogicalPlan Using(Expression expression) => expression is SubqueryExpression { Kind: not SubqueryKind.Scalar } ? new Filter(Local, expression) : new Project(Local, [expression]);

    private static Expression EqualTo(this Expression left, Expression right) => new UnresolvedFunction("==", [left, right]);

    private static Expression? OnA(JoinType type) => type == JoinType.Cross ? null : new UnresolvedAttribute("l.a").EqualTo(new UnresolvedAttribute("r.a"));

    private static Aggregate Grouped(GroupType type) => new(
        Local, type, [B], [SumOfA],
        type == GroupType.Pivot ? new Pivot(A, [One]) : null,
        type == GroupType.GroupingSets ? [[B], []] : []);
}
