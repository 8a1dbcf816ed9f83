using System.Globalization;
using System.Text;
using DataPlatform;
using Microsoft.Spark.Sql;

namespace Specification;

/// <summary>Writes down what the embedded engine refuses: the gaps among the cases, and the functions of Spark that it does not have.</summary>
public static class GapDocument
{
    public static string Of(SparkSession embedded)
    {
        var text = new StringBuilder();
        text.Append("""
            # What the embedded engine does not do as Spark does

            It refuses what is listed here with an error that names it. Everything else that the suite asks has Spark's answer. Generated from `Gaps/*.tsv` and from what the engine says to each function of Spark's;
            a test fails when it is out of date, and writes it anew with `SPECIFICATION_WRITE=1`.


            """);
        Cases(text, "Features", "embedded", "Each line counts the cases of the suite that meet it, and names the first.");
        Functions(text, embedded);
        Cases(text, "On Spark", "spark", "What the .NET API or the client cannot say or read.");
        return text.ToString();
    }

    /// <summary>Why the engine does not have a function; null where it has it.</summary>
    public static string? Missing(SparkSession embedded, string function)
    {
        try
        {
            embedded.Sql($"SELECT `{function}`()").Schema();
            return null;
        }
        catch (DataPlatformException refusal)
        {
            return refusal.Code switch
            {
                "FUNCTION_NOT_SUPPORTED" => refusal.Message[(refusal.Message.IndexOf('(', StringComparison.Ordinal) + 1)..refusal.Message.IndexOf(')', StringComparison.Ordinal)],
                "UNRESOLVED_ROUTINE" => "not known",
                _ => null,
            };
        }
    }

    private static void Cases(StringBuilder text, string title, string engine, string about)
    {
        var reasons = Gap.Of(engine).Values.GroupBy(gap => gap.Reason).OrderBy(group => group.Key, StringComparer.Ordinal);
        text.Append(CultureInfo.InvariantCulture, $"## {title}\n{about}\n\n| reason | cases | first |\n| --- | --: | --- |\n");
        foreach (var reason in reasons)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Cell(reason.Key)} | {reason.Count()} | {Cell(Question(reason.First()))} |\n");
        }

        text.Append('\n');
    }

    private static void Functions(StringBuilder text, SparkSession embedded)
    {
        var missing = SparkFunctions.Names.Select(name => (name, reason: Missing(embedded, name))).Where(function => function.reason is not null)
            .GroupBy(function => function.reason!, function => function.name).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        text.Append(CultureInfo.InvariantCulture, $"## Functions\nOf Spark's {SparkFunctions.Names.Count} functions {SparkFunctions.Names.Count - missing.Sum(group => group.Count())} are there.\n\n| reason | functions |\n| --- | --- |\n");
        foreach (var reason in missing)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Cell(reason.Key)} | {string.Join(", ", reason.Select(name => $"`{name}`"))} |\n");
        }

        text.Append('\n');
    }

    private static string Question(Gap gap)
    {
        var parts = gap.Case.Split('/');
        var sql = GoldenFile.Of(parts[0]).Find(parts[1]).Sql;
        return sql.Length == 0 ? gap.Case : $"{gap.Case}: `{sql}`";
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
