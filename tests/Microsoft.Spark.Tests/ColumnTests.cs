using DataPlatform;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;
using static Microsoft.Spark.Sql.Functions;
using static Microsoft.Spark.Sql.Tests.Plans;

namespace Microsoft.Spark.Sql.Tests;

public sealed class ColumnTests
{
    private static readonly Column A = Col("a");
    private static readonly Column B = Col("b");
    private static readonly Expression X = Plans.A;
    private static readonly Expression Y = Plans.B;

    private static readonly Dictionary<string, (Column Column, Expression Expected)> Cases = new()
    {
        ["-a"] = (-A, Function("negative", X)),
        ["!a"] = (!A, Function("not", X)),
        ["a == 1"] = (A == 1, Function("==", X, Constant(1))),
        ["EqualTo null"] = (A.EqualTo(null), Function("==", X, Literal.Null)),
        ["a != b"] = (A != B, Function("not", Function("==", X, Y))),
        ["a > 1"] = (A > 1, Function(">", X, Constant(1))),
        ["a < 1"] = (A < 1, Function("<", X, Constant(1))),
        ["a <= 1"] = (A <= 1, Function("<=", X, Constant(1))),
        ["a >= 1L"] = (A >= 1L, Function(">=", X, Constant(1L))),
        ["EqNullSafe"] = (A.EqNullSafe(B), Function("<=>", X, Y)),
        ["IsDistinctFrom"] = (A.IsDistinctFrom(null), Function("not", Function("<=>", X, Literal.Null))),
        ["a & b"] = (A & B, Function("and", X, Y)),
        ["a | b"] = (A | B, Function("or", X, Y)),
        ["a + b"] = (A + B, Function("+", X, Y)),
        ["a - 1.5"] = (A - 1.5, Function("-", X, Constant(1.5))),
        ["a * b"] = (A * B, Function("*", X, Y)),
        ["a / 1.5m"] = (A / 1.5m, Function("/", X, new Literal(1.5m, new DecimalType(2, 1)))),
        ["a % 2"] = (A % 2, Function("%", X, Constant(2))),
        ["BitwiseOR"] = (A.BitwiseOR(1), Function("|", X, Constant(1))),
        ["BitwiseAND"] = (A.BitwiseAND(1), Function("&", X, Constant(1))),
        ["BitwiseXOR"] = (A.BitwiseXOR(1), Function("^", X, Constant(1))),
        ["Between"] = (A.Between(1, 2), Function("and", Function(">=", X, Constant(1)), Function("<=", X, Constant(2)))),
        ["IsNull"] = (A.IsNull(), Function("isnull", X)),
        ["IsNotNull"] = (A.IsNotNull(), Function("isnotnull", X)),
        ["IsNaN"] = (A.IsNaN(), Function("isnan", X)),
        ["Like"] = (A.Like("x%"), Function("like", X, Constant("x%"))),
        ["RLike"] = (A.RLike("x.*"), Function("rlike", X, Constant("x.*"))),
        ["Contains"] = (A.Contains(B), Function("contains", X, Y)),
        ["StartsWith"] = (A.StartsWith("x"), Function("startswith", X, Constant("x"))),
        ["EndsWith"] = (A.EndsWith(B), Function("endswith", X, Y)),
        ["SubStr"] = (A.SubStr(2, 3), Function("substr", X, Constant(2), Constant(3))),
        ["IsIn strings"] = (A.IsIn("x", "y"), Function("in", X, Constant("x"), Constant("y"))),
        ["IsIn longs"] = (A.IsIn(1L, 2L), Function("in", X, Constant(1L), Constant(2L))),
        ["IsIn decimals"] = (A.IsIn(1.5m), Function("in", X, new Literal(1.5m, new DecimalType(2, 1)))),
        ["IsIn nothing"] = (A.IsIn(new int[0]), Function("in", X)),
        ["GetItem"] = (A.GetItem(0), new UnresolvedExtractValue(X, Constant(0))),
        ["GetItem by column"] = (A.GetItem(B), new UnresolvedExtractValue(X, Y)),
        ["GetField"] = (A.GetField("f"), new UnresolvedExtractValue(X, Constant("f"))),
        ["WithField"] = (A.WithField("f.g", B), new UpdateFields(X, "f.g", Y)),
        ["DropFields"] = (A.DropFields("f", "g"), new UpdateFields(new UpdateFields(X, "f", null), "g", null)),
        ["As"] = (A.As("n"), new Alias(X, "n")),
        ["As several"] = (A.As(["n", "m"]), new Alias(X, ["n", "m"])),
        ["Cast"] = (A.Cast("decimal(10,2)"), new Cast(X, new DecimalType(10, 2))),
        ["TryCast"] = (A.TryCast("int"), new Cast(X, new IntegerType(), CastMode.Try)),
        ["Asc"] = (A.Asc(), new SortOrder(X, IsAscending: true, NullsFirst: true)),
        ["AscNullsLast"] = (A.AscNullsLast(), new SortOrder(X, IsAscending: true, NullsFirst: false)),
        ["Desc"] = (A.Desc(), new SortOrder(X, IsAscending: false, NullsFirst: false)),
        ["DescNullsFirst"] = (A.DescNullsFirst(), new SortOrder(X, IsAscending: false, NullsFirst: true)),
        ["When"] = (When(A == 1, "x").When(A == 2, B), Function("when", Function("==", X, Constant(1)), Constant("x"), Function("==", X, Constant(2)), Y)),
        ["Otherwise"] = (When(A, 1).Otherwise(null), Function("when", X, Constant(1), Literal.Null)),
        ["Col of a struct"] = (Col("s.f"), new UnresolvedAttribute("s.f")),
        ["Col star"] = (Col("*"), new UnresolvedStar()),
        ["Col of an alias' star"] = (Col("t.*"), new UnresolvedStar("t")),
        ["Expr"] = (Expr("a + 1 AS b"), new ExpressionString("a + 1 AS b")),
    };

