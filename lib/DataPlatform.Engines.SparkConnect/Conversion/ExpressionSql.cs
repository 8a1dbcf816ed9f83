using DataPlatform.Plans;

namespace DataPlatform.Engines.SparkConnect.Conversion;

/// <summary>Expressions as Spark SQL text, for statements. Every operation stands in parentheses of its own.</summary>
/// <param name="qualifier">The alias by which a data frame's columns are reached in the statement; null: the frame is no part of it.</param>
internal sealed class ExpressionSql(Func<long, string?> qualifier)
{
    /// <summary>For a statement that no data frame is a part of.</summary>
    public ExpressionSql()
        : this(_ => null)
    {
    }

    private static readonly Dictionary<string, string> Operators = new(StringComparer.OrdinalIgnoreCase)
    {
        ["+"] = "+",
        ["-"] = "-",
        ["*"] = "*",
        ["/"] = "/",
        ["%"] = "%",
        ["|"] = "|",
        ["&"] = "&",
        ["^"] = "^",
        ["="] = "=",
        ["=="] = "=",
        ["<=>"] = "<=>",
        ["<"] = "<",
        ["<="] = "<=",
        [">"] = ">",
        [">="] = ">=",
        ["and"] = "AND",
        ["or"] = "OR",
        ["like"] = "LIKE",
        ["ilike"] = "ILIKE",
        ["rlike"] = "RLIKE",
    };

    /// <summary>The text.</summary>
    /// <exception cref="AnalysisException">
    /// <c>UNSUPPORTED_FEATURE.SPARK_CONNECT_ENGINE</c>: the expression has no form in a statement; <c>CANNOT_RESOLVE_DATAFRAME_COLUMN</c>: a column of a foreign data frame.
    /// </exception>
    public string Of(Expression expression) => expression switch
    {
        Literal literal => LiteralSql.Of(literal.Value, literal.Type),
        UnresolvedAttribute attribute => Attribute(attribute),
        UnresolvedStar star => star.Target is null ? "*" : $"{SqlIdentifier.Column(star.Target)}.*",
        ExpressionString text => $"({text.Text})",
        Alias { Names: [var name] } alias => $"{Of(alias.Child)} AS {SqlIdentifier.Quoted(name)}",
        Cast cast => $"{(cast.Mode == CastMode.Try ? "TRY_CAST" : "CAST")}({Of(cast.Child)} AS {cast.Type.Sql})",
        UnresolvedExtractValue part => $"({Of(part.Child)})[{Of(part.Extraction)}]",
        LambdaFunction lambda => $"({string.Join(", ", lambda.Parameters)}) -> {Of(lambda.Body)}",
        UnresolvedNamedLambdaVariable variable => SqlIdentifier.Quoted(variable.Name),
        UnresolvedFunction { Filter: null, IgnoreNulls: false } function => Function(function),
        _ => throw SparkConnectErrors.UnsupportedInDeltaStatement(expression.GetType().Name),
    };

    private string Attribute(UnresolvedAttribute attribute)
    {
        var name = SqlIdentifier.Column(attribute.Name);
        if (attribute.PlanId is not { } plan)
        {
            return name;
        }

        var alias = qualifier(plan) ?? throw SparkConnectErrors.ForeignColumn(attribute.Name);
        return SqlIdentifier.IsQualified(attribute.Name, alias) ? name : $"{SqlIdentifier.Quoted(alias)}.{name}";
    }

    private string Function(UnresolvedFunction function) => (function.Name.ToUpperInvariant(), function.Arguments) switch
    {
        ("NOT", [var value]) => $"(NOT {Of(value)})",
        ("NEGATIVE" or "-", [var value]) => $"(- {Of(value)})",
        ("~", [var value]) => $"(~ {Of(value)})",
        ("IN", [var value, _, ..]) => $"({Of(value)} IN ({List(function.Arguments.Skip(1))}))",
        ("WHEN", _) => Branches(function.Arguments),
        (_, [var left, var right]) when Operators.TryGetValue(function.Name, out var symbol) => $"({Of(left)} {symbol} {Of(right)})",
        _ => $"{function.Name}({(function.IsDistinct ? "DISTINCT " : "")}{List(function.Arguments)})",
    };

    private string List(IEnumerable<Expression> expressions) => string.Join(", ", expressions.Select(Of));

    private string Branches(ValueList<Expression> arguments)
    {
        var branches = arguments.Chunk(2).Select(pair => pair is [var condition, var value] ? $" WHEN {Of(condition)} THEN {Of(value)}" : $" ELSE {Of(pair[0])}");
        return $"CASE{string.Concat(branches)} END";
    }
}
