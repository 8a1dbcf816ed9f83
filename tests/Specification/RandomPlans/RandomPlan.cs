using System.Globalization;
using CsCheck;
using DataPlatform;
using Microsoft.Spark.Sql;

namespace Specification.RandomPlans;

/// <summary>The plan of a number, and what an engine answers to it.</summary>
public sealed record RandomPlan(int Number, RandomFrame Frame)
{
    private static readonly int First = Setting("SPECIFICATION_FIRST_PLAN", 0);

    /// <summary>The plans of a run: so many from number 0, unless the environment says otherwise (SPECIFICATION_PLANS, SPECIFICATION_FIRST_PLAN).</summary>
    public static IEnumerable<RandomPlan> Some(int count) => Enumerable.Range(First, Setting("SPECIFICATION_PLANS", count)).Select(Of);

    public static RandomPlan Of(int number) => new(number, RandomSteps.Plan.Generate(new PCG(1, (ulong)number), null, out _));

    /// <summary>The text of an answer as README.md defines it: columns and rows, or the condition of an error.</summary>
    public static string Answer(RandomFrame frame, SparkSession session)
    {
        try
        {
            return Judgement.TextOf(frame.Build(session), ordered: false);
        }
        catch (DataPlatformException error)
        {
            return "!" + error.Code;
        }
    }

    public static bool IsRefusal(string answer) => answer.StartsWith('!') && Gap.IsRefusal(answer[1..]);

    public override string ToString() => $"plan {Number}\n{Frame}";

    private static int Setting(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