    public static TheoryData<string> Labels => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Labels))]
    public void Methods_and_operators_build_the_expression_of_Spark(string label) => Assert.Equal(Cases[label].Expected, Cases[label].Column.Expression);

    [Fact]
    public void When_after_Otherwise_is_refused()
    {
        var ended = When(A, 1).Otherwise(2);
        Assert.Throws<InvalidOperationException>(() => ended.When(B, 3));
        Assert.Throws<InvalidOperationException>(() => ended.Otherwise(3));
    }

    [Fact]
    public void When_on_a_column_that_is_none_is_refused() => Assert.Throws<InvalidOperationException>(() => A.When(B, 1));

    [Fact]
    public void Cast_to_no_type_names_the_text()
    {
        var error = Assert.Throws<AnalysisException>(() => A.Cast("intt"));
        Assert.Contains("intt", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Lit_of_a_column_is_the_column() => Assert.Same(A, Lit(A));

    [Fact]
    public void Lit_of_a_type_that_Spark_has_not_is_an_argument_error() => Assert.Throws<ArgumentException>(() => Lit(new object()));

    [Fact]
    public void Equals_compares_expressions_and_the_operator_builds_one()
    {
        Assert.True((A + 1).Equals(Col("a") + 1));
        Assert.False((A + 1).Equals(A + 2));
        Assert.Equal((A + 1).GetHashCode(), (Col("a") + 1).GetHashCode());
    }

    [Fact]
    public void ToString_reads_as_SQL()
    {
        Assert.Equal("((a + 1) > b)", (A + 1 > B).ToString());
        Assert.Equal("CASE WHEN (a = 1) THEN x ELSE NULL END", When(A == 1, "x").Otherwise(null).ToString());
        Assert.Equal("count(DISTINCT a, b)", CountDistinct("a", "b").ToString());
        Assert.Equal("CAST(a AS DECIMAL(10,2)) AS n", A.Cast("decimal(10,2)").As("n").ToString());
    }
}
