using System.Reflection;
using DataPlatform.Plans;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql.Tests;

public sealed class FunctionTests
{
    private static readonly Column C = Functions.Col("c");

    private static readonly Dictionary<string, (Column Column, Expression Expected)> Cases = new()
    {
        ["Count *"] = (Functions.Count("*"), Call("count", 1)),
        ["Count of an alias' star"] = (Functions.Count("t.*"), Call("count", new UnresolvedStar("t"))),
        ["CountDistinct"] = (Functions.CountDistinct("c", "d"), new UnresolvedFunction("count", [C.Expression, new UnresolvedAttribute("d")], IsDistinct: true)),
        ["SumDistinct"] = (Functions.SumDistinct("c"), new UnresolvedFunction("sum", [C.Expression], IsDistinct: true)),
        ["First"] = (Functions.First("c"), Call("first", C)),
        ["First without nulls"] = (Functions.First(C, true), Call("first", C, true)),
        ["Lag"] = (Functions.Lag(C, 1), Call("lag", C, 1)),
        ["Lag with a default"] = (Functions.Lag("c", 2, 0L), Call("lag", C, 2, 0L)),
        ["Lead without nulls"] = (Functions.Lead(C, 1, null, true), Call("lead", C, 1) with { IgnoreNulls = true }),
        ["NthValue without nulls"] = (Functions.NthValue(C, 2, true), Call("nth_value", C, 2, true)),
        ["Log"] = (Functions.Log("c"), Call("ln", C)),
        ["Log to a base"] = (Functions.Log(2.0, "c"), Call("log", 2.0, C)),
        ["Pow"] = (Functions.Pow("c", 2), Call("power", C, 2.0)),
        ["Round"] = (Functions.Round(C), Call("round", C, 0)),
        ["Mean"] = (Functions.Mean("c"), Call("avg", C)),
        ["Trim of characters: Spark takes them first"] = (Functions.Trim(C, "x"), Call("trim", "x", C)),
        ["Locate: Spark takes the part first"] = (Functions.Locate("x", C, 2), Call("locate", "x", C, 2)),
        ["DateTrunc: Spark takes the unit first"] = (Functions.DateTrunc("day", C), Call("date_trunc", "day", C)),
        ["Trunc: Spark takes the unit last"] = (Functions.Trunc(C, "month"), Call("trunc", C, "month")),
        ["ConcatWs"] = (Functions.ConcatWs(",", C, C), Call("concat_ws", ",", C, C)),
        ["FormatString"] = (Functions.FormatString("%s", C), Call("format_string", "%s", C)),
        ["UnixTimestamp"] = (Functions.UnixTimestamp(), Call("unix_timestamp", Call("current_timestamp"))),
        ["JsonTuple"] = (Functions.JsonTuple(C, "f", "g"), Call("json_tuple", C, "f", "g")),
        ["FromJson of DDL"] = (Functions.FromJson(C, "a INT"), Call("from_json", C, "a INT")),
        ["FromJson of JSON"] = (Functions.FromJson(C, StructType.FromDdl("a INT").Json), Call("from_json", C, "STRUCT<a: INT>")),
        ["FromJson with options"] = (Functions.FromJson(C, "a INT", new() { ["mode"] = "FAILFAST" }), Call("from_json", C, "a INT", Call("map", "mode", "FAILFAST"))),
        ["ToJson"] = (Functions.ToJson(C), Call("to_json", C)),
        ["FromCsv"] = (Functions.FromCsv(C, StructType.FromDdl("a INT, b STRING"), []), Call("from_csv", C, "a INT,b STRING")),
        ["Struct of names"] = (Functions.Struct("c", "d"), Call("struct", C, new UnresolvedAttribute("d"))),
        ["Negate"] = (Functions.Negate(C), Call("negative", C)),
        ["Bitwise_Not"] = (Functions.Bitwise_Not(C), Call("~", C)),
        ["Call_UDF"] = (Functions.Call_UDF("luhn_check", C), Call("luhn_check", C)),
        ["GroupingId"] = (Functions.GroupingId(), Call("grouping_id")),
    };

