using System.Text.RegularExpressions;

namespace Architecture;

/// <summary>Reads <c>microsoft-spark-api.tsv</c>: the public API of Microsoft.Spark 2.3.1, one type or member a line.</summary>
internal static partial class ApiList
{
    private static readonly string[] Columns = ["type", "member", "kind", "parameter_types", "return_type", "modifiers", "parameters"];

    public static IReadOnlyList<ApiMember> Read(string path)
    {
        var lines = File.ReadAllLines(path).Select(line => line.Split('\t')).ToList();
        Assert.Equal(Columns, lines[0]);
        return [.. lines.Skip(1).Select(Parse)];
    }

    private static ApiMember Parse(string[] fields)
    {
        var (kind, returns, modifiers, parameters) = (fields[2], fields[4], fields[5], fields[6]);
        if (kind == "type")
        {
            return new ApiMember(fields[0], ApiMember.TypeItself, "", "", false);
        }

        return new ApiMember(
            fields[0],
            kind == "ctor" ? ".ctor" : fields[1],
            WithoutNamespaces(parameters.Split(" where ")[0]),
            kind == "ctor" ? "void" : WithoutNamespaces(returns),
            modifiers.Split(' ').Contains("static") || kind == "const");
    }

    private static string WithoutNamespaces(string text) => Namespace().Replace(text, "");

    [GeneratedRegex(@"(?<![\w.])(?:[A-Z]\w*\.)+(?=[A-Z])")]
    private static partial Regex Namespace();
}
