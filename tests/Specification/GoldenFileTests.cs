namespace Specification;

public sealed class GoldenFileTests
{
    [Theory]
    [InlineData("embedded")]
    [InlineData("spark")]
    public void Every_gap_names_a_case_once_and_says_why(string engine)
    {
        var cases = GoldenFile.Families.SelectMany(family => GoldenFile.Of(family).Cases).Select(test => test.FullName).ToHashSet(StringComparer.Ordinal);
        Assert.All(Gap.Of(engine).Values, gap =>
        {
            Assert.Contains(gap.Case, cases);
            Assert.True(engine == "spark" || Gap.IsRefusal(gap.Code), gap.Code);
            Assert.Matches("^(ours to do(: .+)?|never, because .+)$", gap.Reason);
        });
    }

    [Fact]
    public void Every_family_has_cases_with_a_question_and_an_answer() =>
        Assert.All(GoldenFile.Families, family => Assert.All(GoldenFile.Of(family).Cases, test => Assert.NotEmpty(test.Answer)));
}