    /// <summary>What Spark has for its Scala and Python clients alone, and the ends of window frames.</summary>
    private static readonly string[] WithoutSqlName =
        ["product", "years", "months", "days", "hours", "bucket", "unbounded preceding", "unbounded following", "current row"];

    public static TheoryData<string> Labels => [.. Cases.Keys];

    /// <summary>Functions whose first argument and whose other ones may each be columns by name.</summary>
    public static TheoryData<string> NamesWithOverloads =>
        [.. Methods().Where(method => method.GetParameters().All(IsColumnName)).Where(method => method.GetParameters().Length > 0 && Overload(method) is not null)
            .Select(method => method.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Labels))]
    public void A_function_builds_the_call_that_Spark_knows(string label) => Assert.Equal(Cases[label].Expected, Cases[label].Column.Expression);

    [Theory]
    [MemberData(nameof(NamesWithOverloads))]
    public void A_function_of_column_names_is_that_of_the_columns(string name)
    {
        var byName = Methods().First(method => method.Name == name && method.GetParameters().All(IsColumnName));
        var names = byName.GetParameters().Select((parameter, i) => parameter.ParameterType == typeof(string) ? (object)$"x{i}" : new[] { "y", "z" }).ToArray();
        var columns = byName.GetParameters().Length == 2 && Overload(byName)!.GetParameters() is [{ ParameterType.IsArray: true }]
            ? [new[] { "x0", "y", "z" }.Select(Functions.Col).ToArray()]
            : names.Select(given => given is string one ? (object)Functions.Col(one) : ((string[])given).Select(Functions.Col).ToArray()).ToArray();
        Assert.Equal(Overload(byName)!.Invoke(null, columns), byName.Invoke(null, names));
    }

    [Fact]
    public void Every_name_sent_is_a_function_of_Spark()
    {
        var known = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "spark-functions.txt")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var sent = Methods().Where(method => method.Name is not ("CallUDF" or "Call_UDF")).SelectMany(method => NamesIn(Invoke(method).Expression)).Distinct().ToList();
        Assert.True(sent.Count > 200, $"only {sent.Count} functions were found");
        Assert.Empty(sent.Except([.. known, .. WithoutSqlName], StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Rand_without_a_seed_takes_another_each_time() => Assert.NotEqual(Functions.Rand().Expression, Functions.Rand().Expression);

    internal static IEnumerable<MethodInfo> Methods() => typeof(Functions).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == typeof(Column));

    internal static Column Invoke(MethodInfo method) => (Column)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!;

    private static object? Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(Column) => C,
        var type when type == typeof(Column[]) => new[] { C, C },
        var type when type == typeof(string) => parameter.Name == "schema" ? "a INT" : "x",
        var type when type == typeof(string[]) => new[] { "x", "y" },
        var type when type == typeof(int) => 2,
        var type when type == typeof(long) => 2L,
        var type when type == typeof(double) => 0.5,
        var type when type == typeof(bool) => true,
        var type when type == typeof(StructType) => StructType.FromDdl("a INT"),
        var type when type == typeof(Dictionary<string, string>) => new Dictionary<string, string> { ["k"] = "v" },
        _ => 1,
    };

    private static bool IsColumnName(ParameterInfo parameter) => parameter.Name!.Contains("olumnName", StringComparison.Ordinal);

    private static MethodInfo? Overload(MethodInfo byName) => Methods().FirstOrDefault(method =>
        method.Name == byName.Name && method.GetParameters() is { Length: > 0 } parameters &&
        parameters.All(parameter => parameter.ParameterType == typeof(Column) || parameter.ParameterType == typeof(Column[])) &&
        (parameters.Length == byName.GetParameters().Length || parameters is [{ ParameterType.IsArray: true }]));

    private static IEnumerable<string> NamesIn(Expression expression) =>
        expression.Children.SelectMany(NamesIn).Concat(expression is UnresolvedFunction function ? [function.Name] : []);

    private static UnresolvedFunction Call(string name, params object[] arguments) =>
        new(name, [.. arguments.Select(argument => argument as Expression ?? Column.ToExpression(argument))]);
}
