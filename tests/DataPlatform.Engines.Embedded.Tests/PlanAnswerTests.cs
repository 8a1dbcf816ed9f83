using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace DataPlatform.Engines.Embedded.Tests;

/// <summary>Answers that Spark 4.2 gave to plans that SQL text cannot say.</summary>
public sealed class PlanAnswerTests : IDisposable
{
    private static readonly LocalRelation Numbers = new(StructType.FromDdl("k INT, d DOUBLE"), [[0, 0.0], [5, -0.0], [int.MaxValue, double.NaN]]);

    private static readonly Expression K = new UnresolvedAttribute("k");

    private readonly EmbeddedEngine _engine = new(new Dictionary<string, string>());

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData(double.NaN, new[] { 0, 5, int.MaxValue })]
    [InlineData(5.7, new[] { 0, 5, int.MaxValue })]
    [InlineData(3e9, new[] { 0, 5, int.MaxValue })]
    [InlineData(5.0, new[] { 0, 9, int.MaxValue })]
    public void A_value_that_is_replaced_is_compared_as_it_is(double old, int[] expected) =>
        Assert.Equal(expected.Cast<object>(), Column(new NAReplace(Numbers, ["k"], [new(Literal.Of(old), Literal.Of(9.0))])));

    [Fact]
    public void Several_values_that_fill_nulls_are_cast_to_their_columns()
    {
        var nulls = new LocalRelation(StructType.FromDdl("k INT, s STRING"), [[null, null]]);
        Assert.Equal([1, "true"], Row(new NAFill(nulls, ["k", "s"], [Literal.Of(true), Literal.Of(true)])));
        Assert.Equal([null, null], Row(new NAFill(nulls, ["k"], [Literal.Of("7")])));
    }

    [Fact]
    public void Rows_are_grouped_by_positive_zero()
    {
        var negative = new Filter(Numbers, new UnresolvedFunction("==", [K, Literal.Of(5)]));
        var d = new UnresolvedAttribute("d");
        AssertPositiveZero(new Project(new Aggregate(negative, GroupType.GroupBy, [d], [], null, []), [d]));
        AssertPositiveZero(new Project(new Deduplicate(negative, ["d"]), [d]));
        AssertPositiveZero(new Deduplicate(new Project(negative, [d]), []));
    }

    [Fact]
    public void The_rows_of_a_crosstab_have_a_nullable_name() =>
        Assert.True(_engine.Analyze(new StatCrosstab(Numbers, "k", "d")).Fields[0].IsNullable);

    [Fact]
    public void A_pivot_of_days_names_its_columns_by_the_days()
    {
        var days = new LocalRelation(StructType.FromDdl("d DATE, v INT"), [[new Date(2024, 1, 2), 1]]);
        var pivot = new Aggregate(days, GroupType.Pivot, [], [new UnresolvedFunction("sum", [new UnresolvedAttribute("v")])], new Pivot(new UnresolvedAttribute("d"), []), []);
        Assert.Equal("2024-01-02", Assert.Single(_engine.Analyze(pivot).Fields).Name);
    }

    public static TheoryData<string, string> Names => new()
    {
        { "-k", "(- k)" },
        { "negative(k)", "negative(k)" },
        { "window(CAST(k AS TIMESTAMP), '5 minutes')", "window" },
        { "struct(k, 1 AS q).q", "struct(k, 1 AS q).q" },
        { "from_json('{}', 'a INT', map('mode', 'FAILFAST'))", "from_json({})" },
        { "to_json(struct(k), map('ignoreNullFields', 'true'))", "to_json(struct(k))" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_column_without_an_alias_is_named_as_Spark_does(string text, string name) => Assert.Equal(name, NameOf(new ExpressionString(text)));

    [Fact]
    public void A_nested_constant_is_named_as_SQL()
    {
        Assert.Equal("ARRAY('a\\'b', CAST(NULL AS STRING))", NameOf(Literal.Of(new[] { "a'b", null })));
        Assert.Equal("MAP('a', 1L)", NameOf(Literal.Of(new Dictionary<string, long> { ["a"] = 1 })));
        Assert.Equal("ARRAY(1.5BD)", NameOf(Literal.Of(new[] { 1.5m })));
        Assert.Equal("ARRAY(CAST('NaN' AS DOUBLE))", NameOf(Literal.Of(new[] { double.NaN })));
        Assert.Equal("TIMESTAMP_NTZ '2024-01-02 03:04:05.000006'", NameOf(Literal.Of(new DateTime(2024, 1, 2, 3, 4, 5).AddTicks(60))));
    }

    [Fact]
    public void Updates_of_a_struct_are_named_in_order() => Assert.Equal(
        "update_fields(struct(k, d), WithField(1), dropfield())",
        NameOf(new UpdateFields(new UpdateFields(new UnresolvedFunction("struct", [K, new UnresolvedAttribute("d")]), "a", Literal.Of(1)), "k", null)));

    private string NameOf(Expression expression) => _engine.Analyze(new Project(Numbers, [expression])).Fields[0].Name;

    private void AssertPositiveZero(LogicalPlan plan) => Assert.Equal("0", $"{Assert.IsType<double>(Assert.Single(Column(plan))):R}");

    private List<object?> Column(LogicalPlan plan)
    {
        using var result = _engine.Execute(plan);
        return [.. result.Rows.Select(row => row[0])];
    }

    private object?[] Row(LogicalPlan plan)
    {
        using var result = _engine.Execute(plan);
        return Assert.Single(result.Rows).Values;
    }
}
