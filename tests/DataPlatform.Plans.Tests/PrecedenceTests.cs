using CsCheck;
using static DataPlatform.Plans.Tests.Nodes;

namespace DataPlatform.Plans.Tests;

/// <summary>What binds tighter, held against the same text with parentheses.</summary>
public sealed class PrecedenceTests
{
    // Loosest first; operators of one level go from left to right.
    private static readonly string[][] Levels =
    [
        ["OR"], ["AND"], ["=", "<>", "<", "<=", ">", ">=", "<=>"], ["|"], ["^"], ["&"], ["<<", ">>", ">>>"], ["+", "-", "||"], ["*", "/", "%", "DIV"],
    ];

    private static readonly Gen<(string Operator, int Level)> Operators =
        Gen.Int[0, Levels.Length - 1].SelectMany(level => Gen.Int[0, Levels[level].Length - 1].Select(i => (Levels[level][i], level)));

    [Fact]
    public void Two_operators_group_by_level_and_then_from_the_left() => Gen.Select(Operators, Operators).Sample((first, second) =>
    {
        var text = $"a {first.Operator} b {second.Operator} c";
        var grouped = first.Level >= second.Level ? $"(a {first.Operator} b) {second.Operator} c" : $"a {first.Operator} (b {second.Operator} c)";
        Assert.Equal(Parsed(grouped), Parsed(text));
    });

    [Fact]
    public void Parentheses_around_all_change_nothing() => Gen.Select(Operators, Operators, Operators).Sample((first, second, third) =>
    {
        var text = $"a {first.Operator} b {second.Operator} c {third.Operator} d";
        Assert.Equal(Parsed(text), Parsed($"(({text}))"));
    });

    [Theory]
    [InlineData("NOT a = b AND c", "(NOT (a = b)) AND c")]
    [InlineData("! a = b AND c", "(NOT (a = b)) AND c")]
    [InlineData("NOT a IN (1) OR c", "(NOT (a IN (1))) OR c")]
    [InlineData("NOT NOT a", "NOT (NOT a)")]
    [InlineData("a = b IS NULL", "(a = b) IS NULL")]
    [InlineData("a OR b IS NULL", "a OR (b IS NULL)")]
    [InlineData("a BETWEEN 1 AND 2 AND c", "(a BETWEEN 1 AND 2) AND c")]
    [InlineData("a BETWEEN b = c AND d", "a BETWEEN (b = c) AND d")]
    [InlineData("a LIKE b || c", "a LIKE (b || c)")]
    [InlineData("-a * b", "(-a) * b")]
    [InlineData("-a.b::int", "-((a.b)::int)")]
    [InlineData("-a[0]", "-(a[0])")]
    [InlineData("~a & b", "(~a) & b")]
    [InlineData("a - -1", "a - (-1)")]
    [InlineData("x -> x OR a", "x -> (x OR a)")]
    public void An_expression_groups_as_with_parentheses(string text, string grouped) => Assert.Equal(Parsed(grouped), Parsed(text));
}
