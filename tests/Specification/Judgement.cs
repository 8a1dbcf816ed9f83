using DataPlatform;
using Microsoft.Spark.Sql;

namespace Specification;

/// <summary>An engine's answer to a case beside Spark's.</summary>
public sealed record Judgement(GoldenCase Case, string Answer, string? Message)
{
    private bool IsRight => Case.IsError ? IsSameError : Answer == $"{Case.Type}\t{Case.Answer}";

    /// <summary>
    /// Spark's condition; where Spark itself has none to give, an error is all that can be asked for. A mistake in a call is told by .NET's own exceptions.
    /// </summary>
    private bool IsSameError =>
        Answer == Case.Answer || (Case.Sql.Length == 0 && Answer.StartsWith("!System.", StringComparison.Ordinal)) || (!HasCondition(Case.Condition) && Answer.StartsWith('!') && !Gap.IsRefusal(Answer[1..]));

    public static Judgement Of(GoldenCase test, Func<string> ask)
    {
        try
        {
            return new Judgement(test, ask(), null);
        }
        catch (DataPlatformException refusal)
        {
            return new Judgement(test, "!" + refusal.Code, refusal.Message);
        }
        catch (Exception mistake) when (mistake is ArgumentException or InvalidOperationException)
        {
            return new Judgement(test, "!" + mistake.GetType().FullName, mistake.Message);
        }
    }

    public static string TextOf(DataFrame frame, bool ordered)
    {
        var schema = frame.Schema();
        return $"{AnswerText.Columns(schema)}\t{AnswerText.Rows(frame.Collect(), schema, ordered)}";
    }

    public void AssertRight(IReadOnlyDictionary<string, Gap> gaps)
    {
        var gap = gaps.GetValueOrDefault(Case.FullName);
        var wanted = gap is null ? $"{Case.Type}\t{Case.Answer}".TrimStart('\t') : "!" + gap.Code;
        var right = gap is null ? IsRight : Answer == "!" + gap.Code;
        Assert.True(right, $"{Case.FullName}\n  asked    {Case.Sql}\n  wanted   {wanted}\n  answered {Answer}\n  {Message}{(gap is null ? "" : $"\n  a gap: {gap.Reason}; where the answer is right now, delete its line")}");
    }

    private static bool HasCondition(string condition) =>
        !condition.Contains("_LEGACY_", StringComparison.Ordinal) && !condition.Contains("Exception", StringComparison.Ordinal);
}
