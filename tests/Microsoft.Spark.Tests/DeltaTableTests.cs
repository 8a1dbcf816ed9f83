using DataPlatform;
using DataPlatform.Plans;
using Microsoft.Spark.Extensions.Delta.Tables;

namespace Microsoft.Spark.Sql.Tests;

public sealed class DeltaTableTests
{
    private static readonly TableReference Reference = TableReference.ForPath("p");

    private readonly RecordingEngine _engine = new();
    private readonly SparkSession _session;

    public DeltaTableTests() => _session = new SparkSession(_engine);

    private DeltaTable Table => DeltaTable.ForPath(_session, "p");

    private Command Ran => Assert.Single(_engine.Commands);

    [Theory]
    [InlineData("DELTA_MISSING_DELTA_TABLE")]
    [InlineData("DELTA_TABLE_ONLY_OPERATION")]
    public void ForPath_of_no_table_fails_at_once(string ofTheEngine)
    {
        _engine.Refuse = plan => plan is DescribeHistory ? new AnalysisException(ofTheEngine, "no table") : null;
        Assert.Equal("DELTA_MISSING_DELTA_TABLE", Assert.Throws<AnalysisException>(() => DeltaTable.ForPath(_session, "p")).Code);
        Assert.False(DeltaTable.IsDeltaTable(_session, "p"));
    }

    [Fact]
    public void IsDeltaTable_lets_other_errors_pass()
    {
        _engine.Refuse = _ => new DataPlatformException("DELTA_STATE_RECOVER_ERROR", "broken");
        Assert.Throws<DataPlatformException>(() => DeltaTable.IsDeltaTable(_session, "p"));
    }

    [Fact]
    public void ToDF_reads_the_folder_under_the_alias()
    {
        Assert.Equal(new DataSource("delta", null, [], ["p"]), Plans.WithoutIds(Table.ToDF().Plan));
        Assert.Equal(new SubqueryAlias(new DataSource("delta", null, [], ["p"]), "x"), Plans.WithoutIds(Table.As("x").ToDF().Plan));
        Assert.Equal(new NamedTable("n"), Plans.WithoutIds(DeltaTable.ForName(_session, "n").ToDF().Plan));
    }

    [Fact]
    public void History_is_limited_in_the_plan() => Assert.Equal(new DescribeHistory(Reference, 3), Plans.WithoutIds(Table.History(3).Plan));

    [Fact]
    public void Delete_without_a_condition_takes_all()
    {
        Table.Delete();
        Assert.Equal(new DeleteFromTable(Reference, null, null), Ran);
    }

    [Fact]
    public void Delete_takes_text_under_the_alias()
    {
        Table.As("x").Delete("x.a = 1");
        Assert.Equal(new DeleteFromTable(Reference, "x", new ExpressionString("x.a = 1")), Ran);
    }

    [Fact]
    public void Update_sets_columns_where_a_condition_holds()
    {
        Table.Update(Functions.Col("a"), new() { ["b"] = Functions.Lit("x") });
        Assert.Equal(new UpdateTable(Reference, null, Plans.A, [new Assignment("b", Plans.Constant("x"))]), Ran);
    }

    [Fact]
    public void UpdateExpr_takes_text()
    {
        Table.UpdateExpr(new() { ["b"] = "b || 'x'" });
        Assert.Equal(new UpdateTable(Reference, null, null, [new Assignment("b", new ExpressionString("b || 'x'"))]), Ran);
    }

    [Fact]
    public void Update_of_no_column_is_refused() => Assert.Throws<ArgumentException>(() => Table.Update([]));

    [Fact]
    public void Merge_keeps_clauses_in_their_order_and_kind()
    {
        var source = _session.Table("s");
        Table.As("t").Merge(source, "t.a = s.a")
            .WhenMatched("s.deleted").Delete()
            .WhenMatched().UpdateExpr(new() { ["b"] = "s.b" })
            .WhenNotMatched(Functions.Col("a")).InsertExpr(new() { ["a"] = "s.a" })
            .WhenNotMatched().InsertAll()
            .WhenNotMatchedBySource().Update(new() { ["b"] = Functions.Lit(null) })
            .WithSchemaEvolution()
            .Execute();
        Assert.Equal(
            new MergeIntoTable(
                Reference,
                "t",
                source.Plan,
                new ExpressionString("t.a = s.a"),
                [
                    new MergeAction(MergeActionKind.Delete, new ExpressionString("s.deleted"), []),
                    new MergeAction(MergeActionKind.Update, null, [new Assignment("b", new ExpressionString("s.b"))]),
                ],
                [
                    new MergeAction(MergeActionKind.Insert, Plans.A, [new Assignment("a", new ExpressionString("s.a"))]),
                    new MergeAction(MergeActionKind.InsertStar, null, []),
                ],
                [new MergeAction(MergeActionKind.Update, null, [new Assignment("b", Literal.Null)])],
                WithSchemaEvolution: true),
            Ran);
    }

    [Fact]
    public void Merge_builders_are_not_changed_by_what_is_made_of_them()
    {
        var merge = Table.Merge(_session.Table("s"), Functions.Col("a"));
        merge.WhenMatched().UpdateAll();
        merge.Execute();
        Assert.Empty(((MergeIntoTable)Ran).Matched);
    }
}
