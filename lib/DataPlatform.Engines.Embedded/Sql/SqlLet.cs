namespace DataPlatform.Engines.Embedded.Sql;

/// <summary>Gives names to values that a piece of SQL needs more than once, so that neither text nor work is doubled over and over.</summary>
internal static class SqlLet
{
    // Texts up to this length are repeated: a column, a constant, a cast of one.
    private const int ShortText = 60;

    /// <summary>The body over the value: over its name where the value is longer than a column or a constant.</summary>
    /// <param name="value">The value's SQL.</param>
    /// <param name="name">The name; the caller sees to it that the body does not need another of the same name.</param>
    /// <param name="body">Writes the SQL over the value.</param>
    public static string Once(string value, string name, Func<string, string> body) =>
        value.Length > ShortText && InLambda(body(name)) is { } inner ? $"list_transform([{value}], lambda {name}: {inner})[1]" : body(value);

    /// <summary>The body over two values.</summary>
    public static string Both(string first, string second, Func<string, string, string> body) =>
        first.Length + second.Length > 2 * ShortText && InLambda(body("_p.a", "_p.b")) is { } inner
            ? $"list_transform([struct_pack(a := {first}, b := {second})], lambda _p: {inner})[1]"
            : body(first, second);

    // DuckDB takes no query inside a lambda.
    private static string? InLambda(string body) => body.Contains("SELECT ", StringComparison.Ordinal) ? null : body;
}
